// SPDX-License-Identifier: Apache-2.0
// Private to model/exchange: the XML parts of a workbook (ECMA-376, part 1, chapter 18). Each function reads the bytes of one part and throws
// BrokenSheet when that is no XML or not what it should be; entities of its own are refused.
#pragma once

#include "model/dossier/pasted_rows.h"

#include <QSet>

#include <optional>

namespace jz {

struct BrokenSheet
{
    QString why;
};

struct WorkbookPart
{
    struct Entry
    {
        QString name;
        QString part; ///< name in the zip
    };
    QList<Entry> sheets; ///< visible ones
    QString sharedTexts = QStringLiteral("xl/sharedStrings.xml");
    QString styles = QStringLiteral("xl/styles.xml");
    bool countsFrom1904 = false;
};
WorkbookPart readWorkbook(const QByteArray& workbook, const QByteArray& relations);

/// The texts that cells name by number; none for an empty part.
QStringList readSharedTexts(const QByteArray& part);
/// The numbers of cell formats that show a date or a time.
QSet<int> readDateStyles(const QByteArray& part);

/// What cells are read with.
struct CellReading
{
    QStringList shared;
    QSet<int> dates;
    bool countsFrom1904 = false;
};
struct CellLimits
{
    int rows;
    int columns;
    qint64 characters;
};
/// Nothing when there are more than the limits.
std::optional<TextBlock> readRows(const QByteArray& part, const CellReading& reading, const CellLimits& limits);

} // namespace jz
