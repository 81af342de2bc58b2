// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/prepared_files.h"

#include <QFileInfo>
#include <QTemporaryDir>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

QString megabytes(qint64 bytes)
{
    return QString::number(double(bytes) / 1e6, 'f', 1);
}

void refuseAtSight(const QString& path, qint64 mostBytes)
{
    const QFileInfo info(path);
    if (info.isDir())
        throw Error(ErrorCode::Unsupported,
                    LocalizedText{u"“%1”是文件夹，不能作为附件。请打开它，选择其中的图片或 PDF。"_s,
                                  u"“%1” is a folder and cannot be attached. Open it and choose the pictures or PDFs in it."_s}
                        .arg(path),
                    path);
    if (mostBytes > 0 && info.size() > mostBytes)
        throw Error(ErrorCode::TooLarge,
                    LocalizedText{u"“%1”有 %2 MB，超过全部附件 %3 MB 的上限。请压缩、拆分或降低扫描分辨率后再选。"_s,
                                  u"“%1” has %2 MB, more than the %3 MB that all attachments may have. Compress it, split it or scan "
                                  "it at a lower resolution."_s}
                        .arg(path, megabytes(info.size()), megabytes(mostBytes)),
                    path);
}

} // namespace

QList<PreparedFile> prepareFiles(ObjectStore& objects, const QStringList& files, qint64 mostBytes, const WorkControl& control)
{
    const QTemporaryDir scratch;
    QList<PreparedFile> prepared(files.size());
    PreparedFile* const all = prepared.data(); // the list itself may not be touched by several threads
    const auto prepare = [&](int i) {
        all[i].path = files.at(i);
        try {
            refuseAtSight(files.at(i), mostBytes);
            AttachmentSource source = inspectAttachment(files.at(i), scratch.path());
            source.sha256 = objects.add(source.path);
            source.path = objects.path(source.sha256);
            all[i].source = source;
        } catch (const Error& error) {
            all[i].error = error;
        }
    };
    runInParallel(int(files.size()), prepare, control);
    return prepared;
}

} // namespace jz
