// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/rule_run.h"

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

QString RuleRun::textOf(const QString& parameter) const
{
    return dossier.text(definition.parameters.value(parameter).toString());
}

bool RuleRun::isEmpty(const Field& which) const
{
    if (which.type == FieldType::Attachments)
        return dossier.attachments.value(which.id).isEmpty();
    const QJsonValue value = dossier.values.value(which.id);
    if (value.isArray())
        return value.toArray().isEmpty();
    if (value.isString())
        return value.toString().trimmed().isEmpty();
    return value.isNull() || value.isUndefined();
}

QString RuleRun::string(const char* parameter) const
{
    return definition.parameters.value(QLatin1StringView(parameter)).toString();
}

QStringList RuleRun::strings(const char* parameter) const
{
    QStringList list;
    const QJsonArray array = definition.parameters.value(QLatin1StringView(parameter)).toArray();
    for (const QJsonValue& item : array)
        list << item.toString();
    return list;
}

void RuleRun::report(Words words) const
{
    add(std::nullopt, {}, words);
}

void RuleRun::reportRow(int row, const QString& column, Words words) const
{
    add(row, column, words);
}

void RuleRun::add(std::optional<int> row, const QString& column, Words words) const
{
    const auto filled = [&](QString text) {
        text.replace("{label}"_L1, field.group.isEmpty() ? field.label : field.group + u"　" + field.label);
        if (row)
            text.replace("{row}"_L1, QString::number(*row + 1));
        for (const auto& [name, value] : words)
            text.replace(u'{' + name + u'}', value);
        return text;
    };
    Finding finding;
    finding.rule = definition.id;
    finding.severity = definition.severity;
    finding.field = field.id;
    finding.row = row;
    finding.column = column;
    finding.message = {filled(definition.message.zh), filled(definition.message.en)};
    finding.clause = definition.clause;
    finding.waivable = definition.waivable;
    const QString reason = definition.waivable ? dossier.reasons.value(field.id).trimmed() : QString();
    if (!reason.isEmpty()) {
        finding.reason = reason;
        finding.severity = std::max(finding.severity, Severity::Warning);
    }
    findings << finding;
}

const QHash<QString, RuleFunction>& ruleKinds()
{
    static const QHash<QString, RuleFunction> kinds = [] {
        QHash<QString, RuleFunction> all;
        addValueRules(all);
        addRowRules(all);
        addFormatRules(all);
        addAttachmentRules(all);
        return all;
    }();
    return kinds;
}

bool appliesTo(const QString& kind, const Field& field)
{
    if (kind == u"required")
        return field.requirement == Requirement::Required && (field.hasValue() || field.type == FieldType::Attachments);
    if (kind.startsWith(u"attachment"))
        return field.type == FieldType::Attachments;
    if (kind == u"allowed_characters")
        return field.hasValue() || field.type == FieldType::Attachments;
    return field.hasValue();
}

} // namespace jz
