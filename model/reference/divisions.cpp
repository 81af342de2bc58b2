// SPDX-License-Identifier: Apache-2.0
#include "model/reference/divisions.h"

#include "model/base/error.h"
#include "model/reference/csv.h"

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

QString parentByPrefix(const QString& code)
{
    return code.left(4) + u"00"_s;
}

[[noreturn]] void fail(const QString& code)
{
    throw Error(ErrorCode::Malformed,
                LocalizedText{u"行政区划表中代码“%1”重复，或其上级不存在。"_s,
                              u"In the table of divisions the code “%1” stands twice or has no parent."_s}
                    .arg(code),
                code);
}

} // namespace

Divisions Divisions::fromCsv(const QByteArray& divisions, const QByteArray& changes)
{
    Divisions result;
    const QStringList columns{u"code"_s, u"name"_s, u"level"_s, u"parent"_s, u"virtual"_s};
    const QList<CsvRow> rows = readCsv(divisions, columns, u"divisions.csv"_s);
    result.m_all.reserve(rows.size());
    for (const CsvRow& row : rows) {
        const Division division{row[u"code"_s], row[u"name"_s], row[u"level"_s].toInt(), row[u"parent"_s],
                                row[u"virtual"_s] == u"1"_s};
        const bool orphan = !division.parent.isEmpty() && !result.m_all.contains(division.parent);
        if (orphan || result.m_all.contains(division.code))
            fail(division.code);
        result.m_all.insert(division.code, division);
        result.m_children[division.parent].append(division.code);
    }
    for (QStringList& children : result.m_children)
        std::sort(children.begin(), children.end());
    for (const CsvRow& row : readCsv(changes, {u"op"_s, u"code"_s, u"name"_s}, u"divisions-changes.csv"_s))
        if (row[u"op"_s] == u"removed"_s)
            result.m_former.insert(row[u"code"_s], row[u"name"_s]);
    return result;
}

const Division* Divisions::find(const QString& code) const
{
    const auto found = m_all.find(code);
    return found == m_all.end() ? nullptr : &*found;
}

QList<const Division*> Divisions::visibleChildren(const QString& code) const
{
    QList<const Division*> children;
    for (const QString& child : m_children.value(code)) {
        const Division* const division = find(child);
        if (division->hidden)
            children += visibleChildren(child);
        else
            children.append(division);
    }
    return children;
}

QStringList Divisions::withAncestors(const QString& code) const
{
    QStringList codes;
    for (const Division* each = find(code); each; each = find(each->parent))
        codes.append(each->code);
    return codes;
}

QStringList Divisions::names(const QString& code) const
{
    QStringList names;
    const QString former = find(code) ? QString() : formerName(code);
    const QString lowest = former.isEmpty() ? code : parentByPrefix(code);
    for (const QString& each : withAncestors(lowest))
        if (!find(each)->hidden)
            names.prepend(find(each)->name);
    if (!former.isEmpty())
        names.append(former);
    return names;
}

bool Divisions::isComplete(const QString& code) const
{
    return find(code) && visibleChildren(code).isEmpty();
}

QStringList Divisions::codes() const
{
    QStringList codes;
    for (const Division& division : m_all)
        if (!division.hidden)
            codes.append(division.code);
    std::sort(codes.begin(), codes.end(), [this](const QString& a, const QString& b) {
        return std::pair(find(a)->level, a) < std::pair(find(b)->level, b);
    });
    return codes;
}

QStringList Divisions::formerCodes() const
{
    QStringList codes;
    for (auto former = m_former.begin(); former != m_former.end(); ++former)
        if (!formerName(former.key()).isEmpty())
            codes.append(former.key());
    std::sort(codes.begin(), codes.end());
    return codes;
}

QString Divisions::formerName(const QString& code) const
{
    return find(code) ? QString() : m_former.value(code);
}

QStringList Divisions::successors(const QString& formerCode) const
{
    const QString former = formerName(formerCode);
    if (former.isEmpty())
        return {};
    const QString stem = former.chopped(1);
    QStringList all;
    QStringList sameName;
    for (const QString& code : m_children.value(parentByPrefix(formerCode))) {
        all.append(code);
        if (find(code)->name.startsWith(stem))
            sameName.append(code);
    }
    return sameName.isEmpty() ? all : sameName;
}

} // namespace jz
