// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/rule_run.h"

#include "model/reference/contact.h"
#include "model/reference/credit_code.h"
#include "model/reference/text_forms.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

/// The division that registers units with the central authorities.
constexpr QLatin1StringView centralAuthority("100000");

template<bool (*holds)(const QString&)>
void format(const RuleRun& run)
{
    if (!run.text().isEmpty() && !holds(run.text()))
        run.report({{"value"_L1, run.text()}});
}

void webAddresses(const RuleRun& run)
{
    const QJsonArray addresses = run.list();
    for (int i = 0; i < addresses.size(); ++i) {
        if (!isWebAddress(addresses.at(i).toString()))
            run.reportRow(i, {}, {{"value"_L1, addresses.at(i).toString()}});
    }
}

void creditCodeShape(const RuleRun& run)
{
    if (!run.text().isEmpty() && !credit_code::hasShape(run.text()))
        run.report({{"value"_L1, run.text()}, {"count"_L1, QString::number(run.text().size())}});
}

void creditCodeCheck(const RuleRun& run)
{
    if (credit_code::hasShape(run.text()) && !credit_code::checks(run.text()))
        run.report({{"value"_L1, run.text()}, {"expected"_L1, QString(credit_code::checkCharacter(run.text()))}});
}

void creditCodeInner(const RuleRun& run)
{
    if (credit_code::checks(run.text()) && !credit_code::innerChecks(run.text()))
        run.report({{"value"_L1, run.text().mid(8, 9)}});
}

/// The registration class is one of `classes`.
void creditCodeClass(const RuleRun& run)
{
    const QString text = run.text();
    // A wrong check character can be waived with a reason; what the class says must not go with it.
    if (credit_code::hasShape(text) && run.strings("classes").contains(credit_code::classOf(text)))
        run.report({{"value"_L1, credit_code::classOf(text)}});
}

/// The registering authority sits in the place of `regionField`, above it, or is the central one. Codes of
/// earlier lists stand for those that carry them on.
void creditCodeDivision(const RuleRun& run)
{
    const Divisions& divisions = run.reference.divisions;
    const QString region = run.textOf(u"regionField"_s);
    if (!credit_code::hasShape(run.text()) || !divisions.find(region))
        return;
    const QString authority = credit_code::authorityOf(run.text());
    QStringList possible{authority};
    if (!divisions.find(authority))
        possible = divisions.successors(authority);
    const QStringList around = divisions.withAncestors(region);
    const bool fits = authority == centralAuthority
                      || std::any_of(possible.begin(), possible.end(), [&](const QString& code) { return around.contains(code); });
    if (!fits)
        run.report({{"authority"_L1, divisions.names(authority).join(QString()).isEmpty() ? authority : divisions.names(authority).join(QString())},
                    {"region"_L1, divisions.names(region).join(QString())}});
}

/// A code of today's list or of an earlier one.
void divisionKnown(const RuleRun& run)
{
    const Divisions& divisions = run.reference.divisions;
    if (!run.text().isEmpty() && !divisions.find(run.text()) && divisions.formerName(run.text()).isEmpty())
        run.report({{"value"_L1, run.text()}});
}

/// Not a code of an earlier list.
void divisionOfToday(const RuleRun& run)
{
    const Divisions& divisions = run.reference.divisions;
    const QString former = divisions.formerName(run.text());
    if (former.isEmpty())
        return;
    constexpr int enoughToRecognise = 5;
    QStringList today;
    const QStringList successors = divisions.successors(run.text());
    for (const QString& code : successors.mid(0, enoughToRecognise))
        today << divisions.names(code).join(QString());
    run.report({{"value"_L1, former}, {"today"_L1, today.join(u"、"_s)}});
}

void divisionComplete(const RuleRun& run)
{
    const Divisions& divisions = run.reference.divisions;
    if (divisions.find(run.text()) && !divisions.isComplete(run.text()))
        run.report({{"value"_L1, divisions.names(run.text()).join(QString())}});
}

