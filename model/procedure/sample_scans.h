// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/page_map.h"

#include <QImage>

namespace jz {

/// What a sample page is given by hand.
struct SampleInk
{
    bool signature = true;
    bool seal = true;
    double dotsPerInch = 200;
};

/// A page of a printed paper (1-based) as it comes back from a desk, whole and upright: pen strokes where the role signs, and
/// over its seal label a red seal that says that it is a sample (样章), so that nobody takes it for a seal. For demonstrations
/// and tests. Throws Error as PageRaster.
QImage inkedSamplePage(const QString& pdf, const PageMap& map, int page, const SampleInk& ink = {});

/// The picture turned by `degrees` on the white of a scanner's lid, as large as it becomes.
QImage laidAskew(const QImage& page, double degrees);

} // namespace jz
