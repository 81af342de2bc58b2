// SPDX-License-Identifier: Apache-2.0
#include "model/recommendation/slip_notes.h"

#include "model/dossier/dossier_summary.h"
#include "model/dossier/value_reader.h"

#include <QSet>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

/// Reads one note of the file and says which it is when something is wrong with it.
class NoteReader
{
public:
    NoteReader(const Dossier& dossier, const CallPack& pack, const QString& subject) : m_dossier(dossier), m_pack(pack), m_subject(subject) {}

    SlipNote read(const QJsonValue& value, int number)
    {
        m_number = number;
        if (!value.isObject())
            wrong({u"应是一个对象"_s, u"has to be an object"_s});
        m_object = value.toObject();
        requireKnownMembers();
        SlipNote note;
        note.words = text("words").trimmed();
        if (note.words.isEmpty())
            wrong({u"没有写意见（words）"_s, u"says nothing (words)"_s});
        note.quote = text("quote");
        note.place = place();
        if (m_object.contains("proposed"_L1) && !m_object.value("proposed"_L1).isNull())
            note.proposed = proposal(note.place);
        return note;
    }

private:
    [[noreturn]] void wrong(const LocalizedText& why) const
    {
        throw Error(ErrorCode::Malformed,
                    LocalizedText{u"“%1”的第 %2 条意见%3。"_s, u"“%1”: note %2 %3."_s}.arg(m_subject, QString::number(m_number), why), m_subject);
    }

    void requireKnownMembers() const
    {
        static const QSet<QString> known{u"field"_s, u"row"_s, u"column"_s, u"words"_s, u"quote"_s, u"proposed"_s};
        for (auto member = m_object.begin(); member != m_object.end(); ++member)
            if (!known.contains(member.key()))
                wrong(LocalizedText{u"有不认识的项“%1”；可写 field、row、column、words、quote、proposed"_s,
                                    u"has a member “%1” that is unknown; write field, row, column, words, quote, proposed"_s}
                          .arg(member.key()));
    }

    QString text(const char* name) const
    {
        const QJsonValue value = m_object.value(QLatin1StringView(name));
        if (!value.isUndefined() && !value.isNull() && !value.isString())
            wrong(LocalizedText{u"的 %1 应是文字"_s, u"has a %1 that is no text"_s}.arg(QString::fromLatin1(name)));
        return value.toString();
    }

    Address place() const
    {
        const QString id = text("field");
        if (id.isEmpty())
            return {};
        const Field* const field = m_pack.field(id);
        if (!field || !(field->hasValue() || field->type == FieldType::Attachments))
            wrong(LocalizedText{u"的栏目“%1”申报书里没有，请核对 field"_s, u"names a field “%1” that the form does not have: check it"_s}.arg(id));
        Address place;
        place.field = id;
        if (field->type == FieldType::Attachments)
            place.part = Address::Part::Attachment;
        place.row = row(place);
        place.column = text("column");
        if (!place.column.isEmpty() && (place.row.isEmpty() || !(place.part == Address::Part::Attachment || field->column(place.column))))
            wrong(LocalizedText{u"的 column“%1”不对：先写 row，再写该表的列名"_s, u"has a column “%1” that is wrong: give row and a column of that table"_s}
                      .arg(place.column));
        return place;
    }

    QString row(const Address& place) const
    {
        const QJsonValue value = m_object.value("row"_L1);
        if (value.isUndefined() || value.isNull())
            return {};
        const QJsonArray rows = rowsOf(m_dossier, place.part, place.field);
        const QJsonArray plain = m_dossier.values.value(place.field).toArray();
        for (int i = 0; i < std::max(rows.size(), plain.size()); ++i) {
            const QString id = i < rows.size() ? rows.at(i)[u"id"].toString() : QString::number(i);
            if (value.isDouble() ? value.toInt(-1) == i : value.toString() == id)
                return id;
        }
        const QString named = value.isDouble() ? QString::number(value.toInt()) : value.toString();
        wrong(LocalizedText{u"的 row“%1”在收到的这一稿里没有；行号从 0 数起，也可写行的编号或文件名"_s,
                            u"names a row “%1” that this revision does not have; rows count from 0, their id or file name will do"_s}
                  .arg(named));
    }

