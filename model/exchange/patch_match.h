// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QList>
#include <QPointF>
#include <QSizeF>
#include <QTransform>

#include <optional>

namespace jz {

/// A small square of a printed page with something on it that can be told from its surroundings.
struct Patch
{
    QPointF centreMm;
    int side = 0;            ///< pixels
    QList<float> grey;       ///< side × side, mean 0, length 1
};

/// At most one patch per 18 mm square of the page, the one with the most corners in it; places with lines in one
/// direction only, which could slip along them, are left out. `pxPerMm`: of the patches.
QList<Patch> texturedPatches(const QImage& page, QSizeF mm, double pxPerMm);

struct PatchSearch
{
    double pxPerMm = 3;   ///< of the patch
    double windowMm = 5;  ///< how far from where it is expected it is looked for
};

/// Where the patch is found in a grey picture (pixels), near the place that `toPicture` (mm -> pixels) expects it at.
/// Nothing when nothing there is like it.
std::optional<QPointF> findPatch(const Patch& patch, const QImage& grey, const QTransform& toPicture,
                                 const PatchSearch& search);

/// The colour of a RGB32 picture between its pixels; white outside.
QRgb colourAt(const QImage& picture, QPointF at);

} // namespace jz
