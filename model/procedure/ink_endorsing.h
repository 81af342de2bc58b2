// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/endorsing.h"
#include "model/procedure/scan_intake.h"

namespace jz {

/// The signature pages of a batch as one print job.
struct SealJob
{
    struct Entry
    {
        QUuid dossier;
        QString title;
        QString applicant;
        QList<int> pages; ///< of the dossier, that bear the recommending body's signature and seal
        int first = 0;    ///< where the first stands in the job, 1-based
    };
    QList<Entry> entries; ///< in ranking order
    int pages = 0;        ///< of the job, the list in front among them
    QList<EndorsedDossier> refused; ///< left out, with the reason
};

/// Writes a PDF to be printed: a list for the keeper of the seal (用印清单), then the pages of section 七 of the dossiers asked for, or of all that are
/// recommended, in ranking order, as they stand in the papers in force. What cannot be endorsed now is left out and named. `out` appears whole
/// or not at all. Throws Error as candidatesToEndorse() and assemblePdf(); Usage when nothing is left.
SealJob writeSealJob(Workspace& workspace, qint64 batch, const QList<QUuid>& dossiers, const QString& out);

/// Scans of signed and sealed pages of several dossiers, to be taken in at once.
struct InkIntake
{
    QStringList scans;               ///< files in any order
    QList<ScannedSheet> sheets = {}; ///< pages that were read already, with what a person said of them
    QString body;                    ///< a joint body; empty: the body that the batch is of
    std::optional<Identity> deliveryKey;
    qint64 person = 0;
};

/// What became of one dossier.
struct InkEndorsed
{
    QUuid dossier;
    QString title;
    bool endorsed = false;   ///< its signature paper is kept; false: pages are missing, or it cannot be endorsed
    bool touched = false;    ///< one of its pages was among the scans
    QList<TakenPage> pages;
    InkProblems problems;    ///< about its pages
    Findings findings;       ///< why it cannot be endorsed
};

struct InkEndorsement
{
    QList<InkEndorsed> dossiers; ///< those recommended, and others whose pages came, in ranking order
    InkProblems problems;        ///< about scans of no dossier here: without code, unreadable, foreign
};

/// Sorts the scans by the codes on them and makes a signature paper (签章件) for each dossier whose pages are all there; the others are named with what
/// they lack, and lose nothing. A page that was signed for other content of the dossier is outdated, even where the page itself reads the same. A
/// dossier's paper is kept before the next is begun. Scans of pages that are signed for the content in force already are taken anew: the later one
/// counts.
///
/// Throws Cancelled when `control` cancels (what was kept stays), Error as readSheets() and writeSignaturePaper().
/// What takes long is done by `aside`, on whose thread `control` is called.
InkEndorsement endorseByInk(Workspace& workspace, qint64 batch, const InkIntake& intake, const ScanReader& reader = ScanReader(), const WorkControl& control = {},
                            const Aside& aside = runHere);

/// The pages of a dossier that bear the recommending body's signature, 1-based.
QList<int> pagesToEndorse(const PageMap& map);

} // namespace jz
