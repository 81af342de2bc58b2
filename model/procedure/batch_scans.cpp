// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/batch_scans.h"

#include "model/print/page_code.h"

#include <algorithm>

namespace jz {

namespace {

/// The short ids that the codes on a sheet name.
QStringList idsOn(const ScannedSheet& sheet)
{
    QStringList ids;
    for (const ScannedCode& code : sheet.codes)
        if (const std::optional<PageCode> page = parsePageCode(code.text))
            ids << page->shortId;
    return ids;
}

} // namespace

QList<ScannedSheet> sheetsOf(const QUuid& dossier, const QList<ScannedSheet>& sheets)
{
    QList<ScannedSheet> own;
    for (const ScannedSheet& sheet : sheets)
        if (idsOn(sheet).contains(shortId(dossier)))
            own << sheet;
    return own;
}

InkProblems strayScans(const QList<ScannedSheet>& sheets, const BatchView& view)
{
    QSet<QString> known;
    for (const Candidate& each : view.candidates)
        known.insert(shortId(each.dossier));
    InkProblems problems;
    for (const ScannedSheet& sheet : sheets) {
        const QStringList ids = idsOn(sheet);
        if (!sheet.failure.isEmpty())
            problems << InkProblem{ink::pageUnreadable, 0, sheet.where, {}, sheet.failure};
        else if (ids.isEmpty())
            problems << InkProblem{ink::codeMissing, 0, sheet.where, {}};
        else if (std::none_of(ids.begin(), ids.end(), [&](const QString& id) { return known.contains(id); }))
            problems << InkProblem{ink::pageForeign, 0, sheet.where, ids.first()};
    }
    return problems;
}

} // namespace jz
