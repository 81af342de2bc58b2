// SPDX-License-Identifier: Apache-2.0
#include "model/print/painter.h"

#include "model/print/pdf_canvas.h"

#include <cairo.h>
#include <qrencode.h>

#include <memory>

namespace jz {

namespace {

constexpr int quietZone = 4; ///< modules, ISO/IEC 18004
constexpr double watermarkGrey = 0.88;
constexpr double footerMarkGrey = 0.35;

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Context = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

void drawRule(cairo_t* cairo, const Block& block)
{
    cairo_set_line_width(cairo, block.width);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_SQUARE);
    cairo_move_to(cairo, toPoints(block.rect.left()), toPoints(block.rect.top()));
    cairo_line_to(cairo, toPoints(block.rect.right()), toPoints(block.rect.bottom()));
    cairo_stroke(cairo);
}

using Code = std::unique_ptr<QRcode, decltype(&QRcode_free)>;

Code encoded(const Block& block)
{
    Code code(QRcode_encodeString(block.text.toLatin1().constData(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
    Q_ASSERT(code);
    return code;
}

void drawCode(cairo_t* cairo, const Block& block)
{
    const Code code = encoded(block);
    const double module = toPoints(block.rect.width()) / (code->width + 2 * quietZone);
    const double x0 = toPoints(block.rect.left()) + quietZone * module;
    const double y0 = toPoints(block.rect.top()) + quietZone * module;
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x) {
            // Runs of dark modules in one rectangle: no hairlines between neighbours in any viewer.
            int run = 0;
            while (x + run < code->width && (code->data[y * code->width + x + run] & 1))
                ++run;
            if (run > 0)
                cairo_rectangle(cairo, x0 + x * module, y0 + y * module, run * module, module);
            x += run;
        }
    }
    cairo_fill(cairo);
}

struct Mark
{
    double size;  ///< points
    double grey;
    double angle; ///< radians
};

/// Outlines of `text` around `centerMm`.
void drawMark(cairo_t* cairo, const QString& text, QPointF centerMm, const Mark& mark, TextShaper& shaper)
{
    const TextStyle style{FontRole::Hei, mark.size, mark.size, Align::Left, 0};
    cairo_save(cairo);
    cairo_set_source_rgb(cairo, mark.grey, mark.grey, mark.grey);
    cairo_translate(cairo, toPoints(centerMm.x()), toPoints(centerMm.y()));
    cairo_rotate(cairo, mark.angle);
    cairo_move_to(cairo, -toPoints(shaper.width(text, style)) / 2, style.size / 3);
    shaper.outline(cairo, text, style);
    cairo_fill(cairo);
    cairo_restore(cairo);
}

void drawWatermark(cairo_t* cairo, const Page& page, const QString& text, TextShaper& shaper)
{
    const QSizeF size = page.size;
    drawMark(cairo, text, {size.width() / 2, size.height() / 2}, {54, watermarkGrey, -0.9}, shaper);
    if (!page.source.isEmpty())
        drawMark(cairo, text, {size.width() - 80, size.height() - 25}, {14, footerMarkGrey, 0}, shaper);
}

void prepareBlocks(const QList<Block>& blocks, TextShaper& shaper)
{
    for (const Block& block : blocks) {
        if (block.kind == Block::Kind::Text)
            shaper.prepare(block.text, block.style);
    }
}

void drawBlocks(cairo_t* cairo, const QList<Block>& blocks, TextShaper& shaper)
{
    for (const Block& block : blocks) {
        switch (block.kind) {
        case Block::Kind::Text:
            shaper.draw(cairo, block.text, block.style, block.rect);
            break;
        case Block::Kind::Rule:
            drawRule(cairo, block);
            break;
        case Block::Kind::Code:
            drawCode(cairo, block);
            break;
        }
    }
}

} // namespace

QRectF codeSymbol(const Block& block)
{
    const double quiet = block.rect.width() / (encoded(block)->width + 2 * quietZone) * quietZone;
    return block.rect.adjusted(quiet, quiet, -quiet, -quiet);
}

QImage drawPageImage(const Page& page, double dotsPerInch, TextShaper& shaper)
{
    const double scale = dotsPerInch / 72;
    QImage image((page.size * (dotsPerInch / 25.4)).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    prepareBlocks(page.blocks, shaper);
    const Surface surface(cairo_image_surface_create_for_data(image.bits(), CAIRO_FORMAT_RGB24, image.width(), image.height(),
                                                              int(image.bytesPerLine())),
                          &cairo_surface_destroy);
    const Context cairo(cairo_create(surface.get()), &cairo_destroy);
    cairo_scale(cairo.get(), scale, scale);
    drawBlocks(cairo.get(), page.blocks, shaper);
    cairo_surface_finish(surface.get());
    return image;
}

QByteArray drawPaper(const Paper& paper, TextShaper& shaper)
{
    PdfCanvas canvas;
    for (const Page& page : paper.pages)
        prepareBlocks(page.blocks + page.footer, shaper);
    for (const Page& page : paper.pages) {
        canvas.beginPage(page.size);
        if (!paper.watermark.isEmpty())
            drawWatermark(canvas.cairo(), page, paper.watermark, shaper);
        cairo_set_source_rgb(canvas.cairo(), 0, 0, 0);
        drawBlocks(canvas.cairo(), page.blocks, shaper);
        drawBlocks(canvas.cairo(), page.footer, shaper);
    }
    return canvas.finish();
}

} // namespace jz
