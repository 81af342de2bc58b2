// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/form/table_desk.h"
#include "ui/form/cell_delegate.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QInputMethodEvent>
#include <QJsonDocument>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

BOOST_AUTO_TEST_SUITE(table_editor)

BOOST_FIXTURE_TEST_CASE(typing_into_the_empty_row_makes_a_row_and_is_one_step_of_undo, TableDesk)
{
    enter();
    type(u"Chen"_s);
    BOOST_TEST(cell(0, u"name"_s) == u"Chen"_s);
    BOOST_TEST(table().model()->rowCount() == 2);
    BOOST_TEST(session.editor().isStored());
    session.undo();
    BOOST_TEST(rows().isEmpty());
    BOOST_TEST(!session.editor().canUndo());
    session.redo();
    BOOST_TEST(cell(0, u"name"_s) == u"Chen"_s);
}

BOOST_FIXTURE_TEST_CASE(tab_goes_from_cell_to_cell_and_out_of_the_empty_row, TableDesk)
{
    enter();
    type(u"陈志远"_s);
    press(Qt::Key_Tab);
    type(u"教授"_s);
    press(Qt::Key_Tab);
    type(u"是"_s);
    BOOST_TEST(rows().at(0)[u"full_time"].toBool());
    press(Qt::Key_Tab);
    BOOST_TEST(table().currentIndex().row() == 1);
    BOOST_TEST(table().hasFocus());
    press(Qt::Key_Tab);
    BOOST_TEST(!table().hasFocus());
    BOOST_TEST(rows().size() == 1);
    BOOST_TEST(cell(0, u"title"_s) == u"教授"_s);
}

BOOST_FIXTURE_TEST_CASE(an_input_method_begins_a_cell_with_its_first_key, TableDesk)
{
    enter();
    compose(window, u"c"_s);
    compose(window, u"chen"_s);
    BOOST_TEST(rows().isEmpty());
    BOOST_REQUIRE(table().findChild<ui::CellText*>());
    QInputMethodEvent commit;
    commit.setCommitString(u"陈"_s);
    QApplication::sendEvent(QApplication::focusWidget(), &commit);
    BOOST_TEST(cell(0, u"name"_s) == u"陈"_s);
    type(u"志远"_s);
    BOOST_TEST(cell(0, u"name"_s) == u"陈志远"_s);
}

BOOST_FIXTURE_TEST_CASE(typing_replaces_a_cell_and_f2_goes_on_writing_in_it, TableDesk)
{
    addRows(1);
    press(Qt::Key_Home, Qt::ControlModifier);
    type(u"ab"_s);
    press(Qt::Key_Return);
    BOOST_TEST(cell(0, u"name"_s) == u"ab"_s);
    press(Qt::Key_Up);
    press(Qt::Key_F2);
    type(u"c "_s);
    BOOST_TEST(cell(0, u"name"_s) == u"abc "_s);
    press(Qt::Key_Return);
    BOOST_TEST(cell(0, u"name"_s) == u"abc"_s);
    BOOST_TEST(table().currentIndex().row() == 1);
}

BOOST_FIXTURE_TEST_CASE(escape_brings_back_what_a_cell_had, TableDesk)
{
    addRows(1);
    press(Qt::Key_Home, Qt::ControlModifier);
    type(u"xyz"_s);
    press(Qt::Key_Escape);
    BOOST_TEST(cell(0, u"name"_s) == u"专家1"_s);
    press(Qt::Key_End, Qt::ControlModifier);
    press(Qt::Key_Home);
    type(u"x"_s);
    BOOST_TEST(rows().size() == 2);
    press(Qt::Key_Escape);
    BOOST_TEST(waitFor([&] { return rows().size() == 1; }));
}

