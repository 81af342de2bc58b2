// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/sample_scans.h"

#include "model/call/call_pack_reader.h"
#include "model/pdf/page_raster.h"
#include "model/print/dossier_paper.h"
#include "model/print/painter.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr double mmPerInch = 25.4;
constexpr double sealDiameter = 40;
constexpr double sealRing = 1.2;
const QColor sealRed(206, 32, 38, 215); // the print below shows through
const QColor penBlue(24, 32, 78);

QPolygonF star(QPointF centre, double radius)
{
    QPolygonF points;
    for (int i = 0; i < 10; ++i) {
        const double angle = M_PI * (i / 5.0 - 0.5);
        const double length = i % 2 == 0 ? radius : radius * 0.38;
        points << centre + QPointF(std::cos(angle), std::sin(angle)) * length;
    }
    return points;
}

/// Words as a picture whose darkness is its alpha, `size` mm: QPainter's own text would need a window system.
QImage redWords(const QString& words, QSizeF size, double dpi, TextShaper& shaper)
{
    Page page;
    page.size = size;
    page.blocks << Block{Block::Kind::Text, QRectF(QPointF(), size), words, TextStyle{FontRole::Title, 15, 18, Align::Center, 0}, 0, {}};
    const QImage drawn = drawPageImage(page, dpi, shaper);
    QImage result(drawn.size(), QImage::Format_ARGB32);
    for (int y = 0; y < drawn.height(); ++y) {
        for (int x = 0; x < drawn.width(); ++x)
            result.setPixel(x, y, qRgba(sealRed.red(), sealRed.green(), sealRed.blue(), 255 - qGray(drawn.pixel(x, y))));
    }
    return result;
}

/// `painter` counts in mm.
void drawSeal(QPainter& painter, QPointF centre, double dpi, TextShaper& shaper)
{
    painter.setPen(QPen(sealRed, sealRing));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(centre, sealDiameter / 2, sealDiameter / 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(sealRed);
    painter.drawPolygon(star(centre - QPointF(0, 5), 6));
    const QSizeF size(34, 8);
    painter.drawImage(QRectF(centre + QPointF(-size.width() / 2, 3), size), redWords(u"样章　示例"_s, size, dpi, shaper));
}

/// Loops and strokes as of a hurried hand, 34 × 12 mm.
void drawSignature(QPainter& painter, QPointF at)
{
    QPainterPath path(at + QPointF(0, 8));
    path.cubicTo(at + QPointF(4, -4), at + QPointF(7, 14), at + QPointF(9, 3));
    path.cubicTo(at + QPointF(10, 12), at + QPointF(13, 12), at + QPointF(14, 2));
    path.moveTo(at + QPointF(12, 6));
    path.cubicTo(at + QPointF(18, 2), at + QPointF(20, 5), at + QPointF(17, 11));
    path.cubicTo(at + QPointF(22, 12), at + QPointF(24, 1), at + QPointF(25, 9));
    path.cubicTo(at + QPointF(28, 2), at + QPointF(29, 12), at + QPointF(34, 4));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(penBlue, 0.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
}

} // namespace

QImage inkedSamplePage(const QString& pdf, const PageMap& map, int page, const SampleInk& ink)
{
    const PageRaster raster(pdf);
    const QSizeF mm = raster.pageMm(page - 1);
    QImage image = raster.draw(page - 1, (mm * (ink.dotsPerInch / mmPerInch)).toSize());
    TextShaper shaper(fontsOf(builtInCallPack(map.callId)));
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.scale(image.width() / mm.width(), image.height() / mm.height());
    for (const SignatureArea& area : map.pages.at(page - 1).areas) {
        if (area.role != u"applicant")
            continue;
        if (ink.signature)
            drawSignature(painter, area.rect.topLeft() + QPointF(30, 9));
        if (ink.seal)
            drawSeal(painter, area.rect.bottomRight() - QPointF(26, 18), ink.dotsPerInch, shaper);
    }
    return image;
}

QImage laidAskew(const QImage& page, double degrees)
{
    const QImage turned = page.convertToFormat(QImage::Format_ARGB32_Premultiplied)
                              .transformed(QTransform().rotate(degrees), Qt::SmoothTransformation);
    QImage lid(turned.size(), QImage::Format_RGB32);
    lid.fill(QColor(250, 250, 248));
    QPainter(&lid).drawImage(0, 0, turned);
    return lid;
}

} // namespace jz
