// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/table.h"
#include "model/print/text_measure.h"
#include "model/review/review_data.h"

namespace jz {

/// Scores per dossier, painted (评分分布图): best first, a line from the lowest to the highest score, a mark for every score, a thick one for what ranks, a cross for what was struck
/// out, and the cut line. Rows of blocks for a table `width` mm wide, each with a scale of its own and as many dossiers as stand well together. A pure function.
QList<Row> scoreChart(const ReviewData& data, const ReviewOutcome& outcome, double width, TextMeasure& measure);

} // namespace jz
