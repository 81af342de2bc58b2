// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/exchange/table_file.h"
#include "model/exchange/sheet_writer.h"
#include "model/review/expert_fields.h"

namespace jz {

/// What becomes of one row of a table of experts.
struct ExpertRow
{
    enum class Outcome { Added, Changed, Unchanged, LeftOut };
    struct Change
    {
        QString field;
        QString was;
        QString now;
    };
    int number = 0;               ///< as the spreadsheet counts, from 1
    Outcome outcome = Outcome::LeftOut;
    Expert expert;                ///< as it will be kept; of one left out only what could be read
    QList<Change> changes;        ///< of one that is known already
    LocalizedText reason;         ///< why it is left out
    QList<LocalizedText> remarks; ///< cells that were left out, and what else to look at
};
/// `added`, `changed`, `unchanged`, `left-out`: stable names.
QString expertOutcomeName(ExpertRow::Outcome outcome);
LocalizedText expertOutcomeWord(ExpertRow::Outcome outcome);

/// What a column of the table is taken for.
struct ExpertColumn
{
    QString heading;
    QString field;         ///< of expertFields(); empty: not taken
    LocalizedText leftOut; ///< why it is not, where it looks like personal numbers; empty: the register has no such field
};

/// What an import will do, row by row: nothing is kept yet.
struct ExpertImport
{
    QString sheet;
    QList<ExpertColumn> columns;
    QList<ExpertRow> rows;

    int count(ExpertRow::Outcome outcome) const;
    /// What is to be kept: added and changed ones.
    QList<Expert> kept() const;
};

/// With what rows become records.
struct ExpertImportOrder
{
    QString purpose;
    QDate deleteOn;
    QDate today;
    QList<Choice> categories;
};

/// Reads a table of experts against those known. Columns are known by their heads, in any order. Columns that look like numbers of identity papers or bank accounts, by their head
/// or by what stands in them, are named and not looked at further; single cells that do are left out and named with their row. Rows without name or unit, with
/// values that cannot be, and people who stand in the table twice are left out with the reason. Cells that are empty leave what is known. Pure. Throws Error Usage for an
/// order without purpose or day of deletion, Malformed for a table without a column for the name (subject `name`).
ExpertImport expertImport(const QList<Sheet>& sheets, const QList<Expert>& known, const ExpertImportOrder& order);

/// An empty table to be filled in: the heads of all fields, with what to write under them.
SheetContent expertTemplate(const QList<Choice>& categories);

} // namespace jz
