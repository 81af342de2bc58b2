// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/open_dossier.h"

namespace jz {

/// Writes down that this revision was passed (预审通过), as the recommending body's own slip says: who, when, and the slip is kept. Throws
/// Error as readReturnSlip(); Unsupported when the slip is about another dossier, revision or content, or returns the dossier instead.
void writeDownPassed(OpenDossier& dossier, const QString& slip, const Aside& aside = runHere);

} // namespace jz
