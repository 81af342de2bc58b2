// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/reference/pinyin.h"

namespace jz {

/// Finds names by what people type: characters, pinyin, the initials of pinyin, or a mixture of these. 武汉, wuhan, wh, 武h and
/// 湖北wh all find 湖北省 武汉市; of a name's parts (province, prefecture, county) each may be left out or cut off, the last
/// not. Blanks, case, width and dots do not matter.
///
/// A plain value; searching is thread-safe and takes about a millisecond for 4,000 names.
class NameSearch
{
public:
    /// What is to be found, by its parts from the top down: {湖北省, 武汉市}; one part where there are no others.
    struct Name
    {
        QString id;       ///< several names may have the same
        QStringList parts;
    };

    NameSearch(const QList<Name>& names, const Pinyin& pinyin);

    /// Ids, each once, best first: whole names, then beginnings of a name, then names found by the way to them, then what is found
    /// inside of a name; equals in the order in which they were given. At most `most`. Nothing for a query without
    /// content or longer than any name.
    QStringList find(const QString& query, int most) const;

private:
    struct Part
    {
        QString text; ///< as comparisonKey() leaves it
        QList<QStringList> syllables;
    };
    struct Entry
    {
        QString id;
        QList<Part> parts;
    };
    struct Place
    {
        qsizetype part = 0;
        qsizetype character = 0;
    };

    static int rank(QStringView query, const Entry& entry);
    static bool matches(QStringView query, const Entry& entry, Place from, bool toTheEnd);

    QList<Entry> m_entries;
};

} // namespace jz
