// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/value_reader.h"

#include "model/dossier/dossier_json.h"
#include "model/reference/text_forms.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

const LocalizedText textShape{u"文字（加引号，如 \"…\"）"_s, u"text in quotation marks (\"…\")"_s};
const LocalizedText booleanShape{u"true、false 或 null（不加引号）"_s, u"true, false or null without quotation marks"_s};
const LocalizedText listShape{u"文字列表（如 [\"…\", \"…\"]）"_s, u"a list of texts ([\"…\", \"…\"])"_s};
const LocalizedText rowsShape{u"由行组成的列表（如 [{\"%1\": …}]）"_s, u"a list of rows ([{\"%1\": …}])"_s};

QString withNewlinesOnly(QString text)
{
    return text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
}

class ValueReader
{
public:
    ValueReader(const CallPack& pack) : m_pack(pack) {}

    ReadValues read(const QJsonObject& raw);

private:
    void readField(const Field& field, const QJsonValue& value);
    void readText(const Field& field, const QJsonValue& value);
    void readList(const Field& field, const QJsonValue& value);
    void readTable(const Field& field, const QJsonValue& value);
    QJsonObject readRow(const Field& field, const QJsonObject& raw, int row);
    QJsonValue readCell(const Field& field, const Column& column, const QJsonValue& value, int row);
    bool isOption(const Field& field, const QString& id, std::optional<int> row);
    void tell(const QString& rule, const Field& field, LocalizedText message, std::optional<int> row = {},
              const QString& column = {});
    void wrongType(const Field& field, const LocalizedText& expected, std::optional<int> row = {},
                   const Column* column = nullptr);

    const CallPack& m_pack;
    ReadValues m_result;
};

ReadValues ValueReader::read(const QJsonObject& raw)
{
    for (auto value = raw.begin(); value != raw.end(); ++value)
        if (!m_pack.field(value.key()))
            m_result.findings.append(
                {u"file.unknown-field"_s, Severity::Error, value.key(), {}, {},
                 LocalizedText{u"本申报模板没有名为“%1”的字段，其内容未读入。请核对字段名。"_s,
                               u"The form has no field “%1”; its content was not read. Check the name."_s}
                     .arg(value.key()),
                 {}, false, {}});
    for (const Section& section : m_pack.sections)
        for (const Field& field : section.fields)
            if (const QJsonValue value = raw.value(field.id); !value.isNull() && !value.isUndefined())
                readField(field, value);
    giveRowIds(m_result.values);
    return m_result;
}

void ValueReader::tell(const QString& rule, const Field& field, LocalizedText message, std::optional<int> row,
                       const QString& column)
{
    m_result.findings.append({rule, Severity::Error, field.id, row, column, std::move(message), {}, false, {}});
}

void ValueReader::wrongType(const Field& field, const LocalizedText& expected, std::optional<int> row,
                            const Column* column)
{
    LocalizedText place = LocalizedText{u"“%1”"_s, u"“%1”"_s}.arg(field.label);
    if (row) {
        const LocalizedText where = LocalizedText{u"第 %1 行"_s, u", row %1"_s}.arg(QString::number(*row + 1));
        place = {place.zh + where.zh, place.en + where.en};
    }
    if (column)
        place = {place.zh + u"“"_s + column->label + u"”"_s, place.en + u", “"_s + column->label + u"”"_s};
    tell(u"file.wrong-type"_s, field,
         {place.zh + u"的值类型不对，未读入。请写成"_s + expected.zh + u"。"_s,
          place.en + u" has a value of the wrong type, which was not read. Write "_s + expected.en + u"."_s},
         row, column ? column->id : QString());
}

bool ValueReader::isOption(const Field& field, const QString& id, std::optional<int> row)
{
    if (!m_pack.optionLabel(field.id, id).isEmpty())
        return true;
    QStringList ids;
    for (const Choice& option : field.options)
        ids.append(option.id);
    tell(u"file.unknown-option"_s, field,
         LocalizedText{u"“%1”没有选项“%2”，未读入。可用：%3。"_s,
                       u"“%1” has no option “%2”; it was not read. There are: %3."_s}
             .arg(field.label, id, ids.join(u", "_s)),
         row);
    return false;
}

