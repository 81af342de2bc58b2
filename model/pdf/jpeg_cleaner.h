// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/output_file.h"

#include <QFile>
#include <QSize>

namespace jz {

/// What the segments of a JPEG file say (ITU-T T.81, Exif 2.3).
struct JpegFacts
{
    QSize pixels;           ///< as stored, before the orientation
    int components = 0;
    int precision = 0;      ///< bits per sample
    bool huffman = false;   ///< baseline, extended sequential or progressive with Huffman coding
    bool rgb = false;       ///< components are named R, G, B: no reader can be relied on to see that
    bool hasProfile = false;///< carries an ICC profile
    int orientation = 1;    ///< as in exif_orientation.h
    bool needsCleaning = false; ///< holds something that must not leave, or bytes after its end
};

/// Walks through the JPEG that `in` holds from its beginning, in constant memory. With `out`, the
/// cleaned file is written there: compressed data, tables, JFIF, ICC profile and Adobe's colour transform
/// as they were; no thumbnail, comment, EXIF, XMP, IPTC or maker's segment, nothing after the end; an EXIF
/// segment with the orientation alone when that is not 1.
///
/// Throws Error Malformed when the file is no complete JPEG.
JpegFacts walkJpeg(QFile& in, OutputFile* out = nullptr);

} // namespace jz
