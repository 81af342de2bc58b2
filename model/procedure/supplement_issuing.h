// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/finding.h"
#include "model/recommendation/supplement.h"
#include "model/signature/identity.h"
#include "model/workspace/workspace.h"

namespace jz {

/// A notice that a body gave out, as its desk keeps it.
struct IssuedSupplement
{
    Supplement supplement;
    QByteArray paper; ///< SHA-256, in the object store
    QDateTime at;     ///< UTC
};

/// Those of a batch, in the order of their numbers; the last one holds.
QList<IssuedSupplement> issuedSupplements(Workspace& workspace, qint64 batch);

/// Begins the next notice of a batch's body: with its contact, and with what the last one says, which it takes the place of.
Supplement nextSupplement(Workspace& workspace, const Batch& batch, const CallPack& pack);
/// The notice that repeals those before.
Supplement repealingSupplement(Workspace& workspace, const Batch& batch, const CallPack& pack);

/// What was typed of the next notice and not given out yet; nothing when there is none. It lies in the folder of the workspace.
std::optional<Supplement> supplementDraft(Workspace& workspace, qint64 batch);
/// Keeps it. Throws Error NotWritable.
void keepSupplementDraft(Workspace& workspace, qint64 batch, const Supplement& supplement);

/// Writes it to `out` and keeps it at the body under its number. Returns what is to be looked at. Throws Error as writeSupplement(), and Usage when
/// another of that number was made meanwhile; then nothing is kept. The draft goes.
Findings issueSupplement(Workspace& workspace, qint64 batch, const Supplement& supplement, const Identity& deliveryKey, const QString& out, qint64 person);

} // namespace jz
