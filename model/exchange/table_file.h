// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/exchange/sheet_reader.h"

#include <optional>

namespace jz {

/// Reads a table that somebody was sent: a workbook (XLSX, see readSheetFile()), or text with a row a line (CSV, or with tabs or semicolons
/// between the cells): UTF-8 and UTF-16 with or without byte order mark, GB 18030 (GBK, GB 2312). Which it is is decided by content. Text is one sheet, named as the file.
/// Throws Error as readSheetFile(), and Malformed for text in another encoding or with a quotation that is not closed.
QList<Sheet> readTableFile(const QString& path, const SheetLimits& limits = {});

/// Where a table stands in a workbook, and which of its columns is what.
struct FoundTable
{
    Sheet sheet;
    int head = 0;              ///< place of the row with the heads, from 0
    QList<qsizetype> columns;  ///< place of each column asked for; -1 for none

    /// What a row has in the n-th of the columns asked for, trimmed.
    QString cell(int row, int column) const { return columns.at(column) < 0 ? QString() : sheet.rows.at(row).value(columns.at(column)).trimmed(); }
};

/// What heads of columns are compared by: comparisonKey() without stars, colons and what stands in brackets behind (姓名*（必填）).
QString headKey(const QString& head);

/// Finds the row, among the first twenty of each sheet, that has a head of the first kind and most of the others, the first of equal ones: a title over the table is
/// none. Columns stand in any order. `heads`: the headKey()s by which each is known.
std::optional<FoundTable> findTable(const QList<Sheet>& sheets, const QList<QStringList>& heads);

} // namespace jz
