// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/supplement_intake.h"

namespace jz {

/// What a notice says against the one in force before it and the call: every deadline, number of copies, further paper, place and name that is another
/// than now, in the order of the notice. Where nothing is another, empty.
QList<LocalChange> localChanges(const std::optional<Supplement>& before, const Supplement& supplement, const CallPack& pack);


} // namespace jz
