// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/signature_paper_data.h"

#include "model/base/json_file.h"
#include "model/base/sha256.h"
#include "model/print/page_code.h"

#include <QJsonArray>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int knownFormat = 1;
constexpr int mostPages = 50;
constexpr int mostPage = 999;
constexpr int mostRevision = 9999;

QString kindName()
{
    return u"endorsement"_s;
}

} // namespace

QString signaturePaperDataName()
{
    return u"endorsement.json"_s;
}

QByteArray signaturePaperJson(const SignaturePaper& paper)
{
    QJsonArray pages;
    for (const SignedPage& each : paper.pages)
        pages.append(QJsonObject{{u"page"_s, each.page}, {u"fingerprint"_s, each.fingerprint}, {u"byCode"_s, each.byCode}});
    return canonicalJson({{u"format"_s, knownFormat},
                          {u"kind"_s, kindName()},
                          {u"call"_s, paper.callId},
                          {u"body"_s, paper.body},
                          {u"joint"_s, paper.joint},
                          {u"dossier"_s, paper.dossier.toString(QUuid::WithoutBraces)},
                          {u"revision"_s, paper.revision},
                          {u"fingerprint"_s, hexText(paper.fingerprint)},
                          {u"title"_s, paper.title},
                          {u"applicant"_s, paper.applicant},
                          {u"taken"_s, paper.taken.toString(Qt::ISODate)},
                          {u"pages"_s, pages}});
}

SignaturePaper parseSignaturePaper(const QByteArray& bytes, const QString& subject)
{
    const QJsonObject object = parseJsonObject(bytes, subject);
    const DataPlace place{subject, signaturePaperKind(), {}};
    requireKindAndFormat(object, kindName(), knownFormat, place);
    const DataMembers members(object, place);
    SignaturePaper paper;
    paper.callId = members.someText("call");
    paper.body = members.someText("body");
    paper.joint = members.truth("joint");
    paper.dossier = members.id("dossier");
    paper.revision = members.number("revision", 1, mostRevision);
    paper.fingerprint = members.hash("fingerprint");
    paper.title = members.text("title");
    paper.applicant = members.text("applicant");
    paper.taken = members.date("taken", true);
    const QJsonArray pages = members.array("pages", mostPages);
    for (int i = 0; i < pages.size(); ++i) {
        const QJsonObject page = pages.at(i).toObject();
        const DataMembers each(page, {subject, place.kind, u"pages/%1/"_s.arg(i)});
        paper.pages << SignedPage{each.number("page", 1, mostPage), each.someText("fingerprint"), each.truth("byCode")};
    }
    return paper;
}

LocalizedText signaturePaperWords(const SignaturePaper& paper)
{
    QStringList pages;
    for (const SignedPage& each : paper.pages)
        pages << QString::number(each.page);
    const QString fingerprint = hexText(paper.fingerprint).first(8);
    return LocalizedText{u"签章件：%1对“%2”的推荐意见（签章页第 %3 页）；属于申报书 %4 第 %5 稿，校验码 %6。"_s,
                         u"Signature paper: the opinion of %1 on “%2” (page %3); it belongs to dossier %4, revision %5, fingerprint %6."_s}
        .arg(paper.body, paper.title, pages.join(u'、'), shortId(paper.dossier), QString::number(paper.revision), fingerprint);
}

LocalizedText signaturePaperKind()
{
    return text(u"签章件", u"signature paper");
}

} // namespace jz
