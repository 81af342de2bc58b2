// SPDX-License-Identifier: Apache-2.0
#include "model/review/score_sheet.h"

#include "model/base/json_file.h"
#include "model/base/sha256.h"
#include "model/recommendation/data_members.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QMessageAuthenticationCode>

#include <algorithm>
#include <numeric>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int knownFormat = 1;
constexpr int mostDossiers = 300;
constexpr int mostVersion = 99; // two digits stand in the page codes
constexpr int mostPoints = 1'000'000;

QString kindName()
{
    return u"scores"_s;
}

QString idText(const QUuid& id)
{
    return id.toString(QUuid::WithoutBraces);
}

QJsonObject dossierJson(const DossierScores& each)
{
    QJsonObject points;
    for (auto given = each.points.cbegin(); given != each.points.cend(); ++given)
        points.insert(given.key(), given.value());
    QJsonObject comments;
    for (auto given = each.comments.cbegin(); given != each.comments.cend(); ++given)
        comments.insert(given.key(), given.value());
    return {{u"dossier"_s, idText(each.dossier)}, {u"sha256"_s, hexText(each.sha256)}, {u"points"_s, points},     {u"comments"_s, comments},
            {u"opinion"_s, each.opinion},         {u"visit"_s, each.visit},            {u"comment"_s, each.comment}, {u"conflict"_s, each.conflict}};
}

void readByCriterion(DossierScores& scores, const QJsonObject& object, const DataPlace& place, const DataMembers& members)
{
    const QJsonValue given = object.value("points"_L1);
    const QJsonValue said = object.value("comments"_L1);
    if (!given.isObject())
        members.wrong("points");
    if (!said.isObject())
        members.wrong("comments");
    const QJsonObject points = given.toObject();
    const DataMembers pointMembers(points, {place.subject, place.kind, place.path + u"points/"_s});
    for (const QString& criterion : points.keys())
        scores.points.insert(criterion, pointMembers.number(criterion.toLatin1().constData(), -mostPoints, mostPoints));
    const QJsonObject comments = said.toObject();
    const DataMembers commentMembers(comments, {place.subject, place.kind, place.path + u"comments/"_s});
    for (const QString& criterion : comments.keys())
        scores.comments.insert(criterion, commentMembers.text(criterion.toLatin1().constData()));
}

DossierScores dossierFrom(const QJsonObject& object, const DataPlace& place)
{
    const DataMembers members(object, place);
    DossierScores each;
    each.dossier = members.id("dossier");
    each.sha256 = members.hash("sha256");
    each.opinion = members.text("opinion");
    each.visit = members.truth("visit");
    each.comment = members.text("comment");
    each.conflict = members.text("conflict");
    if (!each.opinion.isEmpty() && each.opinion != u"agree" && each.opinion != u"revise" && each.opinion != u"disagree")
        members.wrong("opinion");
    readByCriterion(each, object, place, members);
    return each;
}

void readDossiers(ScoreSheet& sheet, const QJsonArray& dossiers, const DataMembers& members, const DataPlace& place)
{
    for (int i = 0; i < dossiers.size(); ++i) {
        const DossierScores each = dossierFrom(dossiers.at(i).toObject(), {place.subject, place.kind, u"dossiers/%1/"_s.arg(i)});
        if (std::any_of(sheet.dossiers.begin(), sheet.dossiers.end(), [&](const DossierScores& other) { return other.dossier == each.dossier; }))
            members.wrong("dossiers");
        sheet.dossiers << each;
    }
}

} // namespace

Hundredths DossierScores::total() const
{
    return std::accumulate(points.begin(), points.end(), 0);
}

QString scoresDataName()
{
    return u"scores.json"_s;
}

