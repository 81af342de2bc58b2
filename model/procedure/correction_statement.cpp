// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/correction_statement.h"

#include "model/base/json_file.h"
#include "model/call/call_pack_reader.h"
#include "model/dossier/dossier_summary.h"
#include "model/pdf/assemble.h"
#include "model/print/correction_paper.h"
#include "model/print/dossier_paper.h"
#include "model/print/painter.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/final_paper.h"
#include "model/reference/reference_data.h"

#include <QJsonArray>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

/// One final paper, opened.
struct Revision
{
    explicit Revision(const QString& path) : dossier(readDossierData(path)), map(readPageMap(path)) {}

    Dossier dossier;
    PageMap map;
};

void requireComparable(const Revision& from, const Revision& to, const QString& path)
{
    const auto refuse = [&](const LocalizedText& why) {
        throw Error(ErrorCode::Unsupported, {u"“%1”%2。"_s.arg(path, why.zh), u"“%1” %2."_s.arg(path, why.en)}, path);
    };
    if (from.dossier.id != to.dossier.id || from.dossier.callId != to.dossier.callId)
        refuse({u"与前一稿不是同一份申报书，不能出更正说明"_s, u"is not a revision of the same dossier; no statement can be made"_s});
    if (to.dossier.revision <= from.dossier.revision)
        refuse({u"不是更晚的一稿。请先给旧稿，再给新稿"_s, u"is not the later revision: name the old one first, then the new one"_s});
    if (to.map.draft)
        refuse({u"是草稿。更正说明须依据定稿，请先导出定稿"_s, u"is a draft: a statement rests on a final PDF, write that first"_s});
}

/// The same for the same two revisions, and never the dossier's own.
QUuid statementId(const Revision& from, const Revision& to)
{
    return QUuid::createUuidV5(to.dossier.id, u"correction %1 %2"_s.arg(from.dossier.revision).arg(to.dossier.revision));
}

QByteArray dataOf(const Revision& from, const Revision& to, const QList<Correction>& corrections)
{
    QJsonArray array;
    for (const Correction& correction : corrections)
        array.append(QJsonObject{{u"place"_s, correction.place}, {u"was"_s, correction.was}, {u"now"_s, correction.now}});
    const auto revision = [](const Revision& of) {
        return QJsonObject{{u"revision"_s, of.dossier.revision}, {u"fingerprint"_s, QString::fromLatin1(of.map.fingerprint.toHex())}};
    };
    return canonicalJson({{u"dossier"_s, to.dossier.id.toString(QUuid::WithoutBraces)},
                          {u"from"_s, revision(from)},
                          {u"to"_s, revision(to)},
                          {u"corrections"_s, array}});
}

} // namespace

WrittenCorrection writeCorrection(const QString& fromPath, const QString& toPath, const QString& out)
{
    const Revision from(fromPath), to(toPath);
    requireComparable(from, to, toPath);
    const CallPack pack = builtInCallPack(to.dossier.callId);
    WrittenCorrection written;
    written.corrections = correctionsBetween(from.dossier, to.dossier, pack, divisionName);
    written.pages = comparePages(from.map, to.map);
    if (written.corrections.isEmpty())
        throw Error(ErrorCode::Unsupported,
                    LocalizedText{u"“%1”与前一稿内容相同，不需要更正说明。"_s, u"“%1” says the same as the earlier revision; no statement is needed."_s}
                        .arg(toPath),
                    toPath);
    const DossierSummary summary = summaryOf(to.dossier, pack);
    const QUuid id = statementId(from, to);
    TextShaper shaper(fontsOf(pack));
    const Paper paper = layoutCorrection({pack, id, to.dossier.id, from.dossier.revision, to.dossier.revision, to.map.fingerprint,
                                          summary.applicant, summary.title, written.corrections},
                                         shaper);
    written.statementPages = int(paper.pages.size());
    AssemblyPlan plan;
    plan.skeleton = drawPaper(paper, shaper);
    plan.signatureFields = paper.signatureFields;
    plan.bookmarks = paper.bookmarks;
    const PageMap map{u"correction"_s, id, to.dossier.revision, to.map.fingerprint, pack.id, false, mappedPages(paper)};
    plan.embeddedFiles << EmbeddedFilePlan{u"correction.json"_s, "application/json", u"更正数据"_s, "Source",
                                           dataOf(from, to, written.corrections), {}}
                       << EmbeddedFilePlan{pageMapName(), "application/json", u"页面清单"_s, "Data", pageMapJson(map), {}};
    plan.title = correctionTitle(pack) + u"　" + summary.title;
    plan.author = summary.applicant;
    plan.subject = pack.official;
    plan.keywords = u"juanzong correction"_s;
    assemblePdf(plan, out);
    return written;
}

QJsonObject toJson(const WrittenCorrection& written, const QString& out)
{
    QJsonArray corrections, pages;
    for (const Correction& correction : written.corrections)
        corrections.append(QJsonObject{{u"place"_s, correction.place}, {u"was"_s, correction.was}, {u"now"_s, correction.now}});
    for (const PageChange& page : written.pages)
        pages.append(QJsonObject{{u"page"_s, page.page},
                                 {u"before"_s, page.before > 0 ? QJsonValue(page.before) : QJsonValue()},
                                 {u"good"_s, page.staysGood()},
                                 {u"signAnew"_s, QJsonArray::fromStringList(page.signAnew)}});
    return {{u"out"_s, out}, {u"corrections"_s, corrections}, {u"pages"_s, pages}};
}

} // namespace jz
