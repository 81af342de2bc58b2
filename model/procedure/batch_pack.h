// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"
#include "model/workspace/workspace.h"

namespace jz {

/// The call that a batch of the workspace is for. Lives as long as the program. Throws Error NotFound when there is no such batch or its call is not
/// installed.
const CallPack& batchPack(Workspace& workspace, qint64 batch);

} // namespace jz
