// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/text_matcher.h"

#include <algorithm>

namespace jz {

namespace {

constexpr qsizetype longestShown = 60;
constexpr qsizetype rowsLookedAhead = 8;

QString shown(const QString& text)
{
    return text.size() <= longestShown ? text : QString(text.left(longestShown) + QChar(0x2026));
}

} // namespace

TextMatcher::TextMatcher(const QStringList& pages)
{
    for (const QString& page : pages) {
        m_pageStarts.append(m_text.size());
        m_text += page;
    }
}

QList<TextMatcher::Mismatch> TextMatcher::compare(const QList<PrintedRow>& rows)
{
    qsizetype at = 0;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (rows[i].parts.isEmpty())
            continue;
        if (const qsizetype end = readRow(rows[i], at); end >= 0) {
            at = end;
            continue;
        }
        qsizetype next = i + 1;
        const qsizetype to = resume(rows, i + 1, at, next);
        // Two cells that run over one page break are read in turns: the same characters in another order.
        if (next != i + 1 || !hasSameCharacters(rows[i], at, to)) {
            for (qsizetype k = i; k < next; ++k)
                report(rows[k], at, to);
            if (m_mismatches.isEmpty() || m_mismatches.last().page == 0)
                m_mismatches.append({{}, pageAt(at), {}, shown(m_text.mid(at, to - at))});
        }
        at = to;
        i = next - 1;
    }
    if (at < m_text.size())
        m_mismatches.append({{}, pageAt(at), {}, shown(m_text.mid(at))});
    return m_mismatches;
}

qsizetype TextMatcher::readRow(const PrintedRow& row, qsizetype at) const
{
    QList<PrintedPart> left = row.parts;
    while (!left.isEmpty()) {
        qsizetype end = -1;
        for (qsizetype i = 0; i < left.size() && end < 0; ++i) {
            end = read(left[i].text, at, row);
            if (end >= 0)
                left.removeAt(i);
        }
        if (end < 0)
            return -1;
        at = end;
    }
    return at;
}

qsizetype TextMatcher::read(const QString& text, qsizetype at, const PrintedRow& row) const
{
    return readFrom(text, 0, at, row);
}

qsizetype TextMatcher::readFrom(const QString& text, qsizetype index, qsizetype at, const PrintedRow& row) const
{
    for (; index < text.size(); ++index, ++at) {
        if (std::binary_search(m_pageStarts.begin(), m_pageStarts.end(), at)) {
            const qsizetype behind = skipRepeated(at, row);
            const qsizetype end = behind > at ? readFrom(text, index, behind, row) : -1;
            if (end >= 0)
                return end;
        }
        if (at >= m_text.size() || m_text[at] != text[index])
            return -1;
    }
    return at;
}

qsizetype TextMatcher::skipRepeated(qsizetype at, const PrintedRow& row) const
{
    QStringList left = row.repeated;
    for (bool found = true; found;) {
        found = false;
        for (qsizetype i = 0; i < left.size() && !found; ++i) {
            found = !left[i].isEmpty() && QStringView(m_text).sliced(at).startsWith(left[i]);
            if (found)
                at += left.takeAt(i).size();
        }
    }
    return at;
}

qsizetype TextMatcher::resume(const QList<PrintedRow>& rows, qsizetype next, qsizetype from, qsizetype& row) const
{
    qsizetype nearest = m_text.size();
    row = rows.size();
    for (qsizetype i = next; i < std::min(rows.size(), next + rowsLookedAhead); ++i) {
        if (rows[i].parts.isEmpty() || rows[i].parts.first().text.size() < 2)
            continue;
        const QString start = rows[i].parts.first().text.left(24);
        const qsizetype at = m_text.indexOf(start, from);
        if (at >= 0 && at < nearest && readRow(rows[i], at) >= 0) {
            nearest = at;
            row = i;
        }
        if (row == i)
            break;
    }
    return nearest;
}

bool TextMatcher::hasSameCharacters(const PrintedRow& row, qsizetype from, qsizetype to) const
{
    QString expected;
    for (const PrintedPart& part : row.parts)
        expected += part.text;
    QString found = m_text.mid(from, to - from);
    for (const QString& repeated : row.repeated) {
        if (found.size() > expected.size() && !repeated.isEmpty() && found.contains(repeated))
            found.remove(found.indexOf(repeated), repeated.size());
    }
    std::sort(expected.begin(), expected.end());
    std::sort(found.begin(), found.end());
    return expected == found;
}

void TextMatcher::report(const PrintedRow& row, qsizetype from, qsizetype to)
{
    const QString found = m_text.mid(from, to - from);
    for (const PrintedPart& part : row.parts) {
        if (!found.contains(part.text))
            m_mismatches.append({part.field, pageAt(from), shown(part.text), shown(found)});
    }
    if (m_mismatches.isEmpty())
        m_mismatches.append({row.parts.value(0).field, pageAt(from), {}, shown(found)});
}

int TextMatcher::pageAt(qsizetype position) const
{
    int page = 0;
    for (const qsizetype start : m_pageStarts)
        page += start <= position ? 1 : 0;
    return page;
}

} // namespace jz
