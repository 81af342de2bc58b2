// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/fix_list.h"
#include "ui/form/form_view.h"

namespace jz::ui {

/// The fix list (修改清单) of the dossier on a desk: reads it, locks the fields that no note names, shows the notes above the fields they are
/// about, and does what panel and notes ask for. Whoever shows it hears from changed().
class FixDesk : public QObject
{
    Q_OBJECT

public:
    /// `form` gets the notes; `desk` is where errors are said and dialogs stand.
    FixDesk(DossierSession& session, FormView& form, QWidget* desk);

    const FixList& list() const { return m_list; }
    /// Whether something can still be done about the notes.
    bool isActive() const { return !m_list.isEmpty() && m_session.canEdit(); }

    /// Numbers of notes count from 0 over the whole list.
    void accept(int number);
    void markDone(int number);
    void reopen(int number);
    /// Asks for the words of the answer.
    void answer(int number);
    /// Opens a field that no note names, or all (`*`).
    void unlock(const QString& field);
    /// Shows what was changed since the returned revision and, when that is wanted, exports the next one for review. Nothing when the user
    /// thinks better of it.
    void sendAgain();

Q_SIGNALS:
    void changed();
    /// The next revision went out as this file.
    void sent(const QString& path);

private:
    /// Shows what was changed since the returned revision, with the notes that nobody dealt with; true when it may go out. What
    /// DossierSession::mayGoOut() asks.
    bool showChanges();
    void refresh();
    void follow(const QList<Address>& places);
    void showNotes(const FixList& before);
    void showNotesOf(FieldFrame& frame);
    QString proposedName() const;
    bool isNumber(int number) const { return number >= 0 && number < m_list.items.size(); }

    DossierSession& m_session;
    FormView& m_form;
    QWidget* m_desk;
    FixList m_list;
    bool m_couldEdit = false;
};

} // namespace jz::ui
