// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace jz {

/// A cell of a form that is filled in with a spreadsheet program.
struct FormCell
{
    enum class Kind {
        Words,   ///< fixed
        Head,    ///< fixed, emphasised
        Number,  ///< to be filled in: 0 … most in steps
        Choice,  ///< to be filled in: one of `choices`
        Free,    ///< to be filled in: any text
        Sum,     ///< of the cells of its row from `from` to `to`
    };
    Kind kind = Kind::Words;
    QString words = {};        ///< fixed words, or what is filled in already
    int most = 0;              ///< Number: hundredths
    int step = 1;              ///< Number: hundredths
    QStringList choices = {};
    int from = 0;              ///< Sum: columns, from 0
    int to = 0;
    int across = 1;            ///< columns that it takes
};

/// A sheet that is locked but for the cells to be filled in.
struct FormSheet
{
    QString name;              ///< of the tab
    QList<QList<FormCell>> rows;
    QList<double> widths;      ///< of the columns, in characters
    QList<double> heights;     ///< of the rows, in points; 0: as it comes
    int headRows = 0;          ///< rows that stay in sight and are printed on every page
};

/// Writes a workbook (XLSX, ECMA-376) of locked forms: what may be entered is checked by the spreadsheet program as it is typed. `password` opens the
/// lock: it keeps from mistakes, not from intent. `path` appears whole or not at all. Throws Error NotWritable.
void writeFormFile(const QString& path, const QList<FormSheet>& sheets, const QString& password);

/// "D6" for column 3 and row 5, both from 0.
QString cellAddress(int column, int row);

} // namespace jz
