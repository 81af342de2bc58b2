// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/error.h"
#include "model/dossier/journal.h"
#include "model/dossier/undo_list.h"

#include <QObject>

#include <functional>

namespace jz {

/// A dossier as it was read from its journal: where editing goes on.
struct StoredDossier
{
    Dossier dossier;
    DossierState state = DossierState::Draft;
    int steps = 0;    ///< number of the last step
    int snapshot = 0; ///< the step after which the last snapshot was taken
    UndoList undo;
};

/// One dossier being edited. Every edit is applied in memory at once, which cannot fail, and written to the
/// journal before apply() returns. When that fails the edit stays in memory and in the list of what is not
/// stored; notStored() tells why, and retry() or the next edit tries again: a typed word is never taken back.
///
/// Lives in one thread. The journal must outlive it.
class DossierEditor : public QObject
{
    Q_OBJECT

public:
    /// How an edit came about: typing in one place may grow into one step.
    enum class Manner { Whole, Typing };
    using Clock = std::function<QDateTime()>;

    DossierEditor(StoredDossier stored, Journal& journal, QObject* parent = nullptr);

    const Dossier& dossier() const { return m_dossier; }
    DossierState state() const { return m_state; }
    bool canEdit() const { return m_state == DossierState::Draft; }
    int lastStep() const { return m_lastStep; }

    /// Who acts and where (Step::person, Step::via) from now on.
    void setPerson(qint64 person, const QString& via);
    void setClock(Clock clock) { m_clock = std::move(clock); }

    /// Applies an edit as one step; no changes, no step. Only while canEdit(). With Manner::Typing a single change
    /// of the place typed in last grows the last step, until leaveField() or 3 s without a key. A row that was made by typing
    /// grows with what is typed into its cells.
    void apply(const Changes& changes, Manner manner = Manner::Whole);
    /// The next typing begins a step of its own.
    void leaveField() { m_typing = {}; }

    bool canUndo() const { return canEdit() && m_undo.toUndo() != 0; }
    bool canRedo() const { return canEdit() && m_undo.toRedo() != 0; }
    /// Takes the last step back (brings it back). Throws Error when it cannot be read; nothing is changed then.
    void undo() { takeBack(m_undo.toUndo()); }
    void redo() { takeBack(m_undo.toRedo()); }

    /// Moves the dossier to the state that `kind` leads to; `changes` come with it. Undo stops here. Throws
    /// Error Unsupported, naming the state, when it is not possible now, and Error of the journal: then nothing
    /// has changed.
    void moveOn(StepKind kind, const Changes& changes = {}, const QJsonObject& detail = {});
    /// Begins the draft of the next revision, whose parent is `fingerprint`. Throws as moveOn().
    void revise(const QByteArray& fingerprint);

    /// Whether all is in the database.
    bool isStored() const { return m_unstored.isEmpty(); }
    /// Why not; only while !isStored().
    const Error& whyNotStored() const { return *m_failure; }
    /// Tries to store what is not stored; true when all is.
    bool retry();

Q_SIGNALS:
    /// These places have other values now (by typing, undo, merging, …).
    void changed(const QList<jz::Address>& places);
    void stateChanged(jz::DossierState state);
    /// All edits are in the database.
    void stored();
    /// Some are not; whyNotStored() says why.
    void notStored();

private:
    struct Typing
    {
        Address place;
        QDateTime at;
        int step = 0;
    };

    Step nextStep(StepKind kind, Changes changes, int undoes = 0) const;
    bool grows(const Changes& changes) const;
    Change grown(const Change& change) const;
    void growLastStep(const Change& change);
    void keep(Step step);
    void keepSnapshot();
    void takeBack(int step);
    Changes changesOf(int step) const;
    void tell(const Changes& changes);

    Dossier m_dossier;
    DossierState m_state;
    int m_lastStep;
    int m_lastSnapshot;
    UndoList m_undo;
    Journal& m_journal;
    qint64 m_person = 0;
    QString m_via;
    Clock m_clock;
    Typing m_typing;
    QList<Step> m_unstored;
    std::optional<Error> m_failure;
};

} // namespace jz
