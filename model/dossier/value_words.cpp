// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/value_words.h"

#include <QJsonArray>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

LocalizedText same(const QString& words)
{
    return {words, words};
}

LocalizedText joined(const QList<LocalizedText>& parts, const QString& zh, const QString& en)
{
    LocalizedText all;
    for (const LocalizedText& part : parts) {
        if (part.isEmpty())
            continue;
        all.zh += (all.zh.isEmpty() ? QString() : zh) + part.zh;
        all.en += (all.en.isEmpty() ? QString() : en) + part.en;
    }
    return all;
}

QString labelOf(const QList<Choice>& choices, const QString& id)
{
    const auto found = std::find_if(choices.begin(), choices.end(), [&](const Choice& choice) { return choice.id == id; });
    return found == choices.end() ? id : found->label;
}

LocalizedText yesOrNo(const QJsonValue& value)
{
    if (!value.isBool())
        return {};
    return value.toBool() ? text(u"是", u"yes") : text(u"否", u"no");
}

LocalizedText cellWords(const QJsonValue& value, const Column& column)
{
    if (column.type == ColumnType::Boolean && value.isBool())
        return same(value.toBool() ? column.trueLabel : column.falseLabel);
    return same(value.toString());
}

LocalizedText rowWords(const QJsonObject& cells, const Field& field)
{
    QList<LocalizedText> parts;
    for (const Column& column : field.columns)
        if (const LocalizedText words = cellWords(cells.value(column.id), column); !words.isEmpty())
            parts << LocalizedText{column.label + u'：' + words.zh, column.label + u": "_s + words.en};
    return joined(parts, u"；"_s, u"; "_s);
}

LocalizedText propertyWords(const QString& property, const QJsonValue& value, const Field& field)
{
    if (value.isNull() || value.isUndefined())
        return {};
    if (property == "kind"_L1)
        return same(labelOf(field.kinds, value.toString()));
    if (property == "size"_L1)
        return same(sizeWords(value.toInteger()));
    if (property == "sha256"_L1)
        return same(value.toString().left(8));
    if (property == "turn"_L1)
        return same(QString::number(value.toInt()) + u'°');
    if (property == "originalInside"_L1)
        return value.toBool() ? text(u"附原件", u"original inside") : text(u"只印页面", u"pages only");
    return same(value.toString());
}

LocalizedText fileWords(const QJsonObject& cells, const Field& field)
{
    return joined({propertyWords(u"kind"_s, cells.value("kind"_L1), field), propertyWords(u"size"_s, cells.value("size"_L1), field),
                   propertyWords(u"caption"_s, cells.value("caption"_L1), field)},
                  u"；"_s, u"; "_s);
}

LocalizedText listWords(const QJsonArray& list, const Field& field)
{
    QList<LocalizedText> parts;
    for (const QJsonValue& each : list) {
        if (each.isObject())
            parts << rowWords(each.toObject(), field);
        else
            parts << same(field.options.isEmpty() ? each.toString() : labelOf(field.options, each.toString()));
    }
    const QString between = field.type == FieldType::MultipleChoice ? u"；"_s : u"\n"_s;
    return joined(parts, between, between);
}

LocalizedText fieldWords(const QJsonValue& value, const Field& field, const Divisions& divisions)
{
    if (value.isArray())
        return listWords(value.toArray(), field);
    if (field.type == FieldType::Boolean)
        return yesOrNo(value);
    if (field.type == FieldType::SingleChoice)
        return same(value.toString().isEmpty() ? QString() : labelOf(field.options, value.toString()));
    if (field.type == FieldType::Division) {
        const QString name = divisions.names(value.toString()).join(QString());
        return same(name.isEmpty() ? value.toString() : name);
    }
    return same(value.toString());
}

/// Of a row: what is in it, or, where it only moved, its place.
LocalizedText wholeRowWords(const QJsonObject& row, const Address& place, const Field& field)
{
    if (!row.contains("cells"_L1))
        return LocalizedText{u"第 %1 位"_s, u"place %1"_s}.arg(QString::number(row.value("at"_L1).toInt() + 1));
    const QJsonObject cells = row.value("cells"_L1).toObject();
    return place.part == Address::Part::Attachment ? fileWords(cells, field) : rowWords(cells, field);
}

} // namespace

LocalizedText valueWords(const QJsonValue& value, const Address& place, const CallPack& pack, const Divisions& divisions)
{
    const Field* const field = pack.field(place.field);
    if (!field || value.isNull() || value.isUndefined())
        return same(value.toString());
    if (place.part == Address::Part::Reason)
        return same(value.toString());
    if (place.isRow())
        return wholeRowWords(value.toObject(), place, *field);
    if (place.row.isEmpty())
        return fieldWords(value, *field, divisions);
    if (place.part == Address::Part::Attachment)
        return propertyWords(place.column, value, *field);
    const Column* const column = field->column(place.column);
    return column ? cellWords(value, *column) : same(value.toString());
}

QString sizeWords(qint64 bytes)
{
    if (bytes >= 1'000'000)
        return QString::number(double(bytes) / 1e6, 'f', bytes >= 10'000'000 ? 0 : 1) + u" MB"_s;
    if (bytes >= 1000)
        return QString::number((bytes + 500) / 1000) + u" KB"_s;
    return QString::number(bytes) + u" B"_s;
}

} // namespace jz
