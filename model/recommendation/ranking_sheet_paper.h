// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/text_shaper.h"
#include "model/recommendation/ranking_sheet.h"

namespace jz {

/// What a printed ranking sheet is made from. Words: `paper.ranking` of the pack, where it has any.
struct RankingSheetPaper
{
    enum class Signed {
        WithPen,         ///< room for signature and seal, no field
        WithCertificate, ///< the same with a field that signPaper() fills
    };
    const CallPack& pack;
    const RankingSheet& sheet;
    QUuid id;                   ///< of the paper
    QByteArray dataFingerprint; ///< SHA-256 of ranking.json
    Signed how = Signed::WithPen;
};

/// Lays the sheet out: title, who recommends how many by which decision, the table in order, what the body declares with room for signature and seal,
/// footers with codes of its own. A pure function of content and fonts.
Paper layoutRankingSheet(const RankingSheetPaper& content, TextShaper& shaper);

/// 推荐排序表
QString rankingSheetTitle(const CallPack& pack);
/// Heads of the table's columns, and its cells by dossier: also for the forms that other programs open.
QStringList rankingColumns(const CallPack& pack);
QStringList rankingCells(const RankingSheet& sheet, int dossier);
/// Who recommends how many, on which decision.
QString rankingIntro(const RankingSheet& sheet, const CallPack& pack);
/// What the body declares, a sentence each.
QStringList rankingDeclarations(const RankingSheet& sheet, const CallPack& pack);

} // namespace jz
