// SPDX-License-Identifier: Apache-2.0
#include "app/secret_prompt.h"

#include "app/command_line.h"

#include <cstdio>
#include <cstring>

#ifdef _WIN32
#include <conio.h>
#else
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>
#endif

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t longest = 255;

Error noTerminal(const QString& option)
{
    return Error(ErrorCode::Usage,
                 LocalizedText{u"没有终端可供输入 PIN，请用 --%1 指定文件。"_s, u"There is no terminal to ask on: name a file with --%1."_s}
                     .arg(option),
                 option);
}

#ifdef _WIN32
std::vector<char> typed(const QByteArray& prompt, const QString&)
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
#else
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

std::vector<char> typed(const QByteArray& prompt, const QString& option)
{
    const QuietTerminal terminal;
    if (!terminal.isQuiet())
        throw noTerminal(option);
    show(terminal.file(), prompt.constData(), static_cast<size_t>(prompt.size()));
    // Never grows, so that no copy of it stays behind.
    std::vector<char> secret;
    secret.reserve(longest + 1);
    for (char byte = 0; secret.size() < longest && ::read(terminal.file(), &byte, 1) == 1 && byte != '\n';)
        secret.push_back(byte);
    show(terminal.file(), "\n", 1);
    return secret;
}
#endif

} // namespace

Passphrase askSecret(const LocalizedText& prompt, const QString& option)
{
    return Passphrase(typed(prompt.in(language()).toUtf8(), option));
}

} // namespace jz::cli
