// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/command_line.h"

namespace jz::cli {

/// Runs the command that `arguments` (without the program's name) call for and returns the exit code. Every
/// Error ends here: its message goes to standard error.
int runCommands(const QStringList& arguments, const QList<Command>& commands);

} // namespace jz::cli
