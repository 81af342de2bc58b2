// SPDX-License-Identifier: Apache-2.0
// Private to model/pdf: qpdf shows in it.
#pragma once

#include "model/pdf/font_text.h"
#include "model/pdf/page_text.h"

#include <QTransform>

namespace jz {

/// Follows the operators of a page's content (ISO 32000-2, 8 and 9) as far as they bear on its text: matrices, clips,
/// colours, text state, pictures, forms. Paints nothing.
class ContentReader
{
public:
    ContentReader(QpdfObjects& objects, const QRectF& page);
    /// Reads content with its resources; adds to the result.
    void read(const QByteArray& content, QPDFObjectHandle resources);
    /// The result, once all is read.
    PageText take();

private:
    struct State
    {
        QTransform matrix;
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
    class Callbacks;
    void execute(const std::string& name, std::vector<QPDFObjectHandle>& operands);
    bool executeState(const std::string& name, std::vector<QPDFObjectHandle>& operands);
    bool executePath(const std::string& name, const std::vector<double>& n);
    bool executeText(const std::string& name, std::vector<QPDFObjectHandle>& operands);
    void setColour(const std::vector<double>& n);
    void setFont(std::vector<QPDFObjectHandle>& operands);
    void setGraphicsState(std::vector<QPDFObjectHandle>& operands);
    void endPath(bool fills);
    void showArray(QPDFObjectHandle array);
    void show(const std::string& codes);
    void nextLine(double x, double y);
    void paint(std::vector<QPDFObjectHandle>& operands);
    void paintForm(QPDFObjectHandle form);

    QpdfObjects& m_objects;
    QRectF m_page;
    PageText m_text;
    State m_state;
    std::vector<State> m_saved;
    QTransform m_textMatrix;
    QTransform m_lineMatrix;
    QRectF m_path;
    bool m_pathIsBox = true;
    bool m_clipsNext = false;
    std::vector<Cover> m_covers;
    std::unordered_map<int, std::shared_ptr<FontText>> m_fonts;
    QPDFObjectHandle m_resources;
    int m_depth = 0;
    int m_left = 2'000'000;
};

} // namespace jz
