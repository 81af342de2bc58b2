// SPDX-License-Identifier: Apache-2.0
#include "model/reference/name_search.h"

#include "model/reference/text_forms.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace jz {

namespace {

constexpr int ranks = 5;
constexpr qsizetype longestQuery = 64; ///< longer than any name: not worth the tries

} // namespace

NameSearch::NameSearch(const QList<Name>& names, const Pinyin& pinyin)
{
    m_entries.reserve(names.size());
    for (const Name& name : names) {
        Entry entry{name.id, {}};
        for (const QString& part : name.parts) {
            const QString key = comparisonKey(part);
            entry.parts.append({key, pinyin.syllables(key)});
        }
        m_entries.append(std::move(entry));
    }
}

QStringList NameSearch::find(const QString& query, int most) const
{
    const QString wanted = comparisonKey(query);
    if (wanted.isEmpty() || wanted.size() > longestQuery)
        return {};
    std::array<QStringList, ranks> found;
    for (const Entry& entry : m_entries)
        if (const int place = rank(wanted, entry); place < ranks)
            found[size_t(place)].append(entry.id);
    QStringList ids;
    QSet<QString> seen;
    for (const QStringList& equals : found)
        for (const QString& id : equals)
            if (ids.size() < most && !seen.contains(id)) {
                seen.insert(id);
                ids.append(id);
            }
    return ids;
}

/// 0 for a whole name, `ranks` for one that is not found.
int NameSearch::rank(QStringView query, const Entry& entry)
{
    const qsizetype last = entry.parts.size() - 1;
    if (matches(query, entry, {last, 0}, true))
        return 0;
    if (matches(query, entry, {last, 0}, false))
        return 1;
    for (qsizetype part = 0; part < last; ++part)
        if (matches(query, entry, {part, 0}, true))
            return 2;
    for (qsizetype part = 0; part < last; ++part)
        if (matches(query, entry, {part, 0}, false))
            return 3;
    for (qsizetype character = 1; character < entry.parts.at(last).text.size(); ++character)
        if (matches(query, entry, {last, character}, false))
            return 4;
    return ranks;
}

/// Whether `query` spells the name from that place on and ends in its last part; `toTheEnd`: so that at most one character of the
/// name, its level (市, 县), is left.
bool NameSearch::matches(QStringView query, const Entry& entry, Place from, bool toTheEnd)
{
    const Part& part = entry.parts.at(from.part);
    const bool isLast = from.part == entry.parts.size() - 1;
    if (query.isEmpty())
        return isLast && from.character > 0 && (!toTheEnd || from.character >= part.text.size() - 1);
    if (!isLast && from.character > 0 && matches(query, entry, {from.part + 1, 0}, toTheEnd))
        return true;
    if (from.character == part.text.size())
        return false;
    const Place next{from.part, from.character + 1};
    if (query.front() == part.text.at(from.character) && matches(query.mid(1), entry, next, toTheEnd))
        return true;
    for (const QString& syllable : part.syllables.at(from.character))
        for (qsizetype length = 1; length <= qMin(syllable.size(), query.size())
                                   && query.at(length - 1) == syllable.at(length - 1); ++length)
            if (matches(query.mid(length), entry, next, toTheEnd))
                return true;
    return false;
}

} // namespace jz
