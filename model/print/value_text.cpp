// SPDX-License-Identifier: Apache-2.0
#include "model/print/value_text.h"

#include "model/dossier/value_reader.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

QStringList strings(const QJsonValue& value)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& item : array)
        list << item.toString();
    return list;
}

/// Puts year and month of "2030-06" into a pattern; what is not filled in leaves a blank for the pen.
void putMonth(QString& pattern, const QString& name, const QString& month)
{
    const QStringList parts = month.split(u'-');
    const bool filled = parts.size() == 2;
    pattern.replace(u'{' + name + u"Year}", filled ? parts.at(0) : month);
    pattern.replace(u'{' + name + u"Month}", filled ? QString::number(parts.at(1).toInt()) : u" "_s);
}

} // namespace

QString chineseNumber(int number)
{
    static const QString digits = u"零一二三四五六七八九"_s;
    if (number < 0 || number > 99)
        return QString::number(number);
    if (number < 10)
        return digits.mid(number, 1);
    const QString tens = number < 20 ? QString() : digits.mid(number / 10, 1);
    const QString ones = number % 10 == 0 ? QString() : digits.mid(number % 10, 1);
    return tens + u"十" + ones;
}

ValueText::ValueText(const Dossier& dossier, const CallPack& pack,
                     std::function<QString(const QString&)> divisionName)
    : m_dossier(dossier), m_pack(pack), m_divisionName(std::move(divisionName))
{
}

QString ValueText::value(const Field& field) const
{
    if (isBlankForm())
        return field.prompt;
    const QJsonValue value = m_dossier.values.value(field.id);
    switch (field.type) {
    case FieldType::Division:
        return value.toString().isEmpty() ? QString() : m_divisionName(value.toString());
    case FieldType::SingleChoice:
        return m_pack.optionLabel(field.id, value.toString());
    case FieldType::MultipleChoice: {
        QStringList labels;
        const QStringList chosen = strings(value);
        for (const QString& id : chosen)
            labels << m_pack.optionLabel(field.id, id);
        return labels.join(u'\n');
    }
    case FieldType::ComposedName:
        return value.toString().isEmpty() ? QString() : composedName(field, m_dossier.values, m_pack);
    case FieldType::Links:
    case FieldType::RecommendingBodies:
        return strings(value).join(u'\n');
    case FieldType::Boolean:
        return value.isBool() ? (value.toBool() ? u"是"_s : u"否"_s) : QString();
    default:
        return value.toString();
    }
}

QStringList ValueText::options(const Field& field, const Field* other) const
{
    const QJsonValue value = m_dossier.values.value(field.id);
    const QStringList chosen = field.type == FieldType::MultipleChoice ? strings(value)
                                                                       : QStringList{value.toString()};
    static const QRegularExpression blank(u"[ \\x{3000}]{2,}"_s);
    QStringList texts;
    for (const Choice& option : field.options) {
        const bool on = chosen.contains(option.id);
        QString label = option.label;
        const bool takesText = other && &option == &field.options.last();
        const QString words = takesText && on ? m_dossier.text(other->id) : QString();
        if (!words.isEmpty())
            label.replace(blank, words);
        texts << (on ? u"■"_s : u"□"_s) + label;
    }
    return texts;
}

QStringList ValueText::cells(const Field& field, const QJsonObject& row) const
{
    QStringList texts;
    for (const Column& column : field.columns) {
        const QJsonValue value = row.value(column.id);
        if (column.type == ColumnType::Boolean)
            texts << (value.isBool() ? (value.toBool() ? column.trueLabel : column.falseLabel) : QString());
        else
            texts << value.toString();
    }
    return texts;
}

QStringList ValueText::phase(const Field& field, const PrintRow& print, int index, const QJsonObject& row) const
{
    QString name = field.rowName;
    name.replace(u"{n}"_s, chineseNumber(index + 1));
    const QString from = row.value(u"from"_s).toString();
    const QString to = row.value(u"to"_s).toString();
    QString time = print.blankPeriod;
    if (!from.isEmpty() || !to.isEmpty()) {
        time = print.period;
        putMonth(time, u"from"_s, from);
        putMonth(time, u"to"_s, to);
    }
    return {name, row.value(u"goal"_s).toString(), time};
}

} // namespace jz
