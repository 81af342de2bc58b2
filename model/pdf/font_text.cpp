// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/font_text.h"

#include "model/pdf/stream_data.h"

namespace jz {

namespace {

using Object = QPDFObjectHandle;

constexpr qsizetype mostEntries = 100'000;
constexpr qint64 longestMap = 8LL * 1024 * 1024;

bool hasProgram(QpdfObjects& objects, Object descriptor)
{
    return objects.get(descriptor, "/FontFile").isStream() || objects.get(descriptor, "/FontFile2").isStream()
           || objects.get(descriptor, "/FontFile3").isStream();
}

int codeOf(const QByteArray& hex)
{
    return hex.left(8).toInt(nullptr, 16);
}

QString utf16Of(const QByteArray& hex)
{
    const QByteArray bytes = QByteArray::fromHex(hex.left(128));
    QString text;
    for (qsizetype i = 0; i + 1 < bytes.size(); i += 2)
        text += QChar(static_cast<char16_t>(static_cast<unsigned char>(bytes[i]) << 8 | static_cast<unsigned char>(bytes[i + 1])));
    return text;
}

/// The hex strings, words and brackets of a CMap, one after another.
QList<QByteArray> tokensOf(const QByteArray& map)
{
    QList<QByteArray> tokens;
    for (qsizetype at = 0; at < map.size() && tokens.size() < 4 * mostEntries;) {
        const char c = map[at];
        if (c == '<' && map.mid(at, 2) != "<<") {
            const qsizetype end = map.indexOf('>', at);
            if (end < 0)
                break;
            tokens.append('<' + map.mid(at + 1, end - at - 1).simplified().replace(' ', ""));
            at = end + 1;
        } else if (c == '[' || c == ']') {
            tokens.append(QByteArray(1, c));
            ++at;
        } else if (isPdfBlank(c) || c == '<' || c == '>') {
            ++at;
        } else {
            const qsizetype begin = at;
            while (at < map.size() && !isPdfBlank(map[at]) && !QByteArrayView("<>[]").contains(map[at]))
                ++at;
            tokens.append(map.mid(begin, at - begin));
        }
    }
    return tokens;
}

} // namespace

FontText::FontText(QpdfObjects& objects, Object font)
{
    Object name = objects.get(font, "/BaseFont");
    m_name = name.isName() ? QString::fromStdString(name.getName().substr(1)) : QString();
    Object type = objects.get(font, "/Subtype");
    const std::string subtype = type.isName() ? type.getName() : std::string();
    m_composite = subtype == "/Type0";
    Object inner = m_composite ? objects.item(objects.get(font, "/DescendantFonts"), 0) : font;
    m_embedded = subtype == "/Type3" || hasProgram(objects, objects.get(inner, "/FontDescriptor"));
    if (m_composite)
        readCompositeWidths(objects, inner);
    else
        readWidths(objects, font);
    if (const auto map = streamData(objects, objects.get(font, "/ToUnicode"), longestMap)) {
        m_hasMap = true;
        readMap(*map);
    }
}

void FontText::readWidths(QpdfObjects& objects, Object font)
{
    Object first = objects.get(font, "/FirstChar");
    Object widths = objects.get(font, "/Widths");
    const int from = first.isInteger() ? first.getIntValueAsInt() : 0;
    for (int i = 0; widths.isArray() && i < std::min(widths.getArrayNItems(), 256); ++i) {
        Object width = objects.item(widths, i);
        m_widths[from + i] = width.isNumber() ? width.getNumericValue() : 0;
    }
    m_defaultWidth = 500;
}

/// /W: `c [ w1 w2 … ]` or `first last w` (ISO 32000-2, 9.7.4.3).
void FontText::readCompositeWidths(QpdfObjects& objects, Object descendant)
{
    Object standard = objects.get(descendant, "/DW");
    m_defaultWidth = standard.isNumber() ? standard.getNumericValue() : 1000;
    Object list = objects.get(descendant, "/W");
    const int count = list.isArray() ? list.getArrayNItems() : 0;
    for (int i = 0; i + 1 < count && m_widths.size() < mostEntries;) {
        Object first = objects.item(list, i);
        Object second = objects.item(list, i + 1);
        const int from = first.isInteger() ? first.getIntValueAsInt() : 0;
        if (second.isArray()) {
            const std::vector<Object> widths = second.getArrayAsVector();
            for (size_t k = 0; k < widths.size() && k < 70'000; ++k) {
                Object width = widths[k];
                m_widths[from + static_cast<int>(k)] = width.isNumber() ? width.getNumericValue() : 0;
            }
            i += 2;
        } else {
            Object width = objects.item(list, i + 2);
            const int to = second.isInteger() ? std::min(second.getIntValueAsInt(), 70'000) : from - 1;
            for (int code = from; code <= to && m_widths.size() < mostEntries; ++code)
                m_widths[code] = width.isNumber() ? width.getNumericValue() : 0;
            i += 3;
        }
    }
}

void FontText::readMap(const QByteArray& map)
{
    const QList<QByteArray> tokens = tokensOf(map);
    const auto isHex = [&](qsizetype i) { return i < tokens.size() && tokens[i].startsWith('<'); };
    bool inRanges = false;
    bool inChars = false;
    for (qsizetype i = 0; i < tokens.size() && m_texts.size() < mostEntries; ++i) {
        if (!isHex(i)) {
            inChars = tokens[i] == "beginbfchar" || (inChars && tokens[i] != "endbfchar");
            inRanges = tokens[i] == "beginbfrange" || (inRanges && tokens[i] != "endbfrange");
        } else if (inChars && isHex(i + 1)) {
            m_texts[codeOf(tokens[i].mid(1))] = utf16Of(tokens[i + 1].mid(1));
            ++i;
        } else if (inRanges && isHex(i + 1)) {
            const int from = codeOf(tokens[i].mid(1));
            const int to = std::min(codeOf(tokens[i + 1].mid(1)), from + 0xffff);
            const bool list = i + 2 < tokens.size() && tokens[i + 2] == "[";
            i += list ? 3 : 2;
            for (int code = from; code <= to && isHex(list ? i + code - from : i); ++code) {
                QString text = utf16Of(tokens[list ? i + code - from : i].mid(1));
                if (!list && !text.isEmpty())
                    text.back() = QChar(static_cast<char16_t>(text.back().unicode() + (code - from)));
                m_texts[code] = text;
            }
            while (list && i < tokens.size() && tokens[i] != "]")
                ++i;
        }
    }
}

QString FontText::textOf(int code) const
{
    if (const auto found = m_texts.find(code); found != m_texts.end())
        return *found;
    // Single-byte fonts without a map: what all common encodings agree on.
    if (!m_composite && !m_hasMap && code >= 32 && code < 127)
        return QString(QChar(static_cast<char16_t>(code)));
    return QString(QChar(QChar::ReplacementCharacter));
}

QList<FontText::Glyph> FontText::decode(const std::string& codes) const
{
    QList<Glyph> glyphs;
    const size_t step = m_composite ? 2 : 1;
    for (size_t i = 0; i + step <= codes.size(); i += step) {
        int code = static_cast<unsigned char>(codes[i]);
        if (m_composite)
            code = code << 8 | static_cast<unsigned char>(codes[i + 1]);
        glyphs.append({textOf(code), m_widths.value(code, m_defaultWidth), !m_composite && code == 32});
    }
    return glyphs;
}

} // namespace jz
