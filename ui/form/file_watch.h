// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/pdf/attachment_source.h"
#include "model/workspace/object_store.h"

#include <QHash>
#include <QImage>
#include <QObject>
#include <QSet>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace jz::ui {

/// Looks at the files of a dossier behind the user's back, each content once: first what it is, then what it looks like, small. One
/// thread does both; pictures are drawn in a process of their own, so that no file can harm the program.
///
/// Lives in the windows' thread. Going waits for the file at hand.
class FileWatch : public QObject
{
    Q_OBJECT

public:
    /// Longer side of a small picture, in pixels: sharp on a screen with a ratio of 2 at 200 %.
    static constexpr int previewPixels = 320;

    FileWatch(ObjectStore& objects, QObject* parent);
    ~FileWatch() override;

    /// Asks for files by their content; told() and drawn() say when something is known of one.
    void want(const QList<QByteArray>& sha256s);
    /// What was found out while it was taken in need not be found out again.
    void learn(const QByteArray& sha256, const AttachmentSource& source);
    /// Null while it is not known.
    const InspectedAttachment* known(const QByteArray& sha256) const;
    /// Its first page upright; null while it is not known, and for files that cannot be drawn.
    QImage preview(const QByteArray& sha256) const { return m_previews.value(sha256); }

Q_SIGNALS:
    /// Something is known of a file that was not.
    void told(const QByteArray& sha256);
    void drawn(const QByteArray& sha256);

private:
    struct Job
    {
        QByteArray sha256;
        QString path;
        bool inspect = true;
    };

    void work();
    void inspect(const Job& job);
    void draw(const Job& job);

    ObjectStore& m_objects;
    QHash<QByteArray, InspectedAttachment> m_known;
    QHash<QByteArray, QImage> m_previews;
    QSet<QByteArray> m_wanted;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    QList<Job> m_jobs;
    bool m_ending = false;
    std::jthread m_thread; ///< begins with the first file
};

} // namespace jz::ui
