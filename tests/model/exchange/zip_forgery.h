// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace jz::test {

/// An entry of a zip as a good program would not write it; stored as it is.
struct ForgedEntry
{
    QByteArray name;
    QByteArray content;
    quint16 flags = 0;
    quint16 method = 0;
    quint32 unixMode = 0;
    std::optional<quint32> statedSize = {}; ///< unpacked; deflated entries are not made here
    std::optional<quint32> crc = {};
};

/// The bytes of a zip of those entries, each field as asked for.
QByteArray forgedZip(const QList<ForgedEntry>& entries);

} // namespace jz::test