    QJsonValue proposal(const Address& place) const
    {
        const QJsonValue proposed = m_object.value("proposed"_L1);
        if (place.part != Address::Part::Value || place.field.isEmpty() || place.row.isEmpty() != place.column.isEmpty())
            wrong({u"不能带建议值：建议值只能写在整栏或表格的一格上"_s, u"cannot propose a value: only a whole field or one cell of a table takes one"_s});
        const QJsonValue asRead = place.row.isEmpty() ? proposed : QJsonValue(QJsonArray{QJsonObject{{u"id"_s, place.row}, {place.column, proposed}}});
        const ReadValues read = readValues({{place.field, asRead}}, m_pack);
        if (!read.findings.isEmpty())
            wrong(LocalizedText{u"的建议值不合要求：%1"_s, u"proposes a value that does not fit: %1"_s}.arg(read.findings.first().message));
        const QJsonValue value = read.values.value(place.field);
        return place.row.isEmpty() ? value : value.toArray().first().toObject().value(place.column);
    }

    const Dossier& m_dossier;
    const CallPack& m_pack;
    QString m_subject;
    QJsonObject m_object;
    int m_number = 0;
};

[[noreturn]] void wrongFile(const QString& subject, const LocalizedText& why)
{
    throw Error(ErrorCode::Malformed, LocalizedText{u"“%1”%2。"_s, u"“%1” %2."_s}.arg(subject, why), subject);
}

QString textOf(const QJsonObject& file, const char* name, const QString& subject)
{
    const QJsonValue value = file.value(QLatin1StringView(name));
    if (!value.isUndefined() && !value.isString())
        wrongFile(subject, LocalizedText{u"的 %1 应是文字"_s, u"has a %1 that is no text"_s}.arg(QString::fromLatin1(name)));
    return value.toString();
}

QDate dateOf(const QJsonObject& file, const QString& subject)
{
    const QString due = textOf(file, "due", subject);
    const QDate day = QDate::fromString(due, Qt::ISODate);
    if (!due.isEmpty() && !day.isValid())
        wrongFile(subject, LocalizedText{u"的期限“%1”不是日期，请写成 2030-06-15"_s, u"has a date “%1” that is none: write 2030-06-15"_s}.arg(due));
    return day;
}

[[noreturn]] void missing(const LocalizedText& what, const QString& subject)
{
    throw Error(ErrorCode::Usage, what, subject);
}

} // namespace

ReturnSlip slipOn(const Dossier& dossier, const QByteArray& fingerprint, const CallPack& pack)
{
    const DossierSummary summary = summaryOf(dossier, pack);
    ReturnSlip slip;
    slip.callId = dossier.callId;
    slip.formHash = dossier.formHash;
    slip.dossier = dossier.id;
    slip.revision = dossier.revision;
    slip.fingerprint = fingerprint;
    slip.title = summary.title;
    slip.applicant = summary.applicant;
    return slip;
}

void readSlipNotes(ReturnSlip& slip, const QJsonObject& file, const Dossier& dossier, const CallPack& pack, const QString& subject)
{
    static const QSet<QString> known{u"from"_s, u"contact"_s, u"letter"_s, u"due"_s, u"notes"_s};
    for (auto member = file.begin(); member != file.end(); ++member)
        if (!known.contains(member.key()))
            wrongFile(subject, LocalizedText{u"有不认识的项“%1”；可写 from、contact、letter、due、notes"_s,
                                             u"has a member “%1” that is unknown; write from, contact, letter, due, notes"_s}
                                   .arg(member.key()));
    for (const auto& [name, member] : {std::pair{"from", &slip.from}, {"contact", &slip.contact}, {"letter", &slip.letter}})
        if (file.contains(QLatin1StringView(name)))
            *member = textOf(file, name, subject);
    slip.due = dateOf(file, subject);
    const QJsonValue notes = file.value("notes"_L1);
    if (!notes.isUndefined() && !notes.isArray())
        wrongFile(subject, {u"的 notes 应是一个列表"_s, u"has notes that are no list"_s});
    NoteReader reader(dossier, pack, subject);
    const QJsonArray list = notes.toArray();
    for (int i = 0; i < list.size(); ++i)
        slip.notes.append(reader.read(list.at(i), i + 1));
}

void requireComplete(const ReturnSlip& slip)
{
    if (slip.from.trimmed().isEmpty())
        missing({u"没有写明由谁发出。请写推荐单位的名称（from 或 --from）。"_s, u"It does not say who sends it. Give the recommending body's name (from, or --from)."_s},
                u"from"_s);
    if (!slip.passed() && slip.notes.isEmpty() && slip.letter.trimmed().isEmpty())
        missing({u"退回修改至少要有一条意见或一段说明；预审通过请用 --passed。"_s,
                 u"To return a dossier takes at least one note or a letter; to pass it use --passed."_s},
                u"notes"_s);
    if (slip.due.isValid() && slip.due < slip.issued)
        missing({u"期限早于发出日期，请核对（due 或 --due）。"_s, u"The date by when is before the date of issue: check it (due, or --due)."_s}, u"due"_s);
}

} // namespace jz
