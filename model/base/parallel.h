// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

namespace jz {

/// What the caller of long work hears and says. Both are called on the caller's own thread, between two items
/// and at least every 50 ms, so that they may draw a progress bar.
struct WorkControl
{
    std::function<void(int done, int total)> progress = {};
    std::function<bool()> isCancelled = {};
};

/// Runs work(0) … work(count - 1), each once, on as many threads as there are cores. `work` is called on
/// other threads and must be thread-safe for different items. Returns when all threads have ended. False when
/// it was cancelled: items not begun by then are left out. What `work` throws first is thrown here; no
/// further item is begun then. `threads` below 1 means one for each core.
bool runInParallel(int count, const std::function<void(int index)>& work, const WorkControl& control = {},
                   int threads = 0);

} // namespace jz
