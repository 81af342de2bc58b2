// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace jz {

/// The Error of flushToDisk(): NotFound for what is missing, Unreadable for a device that refuses.
[[noreturn]] void failFlush(const QString& path, bool missing, const QString& detail);

} // namespace jz
