// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/applicant/entry_list.h"
#include "ui/applicant/fix_desk.h"
#include "ui/applicant/side_panel.h"

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace jz::ui {

/// The fix list beside the form: from whom, by when, the letter, every note with what was done about it, and what comes next.
class FixPanel : public SidePanel
{
    Q_OBJECT

public:
    FixPanel(DossierSession& session, FixDesk& fixes, QWidget* parent);

    QString id() const override;
    QString title() const override;
    QString iconName() const override;
    /// Notes that nothing was done about.
    int count() const override { return m_fixes.list().open(); }

private:
    void build();
    QPushButton* button(const char* name, const QString& words, std::function<void()> run);
    void refresh();
    void showActions();
    Entry headOf(const KeptSlip& kept) const;
    Entry entryOf(int number) const;
    /// Number of the note that is chosen; -1 for none.
    int chosen() const;

    FixDesk& m_fixes;
    EntryList* m_list;
    QPushButton* m_accept = nullptr;
    QPushButton* m_done = nullptr;
    QPushButton* m_answer = nullptr;
    QPushButton* m_reopen = nullptr;
    QPushButton* m_unlock = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_send = nullptr;
};

} // namespace jz::ui
