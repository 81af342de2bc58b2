// SPDX-License-Identifier: Apache-2.0
// Looks at one file that came from outside and ends: see model/procedure/paper_examination.h. Started by the program itself.
#include "model/base/platform.h"
#include "model/procedure/paper_examination.h"

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
    if (!job.contains(QStringLiteral("file")))
        return 2;
    const QJsonObject limits = job[QStringLiteral("limits")].toObject();
    jz::limitThisProcess({limits[QStringLiteral("seconds")].toDouble(), limits[QStringLiteral("megabytes")].toDouble()});
    const QByteArray answer = QJsonDocument(jz::doExaminationJob(job)).toJson(QJsonDocument::Compact);
    std::fwrite(answer.constData(), 1, size_t(answer.size()), stdout);
    return 0;
}
