// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/text_shaper.h"
#include "model/procedure/ink_endorsing.h"

namespace jz {

/// The list for the keeper of the seal (用印清单) in front of a print job: what is to be signed and sealed, where in the job it lies, boxes to
/// tick. Words: `paper.sealList` of the pack, where it has any. Without codes: it stays with the keeper.
Paper layoutSealList(const SealJob& job, const Batch& batch, const CallPack& pack, TextShaper& shaper);

QString sealListTitle(const CallPack& pack);

} // namespace jz
