// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/dossier_import.h"
#include "model/recommendation/return_slip_file.h"
#include "model/recommendation/supplement_file.h"

#include <QObject>
#include <QStringList>

#include <atomic>
#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QThread;
QT_END_NAMESPACE

namespace jz::ui {

/// What became of the files that were to be opened.
struct IntakeResult
{
    struct Opened
    {
        QUuid dossier;
        QString path;
        Standing standing = Standing::New; ///< New: it was taken in; else it was here and nothing was changed
        Findings findings;                 ///< of reading; written down as notes too
    };
    /// A return slip, read but not taken in: the dossier it is about may be open on the desk.
    struct Slip
    {
        QString path;
        ReceivedSlip received;
    };
    /// A recommending body's notice, read but not taken over: the user is asked.
    struct Notice
    {
        QString path;
        ReceivedSupplement received;
    };
    QList<Opened> opened;
    QList<Slip> slips;
    QList<Notice> notices;
    QList<Error> refused;  ///< one for each file that could not be opened
    bool cancelled = false;
};

/// Takes dossiers in that come as files, in the background: one after the other, what takes time on a thread of its own. What is
/// asked for meanwhile waits. Lives in the windows' thread; the workspace must outlive it.
class Intake : public QObject
{
    Q_OBJECT

public:
    Intake(Workspace& workspace, QObject* parent = nullptr);
    /// Waits for the file that is being read; nothing of it is taken in.
    ~Intake() override;

    /// Values files, dossier PDFs, extracted folders, return slips, notices of recommending bodies, folders of these.
    void take(const QStringList& paths);
    /// One of the samples compiled in, with its attachments; see sampleNames().
    void takeSample(const QString& name);
    /// Leaves out what was not taken in yet.
    void cancel();
    bool isBusy() const { return m_thread != nullptr; }

Q_SIGNALS:
    /// `name` is being read; `total` 0 while it is not known how many files there are to look at.
    void progressed(const QString& name, int done, int total);
    /// Everything that was asked for is done.
    void finished(const jz::ui::IntakeResult& result);

private:
    struct Job
    {
        QString path;
        QString sample; ///< name of a sample that is made first; empty for none
    };

    void next();
    void read(const Job& job);
    void judge(const Job& job);
    void keep(const Job& job);
    void takeOver(const Job& job);
    void noteFindings(const DossierEntry& entry, const QString& file);
    void inBackground(std::function<void()> work, std::function<void()> then);
    void refuse(const Error& error);

    Workspace& m_workspace;
    QList<Job> m_waiting;
    IntakeResult m_result;
    std::shared_ptr<IncomingDossier> m_incoming;
    std::shared_ptr<ReceivedSlip> m_slip;
    std::shared_ptr<ReceivedSupplement> m_notice;
    QThread* m_thread = nullptr;
    std::atomic_bool m_cancelled = false;
};

} // namespace jz::ui
