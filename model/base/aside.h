// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

namespace jz {

/// Runs the part of some work that takes long and touches neither workspace nor editor. A window gives one that does it on
/// another thread and returns when it is done; `runHere` just does it.
using Aside = std::function<void(const std::function<void()>& work)>;
inline void runHere(const std::function<void()>& work)
{
    work();
}

} // namespace jz
