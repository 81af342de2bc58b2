// SPDX-License-Identifier: Apache-2.0
#include "model/print/signature_appearance.h"

#include "model/base/error.h"
#include "model/print/opinion_block.h"
#include "model/print/pdf_canvas.h"

#include <cairo.h>

#include <algorithm>
#include <memory>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr double sealWidth = 42; ///< mm; a seal is at most 45
constexpr double inset = 2;
constexpr double labelsWidth = 32; ///< of the printed date and the word for the seal

const TextStyle nameStyle{FontRole::Kai, 13, 16, Align::Left, 0};
constexpr double smallestName = 5.5;    ///< points
constexpr double smallestOpinion = 5.5; ///< points
const TextStyle factStyle{FontRole::Song, 7, 9, Align::Left, 0};
/// Beside an opinion, where the last lines of the field are all there is for them.
const TextStyle smallFactStyle{FontRole::Song, 6, 7.4, Align::Left, 0};
const TextStyle opinionStyle{FontRole::FangSong, 10.5, 13.1, Align::Left, 0};

struct PngReader
{
    const QByteArray& bytes;
    qsizetype position = 0;

    static cairo_status_t read(void* closure, unsigned char* data, unsigned int length)
    {
        auto* reader = static_cast<PngReader*>(closure);
        if (reader->position + qsizetype(length) > reader->bytes.size())
            return CAIRO_STATUS_READ_ERROR;
        std::copy_n(reader->bytes.constData() + reader->position, length, data);
        reader->position += qsizetype(length);
        return CAIRO_STATUS_SUCCESS;
    }
};

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;

/// The seal stands over the date, at the right, where one would stamp it.
void drawSeal(cairo_t* cairo, const AppearanceContent& content)
{
    PngReader reader{content.sealPng, 0};
    const Surface picture(cairo_image_surface_create_from_png_stream(&PngReader::read, &reader), &cairo_surface_destroy);
    if (cairo_surface_status(picture.get()) != CAIRO_STATUS_SUCCESS)
        throw Error(ErrorCode::Malformed, {u"印章图片不是有效的 PNG 文件。请换一张 PNG 图片，或不用图片签章。"_s,
                                           u"The seal picture is no valid PNG. Choose a PNG, or sign without one."_s});
    const double width = cairo_image_surface_get_width(picture.get());
    const double height = cairo_image_surface_get_height(picture.get());
    const double room = std::min({sealWidth, content.size.width() - 2 * inset, content.size.height() - 2 * inset});
    const double scale = toPoints(room) / std::max(width, height);
    cairo_save(cairo);
    cairo_translate(cairo, toPoints(content.size.width() - inset) - width * scale,
                    toPoints(content.size.height() - inset) - height * scale);
    cairo_scale(cairo, scale, scale);
    cairo_set_source_surface(cairo, picture.get(), 0, 0);
    cairo_paint(cairo);
    cairo_restore(cairo);
}

struct PlacedLine
{
    QString text;
    TextStyle style;
};

QList<PlacedLine> brokenLines(const QString& text, const TextStyle& style, double width, TextShaper& shaper)
{
    QList<PlacedLine> lines;
    const QList<TextLine> broken = shaper.lines(text, style, width);
    for (const TextLine& line : broken)
        lines << PlacedLine{line.text, style};
    return lines;
}

double heightOf(const QList<PlacedLine>& lines)
{
    double height = 0;
    for (const PlacedLine& line : lines)
        height += toMm(line.style.pitch);
    return height;
}

QList<PlacedLine> placed(const FittedText& text)
{
    QList<PlacedLine> lines;
    for (const TextLine& line : text.lines)
        lines << PlacedLine{line.text, text.style};
    return lines;
}

/// The signer's name as large as `room` allows; what does not fit in the smallest size ends in an ellipsis.
QList<PlacedLine> nameLines(const QString& signer, QSizeF room, TextShaper& shaper)
{
    const FittedText name = shaper.fitted(signer, nameStyle, room, smallestName);
    QList<PlacedLine> lines = placed(name);
    const auto fitting = qMax(qsizetype(1), qsizetype(room.height() / toMm(name.style.pitch)));
    if (lines.size() > fitting) {
        const QString rest = lines.at(fitting - 1).text + lines.at(fitting).text;
        lines.resize(fitting);
        lines.last().text = shaper.elided(rest, name.style, room.width());
    }
    return lines;
}

/// Who, when, with which certificate. `style` is that of the facts below the name.
QList<PlacedLine> signerLines(const AppearanceContent& content, const TextStyle& style, QSizeF room, TextShaper& shaper)
{
    QList<PlacedLine> facts = brokenLines(u"数字签名 "_s + content.date, style, room.width(), shaper);
    facts += brokenLines(u"证书指纹 "_s + content.fingerprint, style, room.width(), shaper);
    return nameLines(content.signer, {room.width(), room.height() - heightOf(facts)}, shaper) + facts;
}

QList<PlacedLine> opinionLines(const QString& opinion, QSizeF room, TextShaper& shaper)
{
    const FittedText text = shaper.fitted(opinion, opinionStyle, room, smallestOpinion);
    if (!text.fits)
        throw Error(ErrorCode::Unusable,
                    {u"附加意见太长，签名栏内放不下。请缩短到规定字数以内。"_s,
                     u"The opinion is too long for the signature field. Shorten it."_s});
    return placed(text);
}

void drawLines(cairo_t* cairo, const QList<PlacedLine>& lines, const QRectF& box, TextShaper& shaper)
{
    for (const PlacedLine& line : lines)
        shaper.prepare(line.text, line.style);
    double y = box.top() + (box.height() - heightOf(lines)) / 2;
    for (const PlacedLine& line : lines) {
        const double height = toMm(line.style.pitch);
        shaper.draw(cairo, line.text, line.style, QRectF(box.left(), y, box.width(), height));
        y += height;
    }
}

} // namespace

QByteArray drawSignatureAppearance(const AppearanceContent& content, TextShaper& shaper)
{
    const QSizeF size = content.size;
    const QRectF middle(inset, opinionTopBand, size.width() - 2 * inset, size.height() - opinionTopBand - opinionBottomBand);
    // The last lines' left part is free: the date and the word for the seal stand at the right.
    const QRectF corner(inset, middle.bottom() + 1, size.width() - labelsWidth - 2 * inset, opinionBottomBand - 1);
    PdfCanvas canvas;
    canvas.beginPage(size);
    if (!content.sealPng.isEmpty())
        drawSeal(canvas.cairo(), content);
    cairo_set_source_rgb(canvas.cairo(), 0.05, 0.15, 0.45);
    if (content.opinion.isEmpty()) {
        drawLines(canvas.cairo(), signerLines(content, factStyle, middle.size(), shaper), middle, shaper);
    } else {
        drawLines(canvas.cairo(), opinionLines(content.opinion, middle.size(), shaper), middle, shaper);
        drawLines(canvas.cairo(), signerLines(content, smallFactStyle, corner.size(), shaper), corner, shaper);
    }
    return canvas.finish();
}

} // namespace jz
