// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/review/panel.h"
#include "model/review/score_sheet.h"

namespace jz {

/// What is still missing from one dossier before the sheet can be finished: scoreProblems(), and a comment for points that need one
/// (Rubric::needsComment). A sentence each; empty: all is well, or it is void.
QList<LocalizedText> gapsOf(const DossierScores& scores, const Rubric& rubric);

/// Pairs of dossiers of which the same words are said, in a comment of 8 characters or more; by their places in the list. Blanks and punctuation do not count.
QList<QPair<qsizetype, qsizetype>> sameWords(const QList<DossierScores>& dossiers);

/// The order in which the dossiers of a panel are presented: random for each expert, so that nobody is always read last, and the same for one seed. Places in the
/// panel's list.
QList<qsizetype> presentationOrder(qsizetype count, qint64 seed);

} // namespace jz
