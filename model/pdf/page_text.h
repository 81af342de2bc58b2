// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/pdf/pdf_structure.h"

namespace jz {

/// Text that one operator shows, and whether anybody can see it.
struct TextRun
{
    QString text;          ///< U+FFFD for codes the file gives no meaning
    QRectF box;            ///< about where it stands: points, origin at the lower left of the page
    bool isInvisible = false; ///< render mode 3 or 7, fully transparent, of no size
    bool isWhite = false;
    bool isOutside = false;   ///< of the page or of what is not clipped away
    bool isCovered = false;   ///< by a picture or a filled area that is painted later
};

/// The text layer of a page, in the order in which it is painted: what copying and searching take, with what the eye
/// cannot see marked. Annotations and form fields are not part of it.
struct PageText
{
    QList<TextRun> runs;
    QStringList fontsNotEmbedded;
    bool isComplete = true; ///< false where the page is packed in a way not read here, damaged or too large
    int pictures = 0;       ///< pictures painted on the page

    /// All of it without blanks.
    QString compact() const;
};

/// Reads the text of pages. Pages are counted once and every font is read once, however many pages use it. `structure`
/// outlives it; not thread-safe. Throws Error Malformed.
class PageTextReader
{
public:
    explicit PageTextReader(const PdfStructure& structure);
    ~PageTextReader();

    /// At most 20,000 are counted.
    int pageCount() const;
    /// The text of page `index`, 0-based; nothing when there is no such page. Bounded: 64 MB of content and 5 million
    /// operators of all pages together, forms within forms 12 deep.
    PageText page(int index);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace jz
