// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/aside.h"
#include "model/base/parallel.h"
#include "model/review/panel.h"
#include "model/signature/identity.h"
#include "model/signature/passphrase.h"
#include "model/workspace/workspace.h"

#include <functional>
#include <optional>

namespace jz {

/// How panel bundles (评审包) of a round are to be made.
struct PanelOrder
{
    QString folder;              ///< where they go; made when it is not there
    QList<qint64> experts;       ///< whose; empty: all who have none in force for what they are assigned
    bool reviewCopies = false;   ///< printed anew without what the call withholds; otherwise the dossiers as signed
    bool paperForms = false;     ///< with a locked spreadsheet and a paper sheet to be filled in without the program
    QDate due;                   ///< invalid: none is set
    QDate day;                   ///< of making; invalid: today
    QString office;              ///< whom to ask, one line
    QString reason;              ///< why bundles in force are replaced; empty: the assignment changed
    const Passphrase* passphrase = nullptr; ///< of all bundles; null: one is made for each
    std::optional<Identity> deliveryKey;    ///< closes the letters; none: nothing is written, the bundles are planned
    qint64 person = 0;
};

/// A panel bundle of one expert.
struct MadePanel
{
    enum class Standing {
        Planned,
        Made,
        Kept, ///< the bundle in force has what is assigned
    };
    Standing standing = Standing::Planned;
    qint64 expert = 0;
    QString name;                ///< of the expert
    QString number;              ///< of the bundle; of a planned one what it would be
    QString replaced;            ///< number of the one that is revoked; empty for none
    QString file;                ///< full path; empty when nothing was written
    qint64 bytes = 0;
    QString passphrase;          ///< that was made for it: shown once, kept nowhere; empty when one was given
    Panel panel;                 ///< of a made one
    QStringList titles;          ///< of the dossiers
};

struct PanelExport
{
    QList<MadePanel> panels;
    Findings findings;           ///< `panel.no-expert`, `panel.no-dossier` (errors: that bundle was not made), `panel.look` (a review copy that a person has to look at)
};

/// Makes panel bundles of the assignment in force: a letter (评审任务书) with the panel's data, and the dossiers, in a bundle closed with a passphrase. Each
/// is written whole and then kept on record, its expert's earlier one revoked with it; a call that was interrupted is simply repeated.
/// `started` hears of each as it is begun. Throws Error Usage (no assignment; an expert without dossiers), NotWritable and those of writeReviewCopy() and writeBundle(); Cancelled.
PanelExport exportPanels(Workspace& workspace, const ReviewRound& round, const PanelOrder& order, const WorkControl& control = {}, const Aside& aside = runHere);

/// `planned`, `made`, `kept`: stable names.
QString standingName(MadePanel::Standing standing);

/// A bundle that got lost (遗失): it is revoked, and what was on it is told. Throws Error NotFound for a number that was never given, Usage when it
/// was revoked before.
PanelBundle losePanel(Workspace& workspace, const QString& number, const QString& reason);

} // namespace jz
