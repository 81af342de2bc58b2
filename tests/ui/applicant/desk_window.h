// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/windows.h"
#include "ui/applicant/applicant_desk.h"
#include "ui/applicant/entry_list.h"
#include "ui/desk/message_bar.h"

namespace jz::test {

/// The applicant's desk in a window with a message bar, on a new dossier or a sample.
class DeskWindow : public DeskFixture
{
public:
    DeskWindow();
    ~DeskWindow();

    /// Opens a dossier; a new one when the id is null.
    void open(const QUuid& id = {});
    /// Closes everything and opens the same dossier again, as a restart does.
    void reopen();

    ui::ApplicantDesk& desk() { return *m_desk; }
    ui::DossierSession& session() { return m_desk->session(); }
    ui::MessageBar& bar() { return *m_bar; }
    QWidget& window() { return *m_window; }
    ui::EntryList& list(const QString& name) { return find<ui::EntryList>(*m_desk, name); }

    /// Presses the button of a panel.
    void openPanel(const QString& id);
    /// Fills in a text field through its editor.
    void fill(const QString& field, const QString& text);
    /// The field that has the focus.
    QString focusedField() const;
    /// Clicks an entry of a list; fails the test when it is not seen.
    void clickEntry(ui::EntryList& list, const QString& key);
    /// Clicks the button of that number (from 0) in the message bar.
    void clickMessageAction(int number = 0);
    /// The first entry whose title, text or note has these words in it; its key is empty when there is none.
    static ui::Entry entryWith(const ui::EntryList& list, const QString& words);

private:
    QUuid m_id;
    std::unique_ptr<QWidget> m_window;
    ui::MessageBar* m_bar = nullptr;
    ui::ApplicantDesk* m_desk = nullptr;
};

} // namespace jz::test