QJsonObject toJson(const ScoreSheet& sheet)
{
    QJsonArray dossiers;
    for (const DossierScores& each : sheet.dossiers)
        dossiers << dossierJson(each);
    QJsonArray ranking;
    for (const QUuid& each : sheet.ranking)
        ranking << idText(each);
    return {{u"format"_s, knownFormat},
            {u"kind"_s, kindName()},
            {u"call"_s, QJsonObject{{u"id"_s, sheet.callId}, {u"formHash"_s, hexText(sheet.formHash)}}},
            {u"panel"_s, sheet.panel},
            {u"expert"_s, sheet.expert},
            {u"version"_s, sheet.version},
            {u"answer"_s, sheet.answer},
            {u"reason"_s, sheet.reason},
            {u"promised"_s, sheet.promised.toString(Qt::ISODate)},
            {u"finished"_s, sheet.finished.toString(Qt::ISODate)},
            {u"dossiers"_s, dossiers},
            {u"ranking"_s, ranking},
            {u"binding"_s, hexText(sheet.binding)}};
}

QByteArray scoreSheetJson(const ScoreSheet& sheet)
{
    return canonicalJson(toJson(sheet));
}

ScoreSheet parseScoreSheet(const QByteArray& bytes, const QString& subject)
{
    const QJsonObject object = parseJsonObject(bytes, subject);
    const DataPlace place{subject, {u"评分表"_s, u"score sheet"_s}, {}};
    requireKindAndFormat(object, kindName(), knownFormat, place);
    const DataMembers members(object, place);
    const QJsonObject call = object.value("call"_L1).toObject();
    const DataMembers callMembers(call, {subject, place.kind, u"call/"_s});
    ScoreSheet sheet;
    sheet.callId = callMembers.someText("id");
    sheet.formHash = callMembers.hash("formHash");
    sheet.panel = members.someText("panel");
    sheet.expert = members.someText("expert");
    sheet.version = members.number("version", 1, mostVersion);
    sheet.answer = members.text("answer");
    if (sheet.answer != u"accepted" && sheet.answer != u"declined")
        members.wrong("answer");
    sheet.reason = members.text("reason");
    sheet.promised = members.date("promised", false);
    sheet.finished = members.date("finished", true);
    readDossiers(sheet, members.array("dossiers", mostDossiers), members, place);
    for (const QJsonValue& each : members.array("ranking", mostDossiers)) {
        const QUuid id = QUuid::fromString(each.toString());
        if (id.isNull() || sheet.ranking.contains(id))
            members.wrong("ranking");
        sheet.ranking << id;
    }
    sheet.binding = members.hash("binding");
    return sheet;
}

QByteArray bindingOf(const ScoreSheet& sheet, const QByteArray& secret)
{
    QJsonObject data = toJson(sheet);
    data.remove(u"binding"_s);
    return QMessageAuthenticationCode::hash(canonicalJson(data), secret, QCryptographicHash::Sha256);
}

QString checkCode(const ScoreSheet& sheet)
{
    const QString digits = hexText(sha256(scoreSheetJson(sheet))).left(8).toUpper();
    return digits.left(4) + u' ' + digits.mid(4);
}

QList<LocalizedText> scoreProblems(const DossierScores& scores, const Rubric& rubric)
{
    QList<LocalizedText> problems;
    if (scores.isVoid())
        return problems;
    for (const Criterion& criterion : rubric.criteria) {
        const auto given = scores.points.constFind(criterion.id);
        if (given == scores.points.cend())
            problems << LocalizedText{u"“%1”未评分。"_s, u"“%1” has no points."_s}.arg(criterion.title);
        else if (*given < 0 || *given > criterion.most || *given % rubric.step)
            problems << LocalizedText{u"“%1”评 %2 分，应在 0 至 %3 分之间，以 %4 分为单位。"_s, u"“%1” has %2 points; 0 to %3 in steps of %4 are allowed."_s}.arg(
                criterion.title, pointsText(*given), pointsText(criterion.most), pointsText(rubric.step));
    }
    for (const QString& criterion : scores.points.keys())
        if (!rubric.criterion(criterion))
            problems << LocalizedText{u"评分标准中没有“%1”这一项。"_s, u"The rubric has no criterion “%1”."_s}.arg(criterion);
    if (scores.opinion.isEmpty())
        problems << LocalizedText{u"未选结论（同意、修改后同意或不同意）。"_s, u"No opinion was chosen (agree, agree after revision, disagree)."_s};
    return problems;
}

} // namespace jz
