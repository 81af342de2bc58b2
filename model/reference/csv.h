// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

namespace jz {

/// A row of a CSV table by the names in its first line.
class CsvRow
{
public:
    CsvRow(QStringList names, QStringList cells, int line) : m_names(std::move(names)), m_cells(std::move(cells)), m_line(line) {}
    QString operator[](const QString& column) const { return m_cells.value(m_names.lastIndexOf(column)); }
    int line() const { return m_line; }  ///< 1-based, in the file

private:
    QStringList m_names; ///< shared by all rows of a table
    QStringList m_cells;
    int m_line;
};

/// The rows of a table in CSV (RFC 4180) with any separator, empty ones too: as a spreadsheet numbers them. Throws Error Malformed for a quotation that
/// is not closed.
QList<QStringList> csvRows(const QString& text, QChar separator, const QString& subject);

/// Reads CSV (RFC 4180: commas, quotes doubled inside quotes; UTF-8 with or without byte order mark, any
/// line end).
/// Empty lines are skipped. Throws Error Malformed, naming `subject` and the line, when the text is no UTF-8, when
/// one of `columns` is
/// missing in the first line or a row has another number of cells than it.
QList<CsvRow> readCsv(const QByteArray& bytes, const QStringList& columns, const QString& subject);

} // namespace jz
