// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/pdf/pdf_structure.h"

#include <QMap>

namespace jz {

/// Collects new and overridden objects and turns them into the bytes that, appended to the file, make its next
/// revision (ISO 32000-1, 7.5.6). No earlier byte changes; the cross-reference section is of the kind of the
/// file's last one (a table after a hybrid one, without /XRefStm). Deterministic: the second half of /ID is a
/// digest of the new objects.
///
/// The structure belongs to the caller and outlives it.
class IncrementalUpdate
{
public:
    /// Throws Error Malformed when the file does not end with a whole revision, Unsupported when it is encrypted
    /// or has more objects than PDF allows for (8,388,607).
    explicit IncrementalUpdate(const PdfStructure& structure);

    /// A number no object of the file has: from max(/Size, highest number + 1) upwards, generation 0.
    ObjectId newObject();
    /// Sets what stands between `obj` and `endobj`; the last one counts.
    void put(ObjectId id, const QByteArray& body);

    /// The bytes to append. Call once, last.
    QByteArray bytes();
    /// Where the body of an object begins within the result of bytes(); -1 when it is not in it.
    qint64 bodyOffset(ObjectId id) const;

private:
    struct Entry
    {
        int generation = 0;
        QByteArray body;
        qint64 offset = 0;     ///< of `N G obj` in the whole file
        qint64 bodyOffset = -1; ///< in the tail
    };
    QByteArray table() const;
    QByteArray stream(qint64 offset);
    QByteArray trailerEntries() const;
    QByteArray nextId(const QByteArray& old) const;
    /// Runs of neighbouring numbers: first number and how many.
    QList<std::pair<int, int>> runs() const;

    const PdfStructure& m_structure;
    QMap<int, Entry> m_entries;
    int m_next = 0;
};

} // namespace jz
