// SPDX-License-Identifier: Apache-2.0
#include "model/call/call_pack_parser.h"

#include "model/base/json_file.h"
#include "model/base/sha256.h"

#include <QJsonArray>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <utility>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

template<typename Enum, std::size_t size>
Enum named(const std::array<std::pair<QLatin1StringView, Enum>, size>& names, const QString& name)
{
    const auto found = std::find_if(names.begin(), names.end(), [&](const auto& n) { return n.first == name; });
    return found == names.end() ? names.front().second : found->second;
}

constexpr std::array fieldTypes{
    std::pair{"text"_L1, FieldType::Text},
    std::pair{"long_text"_L1, FieldType::LongText},
    std::pair{"credit_code"_L1, FieldType::CreditCode},
    std::pair{"mobile"_L1, FieldType::Mobile},
    std::pair{"email"_L1, FieldType::Email},
    std::pair{"phone"_L1, FieldType::Phone},
    std::pair{"division"_L1, FieldType::Division},
    std::pair{"recommending_body"_L1, FieldType::RecommendingBody},
    std::pair{"recommending_bodies"_L1, FieldType::RecommendingBodies},
    std::pair{"single_choice"_L1, FieldType::SingleChoice},
    std::pair{"multiple_choice"_L1, FieldType::MultipleChoice},
    std::pair{"composed_name"_L1, FieldType::ComposedName},
    std::pair{"table"_L1, FieldType::Table},
    std::pair{"phases"_L1, FieldType::Phases},
    std::pair{"links"_L1, FieldType::Links},
    std::pair{"attachments"_L1, FieldType::Attachments},
    std::pair{"boolean"_L1, FieldType::Boolean},
    std::pair{"signature"_L1, FieldType::Signature},
    std::pair{"date"_L1, FieldType::Date},
    std::pair{"seal"_L1, FieldType::Seal},
    std::pair{"repeat"_L1, FieldType::Repeat},
    std::pair{"record"_L1, FieldType::Record},
};

constexpr std::array requirements{
    std::pair{"required"_L1, Requirement::Required},
    std::pair{"optional"_L1, Requirement::Optional},
    std::pair{"conditional"_L1, Requirement::Conditional},
};

constexpr std::array columnTypes{
    std::pair{"text"_L1, ColumnType::Text},         std::pair{"long_text"_L1, ColumnType::LongText},
    std::pair{"boolean"_L1, ColumnType::Boolean},   std::pair{"month"_L1, ColumnType::Month},
    std::pair{"numbered"_L1, ColumnType::Numbered},
};

constexpr std::array printKinds{
    std::pair{"field"_L1, PrintRow::Kind::Field},     std::pair{"group"_L1, PrintRow::Kind::Group},
    std::pair{"choices"_L1, PrintRow::Kind::Choices}, std::pair{"table"_L1, PrintRow::Kind::Table},
    std::pair{"phases"_L1, PrintRow::Kind::Phases},   std::pair{"opinion"_L1, PrintRow::Kind::Opinion},
    std::pair{"opinions"_L1, PrintRow::Kind::Opinions},
};

constexpr std::array severities{
    std::pair{"error"_L1, Severity::Error},
    std::pair{"warning"_L1, Severity::Warning},
    std::pair{"hint"_L1, Severity::Hint},
};

constexpr std::array signatureKinds{
    std::pair{"either"_L1, SignatureKind::Either},
    std::pair{"ink"_L1, SignatureKind::Ink},
    std::pair{"digital"_L1, SignatureKind::Digital},
};

QString text(const QJsonObject& object, QLatin1StringView name)
{
    return object.value(name).toString();
}

QStringList texts(const QJsonValue& value)
{
    QStringList list;
    for (const QJsonValue& each : value.toArray())
        list.append(each.toString());
    return list;
}

template<typename T>
QList<T> listOf(const QJsonValue& value, T (*parse)(const QJsonObject&))
{
    QList<T> list;
    for (const QJsonValue& each : value.toArray())
        list.append(parse(each.toObject()));
    return list;
}

Choice parseChoice(const QJsonObject& object)
{
    return {text(object, "id"_L1), text(object, "label"_L1)};
}

Column parseColumn(const QJsonObject& object)
{
    Column column;
    column.id = text(object, "id"_L1);
    column.label = text(object, "label"_L1);
    column.type = named(columnTypes, text(object, "type"_L1));
    column.limit = object.value("limit"_L1).toInt();
    column.trueLabel = text(object, "trueLabel"_L1);
    column.falseLabel = text(object, "falseLabel"_L1);
    column.width = object.value("width"_L1).toDouble(1);
    return column;
}

Field parseField(const QJsonObject& object)
{
    Field field;
    field.id = text(object, "id"_L1);
    field.group = text(object, "group"_L1);
    field.label = text(object, "label"_L1);
    field.prompt = text(object, "prompt"_L1);
    field.type = named(fieldTypes, text(object, "type"_L1));
    field.requirement = named(requirements, text(object, "requirement"_L1));
    field.limit = object.value("limit"_L1).toInt();
    field.printed = object.value("printed"_L1).toBool(true);
    field.options = listOf(object.value("options"_L1), parseChoice);
    field.kinds = listOf(object.value("kinds"_L1), parseChoice);
    field.columns = listOf(object.value("columns"_L1), parseColumn);
    field.emptyRows = object.value("emptyRows"_L1).toInt();
    field.prefix = text(object, "prefix"_L1);
    field.suffix = text(object, "suffix"_L1);
    field.rowName = text(object, "rowName"_L1);
    field.imagesOnly = object.value("imagesOnly"_L1).toBool();
    field.withheld = object.value("withheld"_L1).toBool();
    field.publishable = object.value("publishable"_L1).toBool();
    return field;
}

