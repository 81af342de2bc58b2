// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/batch_check.h"
#include "model/base/aside.h"
#include "model/workspace/workspace.h"

#include <memory>

namespace jz {

/// What became of one file that came for a batch.
struct ReceivedPaper
{
    enum class Outcome {
        Added,     ///< a new candidate
        Replaced,  ///< the candidate's paper is now this one; the earlier one is kept
        Older,     ///< kept, but what the candidate has already counts
        SameFile,  ///< the same bytes came before
        Diverging, ///< kept beside the candidate's paper: same revision, other content; only a person can choose
        NotTaken,  ///< no dossier of this call: its findings say what to do
    };
    BatchPaper paper;
    Outcome outcome = Outcome::NotTaken;
    Findings findings; ///< those of the paper, and what stands against those that came before: `batch.diverging`
};

/// Takes what came into a batch: files, folders, bundles and zips, in any mixture. Each is looked at as checkBatch() does, in a process of its
/// own; dossiers of the batch's call are laid into the workspace with everything found, others are named. Nothing that came for a candidate is
/// ever lost: a later revision, or the signed paper of the same one, replaces what is in force and the earlier one is kept. A file is kept
/// whole or not at all, so that a call that was interrupted is simply repeated. Findings of the whole batch (quota, duplicates) are those of
/// model/recommendation/batch.h.
/// Units of the register (意向单位) that the files are from are tied to them, see prospect_register.h.
///
/// Throws Cancelled before anything is kept; Error NotFound (no such batch), and those of checkBatch() and the stores.
QList<ReceivedPaper> receive(Workspace& workspace, qint64 batch, const QStringList& paths, qint64 person, const PaperExaminer& examiner = PaperExaminer(),
                             const WorkControl& control = {});

/// The same in three steps, for windows, which must not wait. What the batch wants of its files: asked on the workspace's own thread.
BatchOrder receivingOrder(Workspace& workspace, qint64 batch);
/// Looks at the files and lays the dossiers of the call among the objects, on all cores; touches no database, so that it may run on any thread. What is
/// written down of them (takeIn()) needs the files that came no more: the report's bundles may go. Throws as receive().
BatchReport examineForReceiving(const QStringList& paths, const BatchOrder& order, ObjectStore& objects, const PaperExaminer& examiner = PaperExaminer(),
                                const WorkControl& control = {});
/// Writes down what was examined, a file at a time; on the workspace's own thread again, where each takes some milliseconds. What was written down
/// stays when this goes before the end: receiving the same files again takes in the others.
class TakingIn
{
public:
    /// `workspace` outlives this. Throws as receivingOrder().
    TakingIn(Workspace& workspace, qint64 batch, const BatchReport& report, qint64 person);
    ~TakingIn();
    TakingIn(const TakingIn&) = delete;
    TakingIn& operator=(const TakingIn&) = delete;

    bool isDone() const;
    /// Only while not isDone(). Throws as the stores.
    void takeNext();
    /// What is left, and the units of the register; then what became of every file, in the order of the report.
    QList<ReceivedPaper> finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};
/// All of it at once.
QList<ReceivedPaper> takeIn(Workspace& workspace, qint64 batch, const BatchReport& report, qint64 person);

/// A bundle or zip, or files in it, that only a passphrase opens.
struct LockedBundle
{
    QString path;
    bool wasTried = false; ///< the passphrase given is not its own
};

/// Those among the files looked at (`bundle.encrypted`, `bundle.passphrase`), each once.
QList<LockedBundle> lockedAmong(const BatchReport& report);
/// Whether that is all there is to be said of a paper.
bool isLocked(const BatchPaper& paper);

/// Findings about the one paper: what it has with others is asked anew of all together whenever they are looked at, and that the body has not signed is for the
/// body itself to change.
Findings ownFindings(const Findings& all);

/// Puts a paper that came for a candidate into force: of two that diverge (Outcome::Diverging), the one that a person chose; the other stays on
/// record. It is looked at anew, by `aside`. Throws Error NotFound when that paper did not come for the dossier.
void choosePaper(Workspace& workspace, qint64 batch, const QUuid& dossier, const QByteArray& sha256, qint64 person, const Aside& aside = runHere);

/// `added`, `replaced`, `older`, `same-file`, `diverging`, `not-taken`: stable names.
QString outcomeName(ReceivedPaper::Outcome outcome);
LocalizedText outcomeWord(ReceivedPaper::Outcome outcome);

} // namespace jz
