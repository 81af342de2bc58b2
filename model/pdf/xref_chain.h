// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/pdf/raw_dictionary.h"

namespace jz {

/// How a cross-reference section is written (ISO 32000-1, 7.5.4 and 7.5.8).
enum class XrefKind { Table, Stream };

/// One cross-reference section as it stands in the file.
struct XrefSection
{
    qint64 offset = 0;            ///< of the word `xref` or of the stream object, from the first byte of the file
    XrefKind kind = XrefKind::Table;
    qint64 hybridStream = -1;     ///< the /XRefStm of a hybrid file; -1 for none
    qint64 previous = -1;         ///< /Prev; -1 for none
    qint64 declaredSize = 0;      ///< /Size
    RawDictionary trailer;        ///< the trailer dictionary, or the dictionary of the stream
};

/// A chain longer than this, or xref streams that unpack to more than 64 MB together, are refused as an attack.
constexpr int longestXrefChain = 2000;

/// The sections that a reader follows, newest first, from the last `startxref` over every /Prev.
///
/// Reads numbers and dictionaries only, no entries. Throws Error Malformed when there is no `startxref`, a
/// section is not where it should be, the chain loops or is too long, or an xref stream cannot be unpacked
/// within its limit: checked here because a parser behind it would unpack it without one.
QList<XrefSection> readXrefChain(const ByteSource& source);

/// After the trailer dictionary of a table, or after the `endobj` of a stream; -1 where that is not there.
qint64 endOfSection(const ByteSource& source, const XrefSection& section);

/// Where `%PDF-` begins; offsets in the file count from there. 0 where there is none in the first 1024 bytes.
qint64 headerOffset(const ByteSource& source);

/// The end of a revision: `startxref`, a number, `%%EOF`.
struct RevisionEnd
{
    qint64 startXref = -1; ///< the number after `startxref`; -1 when the bytes do not end as a revision does
    qint64 end = 0;        ///< after `%%EOF`
};

/// The revision that ends with the last `%%EOF` before `end`; only blanks may stand between it and `end`.
RevisionEnd revisionEndingAt(const ByteSource& source, qint64 end);

/// Every place in [0, size) where `word` stands, at most `limit`. One pass in pieces.
QList<qint64> findAll(const ByteSource& source, const QByteArray& word, qsizetype limit);

} // namespace jz
