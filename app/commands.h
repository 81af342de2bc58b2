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
/// package.
QList<Command> packageCommands();
/// sign, identity new, identity certificate.
QList<Command> signingCommands();
/// attach-scan, correction, seal-request.
QList<Command> scanCommands();
/// dossier open-slip, fixes, fix.
QList<Command> slipCommands();
/// batch new, declare, add, list, rank.
QList<Command> batchDeskCommands();
/// batch endorse.
QList<Command> batchEndorseCommands();
/// batch export.
QList<Command> batchSendCommands();
/// batch parcel list, add, set, print; batch meeting, letter, scan-check.
QList<Command> batchPaperCommands();
/// batch prospects list, add, set, remove, import, remind.
QList<Command> batchProspectCommands();
/// batch return, show, withdraw, choose.
QList<Command> batchReturnCommands();
/// batch check.
QList<Command> batchCommands();
/// office new.
QList<Command> officeCommands();
/// office collect, enter, annul.
QList<Command> officeCollectCommands();
/// office rules, results, results export-data, results recompute, explain.
QList<Command> officeResultCommands();
/// office receive, list, show, arrive, admit.
QList<Command> officeIntakeCommands();
/// trust add, list, remove, participants new, participants import.
QList<Command> trustCommands();
/// verify.
QList<Command> verificationCommands();

} // namespace jz::cli
