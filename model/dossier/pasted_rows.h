// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"
#include "model/dossier/change.h"

namespace jz {

/// Cells that were copied elsewhere (a spreadsheet, a table of a text), row by row. Rows may be of different length.
using TextBlock = QList<QStringList>;

/// What a block becomes in a table of the form, and what of it found no place there.
struct PlacedBlock
{
    QList<QJsonObject> rows;      ///< one for each row of the block, by column id; null where the block has an empty cell
    bool hadHeader = false;       ///< its first row named columns and is none of `rows`
    QList<LocalizedText> remarks; ///< whole sentences, each telling what was left out
};

/// Finds out which column of the block goes into which of the field's: by its header row when it has one, else side by side from
/// `column` on. A column of running numbers in front is none. Cells are brought into shape as readValues() does; several columns of
/// one name are joined by a stroke. Rows without any text are left out. `firstRow` is the 0-based place where the first will stand,
/// for the remarks.
PlacedBlock placeBlock(const TextBlock& block, const Field& field, const QString& column, int firstRow);

/// Writes the rows over those from the 0-based place `firstRow` on; rows that are not there yet are made.
Changes fillRows(const Dossier& dossier, const QString& field, int firstRow, const PlacedBlock& block);

} // namespace jz
