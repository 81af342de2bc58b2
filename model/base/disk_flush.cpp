// SPDX-License-Identifier: Apache-2.0
// The one place for what each system calls "write it to the disk now".
#include "model/base/disk_flush.h"

#include "model/base/error.h"

#include <QFile>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace jz {

using namespace Qt::StringLiterals;

namespace {

[[noreturn]] void fail(const QString& path, bool missing, const QString& detail)
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

} // namespace

#ifdef Q_OS_WIN

void flushToDisk(const QString& path)
{
    const auto name = reinterpret_cast<const wchar_t*>(path.utf16());
    const HANDLE file = CreateFileW(name, GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                                    OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        fail(path, GetLastError() == ERROR_FILE_NOT_FOUND || GetLastError() == ERROR_PATH_NOT_FOUND, {});
    const bool done = FlushFileBuffers(file) != 0;
    CloseHandle(file);
    if (!done)
        fail(path, false, {});
}

#else

void flushToDisk(const QString& path)
{
    const int file = open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        fail(path, errno == ENOENT || errno == ENOTDIR, QString::fromLocal8Bit(std::strerror(errno)));
    // Some file systems cannot flush a folder, and say so with EINVAL: its names are then their own affair.
    const bool done = fdatasync(file) == 0 || errno == EINVAL;
    const QString detail = QString::fromLocal8Bit(std::strerror(errno));
    close(file);
    if (!done)
        fail(path, false, detail);
}

#endif

} // namespace jz
