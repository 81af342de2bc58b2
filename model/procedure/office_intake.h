// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/batch_check.h"
#include "model/recommendation/ranking_sheet.h"
#include "model/review/intake_view.h"
#include "model/workspace/workspace.h"

#include <QSet>

namespace jz {

/// What an office wants of the bundles (报送包) it receives.
struct IntakeOrder
{
    QString callId;
    TrustList trust;
    std::shared_ptr<const Passphrase> passphrase = {}; ///< opens encrypted ones; null: none was given
    QSet<QByteArray> known = {};                        ///< SHA-256 of bundles that came before: they are not looked at again
};

/// A bundle that was looked at.
struct ExaminedBundle
{
    QString name;              ///< the path given
    ReceivedBundle intake;     ///< without key, round, person and time; of a refused one without body
    RankingSheet sheet;
    QList<Submission> submissions;
    Findings findings;         ///< of the bundle
    QList<Findings> own;       ///< of each submission
    bool isRefused = true;     ///< it cannot be taken in: the findings say why
    bool isKnown = false;      ///< the same file came before
};

/// Looks at bundles as checkBatch() does, each file in a process of its own, and holds the ranking sheet against its dossiers (ranking_check.h). What is fit to be
/// kept is laid among the objects unless `objects` is null. Touches no database, so that it may run on any thread. What is wrong with one bundle never keeps
/// another one out. Linear.
///
/// Refused: `intake.not-a-bundle`, `intake.not-opened` (cut off, damaged, not there, passphrase), `intake.no-sheet`, `intake.sheet-altered`, `intake.several-sheets`,
/// `intake.other-call`. Findings of a bundle: those of RankingCheck, `bundle.…`, `batch.body`, `intake.body-kind` (warning: the sheet says another kind than the list).
///
/// Throws Cancelled; Error NotWritable when the workspace takes no more.
QList<ExaminedBundle> examineBundles(const QStringList& paths, const IntakeOrder& order, ObjectStore* objects, const PaperExaminer& examiner = PaperExaminer(),
                                     const WorkControl& control = {});

/// What became of a bundle.
struct TakenBundle
{
    enum class Outcome {
        Added,     ///< the first of its body
        Replaced,  ///< takes the place of an earlier sending, which is kept
        SameFile,  ///< the same bytes came before
        SameSending, ///< the same sending in another file, no better than the one that is here; not kept
        Earlier,   ///< a later sending of the body is here; not kept
        Diverging, ///< another content under the number of a sending that is here; not kept
        Refused,
    };
    ExaminedBundle bundle;
    Outcome outcome = Outcome::Refused;
    Findings findings; ///< of the bundle, and what stands against those that came before: `intake.same-file`, `intake.same-sending`, `intake.earlier`,
                       ///< `intake.diverging`, `intake.other-sender` (warning: the sheet was closed by someone else than the sending before)
};

/// What was taken in, and everything that is there then.
struct TakenIn
{
    QList<TakenBundle> bundles; ///< in the order given
    IntakeView view;
};

/// What is wanted of bundles for a review: asked on the workspace's own thread. Throws Error NotFound when its call is not installed.
IntakeOrder intakeOrder(Workspace& workspace, const ReviewRound& round);
/// The call of a review. Throws as intakeOrder().
const CallPack& roundPack(const ReviewRound& round);
/// Writes down what was examined, each bundle whole or not at all; on the workspace's own thread. With `dryRun` nothing is written, and the view is what it would be.
TakenIn takeInBundles(Workspace& workspace, const ReviewRound& round, const QList<ExaminedBundle>& examined, qint64 person, bool dryRun = false);

/// `added`, `replaced`, `same-file`, `same-sending`, `earlier`, `diverging`, `refused`: stable names.
QString outcomeName(TakenBundle::Outcome outcome);
LocalizedText outcomeWord(TakenBundle::Outcome outcome);

} // namespace jz
