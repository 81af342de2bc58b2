// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/review_table.h"
#include "model/review/assignment.h"

namespace jz {

/// What has begun in a review and what of it no longer counts.
struct ReviewProgress
{
    QList<ReviewPair> begun;  ///< dossiers in panel bundles in force: they never move
    QList<ReviewPair> voided; ///< of them, those that count nowhere: declared or decided conflicts, annulled scores, experts who declined
    QList<qint64> declined;   ///< experts who take no part any more
};
ReviewProgress progressOf(Workspace& workspace, const ReviewRound& round);

/// How experts are assigned.
struct AssignOrder
{
    QString mode = QStringLiteral("groups"); ///< `groups`: an expert scores all dossiers of his group (分组评审); `flow`: dossier by dossier
    quint64 seed = 1;
    int least = 3;
    int normal = 5;
    int foreign = 0; ///< flow: of them at least so many from another group
    int load = 0;    ///< most dossiers of an expert who has no limit of his own; 0: none
};
/// The least and normal numbers that the call's rubric says.
AssignOrder orderOf(const CallPack& pack);

/// One change by hand.
struct HandChange
{
    QUuid dossier;
    qint64 from = 0; ///< expert who is taken away; 0: nobody
    qint64 to = 0;   ///< expert who is added; 0: nobody
};

/// An assignment (分派) before it is kept.
struct AssignmentPlan
{
    AssignmentRecord record;         ///< as it will be kept; `detail` holds all that reproduces it
    AssignmentTask task;
    Assignment result;
    std::vector<qint64> experts;     ///< by place in the task
    std::vector<int> dossiers;       ///< by place in the task: place in the ReviewTable
    QList<ReviewPair> added;         ///< not in the assignment in force
    QList<ReviewPair> removed;
    QList<LocalizedText> shortages;  ///< a sentence for each dossier that lacks something
    QList<LocalizedText> remarks;    ///< pairs that a person has still to look at, loads above a limit

    bool isComplete() const { return result.isComplete(); }
};

/// The assignment of all dossiers given what has begun, as `order` wants it. In flow, experts with a group take part, all of the register when nobody has one. Throws Error Usage for a
/// review without dossiers, experts or, in groups, without groups.
AssignmentPlan planAssignment(Workspace& workspace, const ReviewTable& table, const AssignOrder& order);
/// Experts for the dossiers that are below the minimum, by the rules of the assignment in force; nothing else moves.
AssignmentPlan planReplacement(Workspace& workspace, const ReviewTable& table);
/// The assignment in force with one change by hand. Throws Error Usage for a conflict (with its evidence; nothing overrides it), for what has begun, for a full load, and for what
/// is so already.
AssignmentPlan planByHand(Workspace& workspace, const ReviewTable& table, const HandChange& change);
/// What the assignment in force comes to now: its shortages, with what was voided since.
AssignmentPlan assessedPlan(Workspace& workspace, const ReviewTable& table);

/// Keeps a plan; the earlier assignments stay on record. Returns its key.
qint64 keepPlan(Workspace& workspace, const ReviewRound& round, AssignmentPlan plan, const QString& reason, qint64 person);

/// Whether an assignment kept by planAssignment() or planReplacement() comes out again from what was kept with it: the same pairs at the same cost.
bool isReproduced(const AssignmentRecord& record);

} // namespace jz
