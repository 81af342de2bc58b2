// SPDX-License-Identifier: Apache-2.0
// Parts that the papers beside the dossier have in common.
#pragma once

#include "model/call/call_pack.h"
#include "model/print/opinion_block.h"
#include "model/print/table.h"
#include "model/print/text_shaper.h"

namespace jz {

/// The words of the pack for one kind of paper (`paper.KIND`), or plain ones where it has none.
class PaperWords
{
public:
    PaperWords(const CallPack& pack, const QString& kind) : m_words(pack.print.value(kind).toObject()) {}

    QString operator()(const QString& name, const QString& otherwise) const;
    /// The same of the head of a table's column, counted from 0.
    QString column(int index, const QString& otherwise) const;

private:
    QJsonObject m_words;
};

/// Begins the first page of a paper with its title, centred, and an introduction below it; returns where a table may begin
/// (mm from the top of the page).
double addPaperHead(Paper& paper, const QString& title, const QString& intro, const QRectF& area, TextShaper& shaper);

/// The section in which one unit signs and seals: wording, labels and the reserved field of the applicant's place, which is the
/// place of whoever issues the paper.
TableSection issuerSection(const QString& heading, const OpinionContent& content, TextShaper& shaper);

} // namespace jz
