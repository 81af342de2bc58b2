// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/output_file.h"

#include <QFile>
#include <QSize>

namespace jz {

struct PngFacts
{
    QSize pixels;         ///< as stored
    int orientation = 1;  ///< as in exif_orientation.h; from an eXIf chunk
    bool needsCleaning = false; ///< holds a chunk that must not leave, or bytes after its end
};

/// Walks through the PNG that `in` holds from its beginning and checks every chunk (ISO/IEC 15948), in
/// constant memory. With `out`, the cleaned file is written there: the chunks that decoding and colour need,
/// as they were; texts, EXIF but the orientation, times, animation frames and private chunks stay behind.
///
/// Throws Error Malformed when the file is no complete PNG or a checksum is wrong.
PngFacts walkPng(QFile& in, OutputFile* out = nullptr);

} // namespace jz
