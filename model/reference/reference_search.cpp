// SPDX-License-Identifier: Apache-2.0
#include "model/reference/reference_search.h"

#include "model/reference/reference_data.h"

namespace jz {

namespace {

/// A name, and in parts where it begins with that of its division: {湖北省科协}, {湖北省, 科协}.
QList<QStringList> waysOf(const QString& name, const QString& division)
{
    if (name.isEmpty())
        return {};
    QList<QStringList> ways{{name}};
    if (!division.isEmpty() && name.startsWith(division) && name.size() > division.size())
        ways.append({division, name.mid(division.size())});
    return ways;
}

} // namespace

NameSearch divisionSearch(const Divisions& divisions, const Pinyin& pinyin)
{
    QList<NameSearch::Name> names;
    for (const QString& code : divisions.codes())
        names.append({code, divisions.names(code)});
    for (const QString& code : divisions.formerCodes())
        names.append({code, divisions.names(code)});
    return {names, pinyin};
}

NameSearch bodySearch(const RecommendingBodies& bodies, const Divisions& divisions, const Pinyin& pinyin)
{
    QList<NameSearch::Name> names;
    for (const RecommendingBody& body : bodies.all()) {
        const QString division = divisions.names(body.division).value(0);
        for (const QString& name : {body.name, body.shortName})
            for (const QStringList& way : waysOf(name, division))
                names.append({body.name, way});
    }
    return {names, pinyin};
}

const NameSearch& builtInDivisionSearch()
{
    static const NameSearch search = divisionSearch(builtInReferenceData().divisions, builtInPinyin());
    return search;
}

const NameSearch& builtInBodySearch()
{
    static const NameSearch search =
        bodySearch(builtInReferenceData().bodies, builtInReferenceData().divisions, builtInPinyin());
    return search;
}

} // namespace jz
