// SPDX-License-Identifier: Apache-2.0
#include "model/print/text_shaper.h"

#include "model/print/subset_fonts.h"

#include <QRegularExpression>

#include <pango/pangocairo.h>

#include <utility>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

/// Position of the baseline in the em square of the CJK fonts used here.
constexpr double ascentOfEm = 0.88;

double pangoToMm(int units)
{
    return toMm(double(units) / PANGO_SCALE);
}

template<typename T>
struct Unref
{
    void operator()(T* object) const { g_object_unref(object); }
};
template<typename T>
using GObjectPtr = std::unique_ptr<T, Unref<T>>;

/// Pango counts in bytes of UTF-8: the text of a line without the blanks at its end.
QString lineText(const QByteArray& utf8, const PangoLayoutLine* line)
{
    QString text = QString::fromUtf8(utf8.mid(line->start_index, line->length));
    while (!text.isEmpty() && text.back().isSpace())
        text.chop(1);
    return text;
}

/// Zero width space: a place to break that prints nothing.
constexpr QChar breakHere(0x200B);

/// UAX #14 keeps a mail address in one piece, and a column narrower than it would break it anywhere.
QString withBreaks(QString text)
{
    static const QRegularExpression address(u"[!-~]+@[!-~]+"_s);
    if (!text.contains(u'@') || text.contains(breakHere))
        return text;
    QRegularExpressionMatch match = address.match(text);
    while (match.hasMatch()) {
        qsizetype end = match.capturedEnd();
        for (qsizetype i = text.indexOf(u'@', match.capturedStart()); i < end; ++i) {
            if (text.at(i) != u'@' && text.at(i) != u'.')
                continue;
            text.insert(i++, breakHere);
            ++end;
        }
        match = address.match(text, end);
    }
    return text;
}

} // namespace

struct TextShaper::Pango
{
    GObjectPtr<PangoFontMap> map{pango_cairo_font_map_new()};
    GObjectPtr<PangoContext> context;
    GObjectPtr<PangoLayout> layout;
    QHash<QPair<int, int>, PangoFontDescription*> descriptions;
    SubsetFonts subsets;

    Pango()
    {
        // One unit of the layout is one point on paper; hinting would tie widths to a screen.
        pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map.get()), 72);
        context.reset(pango_font_map_create_context(map.get()));
        pango_context_set_language(context.get(), pango_language_from_string("zh-cn"));
        pango_context_set_round_glyph_positions(context.get(), false);
        cairo_font_options_t* options = cairo_font_options_create();
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
        pango_cairo_context_set_font_options(context.get(), options);
        cairo_font_options_destroy(options);
        layout.reset(pango_layout_new(context.get()));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        PangoAttrList* attributes = pango_attr_list_new();
        pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(false));
        pango_layout_set_attributes(layout.get(), attributes);
        pango_attr_list_unref(attributes);
    }

    ~Pango()
    {
        for (PangoFontDescription* description : std::as_const(descriptions))
            pango_font_description_free(description);
    }

    Pango(const Pango&) = delete;
    Pango& operator=(const Pango&) = delete;

    const PangoFontDescription* description(const Fonts& fonts, const TextStyle& style)
    {
        const QPair<int, int> key(int(style.role), qRound(style.size * 100));
        PangoFontDescription*& known = descriptions[key];
        if (!known) {
            known = pango_font_description_new();
            pango_font_description_set_family(known, fonts.families(style.role).toUtf8().constData());
            pango_font_description_set_size(known, qRound(style.size * PANGO_SCALE));
            if (fonts.bold(style.role))
                pango_font_description_set_weight(known, PANGO_WEIGHT_BOLD);
        }
        return known;
    }
};

TextShaper::TextShaper(Fonts fonts) : m_fonts(std::move(fonts)), m_pango(std::make_unique<Pango>()) {}

TextShaper::~TextShaper() = default;

