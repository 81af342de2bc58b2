// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/fonts.h"
#include "model/print/text_measure.h"

#include <memory>

struct _PangoLayout;
struct _cairo;

namespace jz {

/// Breaks, measures and draws text with Pango. One instance per paper; not thread-safe.
///
/// Lines are broken where Unicode (UAX #14) allows, mail addresses before the @ and the dots behind it, words
/// longer than a line anywhere; nothing is hyphenated. A `\n` starts a paragraph.
class TextShaper final : public TextMeasure
{
public:
    explicit TextShaper(Fonts fonts);
    ~TextShaper() override;

    QList<TextLine> lines(const QString& text, const TextStyle& style, double width) override;
    double unbreakableWidth(const QString& text, const TextStyle& style) override;
    double width(const QString& text, const TextStyle& style) override;
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

} // namespace jz
