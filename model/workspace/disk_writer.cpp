// SPDX-License-Identifier: Apache-2.0
#include "model/workspace/disk_writer.h"

#include "model/base/platform.h"
#include "model/workspace/database.h"

#include <QFileInfo>

#include <chrono>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr auto mostDelay = std::chrono::milliseconds(900);
constexpr qint64 longLog = qint64(16) << 20;

QString logOf(const QString& database)
{
    return database + u"-wal";
}

} // namespace

DiskWriter::DiskWriter(QString database, Told told, std::function<void()> first)
    : m_database(std::move(database)), m_told(std::move(told)), m_first(std::move(first))
{
    m_thread = std::thread([this] { work(); });
}

DiskWriter::~DiskWriter()
{
    {
        const std::lock_guard lock(m_mutex);
        m_end = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void DiskWriter::committed()
{
    const bool wasOnDisk = isOnDisk();
    ++m_committed;
    if (wasOnDisk)
        m_wake.notify_one();
}

void DiskWriter::flushNow()
{
    flush();
}

void DiskWriter::flush()
{
    const quint64 upTo = m_committed;
    if (QFileInfo::exists(logOf(m_database)) || !QFileInfo::exists(m_database))
        flushToDisk(QFileInfo::exists(m_database) ? logOf(m_database) : m_database);
    m_flushed = upTo;
}

void DiskWriter::shortenLog()
{
    if (QFileInfo(logOf(m_database)).size() < longLog)
        return;
    Database database(m_database, Database::Access::Write);
    database.value(u"PRAGMA wal_checkpoint(PASSIVE)"_s);
}

void DiskWriter::work()
{
    m_first();
    std::unique_lock lock(m_mutex);
    while (true) {
        // A lost wake-up costs nothing: the wait looks again every so often.
        m_wake.wait_for(lock, mostDelay, [this] { return m_end || !isOnDisk(); });
        if (m_end && isOnDisk())
            return;
        if (isOnDisk())
            continue;
        if (!m_end)
            m_wake.wait_for(lock, mostDelay, [this] { return m_end; });
        lock.unlock();
        std::optional<Error> failure;
        try {
            flush();
            shortenLog();
        } catch (const Error& error) {
            failure = error;
        }
        m_told(failure);
        lock.lock();
        if (m_end)
            return;
    }
}

} // namespace jz
