// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/paper_examination.h"
#include "model/recommendation/ranking_sheet.h"

#include <QJsonArray>

namespace jz {

/// A dossier of a bundle beside its line on the ranking sheet.
struct SheetedPaper
{
    int rank = 0;            ///< 1 for the first; 0: not on the sheet
    const BatchPaper* paper = nullptr;
    Findings findings;
    QJsonArray endorsed;     ///< as Submission::endorsed
    QList<const BatchPaper*> signaturePapers; ///< those found, of ink
};

/// What a ranking sheet says held against what came with it.
struct RankingCheck
{
    QList<SheetedPaper> dossiers; ///< in the order of the sheet; those that are not on it last
    Findings findings;            ///< of the bundle: `intake.missing`, `intake.unreadable`
};

/// Holds a ranking sheet against the files of its bundle. `prefix` stands before the names of the files. Nothing is read: the papers were examined. Linear.
///
/// Findings of a dossier, all errors: `intake.extra` (not on the sheet), `intake.content-changed` (another content than the sheet's), `intake.file-changed` (the
/// content is the same, the file is not), `intake.not-final` (a draft), `intake.unit-signature` (the unit's signature that the sheet names is not there),
/// `intake.not-endorsed` (the sheet names no signature of the body), `intake.signature-missing`, `intake.signature-broken` (a certificate of the sheet signed nothing,
/// or what it signed was changed), `intake.signature-paper-missing`, `intake.signature-paper-changed`, `intake.signature-paper-elsewhere` (签章件: not there, another
/// file, of another dossier, revision, content or body).
RankingCheck checkAgainst(const RankingSheet& sheet, const QList<BatchPaper>& papers, const QString& prefix);

} // namespace jz
