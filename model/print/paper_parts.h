// SPDX-License-Identifier: Apache-2.0
// Parts that the papers beside the dossier have in common.
#pragma once

#include "model/print/opinion_block.h"
#include "model/print/page_footer.h"
#include "model/print/paper_words.h"
#include "model/print/table_layout.h"
#include "model/print/text_shaper.h"

#include <span>

namespace jz {

/// Begins the first page of a paper with its title, centred, and an introduction below it; returns where a table may begin
/// (mm from the top of the page).
double addPaperHead(Paper& paper, const QString& title, const QString& intro, const QRectF& area, TextShaper& shaper);

/// A column of a table of texts: its part of the table's width, and how its cells are set.
struct TextColumn
{
    double share;
    TextStyle style;
};
/// A row of such a table, `width` mm wide; empty lines are left out. `head` is the style of a header row.
Row textRow(std::span<const TextColumn> columns, const QStringList& texts, double width);
Row headerRow(std::span<const TextColumn> columns, const QStringList& texts, double width, const TextStyle& head = FormStyle::label);

/// The section in which one unit signs and seals: wording, labels and the reserved field of the applicant's place, which is the
/// place of whoever issues the paper.
TableSection issuerSection(const QString& heading, const OpinionContent& content, TextShaper& shaper);

/// The same where the unit's leader signs for what the paper declares; `width` in mm. Labels are the pack's.
TableSection leaderSection(const PaperWords& words, const QString& heading, const QString& declaration, double width, TextShaper& shaper);

/// Ends a paper that is form pages alone: counts them, gives them footers, and notes what its fonts lack.
void finishPaper(Paper& paper, const FooterContent& footer, TextShaper& shaper);

} // namespace jz
