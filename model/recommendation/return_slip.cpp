// SPDX-License-Identifier: Apache-2.0
#include "model/recommendation/return_slip.h"

#include "model/base/json_file.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int knownFormat = 1;
constexpr int mostNotes = 2000;
constexpr int longestText = 20'000;
constexpr int hashBytes = 32;

QString kindName()
{
    return u"return-slip"_s;
}

QString hex(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QJsonObject noteJson(const SlipNote& note)
{
    QJsonObject json{{u"part"_s, note.place.part == Address::Part::Attachment ? u"attachment"_s : u"value"_s},
                     {u"field"_s, note.place.field},
                     {u"row"_s, note.place.row},
                     {u"column"_s, note.place.column},
                     {u"words"_s, note.words},
                     {u"quote"_s, note.quote}};
    if (note.hasProposal())
        json.insert(u"proposed"_s, note.proposed);
    return json;
}

/// Reads the members of an object and says which of them is wrong.
class Members
{
public:
    Members(const QJsonObject& object, const QString& place, const QString& subject) : m_object(object), m_place(place), m_subject(subject) {}

    QString text(const char* name) const
    {
        const QJsonValue value = m_object.value(QLatin1StringView(name));
        if (!value.isString() || value.toString().size() > longestText)
            wrong(name);
        return value.toString();
    }
    QString someText(const char* name) const
    {
        const QString value = text(name);
        if (value.trimmed().isEmpty())
            wrong(name);
        return value;
    }
    QByteArray hash(const char* name) const
    {
        const QByteArray bytes = QByteArray::fromHex(text(name).toLatin1());
        if (bytes.size() != hashBytes || hex(bytes) != text(name))
            wrong(name);
        return bytes;
    }
    /// Empty: an invalid date, where `needed` does not forbid it.
    QDate date(const char* name, bool needed) const
    {
        const QString value = text(name);
        const QDate day = QDate::fromString(value, Qt::ISODate);
        if (!day.isValid() && (needed || !value.isEmpty()))
            wrong(name);
        return day;
    }
    [[noreturn]] void wrong(const char* name) const
    {
        throw Error(ErrorCode::Malformed,
                    LocalizedText{u"“%1”中的修改意见数据不完整，没有读入。请向发出单位重新索取。"_s,
                                  u"The data of the return slip in “%1” are incomplete; nothing was taken in. Ask whoever sent it for it again."_s}
                        .arg(m_subject),
                    m_subject, m_place + QLatin1StringView(name));
    }

private:
    const QJsonObject& m_object;
    QString m_place;
    QString m_subject;
};

/// A place that a value can be proposed for: a field or a cell.
bool takesProposal(const Address& place)
{
    return place.part == Address::Part::Value && !place.field.isEmpty() && place.row.isEmpty() == place.column.isEmpty();
}

SlipNote noteFrom(const QJsonValue& value, int index, const QString& subject)
{
    const QJsonObject object = value.toObject();
    const Members members(object, u"notes/%1/"_s.arg(index), subject);
    SlipNote note;
    const QString part = members.text("part");
    if (part != u"value" && part != u"attachment")
        members.wrong("part");
    note.place = {part == u"value" ? Address::Part::Value : Address::Part::Attachment, members.text("field"), members.text("row"),
                  members.text("column")};
    if (note.place.field.isEmpty() && !(note.place.row.isEmpty() && note.place.column.isEmpty()))
        members.wrong("field");
    note.words = members.someText("words");
    note.quote = members.text("quote");
    if (object.contains("proposed"_L1))
        note.proposed = object.value("proposed"_L1);
    if (note.hasProposal() && !takesProposal(note.place))
        members.wrong("proposed");
    return note;
}

void requireKind(const QJsonObject& object, const QString& subject)
{
    if (object.value("kind"_L1).toString() != kindName())
        throw Error(ErrorCode::Unsupported,
                    LocalizedText{u"“%1”不是修改意见。请选择推荐单位发来的修改意见 PDF。"_s,
                                  u"“%1” is no return slip. Choose the return slip (PDF) that the recommending body sent."_s}
                        .arg(subject),
                    subject);
    if (object.value("format"_L1).toInt() > knownFormat)
        throw Error(ErrorCode::Unsupported,
                    LocalizedText{u"“%1”由更新版本的程序制作，这里读不了。请安装新版本程序后再打开。"_s,
                                  u"“%1” was made by a newer version of this program. Install that version and open it again."_s}
                        .arg(subject),
                    subject);
}

} // namespace

QString outcomeName(ReturnSlip::Outcome outcome)
{
    return outcome == ReturnSlip::Outcome::Passed ? u"passed"_s : u"returned"_s;
}

QByteArray returnSlipJson(const ReturnSlip& slip)
{
    QJsonArray notes;
    for (const SlipNote& note : slip.notes)
        notes.append(noteJson(note));
    return canonicalJson({{u"format"_s, knownFormat},
                          {u"kind"_s, kindName()},
                          {u"outcome"_s, outcomeName(slip.outcome)},
                          {u"call"_s, QJsonObject{{u"id"_s, slip.callId}, {u"formHash"_s, hex(slip.formHash)}}},
                          {u"dossier"_s, slip.dossier.toString(QUuid::WithoutBraces)},
                          {u"revision"_s, slip.revision},
                          {u"fingerprint"_s, hex(slip.fingerprint)},
                          {u"title"_s, slip.title},
                          {u"applicant"_s, slip.applicant},
                          {u"from"_s, slip.from},
                          {u"contact"_s, slip.contact},
                          {u"issued"_s, slip.issued.toString(Qt::ISODate)},
                          {u"due"_s, slip.due.isValid() ? slip.due.toString(Qt::ISODate) : QString()},
                          {u"letter"_s, slip.letter},
                          {u"notes"_s, notes}});
}

ReturnSlip parseReturnSlip(const QByteArray& bytes, const QString& subject)
{
    const QJsonObject object = parseJsonObject(bytes, subject);
    requireKind(object, subject);
    const Members members(object, {}, subject);
    const QJsonObject call = object.value("call"_L1).toObject();
    const Members callMembers(call, u"call/"_s, subject);
    ReturnSlip slip;
    const QString outcome = members.text("outcome");
    if (outcome != u"returned" && outcome != u"passed")
        members.wrong("outcome");
    slip.outcome = outcome == u"passed" ? ReturnSlip::Outcome::Passed : ReturnSlip::Outcome::Returned;
    slip.callId = callMembers.someText("id");
    slip.formHash = callMembers.hash("formHash");
    slip.dossier = QUuid::fromString(members.text("dossier"));
    slip.revision = object.value("revision"_L1).toInt();
    slip.fingerprint = members.hash("fingerprint");
    slip.title = members.text("title");
    slip.applicant = members.text("applicant");
    slip.from = members.someText("from");
    slip.contact = members.text("contact");
    slip.issued = members.date("issued", true);
    slip.due = members.date("due", false);
    slip.letter = members.text("letter");
    if (slip.dossier.isNull())
        members.wrong("dossier");
    if (slip.revision < 1)
        members.wrong("revision");
    const QJsonArray notes = object.value("notes"_L1).toArray();
    if (!object.value("notes"_L1).isArray() || notes.size() > mostNotes)
        members.wrong("notes");
    for (int i = 0; i < notes.size(); ++i)
        slip.notes.append(noteFrom(notes.at(i), i, subject));
    return slip;
}

} // namespace jz
