// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/text_shaper.h"
#include "model/review/panel.h"
#include "model/review/score_sheet.h"
#include "model/signature/identity.h"

namespace jz {

/// What a printed score sheet is made from. Words: `paper.scoreSheet` of the pack, where it has any.
struct ScoreSheetPaper
{
    enum class Signed {
        WithPen,         ///< room for the signature, no field
        WithCertificate, ///< the same with a field that signPaper() fills (SignatureRole::Applicant)
        Blank,           ///< all of it is to be filled in with the pen
    };
    const CallPack& pack;
    const ScoreSheet& sheet;
    const Panel& panel;         ///< what the sheet answers: names and numbers of the dossiers
    QUuid id;                   ///< of the paper
    QByteArray dataFingerprint; ///< SHA-256 of scores.json
    Signed how = Signed::WithPen;
};

/// Lays the sheet out: who judges for which panel, the promise, a table per category with the points of each criterion, total, opinion and visit, comments,
/// own order, room for the signature with the check code, footers with codes of its own. A pure function of content and fonts. Throws Error as rubricOf().
Paper layoutScoreSheet(const ScoreSheetPaper& content, TextShaper& shaper);

/// 评分表
QString scoreSheetTitle(const CallPack& pack);
/// What an expert promises (保密承诺), as it stands on the screen and on the sheet.
QString promiseWords(const CallPack& pack);
/// 同意, 修改后同意, 不同意; empty for none.
LocalizedText opinionWord(const QString& opinion);

/// A score sheet as it came in a file.
struct ReceivedScores
{
    ScoreSheet sheet;
    QByteArray data;
    QString sender; ///< of the delivery mark; empty for a sheet signed by certificate
};

/// Writes the sheet: the printed table, its data inside, closed by the delivery mark. `out` appears whole or not at all. Throws Error as
/// writeDataPaper() and layoutScoreSheet().
void writeScoreSheet(const ScoreSheet& sheet, const Panel& panel, const CallPack& pack, const Identity& deliveryKey, const QString& out);
/// The same with an empty field for the expert's signature, not closed: to be signed by signPaper().
void writeOpenScoreSheet(const ScoreSheet& sheet, const Panel& panel, const CallPack& pack, const QString& out);

/// Writes a sheet to be filled in with the pen by an expert without the program: the same table with room for points and words, the code of the panel
/// (formCode()), nothing inside. Throws Error as assemblePdf() and rubricOf().
void writeBlankScoreSheet(const Panel& panel, const CallPack& pack, const QString& out);

/// Whether a file is a PDF with a score sheet's data inside; says nothing about whether it is whole.
bool isScoreSheet(const QString& path);
/// Reads a sheet. Any file may be given: errors as readClosedData() and parseScoreSheet(). Whether it belongs to a panel is bindingOf()'s to say.
ReceivedScores readScoreSheet(const QString& path);

} // namespace jz
