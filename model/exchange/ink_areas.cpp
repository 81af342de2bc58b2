// SPDX-License-Identifier: Apache-2.0
#include "model/exchange/ink_areas.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace jz {

namespace {

constexpr double pxPerMm = 4;       ///< about 100 dpi: finer than the thinnest pen stroke
constexpr int beside = 3;           ///< pixels around print that do not count
constexpr int tile = 32;            ///< 8 mm: larger than any filled spot of a seal or signature
constexpr int darkPrint = 190;      ///< of the printed page: darker is print
constexpr double darkAgainstPaper = 0.72;
constexpr int redAgainstOthers = 40;

struct Colour
{
    double red = 255, green = 255, blue = 255;
};

/// The colour of the paper, tile by tile: light and shadow change slowly.
class Paper
{
public:
    explicit Paper(const QImage& scan) : m_columns((scan.width() + tile - 1) / tile)
    {
        for (int y = 0; y < scan.height(); y += tile) {
            for (int x = 0; x < scan.width(); x += tile)
                m_tiles.push_back(lightOf(scan.copy(QRect(x, y, tile, tile) & scan.rect())));
        }
    }

    const Colour& at(int x, int y) const { return m_tiles[size_t((y / tile) * m_columns + x / tile)]; }

private:
    /// The light end of each channel, not its very end: that is noise.
    static Colour lightOf(const QImage& part)
    {
        const auto light = [&](int (*channel)(QRgb)) {
            std::vector<int> values;
            for (int y = 0; y < part.height(); ++y) {
                for (int x = 0; x < part.width(); ++x)
                    values.push_back(channel(part.pixel(x, y)));
            }
            const auto at = values.begin() + std::ptrdiff_t(values.size() * 85 / 100);
            std::nth_element(values.begin(), at, values.end());
            return double(std::max(*at, 40));
        };
        return {light(qRed), light(qGreen), light(qBlue)};
    }

    int m_columns;
    std::vector<Colour> m_tiles;
};

bool isNearPrint(const QImage& printed, int x, int y)
{
    for (int dy = -beside; dy <= beside; ++dy) {
        for (int dx = -beside; dx <= beside; ++dx) {
            const QPoint at(x + dx, y + dy);
            if (printed.rect().contains(at) && qGray(printed.pixel(at)) < darkPrint)
                return true;
        }
    }
    return false;
}

bool isRed(double red, double green, double blue)
{
    return red - std::max(green, blue) > redAgainstOthers;
}

} // namespace

AddedInk addedInk(const QImage& straightened, const QImage& printed, QSizeF pageMm, const QRectF& areaMm)
{
    const QSize size = (pageMm * pxPerMm).toSize();
    const QRect area = QRectF(areaMm.topLeft() * pxPerMm, areaMm.size() * pxPerMm).toAlignedRect() & QRect(QPoint(), size);
    const auto part = [&](const QImage& image) {
        return image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
            .convertToFormat(QImage::Format_RGB32)
            .copy(area);
    };
    const QImage scan = part(straightened);
    const QImage print = part(printed);
    const Paper paper(scan);
    int inked = 0, red = 0;
    for (int y = 0; y < scan.height(); ++y) {
        for (int x = 0; x < scan.width(); ++x) {
            const QRgb pixel = scan.pixel(x, y);
            const Colour& white = paper.at(x, y);
            const double r = 255 * qRed(pixel) / white.red, g = 255 * qGreen(pixel) / white.green,
                         b = 255 * qBlue(pixel) / white.blue;
            const bool looksRed = isRed(r, g, b);
            const bool isDark = std::min({r, g, b}) < 255 * darkAgainstPaper;
            // A seal is stamped over print: its red counts there, too.
            red += looksRed;
            inked += looksRed || (isDark && !isNearPrint(print, x, y));
        }
    }
    return {inked / (pxPerMm * pxPerMm), red / (pxPerMm * pxPerMm)};
}

bool hasColour(const QImage& scan)
{
    const QImage small = scan.scaled(scan.size().scaled(400, 400, Qt::KeepAspectRatio), Qt::IgnoreAspectRatio,
                                     Qt::SmoothTransformation)
                             .convertToFormat(QImage::Format_RGB32);
    int coloured = 0;
    for (int y = 0; y < small.height(); ++y) {
        for (int x = 0; x < small.width(); ++x) {
            const QRgb pixel = small.pixel(x, y);
            const auto [least, most] = std::minmax({qRed(pixel), qGreen(pixel), qBlue(pixel)});
            coloured += most - least > 12;
        }
    }
    return coloured > 8;
}

} // namespace jz
