// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/scanned_pages.h"

#include "model/pdf/content_tokens.h"
#include "model/pdf/page_import.h"

#include <qpdf/QPDFPageDocumentHelper.hh>

#include <QBuffer>
#include <QImageReader>

#include <algorithm>
#include <array>
#include <cmath>

namespace jz {

namespace {

constexpr size_t largestContent = 4096;             ///< bytes: a page that says more shows more than one picture
constexpr qint64 largestPicture = qint64(64) << 20; ///< bytes
constexpr double mostQuickDots = 10e6;
constexpr double edge = 2;                          ///< points by which a picture may miss the edge of the page

/// What draws the one picture of a page.
struct SolePicture
{
    std::string name; ///< in the resources, with its slash
    std::array<double, 6> place{1, 0, 0, 1, 0, 0};
};

/// Operators that change nothing of what a picture looks like.
bool isHarmless(std::string_view operation)
{
    constexpr std::array<std::string_view, 16> harmless{"q", "Q", "w", "J", "j", "M", "d", "i", "g", "G", "rg", "RG", "cs", "CS", "scn", "SCN"};
    return std::find(harmless.begin(), harmless.end(), operation) != harmless.end();
}

/// Nothing when the content does anything else than draw one picture, not turned.
std::optional<SolePicture> solePictureOf(const QByteArray& content)
{
    SolePicture picture;
    ContentTokens tokens(content);
    while (tokens.next()) {
        const std::vector<ContentOperand>& operands = tokens.operands();
        if (tokens.name() == "cm" && operands.size() == 6 && picture.name.empty()) {
            const std::array<double, 6> now = picture.place;
            const auto at = [&](size_t i) { return operands[i].number; };
            if (at(1) != 0 || at(2) != 0)
                return {};
            picture.place = {at(0) * now[0], 0, 0, at(3) * now[3], at(4) * now[0] + now[4], at(5) * now[3] + now[5]};
        } else if (tokens.name() == "Do" && operands.size() == 1 && picture.name.empty()) {
            picture.name = operands[0].text;
        } else if (!isHarmless(tokens.name())) {
            return {};
        }
    }
    if (picture.name.empty() || !tokens.isSound())
        return {};
    return picture;
}

bool covers(const std::array<double, 6>& place, const QPDFObjectHandle::Rectangle& box)
{
    const auto near = [](double one, double other) { return std::abs(one - other) <= edge; };
    return near(place[4], box.llx) && near(place[5], box.lly) && near(place[4] + place[0], box.urx) && near(place[5] + place[3], box.ury);
}

bool isPlainJpeg(QPDFObjectHandle image)
{
    if (!image.isStream())
        return false;
    QPDFObjectHandle dictionary = image.getDict();
    for (const char* const key : {"/SMask", "/Mask", "/Decode", "/DecodeParms", "/OC"})
        if (!dictionary.getKey(key).isNull())
            return false;
    QPDFObjectHandle filter = dictionary.getKey("/Filter");
    if (filter.isArray() && filter.getArrayNItems() == 1)
        filter = filter.getArrayItem(0);
    QPDFObjectHandle colours = dictionary.getKey("/ColorSpace");
    return dictionary.getKey("/Subtype").isNameAndEquals("/Image") && filter.isNameAndEquals("/DCTDecode")
           && (colours.isNameAndEquals("/DeviceRGB") || colours.isNameAndEquals("/DeviceGray"));
}

QByteArray rawBytes(QPDFObjectHandle stream)
{
    const auto data = stream.getRawStreamData();
    return {reinterpret_cast<const char*>(data->getBuffer()), qsizetype(data->getSize())};
}

QByteArray contentOf(QPDFPageObjectHelper page)
{
    std::string content;
    for (QPDFObjectHandle part : page.getPageContents()) {
        QPDFObjectHandle length = part.getDict().getKey("/Length");
        if (!length.isInteger() || length.getIntValue() > qint64(largestContent))
            return {};
        const auto data = part.getStreamData(qpdf_dl_generalized);
        content.append(reinterpret_cast<const char*>(data->getBuffer()), data->getSize()).append("\n");
        if (content.size() > largestContent)
            return {};
    }
    return QByteArray::fromStdString(content);
}

} // namespace

struct ScannedPages::State
{
    PdfFile file;
    std::vector<QPDFPageObjectHelper> pages;

    /// The one picture of a page; null when the page is something else.
    QPDFObjectHandle pictureOf(int number) const
    {
        if (number < 0 || number >= int(pages.size()))
            return QPDFObjectHandle::newNull();
        try {
            return pictureOf(pages[size_t(number)]);
        } catch (const std::exception&) {
            return QPDFObjectHandle::newNull(); // what qpdf cannot read, PDFium may draw
        }
    }

private:
    static QPDFObjectHandle pictureOf(QPDFPageObjectHelper page)
    {
        const QPDFObjectHandle none = QPDFObjectHandle::newNull();
        const PageFrame frame = frameOf(page);
        QPDFObjectHandle annotations = page.getAttribute("/Annots", false);
        if (frame.rotation != 0 || (annotations.isArray() && annotations.getArrayNItems() > 0))
            return none;
        const std::optional<SolePicture> picture = solePictureOf(contentOf(page));
        if (!picture || !covers(picture->place, frame.box))
            return none;
        QPDFObjectHandle image = page.getAttribute("/Resources", false).getKeyIfDict("/XObject").getKeyIfDict(picture->name);
        return isPlainJpeg(image) && image.getDict().getKey("/Length").getIntValue() <= largestPicture ? image : none;
    }
};

ScannedPages::ScannedPages(const QString& path) : m_state(std::make_unique<State>())
{
    m_state->file = openPdf(path);
    reading(path, [&] { m_state->pages = QPDFPageDocumentHelper(*m_state->file.pdf).getAllPages(); });
}

ScannedPages::~ScannedPages() = default;

bool ScannedPages::isQuick(int page) const
{
    QPDFObjectHandle picture = m_state->pictureOf(page);
    if (picture.isNull())
        return false;
    QPDFObjectHandle width = picture.getDict().getKey("/Width");
    QPDFObjectHandle height = picture.getDict().getKey("/Height");
    return width.isInteger() && height.isInteger() && double(width.getIntValue()) * double(height.getIntValue()) <= mostQuickDots;
}

QImage ScannedPages::draw(int page, QSize size) const
{
    QByteArray jpeg;
    try {
        QPDFObjectHandle picture = m_state->pictureOf(page);
        if (picture.isNull())
            return {};
        jpeg = rawBytes(picture);
    } catch (const std::exception&) {
        return {};
    }
    QBuffer buffer(&jpeg);
    QImageReader reader(&buffer, "jpeg");
    // A picture that grows is for PDFium to smooth, as all the others.
    if (reader.size().width() < size.width() || reader.size().height() < size.height())
        return {};
    reader.setScaledSize(size);
    const QImage picture = reader.read();
    return picture.isNull() ? picture : picture.convertToFormat(QImage::Format_RGB32);
}

} // namespace jz
