// SPDX-License-Identifier: Apache-2.0
#include "model/reference/word_count.h"

#include <QChar>

#include <algorithm>
#include <array>

namespace jz {

namespace {

struct Range
{
    char32_t first;
    char32_t last;
};

/// Code points that count one each: East Asian scripts and the signs that Chinese typesetting gives a full
/// cell. Sorted.
constexpr std::array oneEach{
    Range{0x00B7, 0x00B7},   Range{0x1100, 0x11FF},   Range{0x2010, 0x2027},   Range{0x2030, 0x205E},
    Range{0x2100, 0x2BFF},   Range{0x2E80, 0x303F},   Range{0x3040, 0x9FFF},   Range{0xA960, 0xA97F},
    Range{0xAC00, 0xD7FF},   Range{0xF900, 0xFAFF},   Range{0xFE10, 0xFE1F},   Range{0xFE30, 0xFE6F},
    Range{0xFF01, 0xFFEF},   Range{0x1AFF0, 0x1B16F}, Range{0x1F000, 0x1FAFF}, Range{0x20000, 0x3FFFF},
};

bool countsOne(char32_t c)
{
    const auto after = std::upper_bound(oneEach.begin(), oneEach.end(), c,
                                        [](char32_t value, const Range& range) { return value < range.first; });
    return after != oneEach.begin() && c <= std::prev(after)->last;
}

bool isInvisible(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
    case QChar::Other_Control:
        return !QChar::isSpace(c);
    default:
        return false;
    }
}

bool isLatinLetter(char32_t c)
{
    return QChar::isLetter(c) && !countsOne(c);
}

/// Reads code points one after another and knows the next one.
class CodePoints
{
public:
    explicit CodePoints(QStringView text) : m_text(text) {}

    bool atEnd() const { return m_at >= m_text.size(); }
    char32_t take()
    {
        const char32_t c = peek();
        m_at += QChar::requiresSurrogates(c) ? 2 : 1;
        return c;
    }
    char32_t peek() const
    {
        if (atEnd())
            return 0;
        const QChar c = m_text.at(m_at);
        if (c.isHighSurrogate() && m_at + 1 < m_text.size() && m_text.at(m_at + 1).isLowSurrogate())
            return QChar::surrogateToUcs4(c, m_text.at(m_at + 1));
        return c.unicode();
    }

private:
    QStringView m_text;
    qsizetype m_at = 0;
};

} // namespace

TextCount countText(QStringView text)
{
    constexpr char32_t apostrophe = 0x2019;
    TextCount count;
    bool inRun = false;
    char32_t before = 0;
    for (CodePoints points(text); !points.atEnd();) {
        const char32_t c = points.take();
        if (isInvisible(c))
            continue;
        if (QChar::isSpace(c)) {
            inRun = false;
        } else {
            ++count.characters;
            const bool insideWord = c == apostrophe && isLatinLetter(before) && isLatinLetter(points.peek());
            if (countsOne(c) && !insideWord) {
                ++count.words;
                inRun = false;
            } else if (!inRun) {
                ++count.words;
                inRun = true;
            }
        }
        before = c;
    }
    return count;
}

} // namespace jz