QStringList bodyNames(const RuleRun& run)
{
    if (run.field.type != FieldType::RecommendingBodies)
        return run.text().isEmpty() ? QStringList() : QStringList{run.text()};
    QStringList names;
    const QJsonArray list = run.list();
    for (const QJsonValue& name : list)
        names << name.toString();
    return names;
}

void bodyKnown(const RuleRun& run)
{
    const QStringList names = bodyNames(run);
    for (int i = 0; i < names.size(); ++i) {
        if (run.reference.bodies.find(names.at(i)))
            continue;
        if (run.field.type == FieldType::RecommendingBodies)
            run.reportRow(i, {}, {{"value"_L1, names.at(i)}});
        else
            run.report({{"value"_L1, names.at(i)}});
    }
}

/// A body that is not in the list says in `kindField` what it is.
void bodyKindGiven(const RuleRun& run)
{
    const bool unlisted = !run.text().isEmpty() && !run.reference.bodies.find(run.text());
    if (unlisted && run.textOf(u"kindField"_s).isEmpty())
        run.report({{"value"_L1, run.text()}});
}

/// A body of one province recommends hosts of that province.
void bodyDivision(const RuleRun& run)
{
    const RecommendingBody* body = run.reference.bodies.find(run.text());
    const QString region = run.textOf(u"regionField"_s);
    const Divisions& divisions = run.reference.divisions;
    if (!body || body->division.isEmpty() || !divisions.find(region) || divisions.withAncestors(region).contains(body->division))
        return;
    run.report({{"value"_L1, body->name}, {"region"_L1, divisions.names(region).join(QString())}});
}

/// One key for all spellings of a body, its short name included.
QString bodyKey(const RuleRun& run, const QString& name)
{
    const RecommendingBody* body = run.reference.bodies.find(name);
    return comparisonKey(body ? body->name : name);
}

/// The body does not stand a second time among the joint ones of `field`.
void bodyTwice(const RuleRun& run)
{
    const QJsonArray joint = run.list();
    QStringList seen{bodyKey(run, run.textOf(u"field"_s))};
    for (int i = 0; i < joint.size(); ++i) {
        const QString name = joint.at(i).toString();
        const QString key = bodyKey(run, name);
        if (!key.isEmpty() && seen.contains(key))
            run.reportRow(i, {}, {{"value"_L1, name}});
        seen << key;
    }
}

void mostItems(const RuleRun& run)
{
    const int most = run.definition.parameters.value("most"_L1).toInt();
    if (run.list().size() > most)
        run.report({{"count"_L1, QString::number(run.list().size())}, {"most"_L1, QString::number(most)}});
}

} // namespace

void addFormatRules(QHash<QString, RuleFunction>& kinds)
{
    kinds.insert(u"mobile"_s, format<isMobile>);
    kinds.insert(u"phone"_s, format<isPhone>);
    kinds.insert(u"email"_s, format<isEmail>);
    kinds.insert(u"web_addresses"_s, webAddresses);
    kinds.insert(u"credit_code_shape"_s, creditCodeShape);
    kinds.insert(u"credit_code_check"_s, creditCodeCheck);
    kinds.insert(u"credit_code_inner"_s, creditCodeInner);
    kinds.insert(u"credit_code_class"_s, creditCodeClass);
    kinds.insert(u"credit_code_division"_s, creditCodeDivision);
    kinds.insert(u"division_known"_s, divisionKnown);
    kinds.insert(u"division_of_today"_s, divisionOfToday);
    kinds.insert(u"division_complete"_s, divisionComplete);
    kinds.insert(u"body_known"_s, bodyKnown);
    kinds.insert(u"body_kind_given"_s, bodyKindGiven);
    kinds.insert(u"body_division"_s, bodyDivision);
    kinds.insert(u"body_twice"_s, bodyTwice);
    kinds.insert(u"most_items"_s, mostItems);
}

} // namespace jz
