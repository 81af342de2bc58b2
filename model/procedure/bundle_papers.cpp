// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/bundle_papers.h"

#include "model/base/error.h"
#include "model/pdf/pdf_header.h"

#include <QDir>

namespace jz {

using namespace Qt::StringLiterals;

OpenBundle openBundle(const QString& path, const WorkControl& control, const Passphrase* passphrase)
{
    OpenBundle bundle;
    bundle.folder = std::make_shared<QTemporaryDir>();
    if (!bundle.folder->isValid())
        throw Error(ErrorCode::NotWritable,
                    LocalizedText{u"无法建立临时文件夹，“%1”没有打开。请检查磁盘是否已满。"_s,
                                  u"No temporary folder can be made, “%1” was not opened. Check that the disk is not full."_s}
                        .arg(path),
                    path, bundle.folder->errorString());
    const UnpackedBundle unpacked = unpackBundle(path, bundle.folder->path(), control, {}, passphrase);
    bundle.findings = unpacked.findings;
    bundle.cancelled = unpacked.cancelled;
    for (const UnpackedFile& file : unpacked.files)
        (looksLikePdf(file.path) ? bundle.papers : bundle.others).append(file);
    return bundle;
}

} // namespace jz
