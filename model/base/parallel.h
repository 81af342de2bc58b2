// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

namespace jz {

/// Runs `body(0)` … `body(count - 1)` on the processors there are (four at most), in any order, and returns when all are
/// done. What they throw is thrown here, the one with the lowest number; the others still run.
void inParallel(int count, const std::function<void(int)>& body);

} // namespace jz