PangoLayout* TextShaper::layout(const QString& text, const TextStyle& style, double widthMm)
{
    PangoLayout* layout = m_pango->layout.get();
    const QByteArray utf8 = text.toUtf8();
    pango_layout_set_font_description(layout, m_pango->description(m_fonts, style));
    pango_layout_set_indent(layout, widthMm < 0 ? 0 : qRound(style.indent * style.size * PANGO_SCALE));
    pango_layout_set_width(layout, widthMm < 0 ? -1 : qRound(toPoints(widthMm) * PANGO_SCALE));
    pango_layout_set_text(layout, utf8.constData(), int(utf8.size()));
    if (pango_layout_get_unknown_glyphs_count(layout) > 0)
        noteMissing(text, style);
    return layout;
}

void TextShaper::noteMissing(const QString& text, const TextStyle& style)
{
    const QList<uint> codePoints = text.toUcs4();
    for (const uint codePoint : codePoints) {
        const QByteArray one = QString::fromUcs4(reinterpret_cast<const char32_t*>(&codePoint), 1).toUtf8();
        const GObjectPtr<PangoLayout> single{pango_layout_new(m_pango->context.get())};
        pango_layout_set_font_description(single.get(), m_pango->description(m_fonts, style));
        pango_layout_set_text(single.get(), one.constData(), int(one.size()));
        const QString name = u"U+%1"_s.arg(codePoint, 4, 16, QLatin1Char('0')).toUpper();
        if (pango_layout_get_unknown_glyphs_count(single.get()) > 0 && !m_missing.contains(name))
            m_missing << name;
    }
}

QList<TextLine> TextShaper::lines(const QString& text, const TextStyle& style, double width)
{
    QList<TextLine> result;
    if (text.isEmpty())
        return result;
    const QString breakable = withBreaks(text);
    const bool added = breakable.size() > text.size();
    PangoLayout* shaped = layout(breakable, style, width);
    const QByteArray utf8 = pango_layout_get_text(shaped);
    PangoLayoutIter* iterator = pango_layout_get_iter(shaped);
    do {
        const PangoLayoutLine* line = pango_layout_iter_get_line_readonly(iterator);
        PangoRectangle logical;
        pango_layout_iter_get_line_extents(iterator, nullptr, &logical);
        const double indent = line->is_paragraph_start ? toMm(style.indent * style.size) : 0;
        QString words = lineText(utf8, line);
        if (added)
            words.remove(breakHere);
        result << TextLine{words, pangoToMm(logical.width), indent};
    } while (pango_layout_iter_next_line(iterator));
    pango_layout_iter_free(iterator);
    return result;
}

double TextShaper::unbreakableWidth(const QString& text, const TextStyle& style)
{
    PangoLayout* shaped = layout(withBreaks(text), style, 0);
    pango_layout_set_wrap(shaped, PANGO_WRAP_WORD);
    int width = 0;
    pango_layout_get_size(shaped, &width, nullptr);
    pango_layout_set_wrap(shaped, PANGO_WRAP_WORD_CHAR);
    return pangoToMm(width);
}

double TextShaper::width(const QString& text, const TextStyle& style)
{
    int width = 0;
    pango_layout_get_size(layout(text, style, -1), &width, nullptr);
    return pangoToMm(width);
}

void TextShaper::prepare(const QString& text, const TextStyle& style)
{
    m_pango->subsets.add(pango_layout_get_line_readonly(layout(text, style, -1), 0));
}

void TextShaper::draw(cairo_t* cairo, const QString& text, const TextStyle& style, const QRectF& boxMm)
{
    PangoLayout* shaped = layout(text, style, -1);
    double x = toPoints(boxMm.left());
    if (style.align != Align::Left) {
        int width = 0;
        pango_layout_get_size(shaped, &width, nullptr);
        const double room = toPoints(boxMm.width()) - double(width) / PANGO_SCALE;
        x += style.align == Align::Center ? room / 2 : room;
    }
    const double top = toPoints(boxMm.top()) + (toPoints(boxMm.height()) - style.size) / 2;
    m_pango->subsets.show(cairo, pango_layout_get_text(shaped), pango_layout_get_line_readonly(shaped, 0), x,
                          top + ascentOfEm * style.size);
}

void TextShaper::outline(cairo_t* cairo, const QString& text, const TextStyle& style)
{
    pango_cairo_layout_line_path(cairo, pango_layout_get_line_readonly(layout(text, style, -1), 0));
}

} // namespace jz
