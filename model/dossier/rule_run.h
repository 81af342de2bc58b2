// SPDX-License-Identifier: Apache-2.0
// Private to model/dossier: how a kind of rule is written.
#pragma once

#include "model/dossier/checker.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <initializer_list>
#include <utility>

namespace jz {

/// A rule with what can be worked out once.
struct PreparedRule;

/// One rule at work on one field of one dossier. Kinds of rules are functions that read from it and report.
struct RuleRun
{
    const PreparedRule& rule;
    const RuleDefinition& definition;
    const Field& field;
    const Dossier& dossier;
    const CallPack& pack;
    const ReferenceData& reference;
    Findings& findings;

    QString text() const { return dossier.text(field.id); }
    QString textOf(const QString& parameter) const;
    QJsonArray list() const { return dossier.values.value(field.id).toArray(); }
    const QList<Attachment> attachments() const { return dossier.attachments.value(field.id); }
    bool isEmpty(const Field& which) const;

    QString string(const char* parameter) const;
    QStringList strings(const char* parameter) const;

    /// Adds the finding. `words` fill the placeholders {name} of the rule's message; {label} is the field's
    /// label, {row} the 1-based row.
    using Words = std::initializer_list<std::pair<QLatin1StringView, QString>>;
    void report(Words words = {}) const;
    void reportRow(int row, const QString& column, Words words = {}) const;

private:
    void add(std::optional<int> row, const QString& column, Words words) const;
};

using RuleFunction = void (*)(const RuleRun&);

struct PreparedRule
{
    const RuleDefinition* definition = nullptr;
    RuleFunction function = nullptr;
    QList<const Field*> fields;
    QRegularExpression pattern; ///< parameter `pattern`, compiled
};

/// All kinds of rules by the name that rules.json gives them; their parameters are described in
/// resources/calls/schema/rules.schema.json.
const QHash<QString, RuleFunction>& ruleKinds();

void addValueRules(QHash<QString, RuleFunction>& kinds);
void addRowRules(QHash<QString, RuleFunction>& kinds);
void addFormatRules(QHash<QString, RuleFunction>& kinds);
void addAttachmentRules(QHash<QString, RuleFunction>& kinds);

/// Field types a kind applies to when its rule names no fields.
bool appliesTo(const QString& kind, const Field& field);

} // namespace jz
