// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/text_shaper.h"
#include "model/review/results_paper.h"

namespace jz {

/// How the result of one dossier came about (评分计算说明), on one page: every score by criterion, the rule step by step, rounding, what decided between equal ones. Experts are 专家1 … n of
/// this dossier, in an order that says nothing; names never. Words: `paper.explanation` of the pack, where it has any. `dossier`: place in the data's list.
Paper layoutExplanation(const ResultsContent& content, int dossier, TextShaper& shaper);
/// `out` appears whole or not at all.
void writeExplanation(const ResultsContent& content, int dossier, const QString& out);

} // namespace jz
