// SPDX-License-Identifier: Apache-2.0
// Private to model/pdf: qpdf shows in it.
#pragma once

#include "model/base/output_file.h"
#include "model/pdf/pdf_file.h"

#include <QTemporaryFile>

#include <functional>
#include <vector>

namespace jz {

/// A stream whose bytes never lie in memory as a whole. `object` is a stream of the document that is
/// being written, with its dictionary complete and its data empty; `pump` gives the bytes, the same each
/// time it is called, `length` of them (-1: not known beforehand, it is called once more to count).
struct DetachedStream
{
    QPDFObjectHandle object;
    qint64 length = -1;
    std::function<void(const ByteSink&)> pump;
};

/// A pump for `length` bytes of a file. The pump throws Error Unreadable when there are fewer.
std::function<void(const ByteSink&)> pumpFile(const QString& path, qint64 offset, qint64 length);

/// A pump for the raw bytes (filters left on) of a stream of another document, which must live on.
std::function<void(const ByteSink&)> pumpRawStream(const QPDFObjectHandle& stream);

/// Empties `object` for use in a DetachedStream: keeps filters as they stand in its dictionary.
void emptyForDetaching(QPDFObjectHandle object);

/// Writes `pdf` to `outPath` as assemblePdf() promises, with the detached streams in their places.
///
/// QPDFWriter holds each stream in memory two to three times. So it writes the document with those streams
/// empty to a temporary file beside `outPath`; they are put in while that file is copied, and the
/// cross-reference table is written with their offsets. Throws Error NotWritable.
void writePdf(QPDF& pdf, const std::vector<DetachedStream>& streams, const QString& outPath);

} // namespace jz
