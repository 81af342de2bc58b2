// SPDX-License-Identifier: Apache-2.0
#include "ui/form/file_watch.h"

#include "model/exchange/scan_reader.h"

#include <QMetaObject>

namespace jz::ui {

namespace {

constexpr int secondsToDraw = 5; // going waits for it
constexpr int megabytesToDraw = 2000;

} // namespace

FileWatch::FileWatch(ObjectStore& objects, QObject* parent) : QObject(parent), m_objects(objects) {}

FileWatch::~FileWatch()
{
    const std::lock_guard lock(m_mutex);
    m_ending = true;
    m_changed.notify_all();
}

void FileWatch::want(const QList<QByteArray>& sha256s)
{
    const std::lock_guard lock(m_mutex);
    for (const QByteArray& sha256 : sha256s) {
        if (sha256.isEmpty() || m_wanted.contains(sha256))
            continue;
        m_wanted.insert(sha256);
        m_jobs << Job{sha256, m_objects.path(sha256), !m_known.contains(sha256)};
    }
    if (!m_jobs.isEmpty() && !m_thread.joinable())
        m_thread = std::jthread([this] { work(); });
    m_changed.notify_all();
}

void FileWatch::learn(const QByteArray& sha256, const AttachmentSource& source)
{
    m_known.insert(sha256, {source, {}});
    Q_EMIT told(sha256);
}

const InspectedAttachment* FileWatch::known(const QByteArray& sha256) const
{
    const auto found = m_known.find(sha256);
    return found == m_known.end() ? nullptr : &*found;
}

void FileWatch::work()
{
    while (true) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_ending || !m_jobs.isEmpty(); });
            if (m_ending)
                return;
            job = m_jobs.takeFirst();
        }
        if (job.inspect)
            inspect(job);
        draw(job);
    }
}

void FileWatch::inspect(const Job& job)
{
    InspectedAttachment found;
    try {
        found.source = inspectAttachment(job.path, {});
    } catch (const Error& error) {
        found.error = error;
    }
    QMetaObject::invokeMethod(
        this,
        [this, sha256 = job.sha256, found] {
            m_known.insert(sha256, found);
            Q_EMIT told(sha256);
        },
        Qt::QueuedConnection);
}

void FileWatch::draw(const Job& job)
{
    QImage picture;
    try {
        picture = ScanReader({secondsToDraw, megabytesToDraw}).preview(job.path, 0, previewPixels);
    } catch (const Error&) {
        // What is wrong with the file, inspecting it tells; it is shown without a picture.
    }
    QMetaObject::invokeMethod(
        this,
        [this, sha256 = job.sha256, picture] {
            m_previews.insert(sha256, picture);
            Q_EMIT drawn(sha256);
        },
        Qt::QueuedConnection);
}

} // namespace jz::ui
