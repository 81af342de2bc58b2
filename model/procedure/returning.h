// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/aside.h"
#include "model/dossier/change.h"
#include "model/recommendation/return_slip.h"
#include "model/signature/identity.h"
#include "model/workspace/workspace.h"

namespace jz {

/// Begins a slip on the paper in force of a candidate: from the batch's body, with its contact. `dossier`: what readDossierData() gives for that
/// paper.
ReturnSlip slipOn(const Candidate& candidate, const Dossier& dossier, const Batch& batch, const CallPack& pack);

/// Writes the slip to `out`, keeps it with the candidate and puts that into the state `returned` or `passed`. The dossier as it was returned stays
/// in the workspace, so that the next revision can be compared with it. The paper is made by `aside`. Throws Error as writeReturnSlip() and the stores; Usage when another paper came into force meanwhile.
void returnCandidate(Workspace& workspace, const Candidate& candidate, const ReturnSlip& slip, const Identity& deliveryKey, const QString& out, qint64 person, const Aside& aside = runHere);

/// What became of a note in the revision that came back.
struct NoteOutcome
{
    enum class Met {
        Unchanged, ///< what the note is about is as it was
        Changed,
        Proposal,  ///< it is now what the note proposed
        Unknown,   ///< about the dossier as a whole: only a person can tell
    };
    SlipNote note;
    Met met = Met::Unknown;

    bool operator==(const NoteOutcome&) const = default;
};

/// What a candidate's paper in force changed against the revision that was returned last.
struct Resubmission
{
    ReturnSlip slip;
    Dossier returned;
    Dossier now;
    Changes changes;          ///< field by field
    QList<NoteOutcome> notes; ///< in the order of the slip
};

/// Nothing when the candidate was never returned, or nothing came since. Throws Error as readDossierData().
std::optional<Resubmission> resubmissionOf(Workspace& workspace, const Candidate& candidate);

/// `unchanged`, `changed`, `proposal`, `unknown`: stable names.
QString metName(NoteOutcome::Met met);
LocalizedText metWord(NoteOutcome::Met met);

/// A dossier that its unit takes back (撤回), or brings through another channel (改渠道).
struct Withdrawal
{
    QString reason;       ///< never empty
    QDate day;            ///< of the unit's word
    QDate acknowledged;   ///< when this body agreed; invalid: not yet
};

/// Takes a candidate out of the ranking and of the quota; everything that came stays. Acknowledged, the base is free for another channel. After a decision
/// the ranking changes for that reason. Throws Error Usage when the reason is empty, or it was sent with a batch and the day is missing.
void withdraw(Workspace& workspace, qint64 batch, const QUuid& dossier, const Withdrawal& withdrawal, qint64 person);
/// The unit stays after all: the candidate is ranked again, last.
void takeWithdrawalBack(Workspace& workspace, qint64 batch, const QUuid& dossier, qint64 person);

/// The words that acknowledge a withdrawal to the unit, which another channel asks for.
LocalizedText withdrawalText(const Candidate& candidate, const Batch& batch);

} // namespace jz
