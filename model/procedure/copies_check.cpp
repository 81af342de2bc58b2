// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/copies_check.h"

#include "model/base/cancelled.h"
#include "model/procedure/batch_pack.h"
#include "model/procedure/batch_scans.h"
#include "model/procedure/final_paper.h"
#include "model/procedure/scan_intake.h"

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

ScannedCopy checked(const Candidate& candidate, const QString& paper, const QList<ScannedSheet>& sheets, bool everyPage)
{
    const PageMap map = readPageMap(paper);
    QList<int> required;
    for (int page = 1; everyPage && page <= map.pages.size(); ++page)
        if (map.pages.at(page - 1).isForm)
            required << page;
    const ScanMatching matching = matchScans(map, sheets, required);
    ScannedCopy copy{candidate.dossier, candidate.title, false, {}, matching.problems};
    const auto isEarlier = [](const InkProblem& problem) { return problem.code == ink::earlierRevision; };
    for (const MatchedPage& page : matching.pages) {
        copy.problems << page.problems;
        // One page that did not change says nothing about the others, when it was printed from an earlier revision.
        if (everyPage || std::none_of(page.problems.begin(), page.problems.end(), isEarlier))
            copy.pages << page.page;
    }
    if (copy.pages.isEmpty() && !everyPage)
        copy.problems << InkProblem{ink::pageMissing, 1, {}, {}};
    return copy;
}

} // namespace

bool ScannedCopy::matches() const
{
    // A page of another content is wrong here: the copy is not the one in the batch.
    const bool isWrong = hasError(problems) || std::any_of(problems.begin(), problems.end(), [](const InkProblem& each) { return each.code == ink::pageOutdated; });
    return !isWrong && !pages.isEmpty();
}

CopiesCheck checkCopies(Workspace& workspace, qint64 batch, const QStringList& scans, bool everyPage, const ScanReader& reader, const WorkControl& control)
{
    const QList<ScannedSheet> sheets = readSheets(scans, reader, control);
    if (control.isCancelled && control.isCancelled())
        throw Cancelled();
    return checkCopies(workspace, batch, sheets, everyPage);
}

CopiesCheck checkCopies(Workspace& workspace, qint64 batch, const QList<ScannedSheet>& sheets, bool everyPage)
{
    const BatchView view = batchView(workspace, batch, batchPack(workspace, batch));
    CopiesCheck check;
    const QList<const Candidate*> ranked = view.ranked();
    for (const Candidate* const each : ranked) {
        const QList<ScannedSheet> own = sheetsOf(each->dossier, sheets);
        if (own.isEmpty() && !view.isRecommended(each->dossier))
            continue;
        check.dossiers << checked(*each, workspace.objects().path(each->paper), own, everyPage);
        check.dossiers.last().recommended = view.isRecommended(each->dossier);
    }
    check.problems = strayScans(sheets, view);
    return check;
}

} // namespace jz
