// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/intake.h"

#include "model/dossier/dossier_json.h"
#include "model/procedure/sample_files.h"
#include "ui/style/language.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QThread>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

bool isDossierFolder(const QString& path)
{
    return QFileInfo::exists(QDir(path).filePath(dossierDataName()));
}

/// The dossiers in a folder that is none itself; the folder when there are none, so that opening it says why.
QStringList dossiersIn(const QString& folder)
{
    QStringList found;
    const QFileInfoList entries = QDir(folder).entryInfoList({u"*.pdf"_s, u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QFileInfo& entry : entries)
        found << entry.filePath();
    const QFileInfoList folders = QDir(folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QFileInfo& entry : folders)
        if (isDossierFolder(entry.filePath()))
            found << entry.filePath();
    return found.isEmpty() ? QStringList{folder} : found;
}

Error unexpected(const std::exception& error, const QString& path)
{
    return Error(ErrorCode::Unreadable,
                 LocalizedText{u"读取“%1”时程序出错，没有收入任何内容。请重试；仍不行请把此消息告诉技术支持。"_s,
                               u"The program made a mistake while reading “%1”; nothing was taken in. Try again, and tell this message to "
                               "whoever helps you."_s}
                     .arg(path),
                 path, QString::fromUtf8(error.what()));
}

} // namespace

Intake::Intake(Workspace& workspace, QObject* parent) : QObject(parent), m_workspace(workspace) {}

Intake::~Intake()
{
    m_cancelled = true;
    if (m_thread)
        m_thread->wait();
}

void Intake::take(const QStringList& paths)
{
    for (const QString& path : paths) {
        const bool isPlainFolder = QFileInfo(path).isDir() && !isDossierFolder(path);
        const QStringList each = isPlainFolder ? dossiersIn(path) : QStringList{path};
        for (const QString& one : each)
            m_waiting.append({one, {}});
    }
    if (!isBusy())
        next();
}

void Intake::takeSample(const QString& name)
{
    m_waiting.append({{}, name});
    if (!isBusy())
        next();
}

void Intake::cancel()
{
    m_cancelled = true;
    m_result.cancelled = true;
    m_waiting.clear();
}

void Intake::next()
{
    m_incoming.reset();
    m_slip.reset();
    m_notice.reset();
    if (!m_waiting.isEmpty()) {
        m_cancelled = false;
        return read(m_waiting.takeFirst());
    }
    IntakeResult result;
    std::swap(result, m_result);
    Q_EMIT finished(result);
}

void Intake::read(const Job& job)
{
    Q_EMIT progressed(job.sample.isEmpty() ? QFileInfo(job.path).fileName() : QString(), 0, 0);
    inBackground(
        [this, job] {
            if (job.sample.isEmpty() && isReturnSlip(job.path)) {
                m_slip = std::make_shared<ReceivedSlip>(readReturnSlip(job.path));
                return;
            }
            if (job.sample.isEmpty() && isSupplement(job.path)) {
                m_notice = std::make_shared<ReceivedSupplement>(readSupplement(job.path));
                return;
            }
            if (job.sample.isEmpty()) {
                m_incoming = std::make_shared<IncomingDossier>(readIncoming(job.path));
                return;
            }
            auto made = std::make_shared<QTemporaryDir>();
            m_incoming = std::make_shared<IncomingDossier>(readIncoming(copySample(job.sample, made->path())));
            m_incoming->input.unpacked = made; // keeps its files until they are in the store
        },
        [this, job] { judge(job); });
}

void Intake::judge(const Job& job)
{
    if (m_slip) {
        m_result.slips.append({job.path, *m_slip});
        return next();
    }
    if (m_notice) {
        m_result.notices.append({job.path, *m_notice});
        return next();
    }
    const DossierInput& input = m_incoming->input;
    const Standing standing = standingOf(m_workspace, *m_incoming);
    if (standing == Standing::New)
        return keep(job);
    m_result.opened.append({input.file.dossier.id, job.path, job.sample.isEmpty() ? standing : Standing::Same, {}});
    next();
}

void Intake::keep(const Job& job)
{
    WorkControl control;
    const QString name = QFileInfo(job.path).fileName();
    control.progress = [this, name](int done, int total) {
        QMetaObject::invokeMethod(this, [this, name, done, total] { Q_EMIT progressed(name, done, total); }, Qt::QueuedConnection);
    };
    control.isCancelled = [this] { return m_cancelled.load(); };
    inBackground([this, control] { keepFiles(*m_incoming, m_workspace.objects(), control); }, [this, job] { takeOver(job); });
}

void Intake::takeOver(const Job& job)
{
    const QString via = job.sample.isEmpty() ? QFileInfo(job.path).fileName() : sampleOrigin();
    const DossierEntry entry = takeIn(m_workspace, *m_incoming, m_workspace.operators().current().key, via);
    m_result.opened.append({entry.id, job.path, Standing::New, m_incoming->input.file.findings});
    noteFindings(entry, via);
    next();
}

/// What was found in reading is written down where it is to be mended: a message in a bar is soon gone.
void Intake::noteFindings(const DossierEntry& entry, const QString& file)
{
    for (const Finding& finding : std::as_const(m_incoming->input.file.findings)) {
        Note note;
        note.place.field = finding.field;
        note.text = say(text(u"读取“%1”时发现：%2", u"Found in reading “%1”: %2").arg(file, say(finding.message)));
        note.todo = finding.severity != Severity::Hint;
        note.person = m_workspace.operators().current().key;
        m_workspace.notes().keep(entry.key, note);
    }
}

void Intake::inBackground(std::function<void()> work, std::function<void()> then)
{
    auto failure = std::make_shared<std::optional<Error>>();
    const QString path = m_incoming ? m_incoming->path : QString();
    m_thread = QThread::create([work = std::move(work), failure, path] {
        try {
            work();
        } catch (const Error& error) {
            *failure = error;
        } catch (const std::exception& error) {
            *failure = unexpected(error, path);
        }
    });
    connect(m_thread, &QThread::finished, this, [this, failure, then = std::move(then)] {
        m_thread->deleteLater();
        m_thread = nullptr;
        if (m_cancelled)
            return next();
        if (*failure)
            return refuse(**failure);
        try {
            then();
        } catch (const Error& error) {
            refuse(error);
        } catch (const std::exception& error) {
            refuse(unexpected(error, m_incoming ? m_incoming->path : QString()));
        }
    });
    m_thread->start();
}

void Intake::refuse(const Error& error)
{
    m_result.refused.append(error);
    next();
}

} // namespace jz::ui
