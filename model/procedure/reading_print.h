// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"
#include "model/dossier/dossier.h"

#include <QDate>

namespace jz {

/// A print for reading (审阅件) as written.
struct WrittenReading
{
    QByteArray data;     ///< dossier.json of what it says, to mark the changes of the next one
    int pages = 0;
    int changes = 0;     ///< places that differ from the one before
};

/// Writes a dossier for reading: larger type, wide margin, a bar at what changed since `before` (null when there was none), which was printed
/// on that day. It carries no data. Whole or not at all. Throws Error NotWritable.
WrittenReading writeReading(const Dossier& dossier, const CallPack& pack, const Dossier* before, const QDate& since, const QString& out);

} // namespace jz
