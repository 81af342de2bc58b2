// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/exchange/sheet_writer.h"
#include "model/print/table.h"
#include "model/print/text_shaper.h"
#include "model/review/review_data.h"
#include "model/signature/identity.h"

namespace jz {

/// What the papers of a result are made from. Words: `paper.results` of the pack, where it has any.
struct ResultsContent
{
    const CallPack& pack;
    const ReviewData& data; ///< without names for all but the internal sheet
    const RoundResults& results;
};

/// 评分结果汇总表: rules, the table in order, the chart, what striking out changed, late changes of rules; adjusted means only when the rules say so.
Paper layoutResultsPaper(const ResultsContent& content, TextShaper& shaper);
/// Writes it with the data inside, closed by the delivery mark. `out` appears whole or not at all. Throws Error as writeDataPaper().
void writeResultsPaper(const ResultsContent& content, const Identity& deliveryKey, const QString& out);
/// The same, not closed: the same data give the same bytes, and the closed paper begins with them.
void writeOpenResultsPaper(const ResultsContent& content, const QString& out);

/// 评分分析: adjusted means, severity of each expert, probability of being above the line, scores for a human look, what was struck out. Marked internal on every page.
Paper layoutInternalResults(const ResultsContent& content, TextShaper& shaper);
void writeInternalResults(const ResultsContent& content, const QString& out);

/// Where the tables of a result stand: wider than the form, clear of the codes below.
PageArea resultsArea();
/// Tables of adjusted means, and of experts: for the internal sheet, and for the results paper where the rules say so.
QList<TableSection> analysisSections(const ResultsContent& content, double width);

/// The results as a workbook: results, scores by expert, rules.
QList<SheetContent> resultsWorkbook(const ReviewData& data, const RoundResults& results);
/// What is to be said of a dossier beside its numbers, Chinese, a line each.
QStringList outcomeRemarks(const ReviewData& data, const DossierOutcome& outcome);

} // namespace jz
