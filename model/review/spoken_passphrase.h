// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace jz {

/// A passphrase that is easy to tell by telephone: twenty random digits in groups of four, "4821-7390-…" (66 bits). From the system's generator.
QString spokenPassphrase();

} // namespace jz
