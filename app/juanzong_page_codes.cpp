// SPDX-License-Identifier: Apache-2.0
// Does one job on one scanned page and ends: see model/exchange/scan_worker.h. Started by the program itself.
#include "model/exchange/scan_worker.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <cstdio>

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly))
        return 2;
    const QJsonObject job = QJsonDocument::fromJson(in.readAll()).object();
    if (!job.contains(QStringLiteral("do")))
        return 2;
    jz::limitProcess(job[QStringLiteral("limits")].toObject());
    const QByteArray answer = QJsonDocument(jz::doScanJob(job)).toJson(QJsonDocument::Compact);
    std::fwrite(answer.constData(), 1, size_t(answer.size()), stdout);
    return 0;
}
