// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/dossier/pasted_rows.h"

namespace jz {

/// One sheet of a workbook, as a person sees it.
struct Sheet
{
    QString name;
    TextBlock rows; ///< from the first row on, each as long as its last filled cell; empty rows at the end are left out
};

/// What is read of a workbook at most.
struct SheetLimits
{
    int sheets = 50;
    int rows = 100'000;          ///< of one sheet
    int columns = 256;
    qint64 bytes = 100'000'000;  ///< of one part, unpacked
    qint64 characters = 50'000'000; ///< of all cells together
};

/// Reads the visible sheets of an XLSX file (ECMA-376, transitional and strict) in their order. Cells are words: shared and inline texts without
/// their phonetic guides, the last results of formulas, whole numbers without exponent (telephone numbers), dates as ISO
/// ("2030-05-20", with "08:30" where there is a time), TRUE and FALSE. Nothing in it is calculated, run or fetched.
///
/// Hostile files are read within `limits` and as BundleReader does. Throws Error naming the file: NotFound, Unreadable, Malformed (damaged, no
/// workbook), Unsupported (the old .xls, a password), TooLarge.
QList<Sheet> readSheetFile(const QString& path, const SheetLimits& limits = {});

} // namespace jz
