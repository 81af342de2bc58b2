// SPDX-License-Identifier: Apache-2.0
#include "tests/support/boost_test.h"
#include "tests/ui/applicant/desk_window.h"
#include "ui/applicant/comparison_table.h"

#include "model/procedure/dossier_input.h"
#include "model/procedure/dossier_import.h"

#include <QAction>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QPushButton>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct Desk : DeskWindow
{
    Desk() { open(sampleDossier(u"sample-values.json"_s)); }

    void handOut()
    {
        dialogs.willSaveTo(folder.file(u"副本.pdf"_s));
        find<QAction>(desk(), u"handOutCopy"_s).trigger();
    }

    /// A colleague takes the copy in at his own desk, changes two fields and sends it back.
    void colleagueChanges(const QJsonObject& values)
    {
        Workspace theirs(folder.file(u"同事的资料库"_s));
        const qint64 person = theirs.operators().add(u"李四"_s, u"示例"_s).key;
        theirs.operators().setCurrent(person);
        Findings findings;
        const QUuid id = importDossier(theirs, folder.file(u"副本.pdf"_s), person, findings).id;
        OpenDossier copy(theirs, id, person, u"form"_s);
        copy.fillIn(values);
        copy.exportPaper(folder.file(u"改好的副本.pdf"_s), ExportKind::Copy);
    }

    void mergeBack()
    {
        dialogs.willOpen({folder.file(u"改好的副本.pdf"_s)});
        find<QAction>(desk(), u"mergeCopy"_s).trigger();
    }
};

ui::ComparisonTable& table(QDialog& dialog)
{
    return find<ui::ComparisonTable>(dialog, u"mergeTable"_s);
}

} // namespace

BOOST_AUTO_TEST_SUITE(merge_dialog)

BOOST_FIXTURE_TEST_CASE(a_copy_goes_out_and_comes_back_and_conflicts_come_first, Desk)
{
    handOut();
    BOOST_TEST(bar().message()->text.contains(u"副本.pdf"_s));
    colleagueChanges({{u"address"_s, u"同事的地址"_s}, {u"contact_name"_s, u"同事写的人"_s}});
    session().open().fillIn(u"contact_name"_s, u"我写的人"_s);
    dialogs.willRun([&](QDialog& dialog) {
        BOOST_TEST(table(dialog).rowCount() == 2);
        BOOST_TEST(table(dialog).item(0, 0)->text().contains(u"两边都改了"_s));
        BOOST_TEST(table(dialog).item(0, 2)->text() == u"我写的人"_s);
        BOOST_TEST(table(dialog).item(0, 3)->text() == u"同事写的人"_s);
        BOOST_TEST(table(dialog).chosen(0) == 2);
        BOOST_TEST(table(dialog).chosen(1) == 3);
        BOOST_TEST(find<QLabel>(dialog, u"mergeSummary"_s).text().contains(u"会有 1 处"_s));
        return true;
    });
    mergeBack();
    BOOST_TEST(session().dossier().text(u"address"_s) == u"同事的地址"_s);
    BOOST_TEST(session().dossier().text(u"contact_name"_s) == u"我写的人"_s);
    reopen();
    BOOST_TEST(session().dossier().text(u"address"_s) == u"同事的地址"_s);
}

BOOST_FIXTURE_TEST_CASE(the_choice_is_made_with_mouse_or_space_bar, Desk)
{
    handOut();
    colleagueChanges({{u"address"_s, u"同事的地址"_s}, {u"contact_name"_s, u"同事写的人"_s}});
    session().open().fillIn(u"contact_name"_s, u"我写的人"_s);
    const QString before = session().dossier().text(u"address"_s);
    dialogs.willRun([&](QDialog& dialog) {
        ui::ComparisonTable& choices = table(dialog);
        clickAt(*choices.viewport(), choices.visualItemRect(choices.item(0, 3)).center());
        BOOST_TEST(choices.chosen(0) == 3);
        choices.setFocus();
        choices.setCurrentCell(1, 2);
        press(dialog, Qt::Key_Space);
        BOOST_TEST(choices.chosen(1) == 2);
        return true;
    });
    mergeBack();
    BOOST_TEST(session().dossier().text(u"contact_name"_s) == u"同事写的人"_s);
    BOOST_TEST(session().dossier().text(u"address"_s) == before);
}

BOOST_FIXTURE_TEST_CASE(nothing_changes_when_it_is_not_merged_and_what_was_merged_can_be_brought_back, Desk)
{
    handOut();
    const QString before = session().dossier().text(u"address"_s);
    colleagueChanges({{u"address"_s, u"同事的地址"_s}});
    dialogs.willRun([](QDialog&) { return false; });
    mergeBack();
    BOOST_TEST(session().dossier().text(u"address"_s) == before);
    dialogs.willRun([](QDialog& dialog) {
        click(find<QPushButton>(dialog, u"mergeAllTheirs"_s));
        return true;
    });
    mergeBack();
    BOOST_TEST(session().dossier().text(u"address"_s) == u"同事的地址"_s);
    openPanel(u"history"_s);
    list(u"historyList"_s).setCurrentKey(entryWith(list(u"historyList"_s), u"同事的地址"_s).key);
    click(find<QPushButton>(desk(), u"restoreValue"_s));
    BOOST_TEST(session().dossier().text(u"address"_s) == before);
}

BOOST_FIXTURE_TEST_CASE(a_copy_of_which_nothing_is_kept_here_is_compared_side_by_side_and_keeps_mine, Desk)
{
    handOut();
    colleagueChanges({{u"address"_s, u"同事的地址"_s}, {u"contact_name"_s, u"同事写的人"_s}});
    const QString before = session().dossier().text(u"contact_name"_s);
    // As on a computer to which the dossier came by another way.
    workspace->database().run(u"DELETE FROM revision"_s);
    dialogs.willRun([&](QDialog& dialog) {
        BOOST_TEST(table(dialog).columnCount() == 3);
        BOOST_TEST(table(dialog).rowCount() == 2);
        BOOST_TEST(table(dialog).chosen(0) == 1);
        BOOST_TEST(table(dialog).chosen(1) == 1);
        BOOST_TEST(find<QLabel>(dialog, u"mergeSummary"_s).text().contains(u"共 2 处不同"_s));
        for (int row = 0; row < 2; ++row)
            if (table(dialog).item(row, 2)->text() == u"同事的地址"_s)
                clickAt(*table(dialog).viewport(), table(dialog).visualItemRect(table(dialog).item(row, 2)).center());
        return true;
    });
    mergeBack();
    BOOST_TEST(session().dossier().text(u"address"_s) == u"同事的地址"_s);
    BOOST_TEST(session().dossier().text(u"contact_name"_s) == before);
}

BOOST_FIXTURE_TEST_CASE(a_file_that_is_no_copy_of_this_dossier_is_refused_with_what_to_do, Desk)
{
    Workspace other(folder.file(u"别人的资料库"_s));
    const qint64 person = other.operators().add(u"李四"_s, u"示例"_s).key;
    other.operators().setCurrent(person);
    const QUuid id = beginDossier(other, session().dossier().callId, person, u"form"_s).id;
    OpenDossier(other, id, person, u"form"_s).exportPaper(folder.file(u"改好的副本.pdf"_s), ExportKind::Copy);
    mergeBack();
    BOOST_REQUIRE(bar().message());
    BOOST_CHECK(bar().message()->kind == ui::BarMessage::Kind::Error);
    BOOST_TEST(bar().message()->text.contains(u"另一份申报书"_s));
}

BOOST_AUTO_TEST_SUITE_END()
