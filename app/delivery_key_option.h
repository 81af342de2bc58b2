// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/command_line.h"
#include "model/signature/identity.h"

namespace jz::cli {

/// The key that this installation closes its papers with, of the workspace that --workspace or the usual place names. One that was made
/// just now is told on standard error. Throws Error as openDeliveryKey().
Identity deliveryKeyOf(const Call& call);

} // namespace jz::cli
