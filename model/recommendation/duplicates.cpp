// SPDX-License-Identifier: Apache-2.0
#include "model/recommendation/duplicates.h"

#include "model/base/make_finding.h"
#include "model/dossier/dossier_summary.h"
#include "model/reference/text_forms.h"

#include <algorithm>

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

/// What `mine` has to be told about `other`; nothing when they have nothing to do with each other.
Findings between(const ComparedBase& mine, const ComparedBase& other)
{
    const bool sameCode = !mine.code.isEmpty() && mine.code == other.code;
    const bool named = !mine.base.isEmpty() && !other.base.isEmpty();
    const bool sameBase = named && comparisonKey(mine.base) == comparisonKey(other.base);
    if (sameCode && sameBase)
        return {finding("batch.duplicate", Severity::Error, mine.baseField,
                        LocalizedText{u"与“%1”重复：统一社会信用代码和名称都相同。同一单位的同一名称只能报一次，请留下其中一份。"_s,
                                      u"The same as “%1”: credit code and name agree. One name of a unit may come once only: keep one of them."_s}
                            .arg(other.label))};
    if (named && areNear(mine.base, other.base) && (sameCode || areNear(mine.unit, other.unit)))
        return {finding("batch.near", Severity::Warning, mine.baseField,
                        LocalizedText{u"与“%1”相近：那份的名称是“%2”，单位是“%3”。请核对是否同一个。"_s,
                                      u"Close to “%1”, whose name is “%2” and whose unit is “%3”: check whether they are the same."_s}
                            .arg(other.label, other.base, other.unit))};
    if (sameCode)
        return {finding("batch.same-unit", Severity::Hint, mine.codeField,
                        LocalizedText{u"同一单位（统一社会信用代码相同）另报了“%1”。"_s, u"The same unit (same credit code) also applies with “%1”."_s}.arg(other.label))};
    return {};
}

} // namespace

bool areNear(const QString& one, const QString& other)
{
    const QString a = plainKey(one);
    const QString b = plainKey(other);
    if (a.isEmpty() || b.isEmpty())
        return false;
    return a == b || abbreviates(a, b) || abbreviates(b, a) || oneApart(a, b);
}

ComparedBase comparedBaseOf(const Dossier& dossier, const CallPack& pack, const QString& label)
{
    const QString code = fieldOfType(pack, FieldType::CreditCode);
    const QString base = fieldOfType(pack, FieldType::ComposedName);
    return {label, summaryOf(dossier, pack).applicant, normalisedCode(dossier.text(code)), dossier.text(base).trimmed(), code, base};
}

QList<Findings> duplicateFindings(const QList<ComparedBase>& candidates)
{
    QList<Findings> all(candidates.size());
    for (qsizetype i = 0; i < candidates.size(); ++i)
        for (qsizetype j = 0; j < candidates.size(); ++j)
            if (i != j)
                all[i] += between(candidates.at(i), candidates.at(j));
    return all;
}

} // namespace jz
