// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/seal_request.h"

#include "model/call/call_pack_reader.h"
#include "model/dossier/dossier_summary.h"
#include "model/pdf/assemble.h"
#include "model/print/dossier_paper.h"
#include "model/print/painter.h"
#include "model/print/seal_request_paper.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/final_paper.h"

#include <QJsonArray>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostCopies = 99;

void requireSensible(const SealRequest& request)
{
    if (request.copies < 1 || request.copies > mostCopies)
        throw Error(ErrorCode::Usage, text(u"用印份数须是 1 到 99 的整数。", u"The number of copies is a whole number from 1 to 99."), u"copies"_s);
}

PageMap finalMap(const QString& paper)
{
    const PageMap map = readPageMap(paper);
    const auto refuse = [&](const LocalizedText& why) { throw Error(ErrorCode::Unsupported, why.arg(paper), paper); };
    if (map.kind != u"dossier")
        refuse({u"“%1”不是申报书，不能为它出用印呈批单。请给定稿后的申报书 PDF。"_s, u"“%1” is no dossier: name the PDF of a final one."_s});
    if (map.draft)
        refuse({u"“%1”是草稿，不能用印。请先定稿，再为定稿出用印呈批单。"_s, u"“%1” is a draft and is not to be stamped. Finalise it first."_s});
    return map;
}

QList<int> pagesToSeal(const PageMap& map)
{
    QList<int> pages;
    for (qsizetype i = 0; i < map.pages.size(); ++i) {
        const QList<SignatureArea>& areas = map.pages.at(i).areas;
        if (std::any_of(areas.begin(), areas.end(), [](const SignatureArea& area) { return area.role == u"applicant"; }))
            pages << int(i) + 1;
    }
    return pages;
}

} // namespace

WrittenSealRequest writeSealRequest(const SealRequest& request, const QString& out)
{
    requireSensible(request);
    const PageMap map = finalMap(request.paper);
    const Dossier dossier = readDossierData(request.paper);
    const CallPack pack = builtInCallPack(dossier.callId);
    const DossierSummary summary = summaryOf(dossier, pack);
    WrittenSealRequest written{summary.title, dossier.revision, int(map.pages.size()), pagesToSeal(map)};
    const QString document = summary.title.isEmpty() ? pack.titleLines.join(QString()) : QString(summary.title + u"　" + pack.titleLines.join(QString()));
    const QUuid id = QUuid::createUuidV5(dossier.id, u"seal request %1"_s.arg(dossier.revision));
    TextShaper shaper(fontsOf(pack));
    const Paper paper = layoutSealRequest({pack, id, dossier.id, dossier.revision, map.fingerprint, document, written.pages, request.copies,
                                           written.sealedPages, request.purpose, request.person,
                                           request.department},
                                          shaper);
    AssemblyPlan plan;
    plan.skeleton = drawPaper(paper, shaper);
    const PageMap own{u"seal-request"_s, id, dossier.revision, map.fingerprint, pack.id, false, mappedPages(paper)};
    plan.embeddedFiles << EmbeddedFilePlan{pageMapName(), "application/json", u"页面清单"_s, "Data", pageMapJson(own), {}};
    plan.title = sealRequestTitle(pack) + u"　" + summary.title;
    plan.author = summary.applicant;
    plan.subject = pack.official;
    plan.keywords = u"juanzong seal-request"_s;
    assemblePdf(plan, out);
    return written;
}

QJsonObject toJson(const WrittenSealRequest& written, const SealRequest& request, const QString& out)
{
    QJsonArray sealed;
    for (const int page : written.sealedPages)
        sealed.append(page);
    return {{u"out"_s, out},
            {u"title"_s, written.title},
            {u"revision"_s, written.revision},
            {u"pages"_s, written.pages},
            {u"copies"_s, request.copies},
            {u"sealedPages"_s, sealed}};
}

} // namespace jz
