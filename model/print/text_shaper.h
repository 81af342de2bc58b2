// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/fonts.h"

#include <memory>

struct _PangoLayout;
struct _cairo;

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

/// Breaks, measures and draws text with Pango. One instance per paper; not thread-safe.
///
/// Lines are broken where Unicode (UAX #14) allows, mail addresses before the @ and the dots behind it, words
/// longer than a line anywhere; nothing is hyphenated. A `\n` starts a paragraph.
class TextShaper
{
public:
    explicit TextShaper(Fonts fonts);
    ~TextShaper();
    TextShaper(const TextShaper&) = delete;
    TextShaper& operator=(const TextShaper&) = delete;

    /// The lines of `text` in a column of `width` mm. An empty text has no lines, an empty paragraph one.
    QList<TextLine> lines(const QString& text, const TextStyle& style, double width);
    /// The lines of `text` in the largest size, from that of `style` down to `smallest` points in half points,
    /// in which they fit into `roomMm`; the pitch shrinks along. In the smallest when none fits.
    FittedText fitted(const QString& text, const TextStyle& style, QSizeF roomMm, double smallest);
    /// One line of at most `width` mm: `text`, or its beginning and an ellipsis.
    QString elided(const QString& text, const TextStyle& style, double width);
    /// Width of the widest part of `text` at which no line may be broken, mm: a narrower column breaks a word.
    double unbreakableWidth(const QString& text, const TextStyle& style);
    /// Width of `text` in one line, mm.
    double width(const QString& text, const TextStyle& style);
    /// Announces a line that will be drawn, so that its characters are embedded once for all lines.
    void prepare(const QString& text, const TextStyle& style);
    /// Draws one line into its line box. `cairo` counts in points.
    void draw(_cairo* cairo, const QString& text, const TextStyle& style, const QRectF& boxMm);
    /// The outline of one line as the current path of `cairo`, its baseline at the current point.
    void outline(_cairo* cairo, const QString& text, const TextStyle& style);

    const Fonts& fonts() const { return m_fonts; }
    /// Characters that no installed font could draw so far, as "U+1234", each once.
    const QStringList& missingCharacters() const { return m_missing; }

private:
    struct Pango;

    _PangoLayout* layout(const QString& text, const TextStyle& style, double widthMm);
    void noteMissing(const QString& text, const TextStyle& style);

    Fonts m_fonts;
    std::unique_ptr<Pango> m_pango;
    QStringList m_missing;
};

/// Millimetres to points and back (1 pt = 1/72 inch).
constexpr double pointsPerMm = 72 / 25.4;
inline double toPoints(double mm) { return mm * pointsPerMm; }
inline double toMm(double points) { return points / pointsPerMm; }

} // namespace jz
