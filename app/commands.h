// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/command_line.h"

namespace jz::cli {

/// demo, check, render, extract.
QList<Command> paperCommands();
/// dossier new, list, show, history, compare, finalise, record, revise, export, import, merge.
QList<Command> dossierCommands();
/// dossier set, row …, attach, detach, undo, redo, note.
QList<Command> editCommands();
/// workspace check, backup, restore.
QList<Command> workspaceCommands();
/// sign, identity new.
QList<Command> signingCommands();
/// attach-scan, correction.
QList<Command> scanCommands();
/// verify.
QList<Command> verificationCommands();

} // namespace jz::cli
