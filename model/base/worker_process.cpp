// SPDX-License-Identifier: Apache-2.0
#include "model/base/worker_process.h"

#include "model/base/cancelled.h"
#include "model/base/platform.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>

#include <cstdio>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int endingMs = 3000;
constexpr int listeningMs = 50;

/// Whether it ended by itself.
bool awaitEnd(QProcess& process, int seconds, const WorkControl& control)
{
    const QDeadlineTimer deadline(seconds * 1000);
    while (!process.waitForFinished(listeningMs) && process.state() != QProcess::NotRunning) {
        const bool isCancelled = control.isCancelled && control.isCancelled();
        if (!deadline.hasExpired() && !isCancelled)
            continue;
        process.kill();
        process.waitForFinished(endingMs);
        if (isCancelled)
            throw Cancelled();
        return false;
    }
    return true;
}

Error toldError(const QJsonValue& told)
{
    return Error(ErrorCode(told[u"code"].toInt()), {told[u"zh"].toString(), told[u"en"].toString()}, told[u"subject"].toString(), told[u"detail"].toString());
}

} // namespace

WorkerProcess::Answer WorkerProcess::ask(QJsonObject job, const WorkControl& control) const
{
    job.insert(u"limits"_s, QJsonObject{{u"seconds"_s, m_limits.seconds}, {u"megabytes"_s, m_limits.megabytes}});
    QProcess process;
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(m_program, {});
    if (!process.waitForStarted())
        failMissingProgram(m_program);
    process.write(QJsonDocument(job).toJson(QJsonDocument::Compact));
    process.closeWriteChannel();
    if (!awaitEnd(process, m_limits.seconds, control))
        return {{}, u"no answer within %1 s"_s.arg(m_limits.seconds)};
    const QJsonObject answer = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0 || answer.isEmpty())
        return {{}, u"exit %1"_s.arg(process.exitCode())};
    if (answer.contains(u"error"))
        throw toldError(answer[u"error"]);
    return {answer, {}};
}

QJsonObject workerError(const Error& error)
{
    return {{u"error"_s, QJsonObject{{u"code"_s, int(error.code())},
                                     {u"zh"_s, error.message().zh},
                                     {u"en"_s, error.message().en},
                                     {u"subject"_s, error.subject()},
                                     {u"detail"_s, error.detail()}}}};
}

int serveWorker(const QString& member, const std::function<QJsonObject(const QJsonObject& job)>& work)
{
    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly))
        return 2;
    const QJsonObject job = QJsonDocument::fromJson(in.readAll()).object();
    if (!job.contains(member))
        return 2;
    const QJsonValue limits = job[u"limits"];
    limitThisProcess({limits[u"seconds"].toDouble(), limits[u"megabytes"].toDouble()});
    const QByteArray answer = QJsonDocument(work(job)).toJson(QJsonDocument::Compact);
    std::fwrite(answer.constData(), 1, size_t(answer.size()), stdout);
    return 0;
}

} // namespace jz
