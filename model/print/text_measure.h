// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/block.h"

namespace jz {

/// One line of a broken text, measured.
struct TextLine
{
    QString text;      ///< without the blanks at which it was broken
    double width = 0;  ///< mm
    double indent = 0; ///< mm from the left edge of the text
};

/// A text in the size in which it fits its room.
struct FittedText
{
    QList<TextLine> lines;
    TextStyle style;
    bool fits = true;

    double height() const; ///< mm
};

/// What laying out asks about text. How wide it comes out is for the fonts to say (TextShaper); what it says is not.
class TextMeasure
{
public:
    TextMeasure() = default;
    TextMeasure(const TextMeasure&) = delete;
    TextMeasure& operator=(const TextMeasure&) = delete;
    virtual ~TextMeasure() = default;

    /// The lines of `text` in a column of `width` mm. An empty text has no lines, an empty paragraph one.
    virtual QList<TextLine> lines(const QString& text, const TextStyle& style, double width) = 0;
    /// Width of the widest part of `text` at which no line may be broken, mm: a narrower column breaks a word.
    virtual double unbreakableWidth(const QString& text, const TextStyle& style) = 0;
    /// Width of `text` in one line, mm.
    virtual double width(const QString& text, const TextStyle& style) = 0;

    /// The lines of `text` in the largest size, from that of `style` down to `smallest` points in half points,
    /// in which they fit into `roomMm`; the pitch shrinks along. In the smallest when none fits.
    FittedText fitted(const QString& text, const TextStyle& style, QSizeF roomMm, double smallest);
    /// One line of at most `width` mm: `text`, or its beginning and an ellipsis.
    QString elided(const QString& text, const TextStyle& style, double width);
};

/// Text without width: every paragraph stands on one line. For what a form says, whatever it is set in; needs no fonts.
class WidthlessText final : public TextMeasure
{
public:
    QList<TextLine> lines(const QString& text, const TextStyle& style, double width) override;
    double unbreakableWidth(const QString&, const TextStyle&) override { return 0; }
    double width(const QString&, const TextStyle&) override { return 0; }
};

/// Millimetres to points and back (1 pt = 1/72 inch).
constexpr double pointsPerMm = 72 / 25.4;
inline double toPoints(double mm) { return mm * pointsPerMm; }
inline double toMm(double points) { return points / pointsPerMm; }

} // namespace jz
