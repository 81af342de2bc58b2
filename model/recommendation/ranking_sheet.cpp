// SPDX-License-Identifier: Apache-2.0
#include "model/recommendation/ranking_sheet.h"

#include "model/base/json_file.h"
#include "model/base/sha256.h"
#include "model/print/dossier_paper.h"
#include "model/recommendation/data_members.h"
#include "model/recommendation/data_paper.h"
#include "model/recommendation/ranking_sheet_paper.h"

#include <QJsonArray>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int knownFormat = 1;
constexpr int mostDossiers = 500;
constexpr int mostSignatures = 50;
constexpr int mostRevision = 9999;
constexpr int mostNumber = 99; // two digits stand in the page codes
constexpr qint64 largestData = 20'000'000;

QString kindName()
{
    return u"ranking"_s;
}

PaperKindWords kindWords()
{
    return {text(u"推荐排序表", u"ranking sheet"), text(u"推荐单位", u"the recommending body")};
}

QJsonObject signatureJson(const ExpectedSignature& signature)
{
    return {{u"body"_s, signature.body}, {u"joint"_s, signature.joint}, {u"kind"_s, signature.kind},
            {u"signer"_s, signature.signer}, {u"file"_s, signature.file}, {u"sha256"_s, hexText(signature.sha256)}};
}

QJsonObject dossierJson(const SheetDossier& each)
{
    QJsonArray signatures;
    for (const ExpectedSignature& signature : each.signatures)
        signatures.append(signatureJson(signature));
    return {{u"dossier"_s, each.dossier.toString(QUuid::WithoutBraces)},
            {u"revision"_s, each.revision},
            {u"fingerprint"_s, hexText(each.fingerprint)},
            {u"title"_s, each.title},
            {u"category"_s, each.category},
            {u"applicant"_s, each.applicant},
            {u"code"_s, each.code},
            {u"place"_s, each.place},
            {u"contact"_s, each.contact},
            {u"phone"_s, each.phone},
            {u"online"_s, each.online},
            {u"signature"_s, each.signature},
            {u"file"_s, each.file},
            {u"sha256"_s, hexText(each.sha256)},
            {u"signatures"_s, signatures}};
}

ExpectedSignature signatureFrom(const QJsonObject& object, const DataPlace& place)
{
    const DataMembers members(object, place);
    ExpectedSignature signature{members.someText("body"), members.truth("joint"), members.text("kind"), members.text("signer"), members.text("file"),
                                members.optionalHash("sha256")};
    const bool ink = signature.kind == u"ink";
    if (!ink && signature.kind != u"certificate")
        members.wrong("kind");
    if (ink && (signature.file.isEmpty() || signature.sha256.isEmpty()))
        members.wrong("file");
    return signature;
}

SheetDossier dossierFrom(const QJsonObject& object, const DataPlace& place)
{
    const DataMembers members(object, place);
    SheetDossier each;
    each.dossier = members.id("dossier");
    each.revision = members.number("revision", 1, mostRevision);
    each.fingerprint = members.hash("fingerprint");
    for (const auto& [name, member] : {std::pair{"title", &each.title}, {"category", &each.category}, {"applicant", &each.applicant}, {"code", &each.code},
                                       {"place", &each.place}, {"contact", &each.contact}, {"phone", &each.phone}, {"online", &each.online},
                                       {"signature", &each.signature}})
        *member = members.text(name);
    each.file = members.someText("file");
    each.sha256 = members.hash("sha256");
    const QJsonArray signatures = members.array("signatures", mostSignatures);
    for (int i = 0; i < signatures.size(); ++i)
        each.signatures << signatureFrom(signatures.at(i).toObject(), {place.subject, place.kind, place.path + u"signatures/%1/"_s.arg(i)});
    return each;
}

void readDossiers(RankingSheet& sheet, const DataMembers& members, const DataPlace& place)
{
    const QJsonArray dossiers = members.array("dossiers", mostDossiers);
    for (int i = 0; i < dossiers.size(); ++i) {
        const SheetDossier each = dossierFrom(dossiers.at(i).toObject(), {place.subject, place.kind, u"dossiers/%1/"_s.arg(i)});
        const bool twice = std::any_of(sheet.dossiers.begin(), sheet.dossiers.end(),
                                       [&](const SheetDossier& other) { return other.dossier == each.dossier || other.file == each.file; });
        if (twice)
            members.wrong("dossiers");
        sheet.dossiers << each;
    }
}

QString named(const SheetDossier& dossier)
{
    return dossier.title.isEmpty() ? dossier.applicant : dossier.title;
}

DataPaper dataPaper(const RankingSheet& sheet, const CallPack& pack, TextShaper& shaper, RankingSheetPaper::Signed how)
{
    DataPaper content;
    content.data = rankingSheetJson(sheet);
    const QByteArray fingerprint = sha256(content.data);
    static const QUuid sheets(u"d1f2b2f6-0b1d-4b0c-9f57-5f2c4f0f7a11"_s);
    const QUuid id = QUuid::createUuidV5(sheets, fingerprint);
    content.paper = layoutRankingSheet({pack, sheet, id, fingerprint, how}, shaper);
    content.map = PageMap{u"ranking"_s, id, sheet.number, fingerprint, pack.id, false, {}};
    content.dataName = rankingDataName();
    content.dataTitle = u"推荐排序表数据"_s;
    content.title = sheet.body + u"　"_s + rankingSheetTitle(pack);
    content.author = sheet.body;
    content.keyword = u"ranking"_s;
    return content;
}

} // namespace

