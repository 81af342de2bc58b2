// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/pdf/byte_source.h"
#include "model/signature/openssl_handles.h"

#include <array>

namespace jz {

/// The digest of the two stretches of a /ByteRange (offset, length, offset, length), read in pieces. The range
/// must lie within the source. Throws Error Unreadable. Inside this room only.
QByteArray rangeDigest(const ByteSource& source, const std::array<qint64, 4>& range, const EVP_MD* algorithm);

} // namespace jz
