// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QImageIOHandler>

namespace jz {

// Orientations as Exif 2.3 numbers them (tag 0x0112): 1 upright, 2–4 mirrored or upside down, 5–8 with width
// and height changed.

/// The orientation that a TIFF block (what follows "Exif\0\0") says in its first directory; 1 when it says
/// none or cannot be read.
int orientationIn(const QByteArray& tiff);

/// The smallest TIFF block that says an orientation and nothing else.
QByteArray orientationBlock(int orientation);

/// `orientation`, then turned clockwise by 0, 90, 180 or 270 degrees.
int turnedOrientation(int orientation, int degrees);

/// Whether width and height change places.
inline bool changesSides(int orientation)
{
    return orientation >= 5;
}

/// What is done to the stored picture to show it: Qt mirrors and flips first and turns by 90 degrees last.
QImageIOHandler::Transformations transformationsOf(int orientation);

} // namespace jz
