// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/workspace/batch_store.h"
#include "model/workspace/disk_writer.h"
#include "model/workspace/dossier_store.h"
#include "model/workspace/expert_store.h"
#include "model/workspace/intake_store.h"
#include "model/workspace/notes.h"
#include "model/workspace/notice_store.h"
#include "model/workspace/object_store.h"
#include "model/workspace/operators.h"
#include "model/workspace/panel_store.h"
#include "model/workspace/prospect_store.h"
#include "model/workspace/records.h"
#include "model/workspace/score_store.h"
#include "model/workspace/sending_store.h"
#include "model/workspace/trust_store.h"
#include "model/workspace/workspace_lock.h"

#include <future>
#include <memory>

namespace jz {

/// The folder in which a desk keeps its work (资料库): `workspace.sqlite` with dossiers and journal, `objects/` with files,
/// `backups/`. One process writes; others read and are told who has it. Used from the thread that opened it.
class Workspace
{
public:
    enum class Mode {
        Write,       ///< write; Error NotWritable, naming who has it, when another process does
        WriteOrRead, ///< write when possible, else read: see writer()
        Read,
    };

    /// JUANZONG_WORKSPACE, else the platform's place for a program's data.
    static QString usualFolder();

    /// Opens the workspace in `folder`; with Mode::Write makes it when it is not there. An older one is brought up to date
    /// after a backup; a rolling backup is made once a day. `person` is shown to others who find it in use. Throws Error
    /// NotFound, NotWritable, Unsupported (newer, naming the version), Malformed (damaged, another program's).
    explicit Workspace(const QString& folder, Mode mode = Mode::Write, const QString& person = {});
    ~Workspace();
    Workspace(const Workspace&) = delete;
    Workspace& operator=(const Workspace&) = delete;

    const QString& folder() const { return m_folder; }
    bool isReadOnly() const { return m_lock == nullptr; }
    /// Who writes, when this is read-only.
    LockOwner writer() const { return WorkspaceLock::owner(m_folder); }
    /// Says who writes here now, for others who find it in use. Nothing when this is read-only.
    void setPerson(const QString& person);
    /// Whether commits go through a write-ahead log (see writeAheadLogWorks).
    bool usesLog() const { return m_usesLog; }

    Operators& operators() { return m_operators; }
    DossierStore& dossiers() { return m_dossiers; }
    Notes& notes() { return m_notes; }
    UnitProfiles& profiles() { return m_profiles; }
    Records& records() { return m_records; }
    BatchStore& batches() { return m_batches; }
    SendingStore& sendings() { return m_sendings; }
    ProspectStore& prospects() { return m_prospects; }
    NoticeStore& notices() { return m_notices; }
    IntakeStore& intakes() { return m_intakes; }
    ExpertStore& experts() { return m_experts; }
    ScoreStore& scores() { return m_scores; }
    PanelStore& panels() { return m_panels; }
    TrustStore& trust() { return m_trust; }
    VerdictStore& verdicts() { return m_verdicts; }
    ObjectStore& objects() { return m_objects; }
    Database& database() { return *m_database; }

    /// Everything committed is on the disk when this returns. Throws Error.
    void settle();
    /// Waits until a backup that runs in the background is done.
    void finishBackup();
    bool isOnDisk() const { return !m_disk || m_disk->isOnDisk(); }
    /// Hears, from another thread, that all is on the disk (nothing) or why it is not.
    void onDiskWritten(DiskWriter::Told told);

    /// The database file of a workspace folder.
    static QString databaseFile(const QString& folder);

private:
    /// What stores call after a commit.
    std::function<void()> committed();

    QString m_folder;
    std::unique_ptr<WorkspaceLock> m_lock;
    bool m_usesLog;
    std::unique_ptr<Database> m_database;
    std::promise<void> m_backedUp;
    std::shared_future<void> m_backup;
    std::mutex m_toldMutex;
    DiskWriter::Told m_told;
    std::unique_ptr<DiskWriter> m_disk;
    Operators m_operators;
    DossierStore m_dossiers;
    Notes m_notes;
    UnitProfiles m_profiles;
    Records m_records;
    BatchStore m_batches;
    SendingStore m_sendings;
    ProspectStore m_prospects;
    NoticeStore m_notices;
    IntakeStore m_intakes;
    ExpertStore m_experts;
    ScoreStore m_scores;
    PanelStore m_panels;
    TrustStore m_trust;
    VerdictStore m_verdicts;
    ObjectStore m_objects;
};

} // namespace jz
