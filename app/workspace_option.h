// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/command_line.h"
#include "model/workspace/workspace.h"

#include <memory>

namespace jz::cli {

/// `--workspace DIR`.
Option workspaceOption();

/// The folder it names, else the usual one.
QString workspaceFolder(const Call& call);

/// The workspace for a command that works with or without one. Null when none is named and there is none at the usual place, or when
/// the one there cannot be opened, which is told on standard error. Throws Error when the one that is named is not there or cannot be opened.
std::unique_ptr<Workspace> workspaceAtHand(const Call& call);

} // namespace jz::cli
