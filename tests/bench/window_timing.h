// SPDX-License-Identifier: Apache-2.0
// Measuring windows that are drawn offscreen: until something is seen, and how long the event loop of the windows stands still.
#pragma once

#include "model/workspace/workspace.h"
#include "ui/desk/dialogs.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QWidget>

#include <atomic>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace jz::bench {

/// Nobody answers: everything is cancelled.
class NoDialogs : public ui::Dialogs
{
public:
    QStringList openFiles(QWidget*, const ui::FileQuestion&) override { return {}; }
    QString openFile(QWidget*, const ui::FileQuestion&) override { return {}; }
    QString saveFile(QWidget*, const ui::FileQuestion&) override { return {}; }
    QString folder(QWidget*, const QString&) override { return {}; }
    int ask(QWidget*, const ui::Question&) override { return -1; }
    bool run(QDialog&) override { return false; }
};

/// Knows when a widget was painted.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget* widget) { widget->installEventFilter(this); }

    /// Handles events until it is painted; at most two seconds.
    void wait();
    void forget() { m_painted = false; }
    bool isPainted() const { return m_painted; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool m_painted = false;
};

/// Handles events until it is so; ends the program with a word after 20 seconds.
void waitUntil(const std::function<bool()>& isSo, const char* what);

/// Of this process, MB.
double residentMb();

/// Until something was seen, and how much of that this thread computed (the rest other programs had, or Qt waited for the next
/// picture). Milliseconds.
using Times = std::vector<std::pair<double, double>>;

class Stopwatch
{
public:
    Stopwatch() { m_clock.start(); }

    double elapsed() const { return double(m_clock.nsecsElapsed()) / 1e6; }
    void stop(Times& times) const { times.emplace_back(elapsed(), computed() - m_computed); }

private:
    static double computed();

    QElapsedTimer m_clock;
    double m_computed = computed();
};

void print(const QString& what, const Times& times);

/// Asks the event loop of the windows every two milliseconds, from a thread of its own, and writes down how long each answer took.
class Heartbeat : public QObject
{
public:
    Heartbeat();
    ~Heartbeat() override;

    /// The answers since the last time, in milliseconds.
    std::vector<double> take();

protected:
    bool event(QEvent* event) override;

private:
    std::mutex m_mutex;
    std::vector<double> m_answers;
    QElapsedTimer m_clock;
    std::atomic<bool> m_asked = false;
    std::jthread m_thread;
};

/// What the event loop answered, one scene after the other.
class Pauses
{
public:
    /// Ends a scene and prints what it was like.
    void end(const QString& what);
    /// What was before is another benchmark's.
    void forget() { m_heart.take(); }
    void endAll();

private:
    Heartbeat m_heart;
    std::vector<double> m_all;
};

/// Handles events for a while, so that nothing is left to do.
void quiet(int milliseconds = 200);
void pressKey(QWidget* widget, int key, const QString& text);

/// A workspace with somebody at work, and what `fill` puts into it.
void prepare(const QString& folder, const std::function<void(Workspace&)>& fill);

/// The application, drawn offscreen, with a home of its own.
class OffscreenProgram
{
public:
    OffscreenProgram(int& argc, char** argv);

    QString home() const { return m_home.path(); }

private:
    QTemporaryDir m_home;
    std::unique_ptr<QApplication> m_application;
};

} // namespace jz::bench
