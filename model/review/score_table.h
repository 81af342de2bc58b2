// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/review/panel.h"
#include "model/review/score_sheet.h"

namespace jz {

/// What stands on forms that are filled in without the program, spreadsheet and paper: says which panel bundle they are of, without giving its secret away.
/// Eight characters in two groups.
QString formCode(const Panel& panel);

/// Writes a locked spreadsheet (XLSX) for an expert without the program: a tab for each category, for each dossier a line for points and one for comments, under
/// every criterion; `entered` is filled in already. Throws Error NotWritable and those of rubricOf().
void writeScoreTable(const Panel& panel, const QList<DossierScores>& entered, const CallPack& pack, const QString& path);

/// A cell that cannot be taken as it is.
struct BadCell
{
    QString address;       ///< "产学研协作!D6"
    LocalizedText message; ///< what is wrong and what is allowed
};

/// What an expert filled in.
struct FilledTable
{
    QString expert;                 ///< as it stands on the sheet
    QList<DossierScores> dossiers;  ///< all of the panel, in its order; what was not filled in is empty
    QList<BadCell> bad;             ///< in the order of the sheet; nothing of these is among the scores
};

/// The number of the panel that a score table says it is of. Throws Error as readSheetFile(), and Unsupported for any other spreadsheet.
QString panelOfScoreTable(const QString& path);
/// Reads it back; what was typed is taken as readPoints() does. Throws Error as panelOfScoreTable(); Malformed when its code is of another bundle, or its lines are
/// not those of the panel.
FilledTable readScoreTable(const QString& path, const Panel& panel, const CallPack& pack);

} // namespace jz
