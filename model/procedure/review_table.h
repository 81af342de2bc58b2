// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/parallel.h"
#include "model/review/conflicts.h"
#include "model/workspace/workspace.h"

#include <vector>

namespace jz {

/// A dossier that goes to the experts.
struct ReviewedDossier
{
    Submission submission;
    ComparedDossier compared;
    QString panel; ///< its group; empty for none
};

/// Experts and dossiers of one review side by side, and what stands between them: what conflicts are shown by and assignments are made from.
struct ReviewTable
{
    ReviewRound round;
    QList<Expert> experts;              ///< of the register, without deleted ones; candidates in their place where these were asked about
    std::vector<ReviewedDossier> dossiers; ///< each once, by bundle and rank
    std::vector<std::vector<Conflict>> conflicts; ///< by dossier and expert

    int dossierAt(const QUuid& id) const; ///< -1 for none
    int expertAt(qint64 key) const;
    const Conflict& conflict(int dossier, int expert) const { return conflicts[size_t(dossier)][size_t(expert)]; }
    /// Dossiers that an expert applies with himself: excluded by unit or by name with unit. Worth knowing for all others.
    QList<int> ownDossiers(int expert) const;
};

/// The dossiers that were admitted to review; all that count while none was (`onlyAdmitted` false), so that candidates can be looked at early.
QList<Submission> reviewedSubmissions(Workspace& workspace, qint64 round, bool onlyAdmitted);

/// What is looked at.
struct ReviewTableOrder
{
    bool onlyAdmitted = true;
    QList<Expert> candidates; ///< not registered ones, to be looked at in place of the register
};

/// Reads the dossiers' data out of the object store, on all cores, and compares them with the experts: some 20 ms a dossier of 5 MB. Throws Cancelled, and Error naming the
/// dossier when its paper is not there or does not have the data that came (fingerprint).
ReviewTable reviewTable(Workspace& workspace, const ReviewRound& round, const CallPack& pack, const ReviewTableOrder& order = {}, const WorkControl& control = {});

/// Writes down that a person excluded or cleared a pair. Throws Error Usage without a reason; clearing what is excluded by what the dossier says, or was declared by the expert, is refused with the
/// evidence: nothing overrides it.
void decideConflict(Workspace& workspace, const ReviewTable& table, int dossier, int expert, bool excluded, const QString& reason, qint64 person);

} // namespace jz
