// SPDX-License-Identifier: Apache-2.0
#include "ui/print/page_range.h"

#include <QRegularExpression>
#include <QStringList>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

/// First and last page of `3` or `3-5`, as numbers from 1; none when it is neither or leaves the paper.
std::optional<std::pair<int, int>> spanTyped(const QString& part, int count)
{
    static const QRegularExpression pattern(u"^(\\d{1,6})(?:-(\\d{1,6}))?$"_s);
    const QRegularExpressionMatch match = pattern.match(part);
    if (!match.hasMatch())
        return std::nullopt;
    const int first = match.captured(1).toInt();
    const int last = match.captured(2).isEmpty() ? first : match.captured(2).toInt();
    if (first < 1 || last < first || last > count)
        return std::nullopt;
    return std::pair(first, last);
}

} // namespace

std::optional<QList<int>> pagesTyped(const QString& typed, int count)
{
    // Full-width digits and signs are what an input method leaves behind; NFKC makes a plain hyphen of － only.
    QString plain = typed.normalized(QString::NormalizationForm_KC);
    static const QRegularExpression dashes(u"[–—~至]"_s), commas(u"[、;]"_s), blanks(u"\\s"_s);
    plain.replace(dashes, u"-"_s).replace(commas, u","_s).remove(blanks);
    QList<int> pages;
    const QStringList parts = plain.split(u',', Qt::SkipEmptyParts);
    for (const QString& part : parts) {
        const auto span = spanTyped(part, count);
        if (!span)
            return std::nullopt;
        for (int page = span->first; page <= span->second; ++page)
            if (!pages.contains(page - 1))
                pages.append(page - 1);
    }
    if (pages.isEmpty())
        return std::nullopt;
    return pages;
}

QString typedPages(const QList<int>& pages)
{
    QStringList parts;
    for (qsizetype i = 0; i < pages.size(); ++i) {
        qsizetype last = i;
        while (last + 1 < pages.size() && pages.at(last + 1) == pages.at(last) + 1)
            ++last;
        const QString first = QString::number(pages.at(i) + 1);
        parts << (last == i ? first : QString(first + u'-' + QString::number(pages.at(last) + 1)));
        i = last;
    }
    return parts.join(u", "_s);
}

} // namespace jz::ui
