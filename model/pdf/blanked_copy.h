// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/output_file.h"

#include <QFile>
#include <QMap>

namespace jz {

/// How a file is cleaned without moving a byte of it, for formats that point into themselves by offset: what
/// is known to be needed is kept, some places get other bytes, everything else becomes zero.
class BlankedCopy
{
public:
    explicit BlankedCopy(QFile& in) : m_in(in) {}

    /// Keeps [begin, begin + length), cut where the file ends. Ranges may overlap.
    void keep(qint64 begin, qint64 length);
    /// Cuts off what follows the last kept byte.
    void endAfterKept();
    /// Writes `bytes` at `begin` instead of what stands there; wins over keep(). Patches do not overlap.
    void patch(qint64 begin, const QByteArray& bytes);

    /// Whether the copy differs from the file. With `out`, the copy is written there. Reads the file once,
    /// piece by piece. Throws Error Unreadable and NotWritable.
    bool write(OutputFile* out);

private:
    QByteArray piece(qint64 begin, qint64 length);

    QFile& m_in;
    qint64 m_end = m_in.size();
    QMap<qint64, qint64> m_kept; ///< begin -> end, no two overlap
    QMap<qint64, QByteArray> m_patches;
};

} // namespace jz
