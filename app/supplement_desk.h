// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/command_line.h"

namespace jz::cli {

/// Takes over the notice that a call names first, and tells what became of it.
int takeSupplementOver(const Call& call);

} // namespace jz::cli
