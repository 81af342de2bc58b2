// SPDX-License-Identifier: Apache-2.0
// Private to model/pdf: qpdf shows in it.
#pragma once

#include "model/pdf/affine.h"
#include "model/pdf/content_tokens.h"
#include "model/pdf/font_text.h"
#include "model/pdf/page_text.h"

namespace jz {

/// What the pages of one file share: the fonts read so far, by their object number, and what may still be read. The same
/// content can stand on thousands of pages.
struct ContentShared
{
    std::unordered_map<int, std::shared_ptr<FontText>> fonts;
    int operators = 5'000'000;
    qint64 bytes = 64LL * 1024 * 1024;
};

/// Follows the operators of a page's content (ISO 32000-2, 8 and 9) as far as they bear on its text: matrices, clips,
/// colours, text state, pictures, forms. Paints nothing.
class ContentReader
{
public:
    /// `shared` belongs to the file of `objects`.
    ContentReader(QpdfObjects& objects, ContentShared& shared, const QRectF& page);
    /// Reads content with its resources; adds to the result.
    void read(const QByteArray& content, QPDFObjectHandle resources);
    /// The result, once all is read.
    PageText take();

private:
    struct State
    {
        Affine matrix;
        QRectF clip;
        bool white = false;
        bool transparent = false;
        std::shared_ptr<FontText> font;
        double size = 0;
        double charSpace = 0;
        double wordSpace = 0;
        double scale = 1;
        double leading = 0;
        double rise = 0;
        int mode = 0;
    };
    struct Cover
    {
        QRectF area;
        qsizetype after = 0; ///< hides runs before this index
    };
    using Operands = std::vector<ContentOperand>;
    using Numbers = std::vector<double>;
    void execute(std::string_view name, const Operands& operands);
    bool executeState(std::string_view name, const Operands& operands);
    bool executePaint(std::string_view name, const Operands& operands);
    bool executePath(std::string_view name, const Numbers& n);
    bool executeText(std::string_view name, const Operands& operands);
    bool moveText(std::string_view name);
    void setColour(const Numbers& n);
    void setFont(const Operands& operands);
    void setGraphicsState(const Operands& operands);
    void endPath(bool fills);
    void cover(const QRectF& area);
    void showArray(const ContentOperand& array);
    void show(const std::string& codes);
    void nextLine(double x, double y);
    void paint(const Operands& operands);
    void paintForm(QPDFObjectHandle form);

    QpdfObjects& m_objects;
    QRectF m_page;
    PageText m_text;
    State m_state;
    std::vector<State> m_saved;
    Affine m_textMatrix;
    Affine m_lineMatrix;
    QRectF m_path;
    bool m_pathIsBox = true;
    bool m_clipsNext = false;
    std::vector<Cover> m_covers;
    ContentShared& m_shared;
    QPDFObjectHandle m_resources;
    Numbers m_numbers; ///< the operands that are numbers
    int m_depth = 0;
};

} // namespace jz
