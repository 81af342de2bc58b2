// SPDX-License-Identifier: Apache-2.0
#include "model/recommendation/duplicates.h"

#include "model/base/make_finding.h"
#include "model/dossier/dossier_summary.h"
#include "model/reference/text_forms.h"

#include <QHash>
#include <QMap>

#include <algorithm>
#include <utility>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype leastForOneApart = 4;
constexpr qsizetype leastAbbreviation = 2;

QString fieldOfType(const CallPack& pack, FieldType type)
{
    for (const Section& section : pack.sections)
        for (const Field& field : section.fields)
            if (field.type == type)
                return field.id;
    return {};
}

/// Without what people write or leave out at will.
QString plainKey(const QString& name)
{
    QString key = comparisonKey(name);
    key.removeIf([](QChar letter) { return letter.isPunct() || letter.isSpace() || letter.isSymbol(); });
    return key;
}

/// Whether every character of `small` stands in `large` in the same order, the first at the beginning.
bool abbreviates(const QString& small, const QString& large)
{
    if (small.size() < leastAbbreviation || small.size() >= large.size() || small.front() != large.front())
        return false;
    qsizetype at = 0;
    for (const QChar letter : small) {
        at = large.indexOf(letter, at) + 1;
        if (at == 0)
            return false;
    }
    return true;
}

/// Whether one insertion, removal or exchange of a character makes them the same.
bool oneApart(const QString& one, const QString& other)
{
    const QString& small = one.size() <= other.size() ? one : other;
    const QString& large = one.size() <= other.size() ? other : one;
    if (small.size() < leastForOneApart || large.size() - small.size() > 1)
        return false;
    const auto differs = std::mismatch(small.begin(), small.end(), large.begin());
    const qsizetype same = differs.first - small.begin();
    const qsizetype skip = small.size() == large.size() ? 1 : 0;
    return QStringView(small).mid(same + skip) == QStringView(large).mid(same + 1);
}

Finding finding(const char* rule, Severity severity, const QString& field, const LocalizedText& message)
{
    Finding made = makeFinding(rule, severity, message);
    made.field = field;
    return made;
}

/// A base with what is compared of it, made once.
struct Keyed
{
    explicit Keyed(const ComparedBase& base)
        : code(base.code), name(comparisonKey(base.base)), plain(plainKey(base.base)), plainUnit(plainKey(base.unit)), isNamed(!base.base.isEmpty())
    {
    }

    QString code;
    QString name;
    QString plain;
    QString plainUnit;
    bool isNamed;
};

bool areNearKeys(const QString& a, const QString& b)
{
    return !a.isEmpty() && !b.isEmpty() && (a == b || abbreviates(a, b) || abbreviates(b, a) || oneApart(a, b));
}

using Relation = BaseRelation;

Relation relationOf(const Keyed& one, const Keyed& other)
{
    const bool sameCode = !one.code.isEmpty() && one.code == other.code;
    const bool named = one.isNamed && other.isNamed;
    if (sameCode && named && one.name == other.name)
        return Relation::Duplicate;
    if (named && areNearKeys(one.plain, other.plain) && (sameCode || areNearKeys(one.plainUnit, other.plainUnit)))
        return Relation::Near;
    return sameCode ? Relation::SameUnit : Relation::None;
}

/// What `mine` has to be told about `other`.
Finding findingOf(Relation relation, const ComparedBase& mine, const ComparedBase& other)
{
    if (relation == Relation::Duplicate)
        return finding("batch.duplicate", Severity::Error, mine.baseField,
                       LocalizedText{u"与“%1”重复：统一社会信用代码和名称都相同。同一单位的同一名称只能报一次，请留下其中一份。"_s,
                                     u"The same as “%1”: credit code and name agree. One name of a unit may come once only: keep one of them."_s}
                           .arg(other.label));
    if (relation == Relation::Near)
        return finding("batch.near", Severity::Warning, mine.baseField,
                       LocalizedText{u"与“%1”相近：那份的名称是“%2”，单位是“%3”。请核对是否同一个。"_s,
                                     u"Close to “%1”, whose name is “%2” and whose unit is “%3”: check whether they are the same."_s}
                           .arg(other.label, other.base, other.unit));
    return finding("batch.same-unit", Severity::Hint, mine.codeField,
                   LocalizedText{u"同一单位（统一社会信用代码相同）另报了“%1”。"_s, u"The same unit (same credit code) also applies with “%1”."_s}.arg(other.label));
}

