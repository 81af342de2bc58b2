// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/workspace/workspace.h"
#include "ui/shell/trouble_page.h"

#include <memory>
#include <optional>

namespace jz::ui {

/// How a workspace is to be opened when the program starts or its folder changes.
enum class OpeningMode {
    Usual,   ///< to write, else to read; one that is missed is not made anew
    NewHere, ///< made where none is
    Reading, ///< only read
};

/// The workspace, or why there is none: one of the two is there.
struct OpenedWorkspace
{
    std::unique_ptr<Workspace> workspace;
    std::optional<Trouble> trouble;
};

/// Opens it and looks into it once, so that damage shows here and not later. `isKnown`: it was used before, and is missed
/// when it is gone. Throws nothing.
OpenedWorkspace openWorkspace(const QString& folder, OpeningMode mode, bool isKnown);

/// The folder for a workspace that a user chose: that folder when it is a workspace or empty, else one of our own inside.
QString workspaceFolderIn(const QString& chosen);

} // namespace jz::ui
