// SPDX-License-Identifier: Apache-2.0
#include "ui/desk/background_work.h"

#include "ui/desk/guarded.h"

#include <QMetaObject>

#include <exception>

namespace jz::ui {

BackgroundWork::BackgroundWork(QWidget* place) : QObject(place), m_place(place) {}

BackgroundWork::~BackgroundWork()
{
    if (m_cancelled)
        *m_cancelled = true;
}

void BackgroundWork::start(const Work& act)
{
    Q_ASSERT(!isBusy());
    std::erase_if(m_threads, [](const Running& running) { return running.done->load(); });
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    Q_EMIT began();
    const Flag done = std::make_shared<std::atomic<bool>>(false);
    m_threads.push_back({done, std::jthread([this, act, done, cancelled = m_cancelled] {
                             work(act, cancelled);
                             *done = true;
                         })});
}

void BackgroundWork::work(const Work& act, const Flag& cancelled)
{
    const auto post = [&](auto what) {
        QMetaObject::invokeMethod(
            this,
            [cancelled, what] {
                if (!*cancelled)
                    what();
            },
            Qt::QueuedConnection);
    };
    const WorkControl control{[&](int done, int total) { post([this, done, total] { Q_EMIT progressed(done, total); }); },
                              [&] { return cancelled->load(); }};
    Then then;
    try {
        then = act(control);
    } catch (...) {
        then = [failure = std::current_exception()] { std::rethrow_exception(failure); };
    }
    post([this, then] {
        m_cancelled.reset();
        Q_EMIT ended();
        guarded(m_place, then);
    });
}

void BackgroundWork::cancel()
{
    if (!m_cancelled)
        return;
    *m_cancelled = true;
    m_cancelled.reset();
    Q_EMIT ended();
}

} // namespace jz::ui
