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

void BackgroundWork::start(const Work& act, const Then& tooLate)
{
    Q_ASSERT(!isBusy());
    std::erase_if(m_threads, [](const Running& running) { return running.done->load(); });
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    Q_EMIT began();
    const Flag done = std::make_shared<std::atomic<bool>>(false);
    m_threads.push_back({done, std::jthread([this, act, tooLate, done, cancelled = m_cancelled] {
                             work(act, tooLate, cancelled);
                             *done = true;
                         })});
}

void BackgroundWork::work(const Work& act, const Then& tooLate, const Flag& cancelled)
{
    const auto post = [&](auto what, const Then& otherwise) {
        QMetaObject::invokeMethod(
            this,
            [cancelled, what, otherwise] {
                if (!*cancelled)
                    what();
                else if (otherwise)
                    otherwise();
            },
            Qt::QueuedConnection);
    };
    const WorkControl control{
        [&](int done, int total) { post([this, done, total] { Q_EMIT progressed(done, total); }, {}); },
        [&] { return cancelled->load(); }};
    Then then;
    Then late;
    try {
        then = act(control);
        if (then && tooLate)
            late = [this, tooLate] { guarded(m_place, tooLate); };
    } catch (...) {
        then = [failure = std::current_exception()] { std::rethrow_exception(failure); };
    }
    post(
        [this, then] {
            m_cancelled.reset();
            Q_EMIT ended();
            if (then)
                guarded(m_place, then);
        },
        late);
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
