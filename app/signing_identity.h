// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/command_line.h"
#include "model/signature/identity.h"

namespace jz::cli {

/// Options of every command that signs: a file (`--identity`, `--passphrase-file`) or a token (`--token`, `--certificate`,
/// `--pin-file`).
QList<Option> identityOptions();

/// Who signs, as those options say; the PIN of a token is asked on the terminal when no file has it. Throws Error Usage unless
/// exactly one of the two is given, else as Identity::load() and TokenModule.
Identity identityOf(const Call& call);

/// The PKCS#11 module that `--token` names.
QString tokenModuleOf(const Call& call);

} // namespace jz::cli
