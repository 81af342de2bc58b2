// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/window_timing.h"

#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QFile>
#include <QKeyEvent>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace jz::bench {

using namespace Qt::StringLiterals;

namespace {

const QEvent::Type beat = QEvent::Type(QEvent::registerEventType());

/// Handles events until it is so or the time is over, and sleeps between them: the other threads have the processors then.
bool handleEvents(const std::function<bool()>& isSo, int milliseconds)
{
    QElapsedTimer limit;
    limit.start();
    QTimer wakes;
    wakes.start(2);
    while (!isSo() && limit.elapsed() < milliseconds)
        QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    return isSo();
}

} // namespace

void PaintWatch::wait()
{
    handleEvents([this] { return m_painted; }, 2000);
}

bool PaintWatch::eventFilter(QObject*, QEvent* event)
{
    m_painted = m_painted || event->type() == QEvent::Paint;
    return false;
}

void waitUntil(const std::function<bool()>& isSo, const char* what)
{
    if (handleEvents(isSo, 20'000))
        return;
    std::fprintf(stderr, "waited in vain: %s\n", what);
    std::exit(1);
}

double residentMb()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray& line : lines)
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    return 0;
}

double Stopwatch::computed()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

void print(const QString& what, const Times& times)
{
    std::vector<double> seen;
    std::vector<double> computed;
    for (const auto& [wall, thread] : times) {
        seen.push_back(wall);
        computed.push_back(thread);
    }
    std::sort(seen.begin(), seen.end());
    std::sort(computed.begin(), computed.end());
    const size_t high = seen.size() * 99 / 100;
    std::printf("%-52s median %7.2f ms, 99 %% %7.2f ms; computing %7.2f ms, 99 %% %7.2f ms (%zu)\n", qPrintable(what), seen[seen.size() / 2],
                seen[high], computed[computed.size() / 2], computed[high], seen.size());
    std::fflush(stdout);
}

Heartbeat::Heartbeat()
{
    m_clock.start();
    m_thread = std::jthread([this](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
            if (m_asked.exchange(true))
                continue; // still waiting for the last answer
            {
                const std::lock_guard lock(m_mutex);
                m_clock.restart();
            }
            QCoreApplication::postEvent(this, new QEvent(beat));
        }
    });
}

Heartbeat::~Heartbeat()
{
    m_thread.request_stop();
    m_thread.join();
}

std::vector<double> Heartbeat::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_answers, {});
}

bool Heartbeat::event(QEvent* event)
{
    if (event->type() != beat)
        return QObject::event(event);
    const std::lock_guard lock(m_mutex);
    m_answers.push_back(double(m_clock.nsecsElapsed()) / 1e6);
    m_asked = false;
    return true;
}

namespace {

void printAnswers(const QString& what, std::vector<double>& answers)
{
    std::sort(answers.begin(), answers.end());
    std::printf("  event loop, %-38s 99 %% %6.1f ms, longest %6.1f ms (%zu)\n", qPrintable(what), answers[answers.size() * 99 / 100], answers.back(),
                answers.size());
    std::fflush(stdout);
}

} // namespace

void Pauses::end(const QString& what)
{
    std::vector<double> answers = m_heart.take();
    if (answers.empty())
        return;
    m_all.insert(m_all.end(), answers.begin(), answers.end());
    printAnswers(what, answers);
}

void Pauses::endAll()
{
    printAnswers(u"all of this"_s, m_all);
}

void quiet(int milliseconds)
{
    handleEvents([] { return false; }, milliseconds);
}

void pressKey(QWidget* widget, int key, const QString& text)
{
    QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, text);
    QApplication::sendEvent(widget, &press);
    QKeyEvent release(QEvent::KeyRelease, key, Qt::NoModifier, text);
    QApplication::sendEvent(widget, &release);
}

void prepare(const QString& folder, const std::function<void(Workspace&)>& fill)
{
    Workspace workspace(folder);
    workspace.operators().setCurrent(workspace.operators().add(u"王芳"_s, u"示例"_s).key);
    fill(workspace);
}

OffscreenProgram::OffscreenProgram(int& argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    for (const char* const place : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
        qputenv(place, m_home.path().toUtf8());
    m_application = std::make_unique<QApplication>(argc, argv);
    ui::translateQt(Language::Chinese);
    ui::Theme::apply(ui::ThemeChoice::Light, 100);
}

} // namespace jz::bench
