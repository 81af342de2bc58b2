// SPDX-License-Identifier: Apache-2.0
#include "model/review/dossier_parties.h"

#include "model/reference/unit_names.h"

#include <QJsonArray>
#include <QSet>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

/// Takes texts out of one dossier.
class PartyReader
{
public:
    PartyReader(const Dossier& dossier, const CallPack& pack) : m_dossier(dossier), m_pack(pack), m_marks(pack.facts.raw.value("parties"_L1).toObject()) {}

    DossierParties read() const
    {
        DossierParties parties;
        parties.units = listed("units"_L1);
        parties.participants = listed("participants"_L1);
        parties.mentions = listed("mentions"_L1);
        parties.codes = ofTypes({FieldType::CreditCode});
        parties.bodies = ofTypes({FieldType::RecommendingBody, FieldType::RecommendingBodies});
        parties.mails = ofTypes({FieldType::Email});
        parties.phones = ofTypes({FieldType::Mobile, FieldType::Phone});
        const QJsonArray people = m_marks.value("people"_L1).toArray();
        for (const QJsonValue& each : people)
            addPeople(each.toObject(), parties.people);
        return parties;
    }

private:
    LocalizedText labelOf(const QString& fieldId, int row = -1, const QString& columnId = {}) const
    {
        const Field* const field = m_pack.field(fieldId);
        if (!field)
            return {fieldId, fieldId};
        const QString own = field->group.isEmpty() ? field->label : QString(field->group + u' ' + field->label);
        if (row < 0)
            return {own, own};
        const Column* const column = field->column(columnId);
        const QString end = column ? QString(u' ' + column->label) : QString();
        return {own + u" 第 "_s + QString::number(row + 1) + u" 行"_s + end, own + u" row "_s + QString::number(row + 1) + end};
    }

    /// The texts of a field: one, or as many as its list has; of a table, one for each filled cell.
    QList<PartyText> textsOf(const QString& field) const
    {
        QList<PartyText> texts;
        const QJsonValue value = m_dossier.values.value(field);
        const auto add = [&](const QString& text, int row, const QString& column) {
            if (!text.trimmed().isEmpty())
                texts << PartyText{text.trimmed(), field, row, column, labelOf(field, row, column)};
        };
        if (value.isString())
            add(value.toString(), -1, {});
        const QJsonArray rows = value.toArray();
        for (int row = 0; row < rows.size(); ++row) {
            if (rows.at(row).isString())
                add(rows.at(row).toString(), row, {});
            const QJsonObject cells = rows.at(row).toObject();
            for (auto cell = cells.begin(); cell != cells.end(); ++cell)
                if (cell.key() != "id"_L1)
                    add(cell->toString(), row, cell.key());
        }
        return texts;
    }

    QList<PartyText> listed(QLatin1StringView list) const
    {
        QList<PartyText> texts;
        const QJsonArray fields = m_marks.value(list).toArray();
        for (const QJsonValue& each : fields)
            texts << textsOf(each.toString());
        return texts;
    }

    QList<PartyText> ofTypes(const QList<FieldType>& types) const
    {
        QList<PartyText> texts;
        for (const Section& section : m_pack.sections)
            for (const Field& field : section.fields)
                if (types.contains(field.type))
                    texts << textsOf(field.id);
        return texts;
    }

    void addPeople(const QJsonObject& mark, QList<NamedPerson>& people) const
    {
        const QString field = mark.value("field"_L1).toString();
        const QString column = mark.value("column"_L1).toString();
        const QJsonArray beside = mark.value("beside"_L1).toArray();
        const QList<PartyText> texts = textsOf(field);
        for (const PartyText& each : texts) {
            if (each.column != column)
                continue;
            NamedPerson person{each, {}};
            for (const QJsonValue& other : beside) {
                const QJsonValue value = column.isEmpty() ? m_dossier.values.value(other.toString()) : m_dossier.values.value(field).toArray().at(each.row)[other.toString()];
                if (!value.toString().isEmpty())
                    person.beside << value.toString();
            }
            people << person;
        }
    }

    const Dossier& m_dossier;
    const CallPack& m_pack;
    QJsonObject m_marks;
};

} // namespace

QStringList DossierParties::names() const
{
    QStringList all;
    QSet<QString> seen;
    for (const NamedPerson& each : people) {
        const qsizetype before = seen.size();
        seen.insert(personKey(each.name.text));
        if (seen.size() > before)
            all << each.name.text;
    }
    return all;
}

DossierParties partiesOf(const Dossier& dossier, const CallPack& pack)
{
    return PartyReader(dossier, pack).read();
}

} // namespace jz
