// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace jz {

/// Whether a file begins like a PDF (%PDF within its first 1024 bytes). Throws Error NotFound and Unreadable.
bool looksLikePdf(const QString& path);

} // namespace jz
