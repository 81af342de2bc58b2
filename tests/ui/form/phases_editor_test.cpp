// SPDX-License-Identifier: Apache-2.0
#include "tests/support/boost_test.h"
#include "tests/support/windows.h"
#include "ui/form/form_view.h"
#include "ui/form/month_picker.h"
#include "ui/form/phase_card.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

const QString stages = u"stages"_s;

struct Form : DeskFixture
{
    Form() : session(*workspace, newDossier(), dialogs), view(session, nullptr) { show(view); }

    QWidget& frame() { return *view.frame(stages); }
    QWidget& card(int number) { return find<QWidget>(frame(), u"phase_r%1"_s.arg(number)); }
    void addPhase()
    {
        view.goTo({Address::Part::Value, stages, {}, {}});
        click(find<QPushButton>(frame(), u"addPhase"_s));
    }
    QJsonArray rows() { return session.dossier().values.value(stages).toArray(); }
    QString cell(int row, const QString& column) { return rows().at(row)[column].toString(); }
    QLineEdit& month(int number, const QString& column) { return find<QLineEdit>(card(number), u"line_"_s + column); }
    void typeMonth(int number, const QString& column, const QString& text)
    {
        month(number, column).setFocus();
        press(view, Qt::Key_A, Qt::ControlModifier);
        type(view, text);
    }
    ui::MonthPopup* popup() { return frame().findChild<ui::MonthPopup*>(); }

    ui::DossierSession session;
    ui::FormView view;
};

} // namespace

BOOST_AUTO_TEST_SUITE(phases_editor)

BOOST_FIXTURE_TEST_CASE(a_phase_is_filled_in_by_keyboard_alone, Form)
{
    addPhase();
    BOOST_TEST(find<QLabel>(card(1), u"phaseName"_s).text() == u"第一阶段"_s);
    type(view, u"建成中试线"_s);
    press(view, Qt::Key_Tab);
    type(view, u"2022.6"_s);
    press(view, Qt::Key_Tab);
    press(view, Qt::Key_Tab);
    type(view, u"2023年5月"_s);
    press(view, Qt::Key_Tab);
    BOOST_TEST(cell(0, u"goal"_s) == u"建成中试线"_s);
    BOOST_TEST(cell(0, u"from"_s) == u"2022-06"_s);
    BOOST_TEST(cell(0, u"to"_s) == u"2023-05"_s);
    BOOST_TEST(month(1, u"from"_s).text() == u"2022-06"_s);
    BOOST_TEST(find<QLabel>(card(1), u"measure_goal"_s).text().startsWith(u"字数 5/300"_s));
}

BOOST_FIXTURE_TEST_CASE(typing_a_month_is_one_step_and_is_not_disturbed_while_it_is_typed, Form)
{
    addPhase();
    typeMonth(1, u"from"_s, u"2022-1"_s);
    BOOST_TEST(month(1, u"from"_s).text() == u"2022-1"_s);
    type(view, u"2"_s);
    BOOST_TEST(cell(0, u"from"_s) == u"2022-12"_s);
    session.undo();
    BOOST_TEST(cell(0, u"from"_s).isEmpty());
    BOOST_TEST(month(1, u"from"_s).text().isEmpty());
}

BOOST_FIXTURE_TEST_CASE(what_is_no_month_stays_and_is_told_in_its_card, Form)
{
    addPhase();
    typeMonth(1, u"from"_s, u"2022-13"_s);
    press(view, Qt::Key_Tab);
    BOOST_TEST(month(1, u"from"_s).text() == u"2022-13"_s);
    BOOST_TEST(cell(0, u"from"_s) == u"2022-13"_s);
    BOOST_TEST(month(1, u"from"_s).property("severity").toString() == u"error"_s);
    bool told = false;
    for (const QLabel* const words : card(1).findChildren<QLabel*>(u"finding"_s))
        told = told || words->text().contains(u"2022-13"_s);
    BOOST_TEST(told);
    typeMonth(1, u"from"_s, u"2031-01"_s);
    BOOST_TEST(cell(0, u"from"_s) == u"2031-01"_s);
    BOOST_TEST(month(1, u"from"_s).property("severity").toString() == u"error"_s);
}