void ValueReader::readText(const Field& field, const QJsonValue& value)
{
    if (!value.isString()) {
        wrongType(field, textShape);
        return;
    }
    const QString text = storedText(value.toString(), field, m_pack);
    if (text.isEmpty() || (field.type == FieldType::SingleChoice && !isOption(field, text, {})))
        return;
    m_result.values.insert(field.id, text);
}

void ValueReader::readList(const Field& field, const QJsonValue& value)
{
    if (!value.isArray()) {
        wrongType(field, listShape);
        return;
    }
    const QJsonArray raw = value.toArray();
    QStringList texts;
    for (int i = 0; i < raw.size(); ++i) {
        const QString text = raw.at(i).toString().trimmed();
        if (!raw.at(i).isString())
            wrongType(field, textShape, i);
        else if (!text.isEmpty() && (field.type != FieldType::MultipleChoice || isOption(field, text, i)))
            texts.append(text);
    }
    if (field.type == FieldType::MultipleChoice) {
        // Ticks have no order of their own: stored in the order of the form, each once.
        QStringList inOrder;
        for (const Choice& option : field.options)
            if (texts.contains(option.id))
                inOrder.append(option.id);
        texts = inOrder;
    }
    if (!texts.isEmpty())
        m_result.values.insert(field.id, QJsonArray::fromStringList(texts));
}

QJsonValue ValueReader::readCell(const Field& field, const Column& column, const QJsonValue& value, int row)
{
    if (column.type == ColumnType::Boolean) {
        if (!value.isBool())
            wrongType(field, booleanShape, row, &column);
        return value.isBool() ? value : QJsonValue();
    }
    if (!value.isString()) {
        wrongType(field, textShape, row, &column);
        return {};
    }
    const QString text = value.toString();
    if (column.type == ColumnType::Month)
        return normalisedMonth(text);
    return column.type == ColumnType::LongText ? withNewlinesOnly(text) : text.trimmed();
}

QJsonObject ValueReader::readRow(const Field& field, const QJsonObject& raw, int row)
{
    QJsonObject cells;
    for (auto cell = raw.begin(); cell != raw.end(); ++cell) {
        const Column* const column = field.column(cell.key());
        // Numbered rows take their name from their place; a name that was written out is nobody's loss.
        const bool skipped = cell->isNull() || (column && column->type == ColumnType::Numbered);
        if (cell.key() == "id"_L1 && cell->isString()) {
            cells.insert(cell.key(), *cell);
        } else if (!column) {
            tell(u"file.unknown-column"_s, field,
                 LocalizedText{u"“%1”第 %2 行有未知的列“%3”，未读入。请核对列名。"_s,
                               u"“%1”, row %2, has an unknown column “%3”, which was not read. Check the name."_s}
                     .arg(field.label, QString::number(row + 1), cell.key()),
                 row, cell.key());
        } else if (!skipped) {
            const QJsonValue value = readCell(field, *column, *cell, row);
            if (!value.isNull() && !(value.isString() && value.toString().isEmpty()))
                cells.insert(cell.key(), value);
        }
    }
    return cells;
}

void ValueReader::readTable(const Field& field, const QJsonValue& value)
{
    const LocalizedText expected = rowsShape.arg(field.columns.isEmpty() ? QString() : field.columns.first().id);
    if (!value.isArray()) {
        wrongType(field, expected);
        return;
    }
    const QJsonArray raw = value.toArray();
    QJsonArray rows;
    for (int i = 0; i < raw.size(); ++i) {
        if (!raw.at(i).isObject()) {
            wrongType(field, expected, i);
            continue;
        }
        const QJsonObject cells = readRow(field, raw.at(i).toObject(), i);
        if (cells.size() > (cells.contains("id"_L1) ? 1 : 0))
            rows.append(cells);
    }
    if (!rows.isEmpty())
        m_result.values.insert(field.id, rows);
}