PrintRow parsePrintRow(const QJsonObject& object)
{
    PrintRow row;
    row.kind = named(printKinds, text(object, "kind"_L1));
    row.label = text(object, "label"_L1);
    row.fields = texts(object.value("fields"_L1));
    for (const QJsonValue& line : object.value("lines"_L1).toArray())
        row.lines.append(texts(line));
    row.role = text(object, "role"_L1);
    row.signatureLabel = text(object, "signatureLabel"_L1);
    row.dateLabel = text(object, "dateLabel"_L1);
    row.sealLabel = text(object, "sealLabel"_L1);
    row.unitPlaceholder = text(object, "unitPlaceholder"_L1);
    row.headers = texts(object.value("headers"_L1));
    row.continuation = text(object, "continuation"_L1);
    row.period = text(object, "period"_L1);
    row.blankPeriod = text(object, "blankPeriod"_L1);
    return row;
}

Section parseSection(const QJsonObject& object)
{
    return {text(object, "number"_L1),
            text(object, "id"_L1),
            text(object, "title"_L1),
            text(object, "fixedText"_L1),
            listOf(object.value("fields"_L1), parseField),
            listOf(object.value("print"_L1), parsePrintRow)};
}

RuleDefinition parseRule(const QJsonObject& object)
{
    RuleDefinition rule;
    rule.id = text(object, "id"_L1);
    rule.kind = text(object, "kind"_L1);
    rule.severity = named(severities, text(object, "severity"_L1));
    rule.fields = texts(object.value("fields"_L1));
    rule.parameters = object.value("parameters"_L1).toObject();
    rule.message = localizedText(object.value("message"_L1));
    rule.clause = text(object, "clause"_L1);
    rule.waivable = object.value("waivable"_L1).toBool();
    return rule;
}

PersonCheck parsePersonCheck(const QJsonObject& object)
{
    return {text(object, "id"_L1), localizedText(object.value("text"_L1)), texts(object.value("fields"_L1)),
            text(object, "clause"_L1)};
}

QList<CallFacts::Deadline> parseDeadlines(const QJsonObject& facts)
{
    QList<CallFacts::Deadline> deadlines;
    const QJsonObject all = facts.value("deadlines"_L1).toObject();
    for (auto each = all.begin(); each != all.end(); ++each) {
        const QJsonObject object = each->toObject();
        deadlines.append({each.key(), localizedText(object.value("label"_L1)),
                          callMoment(text(object, "at"_L1), text(facts, "zone"_L1)),
                          object.value("arrival"_L1).toBool(), text(object, "clause"_L1),
                          text(object, "source"_L1)});
    }
    std::stable_sort(deadlines.begin(), deadlines.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    return deadlines;
}

CallFacts parseFacts(const QJsonObject& facts)
{
    CallFacts parsed;
    parsed.deadlines = parseDeadlines(facts);
    const QJsonObject quotas = facts.value("quotas"_L1).toObject();
    for (auto each = quotas.begin(); each != quotas.end(); ++each) {
        const QJsonObject object = each->toObject();
        parsed.quotas.append({each.key(), localizedText(object.value("label"_L1)),
                              object.value("most"_L1).toInt(), text(object, "clause"_L1)});
    }
    parsed.signature = named(signatureKinds, text(facts, "signature"_L1));
    parsed.raw = facts;
    return parsed;
}

} // namespace

LocalizedText localizedText(const QJsonValue& value)
{
    const QJsonObject object = value.toObject();
    return {text(object, "zh"_L1), text(object, "en"_L1)};
}

QDateTime callMoment(const QString& text, const QString& zone)
{
    const QDateTime local = QDateTime::fromString(text, u"yyyy-MM-dd'T'HH:mm"_s);
    const QTimeZone timeZone(zone.toLatin1());
    if (!local.isValid() || !timeZone.isValid())
        return {};
    return QDateTime(local.date(), local.time(), timeZone);
}

CallPack parseCallPack(const CallPackDocuments& documents)
{
    const QJsonObject& form = documents.form;
    CallPack pack;
    pack.id = text(form, "id"_L1);
    pack.version = text(form, "version"_L1);
    pack.official = text(form, "official"_L1);
    pack.documentNumber = text(form, "documentNumber"_L1);
    pack.titleLines = texts(form.value("title"_L1));
    pack.heading = text(form, "heading"_L1);
    pack.periodFrom = text(form.value("period"_L1).toObject(), "from"_L1);
    pack.periodTo = text(form.value("period"_L1).toObject(), "to"_L1);
    pack.sections = listOf(form.value("sections"_L1), parseSection);
    pack.rules = listOf(documents.rules.value("rules"_L1), parseRule);
    pack.personChecks = listOf(form.value("personChecks"_L1), parsePersonCheck);
    pack.facts = parseFacts(documents.facts);
    pack.facts.amendments = documents.amendments;
    const QStringList withheld = texts(documents.facts.value("withheld"_L1));
    for (Section& section : pack.sections)
        for (Field& field : section.fields)
            field.withheld = field.withheld || withheld.contains(field.id);
    pack.rubric = documents.rubric;
    pack.print = form.value("paper"_L1).toObject();
    pack.formHash = sha256(canonicalJson(form) + '\n' + canonicalJson(documents.rules) + '\n'
                           + canonicalJson(documents.rubric));
    pack.factsHash = sha256(canonicalJson(documents.facts));
    return pack;
}

} // namespace jz
