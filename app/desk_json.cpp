// SPDX-License-Identifier: Apache-2.0
#include "app/desk_json.h"

#include "app/command_line.h"

#include "model/base/sha256.h"

namespace jz::cli {

using namespace Qt::StringLiterals;

QJsonObject entryJson(const DossierEntry& entry)
{
    return {{u"id"_s, entry.id.toString(QUuid::WithoutBraces)},
            {u"call"_s, entry.callId},
            {u"title"_s, entry.summary.title},
            {u"applicant"_s, entry.summary.applicant},
            {u"state"_s, stateName(entry.state)},
            {u"revision"_s, entry.revision},
            {u"progress"_s, entry.summary.progress},
            {u"steps"_s, entry.steps},
            {u"changed"_s, entry.changed.toString(Qt::ISODateWithMs)}};
}

QJsonObject placeJson(const Address& place)
{
    static const QStringList parts{u"value"_s, u"attachment"_s, u"reason"_s};
    return {{u"part"_s, parts.at(int(place.part))}, {u"field"_s, place.field}, {u"row"_s, place.row}, {u"column"_s, place.column}};
}

QJsonObject changeJson(const Change& change, const Dossier& dossier, const CallPack& pack)
{
    return {{u"place"_s, placeJson(change.address)},
            {u"label"_s, placeLabel(change.address, dossier, pack).in(language())},
            {u"was"_s, change.was},
            {u"now"_s, change.now}};
}

QJsonObject stepJson(const Step& step, const Operator& person, const Dossier& dossier, const CallPack& pack)
{
    QJsonArray changes;
    for (const Change& change : step.changes)
        changes.append(changeJson(change, dossier, pack));
    return {{u"number"_s, step.number},
            {u"revision"_s, step.revision},
            {u"kind"_s, stepName(step.kind)},
            {u"undoes"_s, step.undoes},
            {u"person"_s, QJsonObject{{u"name"_s, person.name}, {u"unit"_s, person.unit}}},
            {u"via"_s, step.via},
            {u"at"_s, step.at.toString(Qt::ISODateWithMs)},
            {u"detail"_s, step.detail},
            {u"changes"_s, changes}};
}

QJsonArray mergeJson(const DossierMerge& merge, const Dossier& dossier, const CallPack& pack)
{
    QJsonArray items;
    for (const MergeItem& item : merge.items())
        items.append(QJsonObject{{u"place"_s, placeJson(item.place)},
                                 {u"label"_s, placeLabel(item.place, dossier, pack).in(language())},
                                 {u"was"_s, item.was},
                                 {u"mine"_s, item.mine},
                                 {u"theirs"_s, item.theirs},
                                 {u"conflict"_s, item.kind == MergeItem::Kind::Conflict},
                                 {u"take"_s, item.take == MergeItem::Take::Mine ? u"mine"_s : u"theirs"_s}});
    return items;
}

QJsonArray notesJson(Workspace& workspace, qint64 dossier)
{
    QJsonArray json;
    const QList<Note> notes = workspace.notes().of(dossier);
    for (const Note& note : notes)
        json.append(QJsonObject{{u"place"_s, placeJson(note.place)},
                                {u"text"_s, note.text},
                                {u"todo"_s, note.todo},
                                {u"who"_s, note.who},
                                {u"due"_s, note.due.toString(Qt::ISODate)},
                                {u"done"_s, note.done}});
    return json;
}

QJsonArray revisionsJson(Workspace& workspace, qint64 dossier)
{
    QJsonArray json;
    const QList<KeptRevision> revisions = workspace.dossiers().revisions(dossier);
    for (const KeptRevision& kept : revisions)
        json.append(QJsonObject{{u"revision"_s, kept.revision},
                                {u"occasion"_s, occasionName(kept.occasion)},
                                {u"fingerprint"_s, hexText(kept.fingerprint)},
                                {u"paper"_s, hexText(kept.paper)},
                                {u"at"_s, kept.at.toString(Qt::ISODateWithMs)}});
    return json;
}

QJsonObject breachJson(const Breach& breach)
{
    return {{u"invariant"_s, breach.invariant},
            {u"subject"_s, breach.subject},
            {u"message"_s, breach.message.in(language())},
            {u"repaired"_s, breach.repaired}};
}

} // namespace jz::cli
