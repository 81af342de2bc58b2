// SPDX-License-Identifier: Apache-2.0
#include "model/print/subset_fonts.h"

#include <cairo-ft.h>
#include <hb-subset.h>
#include <pango/pangocairo.h>

#include <memory>
#include <utility>
#include <vector>

namespace jz {

namespace {

/// What a stand-in needs as long as Cairo knows it: FreeType reads from the bytes of the subset.
struct FaceData
{
    FT_Library library = nullptr;
    FT_Face face = nullptr;
    hb_blob_t* bytes = nullptr;

    FaceData() = default;
    FaceData(const FaceData&) = delete;
    FaceData& operator=(const FaceData&) = delete;
    ~FaceData()
    {
        if (face)
            FT_Done_Face(face);
        if (library)
            FT_Done_FreeType(library);
        hb_blob_destroy(bytes);
    }
    static void destroy(void* data) { delete static_cast<FaceData*>(data); }
};

const cairo_user_data_key_t faceDataKey{};

/// Bytes of a subset of `face` with the given glyphs under their own numbers; null when HarfBuzz cannot.
hb_blob_t* subsetBytes(hb_face_t* face, const QSet<hb_codepoint_t>& glyphs)
{
    hb_subset_input_t* input = hb_subset_input_create_or_fail();
    if (!input)
        return nullptr;
    hb_set_t* wanted = hb_subset_input_glyph_set(input);
    for (const hb_codepoint_t glyph : glyphs)
        hb_set_add(wanted, glyph);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_DESUBROUTINIZE);
    hb_face_t* subset = hb_subset_or_fail(face, input);
    hb_subset_input_destroy(input);
    if (!subset)
        return nullptr;
    hb_blob_t* bytes = hb_face_reference_blob(subset);
    hb_face_destroy(subset);
    return bytes;
}

bool isUnknown(const PangoGlyphItem* item)
{
    for (int i = 0; i < item->glyphs->num_glyphs; ++i) {
        const PangoGlyph glyph = item->glyphs->glyphs[i].glyph;
        if (glyph != PANGO_GLYPH_EMPTY && (glyph & PANGO_GLYPH_UNKNOWN_FLAG))
            return true;
    }
    return false;
}

} // namespace

SubsetFonts::~SubsetFonts()
{
    for (auto i = m_faces.begin(); i != m_faces.end(); ++i) {
        if (i->standIn)
            cairo_font_face_destroy(i->standIn);
        hb_face_destroy(i.key());
    }
}

/// The face of a run whose drawing is ours: CFF outlines, left to right, every character known.
hb_face_t* SubsetFonts::postScriptFace(const PangoGlyphItem* item)
{
    if (item->item->analysis.level % 2 != 0 || isUnknown(item))
        return nullptr;
    hb_face_t* face = hb_font_get_face(pango_font_get_hb_font(item->item->analysis.font));
    hb_blob_t* outlines = hb_face_reference_table(face, HB_TAG('C', 'F', 'F', ' '));
    const bool isPostScript = hb_blob_get_length(outlines) > 0;
    hb_blob_destroy(outlines);
    return isPostScript ? face : nullptr;
}

void SubsetFonts::addRun(hb_face_t* face, const PangoGlyphItem* item)
{
    if (!m_faces.contains(face))
        hb_face_reference(face);
    Face& known = m_faces[face];
    for (int i = 0; i < item->glyphs->num_glyphs; ++i) {
        const PangoGlyph glyph = item->glyphs->glyphs[i].glyph;
        if (glyph != PANGO_GLYPH_EMPTY)
            known.glyphs.insert(glyph);
    }
}

void SubsetFonts::add(PangoLayoutLine* line)
{
    for (const GSList* run = line->runs; run; run = run->next) {
        const auto* item = static_cast<const PangoGlyphItem*>(run->data);
        if (hb_face_t* face = postScriptFace(item))
            addRun(face, item);
    }
}

cairo_font_face_t* SubsetFonts::standIn(hb_face_t* face)
{
    Face& known = m_faces[face];
    if (known.standIn && known.made.size() == known.glyphs.size())
        return known.standIn;
    auto data = std::make_unique<FaceData>();
    data->bytes = subsetBytes(face, known.glyphs);
    unsigned length = 0;
    const char* bytes = data->bytes ? hb_blob_get_data(data->bytes, &length) : nullptr;
    if (!bytes || FT_Init_FreeType(&data->library) != 0
        || FT_New_Memory_Face(data->library, reinterpret_cast<const FT_Byte*>(bytes), FT_Long(length), 0, &data->face) != 0)
        return nullptr;
    cairo_font_face_t* made = cairo_ft_font_face_create_for_ft_face(data->face, FT_LOAD_NO_HINTING);
    if (cairo_font_face_set_user_data(made, &faceDataKey, data.get(), &FaceData::destroy) == CAIRO_STATUS_SUCCESS)
        data.release();
    if (known.standIn)
        cairo_font_face_destroy(known.standIn);
    known.standIn = made;
    known.made = known.glyphs;
    return made;
}

void SubsetFonts::show(cairo_t* cairo, const char* text, PangoLayoutLine* line, double x, double y)
{
    for (const GSList* run = line->runs; run; run = run->next) {
        auto* item = static_cast<PangoGlyphItem*>(run->data);
        hb_face_t* face = postScriptFace(item);
        cairo_font_face_t* font = nullptr;
        if (face) {
            addRun(face, item);
            font = standIn(face);
        }
        if (font) {
            cairo_set_font_face(cairo, font);
            PangoFontDescription* description = pango_font_describe_with_absolute_size(item->item->analysis.font);
            cairo_set_font_size(cairo, double(pango_font_description_get_size(description)) / PANGO_SCALE);
            pango_font_description_free(description);
            showRun(cairo, text + item->item->offset, item, x, y);
        } else {
            cairo_move_to(cairo, x, y);
            pango_cairo_show_glyph_item(cairo, text, item);
        }
        x += double(pango_glyph_string_get_width(item->glyphs)) / PANGO_SCALE;
    }
}

/// Glyphs with the text they stand for, cluster by cluster: this is what readers copy and search.
void SubsetFonts::showRun(cairo_t* cairo, const char* text, const PangoGlyphItem* item, double x, double y)
{
    const PangoGlyphString* string = item->glyphs;
    std::vector<cairo_glyph_t> glyphs;
    std::vector<cairo_text_cluster_t> clusters;
    for (int i = 0; i < string->num_glyphs; ++i) {
        const PangoGlyphInfo& info = string->glyphs[i];
        if (i == 0 || string->log_clusters[i] != string->log_clusters[i - 1]) {
            int end = item->item->length;
            for (int k = i + 1; k < string->num_glyphs; ++k) {
                if (string->log_clusters[k] != string->log_clusters[i]) {
                    end = string->log_clusters[k];
                    break;
                }
            }
            clusters.push_back({end - string->log_clusters[i], 0});
        }
        if (info.glyph != PANGO_GLYPH_EMPTY) {
            glyphs.push_back({info.glyph, x + double(info.geometry.x_offset) / PANGO_SCALE,
                              y + double(info.geometry.y_offset) / PANGO_SCALE});
            ++clusters.back().num_glyphs;
        }
        x += double(info.geometry.width) / PANGO_SCALE;
    }
    cairo_show_text_glyphs(cairo, text, item->item->length, glyphs.data(), int(glyphs.size()), clusters.data(),
                           int(clusters.size()), cairo_text_cluster_flags_t(0));
}

} // namespace jz
