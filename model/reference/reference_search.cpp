// SPDX-License-Identifier: Apache-2.0
#include "model/reference/reference_search.h"

#include "model/reference/reference_data.h"

#include <QSet>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

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

/// How well known a division is among those of its level, smaller is better: seats of provinces (省会, whose codes end in 0100) and the
/// cities that are planned separately (计划单列市: 大连, 宁波, 厦门, 青岛, 深圳), then the others.
int standing(const QString& code)
{
    static const QSet<QString> plannedSeparately{u"210200"_s, u"330200"_s, u"350200"_s, u"370200"_s, u"440300"_s};
    return code.endsWith("0100"_L1) || plannedSeparately.contains(code) ? 0 : 1;
}

} // namespace

NameSearch divisionSearch(const Divisions& divisions, const Pinyin& pinyin)
{
    QStringList codes = divisions.codes();
    const auto place = [&](const QString& code) { return std::pair(divisions.find(code)->level, standing(code)); };
    std::stable_sort(codes.begin(), codes.end(), [&](const QString& a, const QString& b) { return place(a) < place(b); });
    QList<NameSearch::Name> names;
    for (const QString& code : std::as_const(codes))
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
