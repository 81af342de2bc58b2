// SPDX-License-Identifier: Apache-2.0
#include "model/recommendation/return_slip.h"

#include "model/base/json_file.h"
#include "model/base/sha256.h"
#include "model/recommendation/data_members.h"

#include <QJsonArray>

#include <limits>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int knownFormat = 1;
constexpr int mostNotes = 2000;

QString kindName()
{
    return u"return-slip"_s;
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

LocalizedText kindWord()
{
    return text(u"修改意见", u"return slip");
}

/// A place that a value can be proposed for: a field or a cell.
bool takesProposal(const Address& place)
{
    return place.part == Address::Part::Value && !place.field.isEmpty() && place.row.isEmpty() == place.column.isEmpty();
}

SlipNote noteFrom(const QJsonValue& value, int index, const QString& subject)
{
    const QJsonObject object = value.toObject();
    const DataMembers members(object, {subject, kindWord(), u"notes/%1/"_s.arg(index)});
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
                          {u"call"_s, QJsonObject{{u"id"_s, slip.callId}, {u"formHash"_s, hexText(slip.formHash)}}},
                          {u"dossier"_s, slip.dossier.toString(QUuid::WithoutBraces)},
                          {u"revision"_s, slip.revision},
                          {u"fingerprint"_s, hexText(slip.fingerprint)},
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
    const DataPlace place{subject, kindWord(), {}};
    requireKindAndFormat(object, kindName(), knownFormat, place);
    const DataMembers members(object, place);
    const QJsonObject call = object.value("call"_L1).toObject();
    const DataMembers callMembers(call, {subject, kindWord(), u"call/"_s});
    ReturnSlip slip;
    const QString outcome = members.text("outcome");
    if (outcome != u"returned" && outcome != u"passed")
        members.wrong("outcome");
    slip.outcome = outcome == u"passed" ? ReturnSlip::Outcome::Passed : ReturnSlip::Outcome::Returned;
    slip.callId = callMembers.someText("id");
    slip.formHash = callMembers.hash("formHash");
    slip.dossier = members.id("dossier");
    slip.revision = members.number("revision", 1, std::numeric_limits<int>::max());
    slip.fingerprint = members.hash("fingerprint");
    slip.title = members.text("title");
    slip.applicant = members.text("applicant");
    slip.from = members.someText("from");
    slip.contact = members.text("contact");
    slip.issued = members.date("issued", true);
    slip.due = members.date("due", false);
    slip.letter = members.text("letter");
    const QJsonArray notes = members.array("notes", mostNotes);
    for (int i = 0; i < notes.size(); ++i)
        slip.notes.append(noteFrom(notes.at(i), i, subject));
    return slip;
}

} // namespace jz
