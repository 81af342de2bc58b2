// SPDX-License-Identifier: Apache-2.0
#include "model/base/platform.h"

#include "model/base/error.h"
#include "model/base/flush_failure.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

namespace jz {

using namespace Qt::StringLiterals;

QString programBeside(const QString& name)
{
    const QString folder = QCoreApplication::applicationDirPath();
    const QString found = QStandardPaths::findExecutable(name, {folder});
    return found.isEmpty() ? folder + u'/' + name : found; // what is missing is named by whoever starts it
}

void failFlush(const QString& path, bool missing, const QString& detail)
{
    if (missing)
        throw Error(ErrorCode::NotFound,
                    LocalizedText{u"“%1”不见了（文件夹已移走，或 U 盘、网络盘已断开）。请恢复原位置，或把资料另存到别处。"_s,
                                  u"“%1” is gone (folder moved, or stick or network drive removed). Bring it back or save a copy "
                                  "elsewhere."_s}
                        .arg(path),
                    path, detail);
    throw Error(ErrorCode::Unreadable,
                LocalizedText{u"设备没有确认写入“%1”。请检查硬盘、U 盘或网络盘，并另存一份到别处。"_s,
                              u"The device did not confirm writing “%1”. Check the disk, stick or network drive and save a copy "
                              "elsewhere."_s}
                    .arg(path),
                path, detail);
}

void failMissingProgram(const QString& program)
{
    const QString shown = QDir::toNativeSeparators(program);
    throw Error(ErrorCode::NotFound,
                LocalizedText{u"程序文件“%1”缺失或不能运行，请重新安装。"_s, u"“%1” is missing or cannot be run. Install the program anew."_s}
                    .arg(shown),
                shown);
}

} // namespace jz
