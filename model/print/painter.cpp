// SPDX-License-Identifier: Apache-2.0
#include "model/print/painter.h"

#include "model/base/error.h"

#include <cairo-pdf.h>
#include <qrencode.h>

#include <memory>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int quietZone = 4; ///< modules, ISO/IEC 18004
constexpr double watermarkGrey = 0.88;

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length)
{
    static_cast<QByteArray*>(bytes)->append(reinterpret_cast<const char*>(data), qsizetype(length));
    return CAIRO_STATUS_SUCCESS;
}

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

void drawWatermark(cairo_t* cairo, const Page& page, const QString& text, TextShaper& shaper)
{
    const TextStyle style{FontRole::Hei, 54, 60, Align::Left, 0};
    cairo_save(cairo);
    cairo_set_source_rgb(cairo, watermarkGrey, watermarkGrey, watermarkGrey);
    cairo_translate(cairo, toPoints(page.size.width()) / 2, toPoints(page.size.height()) / 2);
    cairo_rotate(cairo, -0.9);
    cairo_move_to(cairo, -toPoints(shaper.width(text, style)) / 2, style.size / 3);
    shaper.outline(cairo, text, style);
    cairo_fill(cairo);
    cairo_restore(cairo);
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
    QByteArray bytes;
    const Surface surface(cairo_pdf_surface_create_for_stream(append, &bytes, 1, 1), &cairo_surface_destroy);
    const Context cairo(cairo_create(surface.get()), &cairo_destroy);
    for (const Page& page : paper.pages)
        prepareBlocks(page.blocks + page.footer, shaper);
    for (const Page& page : paper.pages) {
        cairo_pdf_surface_set_size(surface.get(), toPoints(page.size.width()), toPoints(page.size.height()));
        if (!paper.watermark.isEmpty())
            drawWatermark(cairo.get(), page, paper.watermark, shaper);
        cairo_set_source_rgb(cairo.get(), 0, 0, 0);
        drawBlocks(cairo.get(), page.blocks, shaper);
        drawBlocks(cairo.get(), page.footer, shaper);
        cairo_show_page(cairo.get());
    }
    cairo_surface_finish(surface.get());
    const cairo_status_t status = cairo_surface_status(surface.get());
    if (status != CAIRO_STATUS_SUCCESS)
        throw Error(ErrorCode::NotWritable,
                    {u"无法绘制页面。请关闭其他程序后重试。"_s, u"The pages cannot be drawn. Close other programs and try again."_s},
                    {}, QString::fromLatin1(cairo_status_to_string(status)));
    return bytes;
}

} // namespace jz
