// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/command_line.h"

namespace jz::cli {

/// demo, check, render, extract.
QList<Command> dossierCommands();
/// sign, identity new.
QList<Command> signingCommands();
/// verify.
QList<Command> verificationCommands();

} // namespace jz::cli
