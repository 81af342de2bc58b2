// SPDX-License-Identifier: Apache-2.0
// bench_attach FOLDER THREADS: inspects every file of the folder as attaching does (decoded once, cleaned
// copies written) on that many threads, 0 for one each core. Run by run.sh, which measures time and memory of
// the process.
#include "model/pdf/attachment_source.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include <cstdio>

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QDir folder(QCoreApplication::arguments().value(1));
    QList<jz::AttachmentFile> files;
    for (const QString& name : folder.entryList(QDir::Files))
        files << jz::AttachmentFile{folder.filePath(name)};
    const QTemporaryDir scratch(folder.filePath(QStringLiteral("../scratch-XXXXXX")));
    int steps = 0;
    jz::WorkControl control;
    control.progress = [&](int, int) { ++steps; };
    const auto results = jz::inspectAttachments(files, scratch.path(), control,
                                                QCoreApplication::arguments().value(2).toInt());
    for (const jz::InspectedAttachment& result : results) {
        if (!result.source)
            return 2;
    }
    std::printf("%d files, progress told %d times\n", int(files.size()), steps);
    return files.isEmpty() ? 2 : 0;
}