QString rankingDataName()
{
    return u"ranking.json"_s;
}

QJsonObject toJson(const RankingSheet& sheet)
{
    QJsonArray dossiers;
    for (const SheetDossier& each : sheet.dossiers)
        dossiers.append(dossierJson(each));
    return {{u"format"_s, knownFormat},
            {u"kind"_s, kindName()},
            {u"call"_s, QJsonObject{{u"id"_s, sheet.callId}, {u"formHash"_s, hexText(sheet.formHash)}}},
            {u"body"_s, sheet.body},
            {u"bodyKind"_s, sheet.bodyKind},
            {u"quota"_s, sheet.quota},
            {u"contact"_s, sheet.contact},
            {u"phone"_s, sheet.phone},
            {u"number"_s, sheet.number},
            {u"issued"_s, sheet.issued.toString(Qt::ISODate)},
            {u"meeting"_s, sheet.meeting},
            {u"decided"_s, sheet.decided.toString(Qt::ISODate)},
            {u"document"_s, sheet.document},
            {u"declared"_s, QJsonArray::fromStringList(sheet.declared)},
            {u"dossiers"_s, dossiers}};
}

QByteArray rankingSheetJson(const RankingSheet& sheet)
{
    return canonicalJson(toJson(sheet));
}

RankingSheet parseRankingSheet(const QByteArray& bytes, const QString& subject)
{
    const QJsonObject object = parseJsonObject(bytes, subject);
    const DataPlace place{subject, kindWords().kind, {}};
    requireKindAndFormat(object, kindName(), knownFormat, place);
    const DataMembers members(object, place);
    const QJsonObject call = object.value("call"_L1).toObject();
    const DataMembers callMembers(call, {subject, place.kind, u"call/"_s});
    RankingSheet sheet;
    sheet.callId = callMembers.someText("id");
    sheet.formHash = callMembers.hash("formHash");
    sheet.body = members.someText("body");
    sheet.bodyKind = members.text("bodyKind");
    sheet.quota = members.number("quota", 0, mostDossiers);
    sheet.contact = members.text("contact");
    sheet.phone = members.text("phone");
    sheet.number = members.number("number", 1, mostNumber);
    sheet.issued = members.date("issued", true);
    sheet.meeting = members.text("meeting");
    sheet.decided = members.date("decided", false);
    sheet.document = members.text("document");
    const QJsonArray declared = members.array("declared", mostSignatures);
    for (const QJsonValue& each : declared)
        sheet.declared << each.toString();
    readDossiers(sheet, members, place);
    return sheet;
}

QList<LocalizedText> changesBetween(const RankingSheet& before, const RankingSheet& now)
{
    QList<LocalizedText> changes;
    const auto placeIn = [](const RankingSheet& sheet, const QUuid& dossier) {
        const auto found = std::find_if(sheet.dossiers.begin(), sheet.dossiers.end(), [&](const SheetDossier& each) { return each.dossier == dossier; });
        return found == sheet.dossiers.end() ? -1 : int(found - sheet.dossiers.begin());
    };
    for (const SheetDossier& each : before.dossiers)
        if (placeIn(now, each.dossier) < 0)
            changes << LocalizedText{u"不再推荐“%1”"_s, u"“%1” is no longer recommended"_s}.arg(named(each));
    for (int i = 0; i < now.dossiers.size(); ++i) {
        const SheetDossier& each = now.dossiers.at(i);
        const int was = placeIn(before, each.dossier);
        if (was < 0) {
            changes << LocalizedText{u"新增“%1”，第 %2 位"_s, u"“%1” is new, in place %2"_s}.arg(named(each), QString::number(i + 1));
            continue;
        }
        if (was != i)
            changes << LocalizedText{u"“%1”由第 %2 位改为第 %3 位"_s, u"“%1” moved from place %2 to %3"_s}.arg(named(each), QString::number(was + 1), QString::number(i + 1));
        const SheetDossier& old = before.dossiers.at(was);
        if (old.fingerprint != each.fingerprint)
            changes << LocalizedText{u"“%1”的内容换成第 %2 稿"_s, u"“%1” has the content of revision %2 now"_s}.arg(named(each), QString::number(each.revision));
        else if (old.sha256 != each.sha256 || old.signatures != each.signatures)
            changes << LocalizedText{u"“%1”的签章有变化，内容未变"_s, u"The signatures of “%1” are others; its content is the same"_s}.arg(named(each));
    }
    return changes;
}

void writeRankingSheet(const RankingSheet& sheet, const CallPack& pack, const Identity& deliveryKey, const QString& out)
{
    TextShaper shaper(fontsOf(pack));
    writeDataPaper(dataPaper(sheet, pack, shaper, RankingSheetPaper::Signed::WithPen), pack, shaper, deliveryKey, out);
}

void writeOpenRankingSheet(const RankingSheet& sheet, const CallPack& pack, const QString& out)
{
    TextShaper shaper(fontsOf(pack));
    assembleDataPaper(dataPaper(sheet, pack, shaper, RankingSheetPaper::Signed::WithCertificate), pack, shaper, out);
}

bool isRankingSheet(const QString& path)
{
    return carriesData(path, rankingDataName());
}

ReceivedSheet readRankingSheet(const QString& path)
{
    const ClosedData closed = readClosedData(path, rankingDataName(), largestData, kindWords());
    return {parseRankingSheet(closed.bytes, path), closed.bytes, closed.sender};
}

} // namespace jz
