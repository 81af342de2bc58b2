// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/parallel.h"

#include <QWidget>

#include <atomic>
#include <memory>
#include <thread>

namespace jz::ui {

/// One piece of long work at a time, on a thread of its own, with progress and a way out, while the window goes on.
///
/// Lives in the windows' thread. Going cancels, and waits for what cannot be interrupted.
class BackgroundWork : public QObject
{
    Q_OBJECT

public:
    /// What is done with the result, in the windows' thread. Empty: there is none, the work left off.
    using Then = std::function<void()>;
    /// What is done on the other thread: it touches neither widgets nor the workspace's database. What it throws is told as guarded() does.
    using Work = std::function<Then(const WorkControl&)>;

    /// Errors are told in the window that `place` is in. Its parent is `place`.
    explicit BackgroundWork(QWidget* place);
    ~BackgroundWork() override;

    /// Begins; not while isBusy(). `tooLate` is done, in the windows' thread, when the work has a result although it was cancelled:
    /// what lies on the disk then is not passed over in silence.
    void start(const Work& work, const Then& tooLate = {});
    bool isBusy() const { return m_cancelled != nullptr; }
    /// Nothing of what is being done will come. Returns at once.
    void cancel();

Q_SIGNALS:
    void began();
    void progressed(int done, int total);
    /// It is over, by success, error or cancel; comes before the result is handed on.
    void ended();

private:
    using Flag = std::shared_ptr<std::atomic<bool>>;
    struct Running
    {
        Flag done;
        std::jthread thread;
    };

    void work(const Work& work, const Then& tooLate, const Flag& cancelled);

    QWidget* m_place;
    Flag m_cancelled;               ///< of the work under way; null while there is none
    std::vector<Running> m_threads; ///< cancelled ones come to their end beside the one at work
};

} // namespace jz::ui
