// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QList>
#include <QPolygonF>
#include <QString>

namespace jz {

/// A QR code in a picture.
struct FoundCode
{
    QString text;
    QPolygonF corners; ///< of its dark modules, pixels: top left, top right, bottom right, bottom left as printed
};

/// All QR codes in a picture, each text once, however the picture is turned. A red seal over a code is looked
/// through as long as the picture has colour. About 0.1 s for 9 megapixels.
///
/// Decodes with ZXing, which may abort on some pictures: call it in a process of its own (scan_worker.h).
QList<FoundCode> findCodes(const QImage& picture);

} // namespace jz