void ValueReader::readField(const Field& field, const QJsonValue& value)
{
    if (!field.hasValue()) {
        tell(u"file.field-without-value"_s, field,
             LocalizedText{u"“%1”不是填写内容，未读入。附件请写在 attachments 中；签名、日期、盖章和网上申报记录不写入申报书。"_s,
                           u"“%1” is not filled in and was not read. Attachments belong under attachments; signature, "
                           "date, seal and records of the procedure are no part of the dossier."_s}
                 .arg(field.label));
        m_result.findings.last().severity = Severity::Warning;
        return;
    }
    switch (field.type) {
    case FieldType::Boolean:
        if (value.isBool())
            m_result.values.insert(field.id, value);
        else
            wrongType(field, booleanShape);
        break;
    case FieldType::MultipleChoice:
    case FieldType::Links:
    case FieldType::RecommendingBodies:
        readList(field, value);
        break;
    case FieldType::Table:
    case FieldType::Phases:
        readTable(field, value);
        break;
    default:
        readText(field, value);
    }
}

} // namespace

ReadValues readValues(const QJsonObject& raw, const CallPack& pack)
{
    return ValueReader(pack).read(raw);
}

QString storedText(const QString& text, const Field& field, const CallPack& pack)
{
    switch (field.type) {
    case FieldType::LongText:
        return withNewlinesOnly(text);
    case FieldType::CreditCode:
    case FieldType::Division:
        return normalisedCode(text);
    case FieldType::Mobile:
        return normalisedMobile(text);
    case FieldType::Email:
    case FieldType::Phone:
        return toHalfWidth(text).trimmed();
    case FieldType::ComposedName:
        return composedMiddle(text, field, pack);
    default:
        return text.trimmed();
    }
}

QString fieldInSuffix(const Field& field)
{
    static const QRegularExpression placeholder(u"\\{([^}]*)\\}"_s);
    return placeholder.match(field.suffix).captured(1);
}

std::optional<bool> booleanFromWord(const QString& word, const Column& column)
{
    static const QStringList yes{u"是"_s, u"√"_s, u"✓"_s, u"✔"_s, u"☑"_s, u"■"_s, u"●"_s, u"有"_s, u"对"_s, u"y"_s, u"yes"_s, u"t"_s, u"true"_s, u"1"_s};
    static const QStringList no{u"否"_s, u"×"_s, u"✗"_s, u"✘"_s, u"x"_s, u"☐"_s, u"□"_s, u"无"_s, u"不"_s, u"不是"_s, u"n"_s, u"no"_s, u"f"_s, u"false"_s, u"0"_s};
    const QString key = comparisonKey(word);
    const auto says = [&](const QString& other) { return !other.isEmpty() && key == comparisonKey(other); };
    if (says(column.trueLabel) || yes.contains(key))
        return true;
    if (says(column.falseLabel) || no.contains(key))
        return false;
    const QString asked = column.label.startsWith(u"是否"_s) ? column.label.mid(2) : QString();
    if (asked.isEmpty())
        return {};
    if (says(asked))
        return true;
    const bool denied = says(u"非"_s + asked) || says(u"不"_s + asked) || says(u"未"_s + asked);
    return denied ? std::optional(false) : std::nullopt;
}

QString composedMiddle(const QString& text, const Field& field, const CallPack& pack)
{
    QString middle = text.trimmed();
    if (!field.prefix.isEmpty() && middle.startsWith(field.prefix))
        middle = middle.mid(field.prefix.size()).trimmed();
    const QString other = fieldInSuffix(field);
    QStringList suffixes;
    if (const Field* const choice = pack.field(other))
        for (const Choice& option : choice->options)
            suffixes.append(QString(field.suffix).replace(u'{' + other + u'}', option.label));
    else
        suffixes.append(field.suffix);
    for (const QString& suffix : std::as_const(suffixes))
        if (!suffix.isEmpty() && middle.endsWith(suffix))
            return middle.chopped(suffix.size()).trimmed();
    return middle;
}

QString composedName(const Field& field, const QJsonObject& values, const CallPack& pack)
{
    const QString other = fieldInSuffix(field);
    const QString label = pack.optionLabel(other, values.value(other).toString());
    return field.prefix + values.value(field.id).toString()
           + QString(field.suffix).replace(u'{' + other + u'}', label);
}

} // namespace jz
