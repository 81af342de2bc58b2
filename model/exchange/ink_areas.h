// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QRectF>

namespace jz {

/// What was added to a part of a printed page by hand.
struct AddedInk
{
    double ink = 0; ///< mm² that are dark or coloured now and were paper before, the red ones included
    double red = 0; ///< mm² of them that are red, as the ink of seals is
};

/// Compares a straightened scan with the page as it was printed, both of the whole page, within `areaMm`.
/// Shadows and yellow light are evened out first; print that came out up to 0.7 mm beside its place is no ink.
AddedInk addedInk(const QImage& straightened, const QImage& printed, QSizeF pageMm, const QRectF& areaMm);

/// Whether any colour can be seen in the scan at all: in a grey one no seal looks red.
bool hasColour(const QImage& scan);

/// Less than this is no signature, or no seal: a signature of two small characters leaves some 20 mm², a seal of
/// 38 mm more than 200; dust and the frame of a table stay below.
inline constexpr double leastInkMm2 = 8;
inline constexpr double leastRedMm2 = 40;

} // namespace jz
