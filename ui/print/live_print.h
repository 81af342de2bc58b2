// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/dossier_preview.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace jz::ui {

using LivePaper = std::shared_ptr<const PreviewedPaper>;

/// Prints a dossier again whenever it is told to, in a thread of its own: at once without what is on the pages of attachments, and when
/// nothing newer is wanted for a while, whole. What is outdated is given up. Lives in the windows' thread.
class LivePrint : public QObject
{
    Q_OBJECT

public:
    /// The pack must outlive it.
    explicit LivePrint(const CallPack& pack, QObject* parent = nullptr);
    ~LivePrint() override;

    /// The newest wish alone is answered.
    void print(const Dossier& dossier, bool draft);

Q_SIGNALS:
    void printed(const jz::ui::LivePaper& paper);
    /// The same paper with its attachments, as a file that stays while `keep` is held.
    void completed(const QString& file, const std::shared_ptr<const void>& keep);
    void failed(const jz::Error& why);

private:
    struct Wish
    {
        Dossier dossier;
        bool draft = false;
    };

    void work(const std::stop_token& stop, const CallPack& pack);
    void take(const LivePaper& paper, int number);
    void complete();

    std::mutex m_mutex; ///< over the next three
    std::condition_variable_any m_wished;
    std::optional<Wish> m_wish;
    std::atomic<int> m_number = 0; ///< of the newest wish
    LivePaper m_paper;             ///< the newest
    QTimer m_pause;
    std::jthread m_completion;
    std::atomic<bool> m_completing = false;
    std::jthread m_thread;
};

} // namespace jz::ui
