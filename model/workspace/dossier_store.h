// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/dossier/dossier_summary.h"
#include "model/workspace/dossier_journal.h"

namespace jz {

/// A dossier as lists show it.
struct DossierEntry
{
    qint64 key = 0;
    QUuid id;
    QString callId;
    int revision = 1;
    DossierState state = DossierState::Draft;
    DossierSummary summary;
    int steps = 0;
    QDateTime changed; ///< UTC
    QString origin;    ///< `via` of its first step: `form`, `cli`, `sample`, or the file it came as
};

/// A revision as it left the program or came in: its data, byte for byte, and its paper.
struct KeptRevision
{
    /// Why it was kept.
    enum class Occasion {
        Submit,   ///< 送审稿
        Finalise, ///< 定稿
        Sign,     ///< signed paper
        Send,
        Copy,     ///< a draft handed to a colleague: the common ancestor for merging it back
        Receive,  ///< came from outside
        Read,     ///< 审阅件, printed to be read: the next one marks what changed since
    };
    int revision = 1;
    Occasion occasion = Occasion::Finalise;
    QByteArray fingerprint; ///< SHA-256 of `data`
    QByteArray data;        ///< dossier.json as embedded
    QByteArray paper;       ///< SHA-256 of the PDF in the object store; empty for none
    int step = 0;           ///< the journal's last step then
    QDateTime at;           ///< UTC
};

QString occasionName(KeptRevision::Occasion occasion);

/// The dossiers of a workspace.
class DossierStore
{
public:
    DossierStore(Database& database, std::function<void()> committed)
        : m_database(database), m_committed(std::move(committed))
    {
    }

    /// All of them, changed last first. `search`: only those whose title, applicant, values or file names have this text
    /// in them (full and half width, capitals and small letters are the same).
    QList<DossierEntry> list(const QString& search = {});
    /// The one of that id; none when there is none.
    std::optional<DossierEntry> find(const QUuid& id);
    /// Those whose id begins with `beginning` (what a person types), or the one of that short id.
    QList<DossierEntry> startingWith(const QString& beginning);

    /// Begins a journal with the dossier's values as its first step, of kind Create. Throws Error when its id is here.
    DossierEntry create(const Dossier& dossier, const DossierSummary& summary, qint64 person, const QString& via);
    std::unique_ptr<DossierJournal> journal(qint64 key);
    /// Brings title, applicant and progress in lists up to date.
    void setSummary(qint64 key, const DossierSummary& summary);

    void keep(qint64 key, const KeptRevision& revision);
    /// Kept revisions, oldest first.
    QList<KeptRevision> revisions(qint64 key);
    std::optional<KeptRevision> revisionOf(qint64 key, const QByteArray& fingerprint);

    /// SHA-256 of every file that any state, revision or step of any dossier names, of the records beside it, and of the participants' lists.
    QSet<QByteArray> objectsNamed();

private:
    void refreshSearch();

    Database& m_database;
    std::function<void()> m_committed;
};

} // namespace jz
