// SPDX-License-Identifier: Apache-2.0
// The expert's side of a review: a panel bundle is opened, answered, scored, finished, removed.
#pragma once

#include "model/review/panel.h"
#include "model/review/score_sheet.h"
#include "model/signature/identity.h"
#include "model/signature/passphrase.h"
#include "model/workspace/workspace.h"

#include <optional>

namespace jz {

/// A panel as it stands on an expert's laptop. The papers lie in `panels/` of the workspace, apart from all else, so that they can be removed and
/// no backup takes them along.
class ExpertPanel
{
public:
    /// Opens a bundle: the letter and every paper are compared with what the letter says. All is taken in or nothing; a bundle that was opened
    /// before is laid ready again and nothing entered is lost. What was entered for the same papers under an earlier number of the same round is taken over.
    /// Throws Error as BundleReader, readPanelLetter(); WrongPassphrase; Malformed (papers missing or others); Unsupported (no letter inside, a call not installed or
    /// in another form).
    static ExpertPanel open(Workspace& workspace, const QString& bundle, const Passphrase* passphrase);
    /// One that was opened before; the only one when `number` is empty. Throws Error NotFound, Usage (several).
    ExpertPanel(Workspace& workspace, const QString& number);

    const Panel& panel() const { return m_panel; }
    const CallPack& pack() const { return m_pack; }
    const OpenedPanel& record() const { return m_record; }
    Rubric rubric(const PanelDossier& dossier) const;
    bool isAccepted() const { return m_record.answer == u"accepted"; }

    /// Accepts: the promise is made, and conflicts declared (reasons by number). Throws Error Usage for a number that there is none of or a reason left out.
    void accept(const QMap<int, QString>& conflicts, QDate day);
    /// Declines; the papers are removed.
    void decline(const QString& reason, QDate day);

    /// The dossier of that number. Throws Error Usage.
    const PanelDossier& dossier(int number) const;
    /// What was entered on all dossiers, in the order of the panel. From here on everything throws Error Usage before the panel was accepted.
    QList<DossierScores> scores() const;
    PanelEntry entry(const PanelDossier& dossier) const;
    void keep(const QList<PanelEntry>& entries);
    void rank(const QList<int>& numbers);
    /// Where the paper lies. Throws Error NotFound when it was removed, Usage when the dossier is void.
    QString paper(const PanelDossier& dossier) const;
    bool hasPapers() const;

    /// Places in the panel's list, as they are presented.
    QList<qsizetype> order() const;
    /// The sheet as it would be sent now, with its version: that of the last one when nothing changed since.
    ScoreSheet sheet(QDate day) const;
    /// The last version that was finished; 0 for none.
    int finishedVersion() const;
    /// Writes the sheet, signed with an identity when one is given, and keeps it. There must be no gaps. Throws Error Usage (unanswered), and those of writeScoreSheet() and signPaper().
    ScoreSheet finish(const QString& out, const Identity& deliveryKey, const std::optional<Identity>& certificate, QDate day);
    /// Removes the papers from this laptop; entries and sheets stay.
    void removePapers();

private:
    ExpertPanel(Workspace& workspace, const OpenedPanel& record);
    void requireAccepted() const;
    QString folder() const;
    int lastVersion() const; ///< under any number that the expert had in this round: the office takes a later one only

    Workspace& m_workspace;
    OpenedPanel m_record;
    Panel m_panel;
    const CallPack& m_pack;
};

/// What stands on the screen and the sheet, from what was entered.
DossierScores scoresOf(const PanelEntry& entry, const PanelDossier& dossier);

} // namespace jz
