// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/output_file.h"

#include <QFile>
#include <QList>
#include <QSize>

namespace jz {

/// One picture of a file. Most files have one, TIFF may have many.
struct PicturePage
{
    QSize pixels;        ///< as stored, before the orientation; square pixels
    int orientation = 1; ///< as in exif_orientation.h
};

/// What the structure of a picture file says.
struct PictureFacts
{
    QList<PicturePage> pages;   ///< never empty
    bool needsCleaning = false; ///< holds something that must not leave
};

// Each walks through the file that `in` holds, without decoding it. With `out`, the cleaned file is written
// there: compressed data, colour profiles and orientation as they were; no texts, times, places, device data,
// thumbnails or private parts, nothing after the end. Cleaning a cleaned file changes nothing. Memory is
// constant but for TIFF directories. All throw Error Malformed when the file is not what its first bytes
// promise.

/// GIF89a: blocks are copied; comments, plain text and application data but the loop count stay behind.
PictureFacts walkGif(QFile& in, OutputFile* out = nullptr);

/// Windows bitmaps: headers, palette, embedded profile and pixels stay where they are, the rest becomes zero
/// or goes.
PictureFacts walkBmp(QFile& in, OutputFile* out = nullptr);

/// WebP container: EXIF and XMP go, an orientation is written back alone.
PictureFacts walkWebp(QFile& in, OutputFile* out = nullptr);

/// TIFF 6.0 and BigTIFF: directories keep the entries that decoding needs, in place; all other bytes become
/// zero or go. Reduced pictures (previews) are no pages. Throws Unsupported for raw pictures of cameras and
/// for the JPEG of TIFF before 1995, which nothing can clean.
PictureFacts walkTiff(QFile& in, OutputFile* out = nullptr);

/// HEIC, HEIF and AVIF (ISO/IEC 23008-12): the coded pictures and what describes them stay where they are;
/// EXIF, XMP, names, descriptions, films and what follows become empty. `pages` has one entry with no size:
/// libheif tells it.
PictureFacts walkHeic(QFile& in, OutputFile* out = nullptr);

} // namespace jz
