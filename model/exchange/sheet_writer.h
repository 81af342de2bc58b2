// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/dossier/pasted_rows.h"

#include <QDateTime>

namespace jz {

/// A sheet to be written: a title over a table, and lines below it.
struct SheetContent
{
    QString name;           ///< of the tab: up to 31 characters, what a tab may not have is left out
    QString title;          ///< over the table, across all columns; empty for none
    QStringList intro;      ///< lines below the title
    QStringList headers;
    TextBlock rows;         ///< texts, as they are: a credit code or a telephone number stays what it is
    QList<double> widths;   ///< of the columns, in characters
    QStringList notes;      ///< lines below the table
};

/// Writes a workbook (XLSX, ECMA-376) that is ready to be printed: A4 across, the table's head on every page, cells wrapped. `path` appears whole
/// or not at all. With `made`, the time that stands in it as that of its making, the same content gives the same bytes. Throws Error NotWritable.
void writeSheetFile(const QString& path, const QList<SheetContent>& sheets, const QDateTime& made = {});

} // namespace jz
