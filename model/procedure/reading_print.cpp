// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/reading_print.h"

#include "model/dossier/dossier_json.h"
#include "model/dossier/dossier_summary.h"
#include "model/pdf/assemble.h"
#include "model/print/painter.h"
#include "model/print/reading_paper.h"
#include "model/reference/reference_data.h"

namespace jz {

using namespace Qt::StringLiterals;

WrittenReading writeReading(const Dossier& dossier, const CallPack& pack, const Dossier* before, const QDate& since, const QString& out)
{
    WrittenReading written;
    written.data = dossierJson(dossier);
    const QByteArray fingerprint = dossierFingerprint(written.data);
    ReadingContent content{{pack, dossier, {}, fingerprint, divisionName, false}, {}, before ? since : QDate()};
    if (before)
        content.changes = changesBetween(*before, dossier);
    TextShaper shaper(fontsOf(pack));
    const Paper paper = layoutReading(content, shaper);
    written.pages = int(paper.pages.size());
    written.changes = int(content.changes.size());
    const DossierSummary summary = summaryOf(dossier, pack);
    AssemblyPlan plan;
    plan.skeleton = drawPaper(paper, shaper);
    plan.bookmarks = paper.bookmarks;
    plan.title = summary.title;
    plan.subject = pack.official;
    plan.keywords = u"juanzong reading"_s;
    assemblePdf(plan, out);
    return written;
}

} // namespace jz
