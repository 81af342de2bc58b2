// SPDX-License-Identifier: Apache-2.0
#include "model/exchange/page_code_reader.h"

#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

#include <algorithm>

namespace jz {

namespace {

/// Pictures with fewer pixels on their longer side are looked at enlarged, too.
constexpr int fewPixels = 2600;

/// The lightest channel of each pixel: red ink becomes paper, black ink stays black.
QImage lightest(const QImage& picture)
{
    const QImage colours = picture.convertToFormat(QImage::Format_RGB32);
    QImage result(colours.size(), QImage::Format_Grayscale8);
    for (int y = 0; y < colours.height(); ++y) {
        const auto* from = reinterpret_cast<const QRgb*>(colours.constScanLine(y));
        uchar* to = result.scanLine(y);
        for (int x = 0; x < colours.width(); ++x)
            to[x] = static_cast<uchar>(std::max({qRed(from[x]), qGreen(from[x]), qBlue(from[x])}));
    }
    return result;
}

class Search
{
public:
    /// `scale`: of `grey` against the picture.
    void look(const QImage& grey, double scale)
    {
        ZXing::DecodeHints hints;
        hints.setFormats(ZXing::BarcodeFormat::QRCode).setTryHarder(true).setTryRotate(false).setTryDownscale(false);
        const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum,
                                    static_cast<int>(grey.bytesPerLine()));
        for (const ZXing::Result& result : ZXing::ReadBarcodes(view, hints)) {
            if (result.isValid())
                add(result, scale);
        }
    }

    QList<FoundCode> found;

private:
    void add(const ZXing::Result& result, double scale)
    {
        const QString text = QString::fromStdString(result.text());
        const auto same = [&](const FoundCode& code) { return code.text == text; };
        if (std::any_of(found.begin(), found.end(), same))
            return;
        const auto point = [&](const ZXing::PointI& at) { return QPointF(at.x, at.y) / scale; };
        const ZXing::Position& at = result.position();
        found.append({text, QPolygonF{point(at.topLeft()), point(at.topRight()), point(at.bottomRight()),
                                      point(at.bottomLeft())}});
    }
};

QImage scaled(const QImage& grey, double factor)
{
    return grey.scaled(grey.size() * factor, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_Grayscale8);
}

} // namespace

QList<FoundCode> findCodes(const QImage& picture)
{
    Search search;
    const QImage light = lightest(picture);
    search.look(light, 1);
    // Noise goes when a picture is made smaller; a second page on it may be the worse one.
    search.look(scaled(light, 0.5), 0.5);
    if (search.found.isEmpty() && std::max(light.width(), light.height()) < fewPixels)
        search.look(scaled(light, 2), 2);
    if (search.found.isEmpty())
        search.look(picture.convertToFormat(QImage::Format_Grayscale8), 1);
    return search.found;
}

} // namespace jz
