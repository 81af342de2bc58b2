// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/authorisation_letter.h"

#include "model/base/error.h"
#include "model/base/json_file.h"
#include "model/base/sha256.h"
#include "model/dossier/dossier_summary.h"
#include "model/pdf/assemble.h"
#include "model/print/authorisation_paper.h"
#include "model/print/dossier_paper.h"
#include "model/print/page_map.h"
#include "model/print/painter.h"

namespace jz {

using namespace Qt::StringLiterals;

int writeAuthorisation(const Dossier& dossier, const CallPack& pack, const AuthorisationOrder& order, const QString& out)
{
    if (order.deputy.trimmed().isEmpty())
        throw Error(ErrorCode::Usage, {u"没有写被授权人的姓名，无法出授权书。请填写由谁签署。"_s, u"Nobody is named: say who is to sign."_s}, u"deputy"_s);
    const DossierSummary summary = summaryOf(dossier, pack);
    const QByteArray data = canonicalJson({{u"dossier"_s, dossier.id.toString(QUuid::WithoutBraces)},
                                           {u"revision"_s, dossier.revision},
                                           {u"unit"_s, summary.applicant},
                                           {u"head"_s, order.head},
                                           {u"deputy"_s, order.deputy},
                                           {u"position"_s, order.position}});
    const QByteArray fingerprint = sha256(data);
    // Never the dossier's own id, and another one for every deputy and revision.
    const QUuid id = QUuid::createUuidV5(dossier.id, u"authorisation "_s + QString::fromLatin1(fingerprint.toHex()));
    TextShaper shaper(fontsOf(pack));
    const Paper paper = layoutAuthorisation({pack, id, dossier.id, dossier.revision, fingerprint, summary.applicant, summary.title,
                                             order.head, order.deputy, order.position},
                                            shaper);
    AssemblyPlan plan;
    plan.skeleton = drawPaper(paper, shaper);
    plan.signatureFields = paper.signatureFields;
    plan.bookmarks = paper.bookmarks;
    const PageMap map{u"authorisation"_s, id, dossier.revision, fingerprint, pack.id, false, mappedPages(paper)};
    plan.embeddedFiles << EmbeddedFilePlan{u"authorisation.json"_s, "application/json", u"授权数据"_s, "Source", data, {}}
                       << EmbeddedFilePlan{pageMapName(), "application/json", u"页面清单"_s, "Data", pageMapJson(map), {}};
    plan.title = authorisationTitle(pack) + u"　" + summary.title;
    plan.author = summary.applicant;
    plan.subject = pack.official;
    plan.keywords = u"juanzong authorisation"_s;
    assemblePdf(plan, out);
    return int(paper.pages.size());
}

} // namespace jz
