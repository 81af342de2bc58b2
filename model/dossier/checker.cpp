// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/checker.h"

#include "model/dossier/rule_run.h"

#include <algorithm>

namespace jz {

namespace {

QList<const Field*> fieldsOf(const RuleDefinition& rule, const CallPack& pack)
{
    QList<const Field*> fields;
    for (const Section& section : pack.sections) {
        for (const Field& field : section.fields) {
            const bool named = rule.fields.contains(field.id);
            if (rule.fields.isEmpty() ? appliesTo(rule.kind, field) : named)
                fields << &field;
        }
    }
    return fields;
}

} // namespace

Checker::Checker(const CallPack& pack, const ReferenceData& reference) : m_pack(pack), m_reference(reference)
{
    for (const Section& section : pack.sections) {
        for (const Field& field : section.fields)
            m_order.insert(field.id, int(m_order.size()));
    }
    for (const RuleDefinition& rule : pack.rules) {
        const RuleFunction function = ruleKinds().value(rule.kind);
        Q_ASSERT(function); // readCallPack() refuses packs with unknown kinds
        QRegularExpression pattern(rule.parameters.value(QLatin1StringView("pattern")).toString());
        pattern.optimize();
        m_rules.push_back({&rule, function, fieldsOf(rule, pack), pattern});
    }
}

Checker::~Checker() = default;

Findings Checker::check(const Dossier& dossier) const
{
    Findings findings;
    for (const PreparedRule& rule : m_rules) {
        for (const Field* field : rule.fields)
            rule.function({rule, *rule.definition, *field, dossier, m_pack, m_reference, findings});
    }
    std::stable_sort(findings.begin(), findings.end(), [&](const Finding& a, const Finding& b) {
        return std::pair(m_order.value(a.field), a.row.value_or(-1)) < std::pair(m_order.value(b.field), b.row.value_or(-1));
    });
    return findings;
}

} // namespace jz