using Groups = QHash<QString, QList<qsizetype>>;

bool shareFirst(const Keyed& a, const Keyed& b)
{
    return !a.plain.isEmpty() && !b.plain.isEmpty() && a.plain.front() == b.plain.front();
}

bool shareLast(const Keyed& a, const Keyed& b)
{
    return !a.plain.isEmpty() && !b.plain.isEmpty() && a.plain.back() == b.plain.back();
}

/// Calls `compare` once for every pair that can be related. Near names have their first or their last character in common, whatever is
/// abbreviated or one character apart in them; all others have the credit code in common.
template <typename Compare>
void forPairs(const QList<Keyed>& all, const Compare& compare)
{
    Groups byFirst, byLast, byCode;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (!all.at(i).plain.isEmpty()) {
            byFirst[all.at(i).plain.first(1)] << i;
            byLast[all.at(i).plain.last(1)] << i;
        }
        if (!all.at(i).code.isEmpty())
            byCode[all.at(i).code] << i;
    }
    const auto within = [&](const Groups& groups, const auto& wasCompared) {
        for (const QList<qsizetype>& group : groups)
            for (qsizetype a = 0; a < group.size(); ++a)
                for (qsizetype b = a + 1; b < group.size(); ++b)
                    if (!wasCompared(all.at(group.at(a)), all.at(group.at(b))))
                        compare(group.at(a), group.at(b));
    };
    within(byFirst, [](const Keyed&, const Keyed&) { return false; });
    within(byLast, [](const Keyed& a, const Keyed& b) { return shareFirst(a, b); });
    within(byCode, [](const Keyed& a, const Keyed& b) { return shareFirst(a, b) || shareLast(a, b); });
}

} // namespace

bool areNear(const QString& one, const QString& other)
{
    return areNearKeys(plainKey(one), plainKey(other));
}

ComparedBase comparedBaseOf(const Dossier& dossier, const CallPack& pack, const QString& label)
{
    const QString code = fieldOfType(pack, FieldType::CreditCode);
    const QString base = fieldOfType(pack, FieldType::ComposedName);
    return {label, summaryOf(dossier, pack).applicant, normalisedCode(dossier.text(code)), dossier.text(base).trimmed(), code, base};
}

QList<RelatedBases> relatedBases(const QList<ComparedBase>& candidates)
{
    QList<Keyed> keys;
    keys.reserve(candidates.size());
    for (const ComparedBase& each : candidates)
        keys << Keyed(each);
    QList<RelatedBases> related;
    forPairs(keys, [&](qsizetype i, qsizetype j) {
        const Relation relation = relationOf(keys.at(i), keys.at(j));
        if (relation != Relation::None)
            related << RelatedBases{std::min(i, j), std::max(i, j), relation};
    });
    std::sort(related.begin(), related.end(), [](const RelatedBases& a, const RelatedBases& b) { return std::pair(a.one, a.other) < std::pair(b.one, b.other); });
    return related;
}

QList<Findings> duplicateFindings(const QList<ComparedBase>& candidates)
{
    QList<QMap<qsizetype, Relation>> related(candidates.size());
    for (const RelatedBases& each : relatedBases(candidates))
        related[each.one][each.other] = related[each.other][each.one] = each.relation;
    QList<Findings> all(candidates.size());
    for (qsizetype i = 0; i < candidates.size(); ++i)
        for (auto other = related.at(i).begin(); other != related.at(i).end(); ++other)
            all[i] << findingOf(other.value(), candidates.at(i), candidates.at(other.key()));
    return all;
}

} // namespace jz
