// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace jz {

/// Makes the compiled-in files available under ":/": `calls/`, `reference/`, `samples/`. Cheap; may be called
/// any number of times and from any thread.
void initResources();

} // namespace jz
