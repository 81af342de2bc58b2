// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/prepared_files.h"

#include <QImage>
#include <QObject>

#include <atomic>
#include <memory>
#include <thread>

namespace jz::ui {

/// Makes files ready to be attached while the window goes on: prepareFiles() on a thread of its own. What comes while it is busy
/// waits its turn.
///
/// Lives in the windows' thread; the object store outlives it. Going cancels, and waits for the files at hand.
class AttachmentIntake : public QObject
{
    Q_OBJECT

public:
    /// `mostBytes` as in prepareFiles().
    AttachmentIntake(ObjectStore& objects, qint64 mostBytes, QObject* parent);
    ~AttachmentIntake() override;

    void take(const QStringList& files);
    /// A picture that is no file yet becomes a PNG of that name.
    void take(const QImage& picture, const QString& name);
    bool isBusy() const { return m_cancelled != nullptr; }
    /// Of the batch under way.
    int done() const { return m_done; }
    int total() const { return m_total; }
    /// How many files are not handed out yet, those that wait too.
    int pending() const;
    /// Nothing of what is being made ready, or waits for it, will come. Returns at once.
    void cancel();

Q_SIGNALS:
    /// It began, or so many files of so many are ready.
    void progressed(int done, int total);
    /// Files are ready or refused, in the order in which they were given. Not after cancel().
    void finished(const QList<jz::PreparedFile>& files);
    /// Nothing is under way any more.
    void idle();

private:
    struct Batch
    {
        QStringList files;
        QImage picture; ///< to be saved as the one file
    };

    using Flag = std::shared_ptr<std::atomic<bool>>;
    struct Running
    {
        Flag done;
        std::jthread thread;
    };

    void begin(const Batch& batch);
    void work(const Batch& batch, const Flag& cancelled);
    QList<PreparedFile> prepare(const Batch& batch, const WorkControl& control);
    void end(const QList<PreparedFile>& files);
    void tellProgress(int done, int total);
    void next();

    ObjectStore& m_objects;
    qint64 m_mostBytes;
    QList<Batch> m_waiting;
    int m_done = 0;
    int m_total = 0;
    Flag m_cancelled;               ///< of the batch under way; null while there is none
    std::vector<Running> m_threads; ///< cancelled ones come to their end beside the one at work
};

} // namespace jz::ui
