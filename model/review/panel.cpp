// SPDX-License-Identifier: Apache-2.0
#include "model/review/panel.h"

#include "model/base/json_file.h"
#include "model/base/sha256.h"
#include "model/recommendation/data_members.h"

#include <QJsonArray>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int knownFormat = 1;
constexpr int mostDossiers = 300;
constexpr int mostPeople = 1000;

QString kindName()
{
    return u"panel"_s;
}

PanelDossier dossierFrom(const QJsonObject& object, const DataPlace& place)
{
    const DataMembers members(object, place);
    PanelDossier each;
    each.number = members.number("number", 1, mostDossiers);
    each.dossier = members.id("dossier");
    each.title = members.someText("title");
    each.applicant = members.text("applicant");
    each.category = members.text("category");
    for (const QJsonValue& person : members.array("people", mostPeople))
        each.people << person.toString();
    each.file = members.someText("file");
    each.sha256 = members.hash("sha256");
    return each;
}

} // namespace

const PanelDossier* Panel::dossier(const QUuid& id) const
{
    const auto found = std::find_if(dossiers.begin(), dossiers.end(), [&](const PanelDossier& each) { return each.dossier == id; });
    return found == dossiers.end() ? nullptr : &*found;
}

QString panelDataName()
{
    return u"panel.json"_s;
}

QJsonObject toJson(const Panel& panel)
{
    QJsonArray dossiers;
    for (const PanelDossier& each : panel.dossiers)
        dossiers << QJsonObject{{u"number"_s, each.number},       {u"dossier"_s, each.dossier.toString(QUuid::WithoutBraces)},
                                {u"title"_s, each.title},         {u"applicant"_s, each.applicant},
                                {u"category"_s, each.category},   {u"people"_s, QJsonArray::fromStringList(each.people)},
                                {u"file"_s, each.file},           {u"sha256"_s, hexText(each.sha256)}};
    return {{u"format"_s, knownFormat},
            {u"kind"_s, kindName()},
            {u"call"_s, QJsonObject{{u"id"_s, panel.callId}, {u"formHash"_s, hexText(panel.formHash)}}},
            {u"round"_s, panel.round},
            {u"number"_s, panel.number},
            {u"expert"_s, panel.expert},
            {u"secret"_s, hexText(panel.secret)},
            {u"reviewCopies"_s, panel.reviewCopies},
            {u"due"_s, panel.due.toString(Qt::ISODate)},
            {u"office"_s, panel.office},
            {u"dossiers"_s, dossiers}};
}

QByteArray panelJson(const Panel& panel)
{
    return canonicalJson(toJson(panel));
}

Panel parsePanel(const QByteArray& bytes, const QString& subject)
{
    const QJsonObject object = parseJsonObject(bytes, subject);
    const DataPlace place{subject, {u"评审任务书"_s, u"panel letter"_s}, {}};
    requireKindAndFormat(object, kindName(), knownFormat, place);
    const DataMembers members(object, place);
    const QJsonObject call = object.value("call"_L1).toObject();
    const DataMembers callMembers(call, {subject, place.kind, u"call/"_s});
    Panel panel;
    panel.callId = callMembers.someText("id");
    panel.formHash = callMembers.hash("formHash");
    panel.round = members.text("round");
    panel.number = members.someText("number");
    panel.expert = members.someText("expert");
    panel.secret = members.hash("secret");
    panel.reviewCopies = members.truth("reviewCopies");
    panel.due = members.date("due", false);
    panel.office = members.text("office");
    const QJsonArray dossiers = members.array("dossiers", mostDossiers);
    for (int i = 0; i < dossiers.size(); ++i) {
        const PanelDossier each = dossierFrom(dossiers.at(i).toObject(), {subject, place.kind, u"dossiers/%1/"_s.arg(i)});
        const bool twice = std::any_of(panel.dossiers.begin(), panel.dossiers.end(), [&](const PanelDossier& other) {
            return other.dossier == each.dossier || other.number == each.number || other.file == each.file;
        });
        if (twice)
            members.wrong("dossiers");
        panel.dossiers << each;
    }
    return panel;
}

} // namespace jz
