// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/dossier_summary.h"

#include "model/dossier/value_reader.h"

#include <QJsonArray>

#include <functional>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

QString titleOf(const Dossier& dossier, const CallPack& pack)
{
    for (const Section& section : pack.sections)
        for (const Field& field : section.fields)
            if (field.type == FieldType::ComposedName && !dossier.text(field.id).isEmpty())
                return composedName(field, dossier.values, pack);
    return {};
}

QString applicantOf(const Dossier& dossier, const CallPack& pack)
{
    for (const Section& section : pack.sections)
        for (const PrintRow& row : section.print)
            if (row.kind == PrintRow::Kind::Opinion)
                return dossier.text(row.fields.value(0));
    return {};
}

void addTexts(const QJsonValue& value, QStringList& texts)
{
    if (value.isString())
        texts.append(value.toString());
    const QJsonArray list = value.toArray();
    for (const QJsonValue& each : list)
        addTexts(each, texts);
    const QJsonObject object = value.toObject();
    for (auto each = object.begin(); each != object.end(); ++each)
        if (each.key() != "id"_L1)
            addTexts(*each, texts);
}

struct PropertyWord
{
    const char* name;
    const char16_t* zh;
    const char16_t* en;
};

constexpr PropertyWord propertyWords[] = {
    {"kind", u"类别", u"kind"},        {"caption", u"说明", u"caption"},
    {"sha256", u"内容", u"content"},   {"size", u"大小", u"size"},
    {"pages", u"选用页", u"pages"},    {"turn", u"旋转", u"rotation"},
    {"originalInside", u"原件", u"original"}, {"order", u"顺序", u"order"},
};

LocalizedText columnWord(const Address& place, const Field* field)
{
    if (const Column* const column = field ? field->column(place.column) : nullptr)
        return {column->label, column->label};
    for (const PropertyWord& word : propertyWords)
        if (place.column == QLatin1StringView(word.name))
            return {QString::fromUtf16(word.zh), QString::fromUtf16(word.en)};
    return {place.column, place.column};
}

LocalizedText rowWord(const Address& place, const Dossier& dossier)
{
    if (place.part == Address::Part::Attachment)
        return {u"“"_s + place.row + u'”', u"“"_s + place.row + u'”'};
    const QJsonArray rows = rowsOf(dossier, place.part, place.field);
    for (int i = 0; i < rows.size(); ++i)
        if (rows.at(i)["id"_L1].toString() == place.row)
            return LocalizedText{u"第 %1 行"_s, u"row %1"_s}.arg(QString::number(i + 1));
    return LocalizedText{u"已删的行（%1）"_s, u"a row that is gone (%1)"_s}.arg(place.row);
}

} // namespace

bool isFilledIn(const Dossier& dossier, const Field& field)
{
    if (field.type == FieldType::Attachments)
        return dossier.attachments.contains(field.id);
    const QJsonValue value = dossier.values.value(field.id);
    return !(value.isUndefined() || value.isNull() || (value.isString() && value.toString().trimmed().isEmpty())
             || (value.isArray() && value.toArray().isEmpty()));
}

FillState fillStateOf(const Dossier& dossier, const Section& section)
{
    FillState state;
    for (const Field& field : section.fields) {
        if (!field.hasValue() && field.type != FieldType::Attachments)
            continue;
        ++state.fields;
        const bool done = isFilledIn(dossier, field);
        if (done || field.requirement == Requirement::Required)
            ++state.counted;
        if (done)
            ++state.filled;
    }
    return state;
}

DossierSummary summaryOf(const Dossier& dossier, const CallPack& pack)
{
    FillState all;
    for (const Section& section : pack.sections) {
        const FillState state = fillStateOf(dossier, section);
        all.counted += state.counted;
        all.filled += state.filled;
    }
    return {titleOf(dossier, pack), applicantOf(dossier, pack), all.percent()};
}

QString searchWord(const QString& typed)
{
    return typed.normalized(QString::NormalizationForm_KC).toLower();
}

QString searchText(const Dossier& dossier)
{
    QStringList texts;
    addTexts(dossier.values, texts);
    for (const QList<Attachment>& files : dossier.attachments)
        for (const Attachment& file : files)
            texts << file.name << file.caption;
    return searchWord(texts.join(u'\n'));
}

LocalizedText placeLabel(const Address& place, const Dossier& dossier, const CallPack& pack)
{
    const Field* const field = pack.field(place.field);
    QString label = field ? field->label : place.field;
    if (field && !field->group.isEmpty() && field->group != field->label)
        label.prepend(field->group + u' ');
    LocalizedText words{label, label};
    const auto add = [&](const LocalizedText& more) { words = {words.zh + u' ' + more.zh, words.en + u' ' + more.en}; };
    if (place.part == Address::Part::Reason)
        add({u"（格式说明）"_s, u"(reason)"_s});
    if (!place.row.isEmpty())
        add(rowWord(place, dossier));
    if (!place.column.isEmpty())
        add(columnWord(place, field));
    return words;
}

} // namespace jz
