// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/pdf/attachment_source.h"

#include <QImage>
#include <QRectF>

namespace jz {

/// Dots per inch that pictures have at most on the page.
inline constexpr double mostDpi = 200;

/// A picture as an image XObject holds it (ISO 32000-1, 8.9.5), 8 bits per sample.
struct EncodedPicture
{
    enum class Colour { Gray, Rgb, Palette };
    enum class Filter { Jpeg, Flate };
    QSize pixels;
    Colour colour = Colour::Rgb;
    Filter filter = Filter::Jpeg;
    QByteArray palette; ///< Palette: red, green, blue of each entry
    QByteArray data;    ///< compressed by `filter`
};

/// What stands on the page: `part` (fractions of the upright picture) of page `page` of the file at `inches`.
struct PictureUse
{
    int page = 0;
    QRectF part;
    QSizeF inches;
    double dpi = mostDpi; ///< at most
};

/// Says whether a JPEG can go into the page byte for byte: whole, upright, within the dpi of its use, 8 bits, gray or
/// colour in a coding and colour space that every reader knows.
bool goesInUnchanged(const AttachmentSource& source, const PictureUse& use);

/// Makes image XObjects of pictures and of parts of them. Not thread-safe.
class PictureEncoder
{
public:
    /// Decodes the part, upright, scaled down to the dpi of its use where it has more, in sRGB, alpha over white. Big
    /// pictures are scaled while they are decoded. Photos become JPEG (quality 85), pictures with few
    /// colours stay exact. Throws Error Malformed or TooLarge naming the file.
    EncodedPicture encode(const AttachmentSource& source, const PictureUse& use);

private:
    QImage decodePart(const AttachmentSource& source, const PictureUse& use);

    /// What parts were last cut out of: only JPEGs are decoded in parts.
    struct
    {
        QString path;
        int page = 0;
        QSize size;
        QImage image;
    } m_whole;
};

/// A whole picture of the file, upright, in sRGB, alpha over white (RGB32), scaled down while it is decoded to at most
/// `mostPixels` on the longer side. Throws as PictureEncoder. Thread-safe.
QImage decodedPicture(const AttachmentSource& source, int page, int mostPixels);

/// Decodes a whole picture of the file very small, to see that it can be decoded. Throws as PictureEncoder.
/// Thread-safe.
void tryDecoding(const AttachmentSource& source, int page);

} // namespace jz
