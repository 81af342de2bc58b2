// SPDX-License-Identifier: Apache-2.0
#include "model/print/text_measure.h"

namespace jz {

double FittedText::height() const
{
    return double(lines.size()) * toMm(style.pitch);
}

FittedText TextMeasure::fitted(const QString& text, const TextStyle& style, QSizeF roomMm, double smallest)
{
    constexpr double step = 0.5;
    FittedText fitted{{}, style, false};
    for (double size = style.size; size >= smallest && !fitted.fits; size -= step) {
        fitted.style.size = size;
        fitted.style.pitch = style.pitch * size / style.size;
        fitted.lines = lines(text, fitted.style, roomMm.width());
        fitted.fits = fitted.height() <= roomMm.height();
    }
    return fitted;
}

QString TextMeasure::elided(const QString& text, const TextStyle& style, double width)
{
    const QString ellipsis(u'…');
    if (this->width(text, style) <= width)
        return text;
    return lines(text, style, width - this->width(ellipsis, style)).first().text + ellipsis;
}

QList<TextLine> WidthlessText::lines(const QString& text, const TextStyle&, double)
{
    QList<TextLine> lines;
    if (text.isEmpty())
        return lines;
    for (const QString& paragraph : text.split(u'\n'))
        lines << TextLine{paragraph, 0, 0};
    return lines;
}

} // namespace jz
