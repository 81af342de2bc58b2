// SPDX-License-Identifier: Apache-2.0
// Private to model/print: Pango, HarfBuzz and Cairo show in it.
#pragma once

#include <cairo.h>
#include <hb.h>
#include <pango/pango.h>

#include <QHash>
#include <QSet>

namespace jz {

/// Small stand-ins for fonts with PostScript outlines (CFF), for embedding.
///
/// Cairo 1.16 leaves out subroutines that some glyphs of CFF fonts need when it makes its own subset: single
/// characters (如 in Noto Sans CJK) then print as blanks, depending on what else stands on the page. HarfBuzz
/// makes a subset without subroutines first, glyph numbers kept, and Cairo embeds that. Other fonts are
/// embedded by Cairo as they are.
///
/// Use: add() every line that will be drawn, then show() each. A line with glyphs that were not added makes
/// a new stand-in. Not thread-safe.
class SubsetFonts
{
public:
    SubsetFonts() = default;
    ~SubsetFonts();
    SubsetFonts(const SubsetFonts&) = delete;
    SubsetFonts& operator=(const SubsetFonts&) = delete;

    void add(PangoLayoutLine* line);
    /// Draws a line of `text` (the layout's) with its baseline starting at x, y.
    void show(cairo_t* cairo, const char* text, PangoLayoutLine* line, double x, double y);

private:
    struct Face
    {
        QSet<hb_codepoint_t> glyphs;
        QSet<hb_codepoint_t> made; ///< glyphs in `standIn`
        cairo_font_face_t* standIn = nullptr;
    };

    static hb_face_t* postScriptFace(const PangoGlyphItem* item);
    void addRun(hb_face_t* face, const PangoGlyphItem* item);
    cairo_font_face_t* standIn(hb_face_t* face);
    static void showRun(cairo_t* cairo, const char* text, const PangoGlyphItem* item, double x, double y);

    QHash<hb_face_t*, Face> m_faces;
};

} // namespace jz
