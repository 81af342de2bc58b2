// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/error.h"

#include <QString>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace jz {

/// Brings commits to the disk from a thread of its own, so that no edit waits for a device: what was committed is
/// on the disk at most one second later. Commits go to SQLite's write-ahead log without waiting; this flushes the
/// log, which is what SQLite itself does after each commit at synchronous=FULL, and moves a long log into the
/// database.
///
/// committed() and flushNow() may be called from any thread.
class DiskWriter
{
public:
    /// `told` is called from the writer's thread: with nothing when all is on the disk, with the Error when it is not.
    using Told = std::function<void(const std::optional<Error>&)>;

    /// `first` is done in the thread before anything else.
    DiskWriter(QString database, Told told, std::function<void()> first);
    ~DiskWriter();

    /// Something was committed.
    void committed();
    /// Flushes now (a field was left, the program ends) and waits for it. Throws Error.
    void flushNow();
    /// Whether everything committed is on the disk.
    bool isOnDisk() const { return m_flushed == m_committed; }

private:
    void work();
    void flush();
    void shortenLog();

    QString m_database;
    Told m_told;
    std::function<void()> m_first;
    std::atomic<quint64> m_committed = 0;
    std::atomic<quint64> m_flushed = 0;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_end = false;
    std::thread m_thread;
};

} // namespace jz
