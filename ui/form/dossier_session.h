// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/open_dossier.h"
#include "model/procedure/supplement_intake.h"
#include "ui/desk/dialogs.h"
#include "ui/form/attaching.h"
#include "ui/form/file_watch.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace jz::ui {

/// How safe what was typed is.
struct Safety
{
    enum class Kind {
        OnDisk,    ///< 已保存: would outlive a power cut
        Committed, ///< in the database: would outlive a crash of the program; on the disk within a second
        NotStored, ///< only in memory: `why` says what is wrong
    };
    Kind kind = Kind::OnDisk;
    QDateTime at;      ///< local time of the last time all was on the disk
    LocalizedText why;
};

/// One dossier open on a desk, as everything on that desk sees it: its values, what the rules find in them, how safe they are.
/// Form, panels and menus all work through this and hear of changes from it; none talks to another. Findings are up to date
/// when changed() is emitted: checking takes well under a millisecond.
///
/// Lives in the windows' thread. Workspace and dialogs must outlive it.
class DossierSession : public QObject
{
    Q_OBJECT

public:
    /// Throws Error as OpenDossier. Files come in through `attaching`, which outlives the session; without one through its own.
    DossierSession(Workspace& workspace, const QUuid& id, Dialogs& dialogs, QObject* parent = nullptr, Attaching* attaching = nullptr);
    ~DossierSession() override;

    Workspace& workspace() { return m_workspace; }
    Dialogs& dialogs() { return m_dialogs; }
    OpenDossier& open() { return m_open; }
    DossierEditor& editor() { return m_open.editor(); }
    const DossierEditor& editor() const { return const_cast<OpenDossier&>(m_open).editor(); }
    const CallPack& pack() const { return m_open.pack(); }
    /// The facts of the call as they are for this dossier: with the notice of its recommending body, where one was taken over.
    const LocalFacts& local() const { return m_local; }
    /// A notice was taken over or off.
    void renewLocal();
    const Dossier& dossier() const { return editor().dossier(); }
    const ReferenceData& reference() const { return builtInReferenceData(); }

    /// Draft, and the workspace is ours to write to.
    bool canEdit() const { return !m_workspace.isReadOnly() && editor().canEdit(); }
    /// The same of one field, which can be locked on its own.
    bool canEdit(const QString& field) const { return canEdit() && !(m_isLocked && m_isLocked(field)); }
    /// Which fields are locked in the form though the dossier is a draft; none at first. What else is done to them (undo, merging) goes
    /// on.
    void setLock(std::function<bool(const QString& field)> isLocked);
    /// To be asked before this revision goes out for review, wherever that is done: false when the user thinks better of it.
    bool mayGoOut() const { return !m_beforeGoingOut || m_beforeGoingOut(); }
    /// Who has something to show then; null for nobody.
    void setBeforeGoingOut(std::function<bool()> ask) { m_beforeGoingOut = std::move(ask); }
    /// Applies an edit when canEdit(); no changes, no edit.
    void apply(const Changes& changes, DossierEditor::Manner manner = DossierEditor::Manner::Whole);
    /// Takes the last edit back (brings it back) and shows where that was. Throws Error as DossierEditor.
    void undo();
    void redo();

    /// As OpenDossier::findings() had them last: what finalising would go by.
    const Findings& findings() const { return m_findings; }
    Findings findingsOf(const QString& field) const;
    /// The worst severity of the findings of a field; none when it has none.
    std::optional<Severity> worstOf(const QString& field) const;

    /// Whether a finding says no more than that something required is not filled in yet (尚未填写).
    bool saysNotFilledIn(const Finding& finding) const { return m_emptyRules.contains(finding.rule); }
    /// Whether a finding only tells that something is not filled in yet, in a field where the user has not been: nothing was done
    /// wrong, so it is said calmly. Not any more once he was there, or asked what is missing.
    bool isStillToCome(const Finding& finding) const;
    /// The user has been in a field and left it.
    void noteVisit(const QString& field);
    /// The user asked for the check (opened the list of findings, went to the next one, wants to finalise).
    void noteCheck();

    /// What is known of the attached files.
    FileWatch& files() { return *m_files; }

    /// Files on their way into this dossier.
    Attaching& attaching() { return *m_attaching; }

    const Safety& safety() const { return m_safety; }
    /// Everything on the disk when this returns. Throws Error when it is not.
    void settle();
    /// Writes the dossier as it is in memory, what could not be stored too, as a draft copy (PDF) to another place; the
    /// workspace has no part in it. Throws Error as writeDossier().
    WrittenDossier saveElsewhere(const QString& path) const;

Q_SIGNALS:
    /// These places have other values now; findings() is up to date.
    void changed(const QList<jz::Address>& places);
    /// findings() is another list than before, or some of it is not to come any more. Comes after changed().
    void findingsChanged();
    /// local() says something else than before.
    void localChanged();
    void safetyChanged();
    /// Draft, for review, final …; undo and redo too may be possible or not any more.
    void stateChanged();
    /// Other fields are locked than before.
    void lockChanged();
    /// Somebody wants to see a place: the form goes there and takes the focus. See show().
    void placeWanted(const jz::Address& place);

public:
    /// Asks the form to go to a place, or to where a finding is.
    void show(const Address& place) { Q_EMIT placeWanted(place); }
    void show(const Finding& finding) { Q_EMIT placeWanted(placeOf(finding)); }
    /// The address that a finding is about: rows are named by their ids, those of a list of texts by their index.
    Address placeOf(const Finding& finding) const;

private:
    void takeBack(void (DossierEditor::*act)());
    void follow(const QList<Address>& places);
    void watchFiles();
    bool takeFindings();
    void followDisk(const std::optional<Error>& error);
    void setSafety(Safety::Kind kind, const LocalizedText& why = {});

    Workspace& m_workspace;
    Dialogs& m_dialogs;
    OpenDossier m_open;
    FileWatch* m_files;
    std::unique_ptr<Attaching> m_ownAttaching;
    Attaching* m_attaching;
    LocalFacts m_local;
    Findings m_findings;
    QSet<QString> m_emptyRules; ///< the rules that tell of empty fields
    QSet<QString> m_visited;
    bool m_checked = false;
    QList<Address> m_lastPlaces; ///< what the last edit changed
    Safety m_safety;
    std::function<bool(const QString& field)> m_isLocked;
    std::function<bool()> m_beforeGoingOut;
    QTimer m_retry; ///< tries again what could not be stored
};

} // namespace jz::ui
