// SPDX-License-Identifier: Apache-2.0
#include "model/base/flush_failure.h"
#include "model/base/platform.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>

#include <mutex>

#include <conio.h>
#include <windows.h>

namespace jz {

void flushToDisk(const QString& path)
{
    const auto name = reinterpret_cast<const wchar_t*>(path.utf16());
    const HANDLE file = CreateFileW(name, GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                                    OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        failFlush(path, GetLastError() == ERROR_FILE_NOT_FOUND || GetLastError() == ERROR_PATH_NOT_FOUND, {});
    const bool done = FlushFileBuffers(file) != 0;
    CloseHandle(file);
    if (!done)
        failFlush(path, false, {});
}

int runInstead(const QString& program, char**)
{
    const int code = QProcess::execute(program, QCoreApplication::arguments().mid(1));
    if (code < 0)
        failMissingProgram(program);
    return code;
}

void limitThisProcess(const ProcessLimits&) {}

qint64 readAt(QFile& file, qint64 offset, char* to, qint64 length)
{
    static std::mutex mutex;
    const std::lock_guard lock(mutex); // reading moves the position
    return file.seek(offset) ? file.read(to, length) : -1;
}

void keepMemoryUntilExit() {}

std::optional<std::vector<char>> typedSecret(const QByteArray& prompt, size_t longest)
{
    std::vector<char> secret;
    secret.reserve(longest + 1);
    _cputs(prompt.constData());
    for (int key = _getch(); key != '\r' && key != '\n' && key >= 0; key = _getch()) {
        if (key == '\b' && !secret.empty())
            secret.pop_back();
        else if (key != '\b' && secret.size() < longest)
            secret.push_back(static_cast<char>(key));
    }
    _cputs("\r\n");
    return secret;
}

} // namespace jz
