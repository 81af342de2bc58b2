// SPDX-License-Identifier: Apache-2.0
#include "tests/support/boost_test.h"
#include "tests/ui/applicant/desk_window.h"

#include <QAction>
#include <QCheckBox>
#include <QDateEdit>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct Desk : DeskWindow
{
    Desk()
    {
        open();
        desk().form().goTo({Address::Part::Value, u"address"_s, {}, {}});
        openPanel(u"notes"_s);
    }
    ui::EntryList& notes() { return list(u"notesList"_s); }

    /// Fills in the dialog for a to-do and keeps it.
    void willWrite(const QString& words, const QString& who, const QDate& due)
    {
        dialogs.willRun([=](QDialog& dialog) {
            find<QPlainTextEdit>(dialog, u"noteText"_s).setPlainText(words);
            find<QCheckBox>(dialog, u"noteTodo"_s).setChecked(true);
            find<QLineEdit>(dialog, u"noteWho"_s).setText(who);
            find<QCheckBox>(dialog, u"noteHasDue"_s).setChecked(due.isValid());
            if (due.isValid())
                find<QDateEdit>(dialog, u"noteDue"_s).setDate(due);
            return true;
        });
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(notes_panel)

BOOST_FIXTURE_TEST_CASE(a_todo_says_what_who_and_when_and_is_there_after_a_restart, Desk)
{
    willWrite(u"缺合作协议"_s, u"李四"_s, QDate(2099, 5, 10));
    click(find<QPushButton>(desk(), u"addFieldNote"_s));
    BOOST_TEST(find<QAction>(desk(), u"panel_notes"_s).text() == u"备注 1"_s);
    reopen();
    openPanel(u"notes"_s);
    const ui::Entry entry = entryWith(notes(), u"缺合作协议"_s);
    BOOST_TEST(entry.title == u"通讯地址"_s);
    BOOST_TEST(entry.note.contains(u"李四"_s));
    BOOST_TEST(entry.note.contains(u"2099-05-10"_s));
    BOOST_TEST(entry.icon == u"todo"_s);
}

BOOST_FIXTURE_TEST_CASE(overdue_todos_are_marked_and_the_earliest_comes_first, Desk)
{
    willWrite(u"以后"_s, {}, QDate(2099, 1, 1));
    click(find<QPushButton>(desk(), u"addDossierNote"_s));
    willWrite(u"早该办了"_s, {}, QDate(2020, 1, 1));
    click(find<QPushButton>(desk(), u"addDossierNote"_s));
    const ui::Entry late = entryWith(notes(), u"早该办了"_s);
    BOOST_TEST(late.icon == u"warning"_s);
    BOOST_TEST(late.note.contains(u"逾期"_s));
    BOOST_TEST(notes().shownKeys().at(1) == late.key);
}

BOOST_FIXTURE_TEST_CASE(space_marks_it_done_and_it_moves_to_the_done_ones, Desk)
{
    willWrite(u"缺证照"_s, {}, {});
    click(find<QPushButton>(desk(), u"addFieldNote"_s));
    notes().setFocus();
    press(window(), Qt::Key_Space);
    BOOST_TEST(entryWith(notes(), u"缺证照"_s).struck);
    BOOST_TEST(find<QAction>(desk(), u"panel_notes"_s).text() == u"备注"_s);
}

BOOST_FIXTURE_TEST_CASE(a_removed_note_can_be_brought_back, Desk)
{
    willWrite(u"要留着"_s, {}, {});
    click(find<QPushButton>(desk(), u"addFieldNote"_s));
    click(find<QPushButton>(desk(), u"removeNote"_s));
    BOOST_TEST(notes().entries().isEmpty());
    clickMessageAction();
    BOOST_TEST(!entryWith(notes(), u"要留着"_s).key.isEmpty());
}

BOOST_FIXTURE_TEST_CASE(the_menu_of_a_field_adds_a_note_to_it, Desk)
{
    willWrite(u"请核对"_s, {}, {});
    find<QAction>(desk(), u"note_org_name"_s).trigger();
    const ui::Entry entry = entryWith(notes(), u"请核对"_s);
    BOOST_TEST(entry.title == session().pack().field(u"org_name"_s)->label);
    clickEntry(notes(), entry.key);
    BOOST_TEST(focusedField() == u"org_name"_s);
}

BOOST_FIXTURE_TEST_CASE(the_panel_says_that_notes_do_not_leave, Desk)
{
    BOOST_TEST(find<QLabel>(desk(), u"notesStay"_s).text().contains(u"不会写进"_s));
}

BOOST_AUTO_TEST_SUITE_END()
