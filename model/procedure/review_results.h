// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/review/review_data.h"
#include "model/review/score_sheet.h"
#include "model/workspace/workspace.h"

namespace jz {

/// The dossiers behind the papers of a panel bundle: a review copy has an id of its own, and stands for the dossier whose original the office kept.
/// By id of the paper; a paper that is the dossier itself stands for itself.
QHash<QUuid, QUuid> originalsOf(const PanelBundle& bundle, const QList<Submission>& submissions);

/// The data of a sheet as it was kept.
ScoreSheet keptSheet(const ScoreSheetRecord& record);

/// What a round's results are made from, as the workspace has it now: dossiers that were admitted, assigned or scored; of every expert the sheet that counts; what was struck
/// out or may not be judged. Names and reasons included: see withoutNames(). Throws Error as the stores.
ReviewData reviewData(Workspace& workspace, const ReviewRound& round, const CallPack& pack);

/// The rules of a round, changed; `reason` is needed once a sheet was accepted, and kept. Returns what changed, nothing when all is as it was. With `dryRun` nothing
/// is kept. Throws Error Usage (see withSetting(), and for the missing reason).
QList<LocalizedText> changeRules(Workspace& workspace, const ReviewRound& round, const CallPack& pack, const QStringList& settings, const QString& reason, qint64 person,
                                 bool dryRun = false);

/// What striking scores out, or taking that back, does.
struct AnnulmentEffect
{
    int scores = 0;        ///< of the expert, whose standing it changes
    ReviewData before;
    ReviewData after;
};
/// Writes an annulment down; with `dryRun` nothing is kept. Throws Error Usage without a reason, and when it changes nothing.
AnnulmentEffect annulScores(Workspace& workspace, const ReviewRound& round, const CallPack& pack, const Annulment& annulment, bool dryRun = false);

/// Who could score a dossier that has too few scores, without anything else being moved.
struct ReplacementProposal
{
    QUuid dossier;
    int missing = 0;         ///< scores below the least
    int expected = 0;        ///< of assigned experts whose sheets have not come yet
    QList<qint64> experts;   ///< proposed, best first; fewer than needed when there are no others
};
/// For every dossier below the minimum even when all that is still expected comes. Nothing is kept: `office assign replace` does that.
QList<ReplacementProposal> replacementProposals(Workspace& workspace, const ReviewRound& round, const ReviewData& data, const RoundResults& results);

} // namespace jz
