// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/page_choice.h"

#include "model/base/counted_text.h"

#include <QRegularExpression>
#include <QStringList>

#include <numeric>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostDigits = 6;

QString plain(const QString& typed)
{
    static const QRegularExpression dashes(u"[‐‑‒–—―−~∼至到]+"_s);
    static const QRegularExpression commas(u"[、;]"_s);
    static const QRegularExpression blanks(u"\\s+"_s);
    QString text = typed.normalized(QString::NormalizationForm_KC);
    return text.replace(dashes, u"-"_s).replace(commas, u","_s).remove(blanks);
}

LocalizedText unreadableChoice(const QString& choice)
{
    return LocalizedText{u"页码“%1”无法识别，请写成“1-3,5”的样子"_s,
                         u"the pages “%1” make no sense; write them like “1-3,5”"_s}
        .arg(choice);
}

/// One part of a choice, 1-based, both ends included.
struct Range
{
    int first = 0;
    int last = 0;
};

std::optional<LocalizedText> problemOf(const Range& range, int pageCount)
{
    if (range.first < 1)
        return LocalizedText{u"页码从 1 开始，没有第 0 页"_s,
                             u"pages are counted from 1; there is no page 0"_s};
    if (range.last < range.first)
        return LocalizedText{u"页码“%1-%2”前大后小，请写成“%2-%1”"_s,
                             u"the pages “%1-%2” run backwards; write “%2-%1”"_s}
            .arg(QString::number(range.first), QString::number(range.last));
    if (pageCount >= 0 && range.last > pageCount)
        return CountedText{u"文件只有 %2 页，没有第 %1 页，请改正所选的页"_s,
                             u"it has %2 {page|pages} and no page %1; choose others"_s}
            .arg(QString::number(range.last), QString::number(pageCount));
    return {};
}

} // namespace

QString normalizedPageChoice(const QString& typed)
{
    const QString text = plain(typed);
    const bool sound = !choosePages(text, -1).problem;
    return sound ? text : typed.trimmed();
}

ChosenPages choosePages(const QString& choice, int pageCount)
{
    static const QRegularExpression part(u"^(\\d{1,%1})(?:-(\\d{1,%1}))?$"_s.arg(mostDigits));
    ChosenPages chosen;
    const QString text = plain(choice);
    if (text.isEmpty()) {
        chosen.pages.resize(std::max(0, pageCount));
        std::iota(chosen.pages.begin(), chosen.pages.end(), 0);
        return chosen;
    }
    QList<Range> ranges;
    for (const QString& word : text.split(u',')) {
        const QRegularExpressionMatch match = part.match(word);
        if (!match.hasMatch())
            return {{}, unreadableChoice(choice.trimmed())};
        const int first = match.captured(1).toInt();
        const Range range{first, match.hasCaptured(2) ? match.captured(2).toInt() : first};
        if (const auto problem = problemOf(range, pageCount))
            return {{}, problem};
        for (const Range& other : ranges) {
            if (range.first <= other.last && other.first <= range.last)
                return {{},
                        LocalizedText{u"第 %1 页选了两次，请只写一次"_s,
                                      u"page %1 is named twice; name it once"_s}
                            .arg(QString::number(std::max(range.first, other.first)))};
        }
        ranges << range;
    }
    if (pageCount < 0)
        return chosen;
    for (const Range& range : ranges) {
        for (int page = range.first; page <= range.last; ++page)
            chosen.pages << page - 1;
    }
    return chosen;
}

QString pageChoice(const QList<int>& pages)
{
    QStringList parts;
    for (qsizetype i = 0; i < pages.size(); ++i) {
        const qsizetype first = i;
        while (i + 1 < pages.size() && pages.at(i + 1) == pages.at(i) + 1)
            ++i;
        const QString from = QString::number(pages.at(first) + 1);
        parts << (i == first ? from : QString(from + u'-' + QString::number(pages.at(i) + 1)));
    }
    return parts.join(u',');
}

} // namespace jz
