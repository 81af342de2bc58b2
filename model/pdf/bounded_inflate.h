// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/pdf/raw_dictionary.h"

class QPDFObjectHandle;

namespace jz {

/// Where the data of a stream begins whose dictionary is `dictionary`: after the word `stream` and its line
/// end (ISO 32000-1, 7.3.8.1). -1 when no stream follows the dictionary.
qint64 streamDataOffset(const ByteSource& source, const RawDictionary& dictionary);

/// How many bytes the deflated data [offset, offset + length) unpacks to; nothing is kept. -1 when it is broken
/// or would be more than `limit`: the guard against deflate bombs, to be asked before anything unpacks for use.
qint64 inflatedSize(const ByteSource& source, qint64 offset, qint64 length, qint64 limit);

/// The same for a stream that qpdf knows (and may have to decrypt first).
qint64 inflatedSize(QPDFObjectHandle stream, qint64 limit);

} // namespace jz