BOOST_FIXTURE_TEST_CASE(rows_are_added_moved_and_removed_by_keyboard, TableDesk)
{
    addRows(3);
    press(Qt::Key_Home, Qt::ControlModifier);
    press(Qt::Key_Down, Qt::AltModifier);
    BOOST_TEST(cell(1, u"name"_s) == u"专家1"_s);
    BOOST_TEST(table().currentIndex().row() == 1);
    press(Qt::Key_Up, Qt::AltModifier);
    BOOST_TEST(cell(0, u"name"_s) == u"专家1"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    BOOST_TEST(rows().size() == 4);
    BOOST_TEST(table().currentIndex().row() == 1);
    type(u"B"_s);
    press(Qt::Key_Return);
    BOOST_TEST(cell(1, u"name"_s) == u"B"_s);
    press(Qt::Key_Minus, Qt::ControlModifier);
    BOOST_TEST(rows().size() == 3);
    BOOST_TEST(cell(2, u"name"_s) == u"专家3"_s);
    session.undo();
    BOOST_TEST(cell(2, u"name"_s) == u"专家2"_s);
}

BOOST_FIXTURE_TEST_CASE(buttons_do_what_the_keys_do, TableDesk)
{
    QWidget& frame = *view.frame(experts);
    BOOST_TEST(!find<QToolButton>(frame, u"removeRows"_s).isEnabled());
    enter();
    click(find<QToolButton>(frame, u"addRow"_s));
    type(u"A"_s);
    click(find<QToolButton>(frame, u"addRow"_s));
    type(u"B"_s);
    click(find<QToolButton>(frame, u"moveUp"_s));
    BOOST_TEST(cell(0, u"name"_s) == u"B"_s);
    click(find<QToolButton>(frame, u"moveDown"_s));
    BOOST_TEST(cell(1, u"name"_s) == u"B"_s);
    click(find<QToolButton>(frame, u"removeRows"_s));
    BOOST_TEST(rows().size() == 1);
}

BOOST_FIXTURE_TEST_CASE(a_row_is_dragged_by_its_head, TableDesk)
{
    addRows(3);
    QWidget& head = *table().verticalHeader()->viewport();
    waitFor([&] { return head.height() > table().rowHeight(0) * 3; });
    const auto at = [&](int row) {
        return QPoint(head.width() / 2, table().verticalHeader()->sectionViewportPosition(row) + table().rowHeight(row) / 2);
    };
    drag(head, at(0), at(2) + QPoint(0, 4));
    BOOST_TEST(cell(2, u"name"_s) == u"专家1"_s);
    BOOST_TEST(cell(0, u"name"_s) == u"专家2"_s);
    for (int row = 0; row < 3; ++row)
        BOOST_TEST(table().verticalHeader()->visualIndex(row) == row);
}

BOOST_FIXTURE_TEST_CASE(delete_clears_the_cells_chosen_as_one_step, TableDesk)
{
    addRows(3);
    press(Qt::Key_Home, Qt::ControlModifier);
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_Right, Qt::ShiftModifier);
    press(Qt::Key_Delete);
    BOOST_TEST(cell(0, u"name"_s).isEmpty());
    BOOST_TEST(cell(1, u"title"_s).isEmpty());
    BOOST_TEST(cell(2, u"name"_s) == u"专家3"_s);
    BOOST_TEST(rows().size() == 3);
    session.undo();
    BOOST_TEST(cell(1, u"title"_s) == u"教授"_s);
}

BOOST_FIXTURE_TEST_CASE(a_choice_of_yes_and_no_has_the_words_of_the_call, TableDesk)
{
    addRows(1);
    table().setCurrentIndex(table().model()->index(0, 2));
    press(Qt::Key_Space);
    BOOST_TEST((rows().at(0)[u"full_time"] == QJsonValue(false)));
    press(Qt::Key_Space);
    BOOST_TEST(rows().at(0)[u"full_time"].isUndefined());
    press(Qt::Key_F2);
    auto& menu = find<QMenu>(table(), u"booleanMenu"_s);
    BOOST_TEST(menu.actions().first()->text() == u"是"_s);
    menu.actions().first()->trigger();
    menu.close();
    BOOST_TEST(table().model()->index(0, 2).data().toString() == u"是"_s);
    press(Qt::Key_0);
    BOOST_TEST(table().model()->index(0, 2).data().toString() == u"否"_s);
}