BOOST_FIXTURE_TEST_CASE(a_month_is_picked_by_keyboard, Form)
{
    addPhase();
    month(1, u"from"_s).setFocus();
    press(view, Qt::Key_Down);
    BOOST_REQUIRE(popup());
    const auto pressIn = [&](Qt::Key key) { press(*popup(), key); };
    pressIn(Qt::Key_Right);
    pressIn(Qt::Key_Down);
    pressIn(Qt::Key_PageDown);
    pressIn(Qt::Key_Return);
    BOOST_TEST(cell(0, u"from"_s) == u"2023-06"_s);
    BOOST_TEST(month(1, u"from"_s).text() == u"2023-06"_s);
}

BOOST_FIXTURE_TEST_CASE(a_month_is_picked_by_mouse_and_escape_picks_none, Form)
{
    addPhase();
    click(find<QToolButton>(card(1), u"pick_to"_s));
    BOOST_REQUIRE(popup());
    press(*popup(), Qt::Key_Escape);
    BOOST_TEST(waitFor([&] { return popup() == nullptr; }));
    BOOST_TEST(cell(0, u"to"_s).isEmpty());
    click(find<QToolButton>(card(1), u"pick_to"_s));
    click(find<QToolButton>(*popup(), u"yearAfter"_s));
    click(find<QToolButton>(*popup(), u"month5"_s));
    BOOST_TEST(cell(0, u"to"_s) == u"2023-05"_s);
    session.undo();
    BOOST_TEST(cell(0, u"to"_s).isEmpty());
}

BOOST_FIXTURE_TEST_CASE(phases_change_places_and_names_and_keep_the_focus, Form)
{
    addPhase();
    type(view, u"A"_s);
    addPhase();
    type(view, u"B"_s);
    BOOST_TEST(find<QLabel>(card(2), u"phaseName"_s).text() == u"第二阶段"_s);
    press(view, Qt::Key_Up, Qt::AltModifier);
    BOOST_TEST(cell(0, u"goal"_s) == u"B"_s);
    BOOST_TEST(find<QLabel>(card(2), u"phaseName"_s).text() == u"第一阶段"_s);
    type(view, u"b"_s);
    BOOST_TEST(cell(0, u"goal"_s) == u"Bb"_s);
    click(find<QToolButton>(card(2), u"moveDown"_s));
    BOOST_TEST(cell(0, u"goal"_s) == u"A"_s);
    click(find<QToolButton>(card(1), u"removePhase"_s));
    BOOST_TEST(rows().size() == 1);
    session.undo();
    BOOST_TEST(rows().size() == 2);
    BOOST_TEST(find<QPlainTextEdit>(card(1), u"text_goal"_s).toPlainText() == u"A"_s);
}

BOOST_FIXTURE_TEST_CASE(a_finding_leads_to_its_phase, Form)
{
    addPhase();
    addPhase();
    for (const Finding& finding : session.findingsOf(stages))
        if (finding.row == 1 && finding.column == u"to"_s)
            session.show(finding);
    BOOST_TEST(QApplication::focusWidget() == &month(2, u"to"_s));
}

BOOST_FIXTURE_TEST_CASE(twelve_phases_outlive_reopening, Form)
{
    for (int i = 0; i < 12; ++i) {
        addPhase();
        type(view, u"目标%1"_s.arg(i));
    }
    BOOST_TEST(find<QLabel>(card(12), u"phaseName"_s).text() == u"第十二阶段"_s);
    session.settle();
    ui::DossierSession other(*workspace, session.dossier().id, dialogs);
    BOOST_TEST(other.dossier().values.value(stages).toArray() == rows());
}

BOOST_FIXTURE_TEST_CASE(a_final_dossier_shows_its_phases_and_changes_none, Form)
{
    addPhase();
    type(view, u"A"_s);
    session.editor().moveOn(StepKind::Withdraw);
    type(view, u"B"_s);
    BOOST_TEST(cell(0, u"goal"_s) == u"A"_s);
    BOOST_TEST(!find<QPushButton>(frame(), u"addPhase"_s).isVisible());
    BOOST_TEST(!find<QToolButton>(card(1), u"removePhase"_s).isVisible());
    BOOST_TEST(!find<QToolButton>(card(1), u"pick_to"_s).isVisible());
}

BOOST_AUTO_TEST_SUITE_END()
