// SPDX-License-Identifier: Apache-2.0
#include "model/base/flush_failure.h"
#include "model/base/platform.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/resource.h>
#include <termios.h>
#include <unistd.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace jz {

namespace {

/// The terminal of the process with its echo turned off.
class QuietTerminal
{
public:
    QuietTerminal() : m_file(::open("/dev/tty", O_RDWR | O_CLOEXEC))
    {
        m_quiet = m_file >= 0 && ::tcgetattr(m_file, &m_before) == 0;
        if (!m_quiet)
            return;
        termios now = m_before;
        now.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_quiet = ::tcsetattr(m_file, TCSAFLUSH, &now) == 0;
    }
    ~QuietTerminal()
    {
        if (m_quiet)
            ::tcsetattr(m_file, TCSAFLUSH, &m_before);
        if (m_file >= 0)
            ::close(m_file);
    }
    QuietTerminal(const QuietTerminal&) = delete;
    QuietTerminal& operator=(const QuietTerminal&) = delete;

    bool isQuiet() const { return m_quiet; }
    int file() const { return m_file; }

private:
    int m_file;
    termios m_before{};
    bool m_quiet = false;
};

void show(int file, const char* words, size_t size)
{
    // A prompt that cannot be shown changes nothing about what is typed.
    [[maybe_unused]] const ssize_t written = ::write(file, words, size);
}

} // namespace

qint64 readAt(QFile& file, qint64 offset, char* to, qint64 length)
{
    ssize_t count = 0;
    do
        count = ::pread(file.handle(), to, static_cast<size_t>(length), static_cast<off_t>(offset));
    while (count < 0 && errno == EINTR);
    return count;
}

void keepMemoryUntilExit()
{
#ifdef __GLIBC__
    constexpr int much = 256 * 1024 * 1024;
    mallopt(M_MMAP_THRESHOLD, much);
    mallopt(M_TRIM_THRESHOLD, much);
    mallopt(M_TOP_PAD, 4 * 1024 * 1024);
#endif
}

void flushToDisk(const QString& path)
{
    const int file = open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        failFlush(path, errno == ENOENT || errno == ENOTDIR, QString::fromLocal8Bit(std::strerror(errno)));
    // Some file systems cannot flush a folder, and say so with EINVAL: its names are then their own affair.
    const bool done = fdatasync(file) == 0 || errno == EINVAL;
    const QString detail = QString::fromLocal8Bit(std::strerror(errno));
    close(file);
    if (!done)
        failFlush(path, false, detail);
}

int runInstead(const QString& program, char** arguments)
{
    execv(QFile::encodeName(program).constData(), arguments);
    failMissingProgram(program);
}

void limitThisProcess(const ProcessLimits& limits)
{
    const auto set = [](auto resource, double most) {
        const auto value = static_cast<rlim_t>(most);
        const rlimit limit{value, value};
        if (most > 0)
            setrlimit(resource, &limit);
    };
    set(RLIMIT_CPU, limits.seconds);
#ifndef __SANITIZE_ADDRESS__ // whose shadow takes terabytes of addresses
    set(RLIMIT_AS, limits.megabytes * 1024 * 1024);
#endif
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
}

std::optional<std::vector<char>> typedSecret(const QByteArray& prompt, size_t longest)
{
    const QuietTerminal terminal;
    if (!terminal.isQuiet())
        return std::nullopt;
    show(terminal.file(), prompt.constData(), static_cast<size_t>(prompt.size()));
    std::vector<char> secret;
    secret.reserve(longest + 1);
    for (char byte = 0; secret.size() < longest && ::read(terminal.file(), &byte, 1) == 1 && byte != '\n';)
        secret.push_back(byte);
    show(terminal.file(), "\n", 1);
    return secret;
}

} // namespace jz
