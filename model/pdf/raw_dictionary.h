// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/pdf/byte_source.h"

#include <QList>

#include <optional>

namespace jz {

/// One key of a dictionary as it stands in the file, with the place of its value: [begin, end), absolute,
/// without the blanks around it. An indirect reference `12 0 R` is one value.
struct RawEntry
{
    QByteArray key; ///< without the slash, `#xx` escapes undone
    qint64 begin = 0;
    qint64 end = 0;
};

/// A dictionary `<< … >>` read from the bytes themselves, because a signature is about bytes: which key stands
/// twice, where exactly the hex string of /Contents begins and ends. Nested values are skipped, not parsed.
struct RawDictionary
{
    qint64 begin = 0; ///< of `<<`
    qint64 end = 0;   ///< after `>>`
    QList<RawEntry> entries;

    /// The last entry of that key, as parsers take it; null for none.
    const RawEntry* find(const QByteArray& key) const;
    int count(const QByteArray& key) const;
};

/// The dictionary that begins at `offset` (blanks and comments before it are skipped).
/// Nothing when there is none, when it is broken, nested deeper than 64 or longer than `longest` bytes.
std::optional<RawDictionary> rawDictionaryAt(const ByteSource& source, qint64 offset,
                                             qint64 longest = 64LL * 1024 * 1024);
/// The same with a cursor that is at hand: cheaper when many dictionaries are read.
std::optional<RawDictionary> rawDictionaryAt(const ByteCursor& cursor, qint64 offset,
                                             qint64 longest = 64LL * 1024 * 1024);

/// The place after the value of any kind that begins at `offset`; -1 when it is broken, nested deeper than 64 or
/// longer than 256 MB.
qint64 rawValueEnd(const ByteCursor& cursor, qint64 offset);

/// The dictionary of the indirect object `N G obj << … >>` at `offset`; nothing when it is no dictionary.
std::optional<RawDictionary> rawDictionaryOfObject(const ByteSource& source, qint64 offset);

/// `number` and `generation` of the object at `offset`, with the place after `obj`; nothing when none is there.
struct RawObjectHead
{
    int number = 0;
    int generation = 0;
    qint64 end = 0;
};
std::optional<RawObjectHead> rawObjectHeadAt(const ByteSource& source, qint64 offset);
std::optional<RawObjectHead> rawObjectHeadAt(const ByteCursor& cursor, qint64 offset);

/// The whole number at `offset` (blanks before it skipped) and the place after it; nothing when there is none,
/// it is negative or has more than 18 digits.
struct RawNumber
{
    qint64 value = 0;
    qint64 end = 0;
};
std::optional<RawNumber> rawNumberAt(const ByteCursor& cursor, qint64 offset);

/// The first place at or after `position` that is neither blank nor in a comment (ISO 32000-1, 7.2.2–7.2.3).
/// Gives up after 256 KB of nothing but those.
qint64 skipBlanks(const ByteCursor& cursor, qint64 position);

/// White space of PDF: NUL, tab, line feed, form feed, carriage return, blank.
bool isPdfBlank(int byte);

} // namespace jz
