// SPDX-License-Identifier: Apache-2.0
// Decoders for what Qt has none for here. Files are cleaned ones or as found; the pictures come as stored
// (the caller turns them), scaled to `target` while they are decoded, in sRGB where the file has a profile.
#pragma once

#include <QImage>
#include <QString>

namespace jz {

/// One page of a TIFF, previews not counted. Throws Error Malformed or TooLarge (one strip or tile over 256
/// MB).
QImage decodeTiff(const QString& path, int page, const QSize& target);

/// A WebP; the first picture of a film. Throws Error Malformed or TooLarge.
QImage decodeWebp(const QString& path, const QSize& target);

/// Size of the main picture of a HEIC or AVIF file, already upright: rotation and mirroring are part of the
/// format. Throws Error Malformed.
QSize heicSize(const QString& path);

/// The main picture, upright. It is decoded whole: up to 64 million pixels, else Error TooLarge.
QImage decodeHeic(const QString& path, const QSize& target);

/// Brings an image (RGB32, ARGB32 or ARGB32_Premultiplied) from the colours of an ICC profile to sRGB. A
/// profile that is broken or not for RGB changes nothing.
void bringToSrgb(QImage& image, const QByteArray& iccProfile);

/// Turns rows of CMYK (0: no ink) into sRGB.
class CmykRows
{
public:
    /// Without a profile, or with one that is not for CMYK, inks are mixed as screens do it.
    explicit CmykRows(const QByteArray& iccProfile);
    ~CmykRows();
    CmykRows(const CmykRows&) = delete;
    CmykRows& operator=(const CmykRows&) = delete;

    void convert(const uchar* cmyk, QRgb* row, int count) const;

private:
    void* m_transform = nullptr;
};

} // namespace jz