BOOST_FIXTURE_TEST_CASE(findings_are_marked_in_their_cell, TableDesk)
{
    enter();
    paste(window, u"张三\t教授\n\t研究员\n张三\t院士"_s);
    const auto& model = table().rows();
    BOOST_TEST((model.severityAt(1, u"name"_s) == Severity::Warning));
    BOOST_TEST((model.severityAt(2, u"name"_s) == Severity::Warning));
    BOOST_TEST(!model.severityAt(0, u"name"_s).has_value());
    BOOST_TEST(model.index(1, 0).data(Qt::ToolTipRole).toString().contains(u"没有姓名"_s));
    for (const Finding& finding : session.findingsOf(experts))
        if (finding.row == 2)
            session.show(finding);
    BOOST_TEST(table().currentIndex().row() == 2);
}

BOOST_FIXTURE_TEST_CASE(sixty_rows_outlive_a_restart, TableDesk)
{
    addRows(60);
    BOOST_TEST(table().rows().filledRows() == 60);
    BOOST_TEST(find<QLabel>(*view.frame(experts), u"count"_s).text() == u"共 60 行"_s);
    const QByteArray before = QJsonDocument(rows()).toJson();
    const QUuid id = session.dossier().id;
    session.settle();
    ui::DossierSession other(*workspace, id, dialogs);
    BOOST_TEST(QJsonDocument(other.dossier().values.value(experts).toArray()).toJson() == before);
}

BOOST_FIXTURE_TEST_CASE(a_final_dossier_shows_its_rows_and_changes_none, TableDesk)
{
    addRows(2);
    session.editor().moveOn(StepKind::Withdraw);
    enter();
    press(Qt::Key_Home, Qt::ControlModifier);
    type(u"x"_s);
    press(Qt::Key_Delete);
    press(Qt::Key_Return, Qt::ControlModifier);
    press(Qt::Key_Minus, Qt::ControlModifier);
    paste(window, u"y"_s);
    BOOST_TEST(rows().size() == 2);
    BOOST_TEST(cell(0, u"name"_s) == u"专家1"_s);
    BOOST_TEST(table().model()->rowCount() == 2);
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_C, Qt::ControlModifier);
    BOOST_TEST(QApplication::clipboard()->text().startsWith(u"专家1\t"_s));
}

BOOST_FIXTURE_TEST_CASE(the_model_keeps_the_promises_of_models_whatever_is_edited, TableDesk)
{
    auto& model = table().rows();
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    addRows(6);
    for (int i = 0; i < 3; ++i) {
        session.undo();
        session.redo();
    }
    press(Qt::Key_Home, Qt::ControlModifier);
    for (const auto& [key, modifiers] : {std::pair(Qt::Key_Down, Qt::AltModifier), std::pair(Qt::Key_Down, Qt::AltModifier),
                                         std::pair(Qt::Key_Return, Qt::ControlModifier), std::pair(Qt::Key_Minus, Qt::ControlModifier),
                                         std::pair(Qt::Key_Minus, Qt::ControlModifier)})
        press(key, modifiers);
    while (session.editor().canUndo())
        session.undo();
    BOOST_TEST(model.rowCount() == 1);
    while (session.editor().canRedo())
        session.redo();
    BOOST_TEST(model.rowCount() == rows().size() + 1);
}

BOOST_FIXTURE_TEST_CASE(undo_while_a_cell_is_written_in_takes_the_words_out_of_it, TableDesk)
{
    addRows(1);
    press(Qt::Key_Home, Qt::ControlModifier);
    type(u"abc"_s);
    session.undo();
    BOOST_TEST(cell(0, u"name"_s) == u"专家1"_s);
    auto* const editor = table().findChild<ui::CellText*>();
    BOOST_TEST((!editor || editor->toPlainText() == u"专家1"_s));
    session.undo();
    BOOST_TEST(rows().isEmpty());
    BOOST_TEST(table().model()->rowCount() == 1);
}

BOOST_AUTO_TEST_SUITE_END()
