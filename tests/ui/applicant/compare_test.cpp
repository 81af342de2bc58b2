// SPDX-License-Identifier: Apache-2.0
#include "tests/support/boost_test.h"
#include "tests/ui/applicant/desk_window.h"
#include "ui/applicant/comparison_table.h"

#include "model/dossier/edits.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QPushButton>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct Desk : DeskWindow
{
    Desk()
    {
        open(sampleDossier(u"sample-values.json"_s));
        session().open().exportPaper(folder.file(u"副本.pdf"_s), ExportKind::Copy);
        before = session().dossier().text(u"address"_s);
        session().open().fillIn(u"address"_s, u"新的地址"_s);
    }
    void compare() { find<QAction>(desk(), u"compare"_s).trigger(); }

    QString before;
};

ui::ComparisonTable& table(QDialog& dialog)
{
    return find<ui::ComparisonTable>(dialog, u"compareTable"_s);
}

} // namespace

BOOST_AUTO_TEST_SUITE(compare_dialog)

BOOST_FIXTURE_TEST_CASE(now_is_compared_with_the_newest_kept_revision_field_by_field, Desk)
{
    dialogs.willRun([&](QDialog& dialog) {
        BOOST_TEST(table(dialog).rowCount() == 1);
        BOOST_TEST(table(dialog).item(0, 0)->text() == session().pack().field(u"address"_s)->label);
        BOOST_TEST(table(dialog).item(0, 1)->text() == before);
        BOOST_TEST(table(dialog).item(0, 2)->text() == u"新的地址"_s);
        BOOST_TEST(find<QLabel>(dialog, u"compareSummary"_s).text() == u"1 处不同"_s);
        return false;
    });
    compare();
}

BOOST_FIXTURE_TEST_CASE(going_to_the_field_closes_the_comparison, Desk)
{
    dialogs.willRun([&](QDialog& dialog) {
        table(dialog).setFocus();
        press(dialog, Qt::Key_Return);
        return dialog.result() == QDialog::Accepted;
    });
    compare();
    BOOST_TEST(focusedField() == u"address"_s);
}

BOOST_FIXTURE_TEST_CASE(what_was_is_brought_back_place_by_place, Desk)
{
    dialogs.willRun([&](QDialog& dialog) {
        click(find<QPushButton>(dialog, u"compareRestore"_s));
        BOOST_TEST(table(dialog).rowCount() == 0);
        return false;
    });
    compare();
    BOOST_TEST(session().dossier().text(u"address"_s) == before);
    find<QAction>(desk(), u"undo"_s).trigger();
    BOOST_TEST(session().dossier().text(u"address"_s) == u"新的地址"_s);
}

BOOST_FIXTURE_TEST_CASE(a_file_is_compared_too, Desk)
{
    dialogs.willOpen({folder.file(u"副本.pdf"_s)});
    dialogs.willRun([&](QDialog& dialog) {
        auto& from = find<QComboBox>(dialog, u"compareFrom"_s);
        from.setCurrentIndex(from.count() - 1);
        Q_EMIT from.activated(from.count() - 1);
        BOOST_TEST(from.currentText() == u"副本.pdf"_s);
        BOOST_TEST(table(dialog).rowCount() == 1);
        return false;
    });
    compare();
}

BOOST_FIXTURE_TEST_CASE(a_step_of_the_history_is_compared_with_now, Desk)
{
    session().open().fillIn(u"contact_name"_s, u"赵六"_s);
    openPanel(u"history"_s);
    list(u"historyList"_s).setCurrentKey(entryWith(list(u"historyList"_s), u"新的地址"_s).key);
    dialogs.willRun([&](QDialog& dialog) {
        BOOST_TEST(table(dialog).rowCount() == 1);
        BOOST_TEST(table(dialog).item(0, 2)->text() == u"赵六"_s);
        return false;
    });
    click(find<QPushButton>(desk(), u"compareSince"_s));
}

BOOST_AUTO_TEST_SUITE_END()
