// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/exchange/scan_matching.h"
#include "model/recommendation/batch.h"

namespace jz {

/// Scans of several dossiers in one heap, sorted to the dossiers by the codes on them.

/// The sheets that bear a code of this dossier.
QList<ScannedSheet> sheetsOf(const QUuid& dossier, const QList<ScannedSheet>& sheets);

/// About sheets of no dossier of the batch: unreadable, without code, foreign.
InkProblems strayScans(const QList<ScannedSheet>& sheets, const BatchView& view);

} // namespace jz
