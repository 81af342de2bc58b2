// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/dossier/dossier.h"
#include "model/recommendation/supplement.h"

namespace jz {

/// Lays a notice over the facts of its call: its deadlines come beside the call's, marked as local; copies and file name take the place of the call's.
/// Facts alone are changed: the form and its hash are not among them.
void layOver(CallFacts& facts, const Supplement& supplement);

/// The recommending body that a dossier names; empty while it names none.
QString recommendingBodyOf(const Dossier& dossier, const CallPack& pack);
/// Whether two names are of one body: the same, or a full and a short one of the list.
bool isSameBody(const QString& one, const QString& other);

} // namespace jz
