// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/command_line.h"

namespace jz::cli {

/// The manual page juanzong-cli(1) in roff (man macros), UTF-8, in the language spoken: every command with its options and examples,
/// from the same words as --help.
QString manualPage(const QList<Command>& commands);

} // namespace jz::cli
