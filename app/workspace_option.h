// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/command_line.h"
#include "model/procedure/trust_desk.h"

#include <memory>

namespace jz::cli {

/// `--workspace DIR`.
Option workspaceOption();

/// The folder it names, else the usual one.
QString workspaceFolder(const Call& call);

/// The workspace for a command that works with or without one. Null when none is named and there is none at the usual place, or when
/// the one there cannot be opened, which is told on standard error. Throws Error when the one that is named is not there or cannot be opened.
std::unique_ptr<Workspace> workspaceAtHand(const Call& call);

/// `--trust CERT.pem`, `--workspace DIR`: options of commands that verify.
QList<Option> verificationOptions();
/// Verifies `file` with what those options say; a verdict that could not be kept is told on standard error.
PaperReport verifyAsAsked(const Call& call, const QString& file);

} // namespace jz::cli
