// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/localized_text.h"
#include "model/signature/passphrase.h"

namespace jz::cli {

/// Asks for a secret on the terminal, without showing what is typed; at most 255 bytes. Throws Error Usage naming `option`, which
/// gives it from a file, when there is no terminal.
Passphrase askSecret(const LocalizedText& prompt, const QString& option);

} // namespace jz::cli
