// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QPolygonF>
#include <QSizeF>
#include <QTransform>

#include <optional>

namespace jz {

/// A page as it was printed, to be found again in a scan.
struct PrintedPage
{
    QImage drawn;     ///< the whole page on white; any size from 75 dpi up
    QSizeF mm;
};

/// Where a printed page lies in a picture.
struct PagePlace
{
    QTransform toPicture;  ///< page (mm from its top left corner) -> picture (pixels)
    bool confirmed = false;///< what is printed was found again all over the page, not near its code alone
};

/// Finds the page from the place of its code: the code gives turn and size, and what is printed around it is then
/// found again further and further away, so that perspective and skew come out to a fraction of a millimetre.
/// `corners`: of the code in the picture, as FoundCode; `codeMm`: of its dark modules on the page.
/// Nothing when the corners are no square at all. About 0.3 s a page.
std::optional<PagePlace> placeByCode(const QImage& picture, const QPolygonF& corners, const QRectF& codeMm,
                                     const PrintedPage& page);

/// Finds the page without a code, for a picture that shows this page and little else: all four turns are tried.
/// Nothing when the page is not recognised in any.
std::optional<PagePlace> placeByContent(const QImage& picture, const PrintedPage& page);

/// The page cut out of the picture, upright, at `dpi` or what the picture has if that is less (75 at least). Outside the
/// picture it is white.
QImage straightened(const QImage& picture, const PagePlace& place, QSizeF mm, double dpi);

} // namespace jz
