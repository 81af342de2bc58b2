// SPDX-License-Identifier: Apache-2.0
#include "tests/support/boost_test.h"
#include "tests/ui/shell/shell_fixture.h"

#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

BOOST_FIXTURE_TEST_SUITE(first_start, ShellFixture)

BOOST_AUTO_TEST_CASE(it_asks_for_name_and_unit_inside_the_window_and_goes_on_by_keyboard)
{
    start();
    BOOST_TEST(pageName() == u"welcomePage"_s);
    type(window(), u"王芳"_s);
    press(window(), Qt::Key_Return);
    type(window(), u"示例研究院"_s);
    press(window(), Qt::Key_Return);
    waitForPage(u"startPage"_s);
    BOOST_TEST(program->workspace()->operators().current().name == u"王芳"_s);
    BOOST_TEST(program->workspace()->operators().current().unit == u"示例研究院"_s);
    BOOST_TEST(program->workspace()->writer().person == u"王芳"_s);
}

BOOST_AUTO_TEST_CASE(what_is_missing_is_said_at_its_place)
{
    start();
    type(window(), u"王芳"_s);
    click(find<QPushButton>(window(), u"begin"_s));
    BOOST_TEST(pageName() == u"welcomePage"_s);
    BOOST_TEST(find<QLineEdit>(window(), u"operatorUnit"_s).hasFocus());
    BOOST_TEST(program->workspace()->operators().current().isNull());
}

BOOST_AUTO_TEST_CASE(the_other_language_is_a_click_away)
{
    start();
    click(find<QPushButton>(window(), u"otherLanguage"_s));
    waitFor([&] { return window().windowTitle() == u"Juanzong"_s; });
    BOOST_TEST(find<QPushButton>(window(), u"begin"_s).text() == u"Begin"_s);
    click(find<QPushButton>(window(), u"otherLanguage"_s));
    waitFor([&] { return window().windowTitle() == u"卷宗"_s; });
}

BOOST_AUTO_TEST_CASE(it_is_asked_only_once)
{
    prepare();
    start();
    BOOST_TEST(pageName() == u"startPage"_s);
}

BOOST_AUTO_TEST_CASE(files_given_at_the_start_wait_for_the_answer)
{
    const QString paper = samplePaper();
    start({{paper}, false});
    BOOST_TEST(pageName() == u"welcomePage"_s);
    type(window(), u"王芳"_s);
    press(window(), Qt::Key_Return);
    type(window(), u"示例研究院"_s);
    press(window(), Qt::Key_Return);
    waitForPage(u"applicantDesk"_s);
    BOOST_TEST(dossiers().size() == 1);
}

BOOST_AUTO_TEST_CASE(who_only_tries_the_sample_is_asked_nothing)
{
    start({{}, true});
    waitForPage(u"applicantDesk"_s);
    BOOST_TEST(dossiers().size() == 1);
    BOOST_TEST(dossiers().first().origin == u"sample"_s);
    BOOST_TEST(!dossiers().first().summary.title.isEmpty());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(operators_, ShellFixture)

BOOST_AUTO_TEST_CASE(another_operator_is_a_click_away_and_the_place_stays)
{
    qint64 other = 0;
    prepare([&](Workspace& workspace) { other = workspace.operators().add(u"李四"_s, u"科研处"_s).key; });
    start();
    click(find<QAbstractButton>(window(), u"newDossier"_s));
    waitForPage(u"applicantDesk"_s);
    find<QAction>(window(), u"operator_%1"_s.arg(other)).trigger();
    waitFor([&] { return program->workspace()->operators().current().key == other; });
    waitForPage(u"applicantDesk"_s);
    BOOST_TEST(find<QToolButton>(window(), u"operator"_s).text() == u"李四"_s);
}

BOOST_AUTO_TEST_CASE(a_new_operator_is_asked_for_name_and_unit)
{
    prepare();
    start();
    dialogs.willRun([](QDialog& dialog) {
        find<QLineEdit>(dialog, u"operatorName"_s).setText(u"赵六"_s);
        find<QLineEdit>(dialog, u"operatorUnit"_s).setText(u"财务处"_s);
        return true;
    });
    find<QAction>(window(), u"newOperator"_s).trigger();
    waitFor([&] { return program->workspace()->operators().current().name == u"赵六"_s; });
}

BOOST_AUTO_TEST_CASE(an_operator_with_a_pin_is_let_in_by_the_pin_alone)
{
    qint64 other = 0;
    prepare([&](Workspace& workspace) {
        other = workspace.operators().add(u"李四"_s, u"科研处"_s).key;
        workspace.operators().setPin(other, u"2468"_s);
    });
    start();
    bool refused = false;
    dialogs.willRun([&](QDialog& dialog) {
        auto& pin = find<QLineEdit>(dialog, u"pin"_s);
        pin.setText(u"1357"_s);
        dialog.accept();
        refused = dialog.result() != QDialog::Accepted && dialog.isVisible();
        return false;
    });
    find<QAction>(window(), u"operator_%1"_s.arg(other)).trigger();
    waitFor([&] { return refused; });
    BOOST_TEST(program->workspace()->operators().current().name == u"王芳"_s);

    dialogs.willRun([](QDialog& dialog) {
        find<QLineEdit>(dialog, u"pin"_s).setText(u"2468"_s);
        return true;
    });
    find<QAction>(window(), u"operator_%1"_s.arg(other)).trigger();
    waitFor([&] { return program->workspace()->operators().current().key == other; });

    restart();
    BOOST_TEST(pageName() == u"lockPage"_s);
    type(window(), u"1111"_s);
    press(window(), Qt::Key_Return);
    BOOST_TEST(pageName() == u"lockPage"_s);
    type(window(), u"2468"_s);
    press(window(), Qt::Key_Return);
    waitForPage(u"startPage"_s);
}

BOOST_AUTO_TEST_CASE(a_pin_can_be_set_and_taken_away)
{
    prepare();
    start();
    dialogs.willRun([](QDialog& dialog) {
        find<QLineEdit>(dialog, u"newPin"_s).setText(u"2468"_s);
        find<QLineEdit>(dialog, u"newPinAgain"_s).setText(u"2468"_s);
        return true;
    });
    find<QAction>(window(), u"pin"_s).trigger();
    waitFor([&] { return program->workspace()->operators().current().hasPin; });
    dialogs.willRun([](QDialog& dialog) {
        find<QLineEdit>(dialog, u"oldPin"_s).setText(u"2468"_s);
        return true;
    });
    waitFor([&] { return window().findChild<QAction*>(u"pin"_s) != nullptr; });
    find<QAction>(window(), u"pin"_s).trigger();
    waitFor([&] { return !program->workspace()->operators().current().hasPin; });
}

BOOST_AUTO_TEST_SUITE_END()
