// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/dossier_json.h"
#include "model/workspace/workspace_check.h"
#include "tests/model/dossier/random_edits.h"
#include "tests/model/workspace/workspace_fixture.h"
#include "tests/support/boost_test.h"

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

QStringList invariantsBroken(Workspace& workspace)
{
    QStringList names;
    for (const Breach& breach : checkWorkspace(workspace))
        names.append(breach.invariant);
    return names;
}

void refusedByTheDatabase(Workspace& workspace, const QString& sql)
{
    BOOST_CHECK_EXCEPTION(workspace.database().run(sql), Error,
                          [](const Error& error) { return error.detail().contains(u"append-only"); });
}

void write(DossierEditor& editor, const QString& text)
{
    editor.apply(setValue(editor.dossier(), u"text"_s, text));
}

} // namespace

BOOST_AUTO_TEST_SUITE(journal)

BOOST_AUTO_TEST_CASE(what_was_typed_is_there_after_a_restart_and_can_be_undone)
{
    WorkspaceFixture desk;
    for (const QString& text : {u"光电"_s, u"光电子"_s})
        desk.editor().apply(setValue(desk.editor().dossier(), u"text"_s, text), DossierEditor::Manner::Typing);
    desk.reopen();
    BOOST_TEST(desk.editor().dossier().text(u"text"_s) == u"光电子"_s);
    desk.editor().undo();
    BOOST_TEST(desk.editor().dossier().text(u"text"_s) == u"起初"_s);
    desk.reopen();
    BOOST_TEST(desk.editor().canRedo());
    desk.editor().redo();
    BOOST_TEST(desk.editor().dossier().text(u"text"_s) == u"光电子"_s);
    BOOST_TEST(!desk.editor().canRedo());
    desk.editor().undo();
    BOOST_TEST(!desk.editor().canUndo());
}

BOOST_AUTO_TEST_CASE(a_word_that_is_typed_while_a_snapshot_is_taken_is_there_after_a_restart)
{
    WorkspaceFixture desk;
    for (int i = 0; i < 300; ++i) {
        const QString field = u"f%1"_s.arg(i);
        for (const QString& text : {u"光"_s, u"光电"_s, u"光电子"_s})
            desk.editor().apply(setValue(desk.editor().dossier(), field, text), DossierEditor::Manner::Typing);
    }
    desk.reopen();
    for (int i = 0; i < 300; ++i)
        BOOST_TEST(desk.editor().dossier().text(u"f%1"_s.arg(i)) == u"光电子"_s);
    BOOST_TEST(invariantsBroken(desk.workspace()) == QStringList());
}

BOOST_AUTO_TEST_CASE(random_edits_and_restarts_leave_what_was_last_seen)
{
    WorkspaceFixture desk;
    std::mt19937 random(4);
    for (int round = 0; round < 12; ++round) {
        for (int i = 0; i < 60; ++i) {
            const unsigned what = unsigned(random() % 5);
            if (what == 0)
                desk.editor().undo();
            else if (what == 1)
                desk.editor().redo();
            else
                desk.editor().apply(randomEdit(desk.editor().dossier(), random));
        }
        const QByteArray seen = dossierJson(desk.editor().dossier());
        const bool undo = desk.editor().canUndo();
        const bool redo = desk.editor().canRedo();
        desk.reopen();
        BOOST_TEST(dossierJson(desk.editor().dossier()) == seen);
        BOOST_TEST(desk.editor().canUndo() == undo);
        BOOST_TEST(desk.editor().canRedo() == redo);
    }
    // The files of random edits lie nowhere; everything else must hold.
    QStringList broken = invariantsBroken(desk.workspace());
    broken.removeAll(u"object-present"_s);
    BOOST_TEST(broken == QStringList());
}

BOOST_AUTO_TEST_CASE(every_state_there_was_can_be_read_back)
{
    WorkspaceFixture desk;
    std::mt19937 random(5);
    QList<QByteArray> states{{}, dossierJson(desk.editor().dossier())};
    for (int i = 0; i < 300; ++i) {
        desk.editor().apply(randomEdit(desk.editor().dossier(), random));
        states.append(dossierJson(desk.editor().dossier()));
    }
    const auto journal = desk.workspace().dossiers().journal(desk.entry().key);
    for (const int step : {1, 2, 100, 256, 257, 258, 300, 301})
        BOOST_TEST(dossierJson(journal->at(step)) == states.at(step));
}

BOOST_AUTO_TEST_CASE(the_history_of_a_field_tells_who_when_and_what)
{
    WorkspaceFixture desk;
    DossierEditor& editor = desk.editor();
    write(editor, u"甲"_s);
    editor.apply(setValue(editor.dossier(), u"other"_s, u"别的"_s));
    editor.apply(insertRow(editor.dossier(), u"table"_s, 0, {{u"id"_s, u"r1"_s}, {u"name"_s, u"一"_s}}));
    editor.apply(setCell(editor.dossier(), u"table"_s, u"r1"_s, u"name"_s, u"二"_s));
    editor.undo();
    const auto journal = desk.workspace().dossiers().journal(desk.entry().key);
    const QList<Step> text = journal->history({Address::Part::Value, u"text"_s, {}, {}});
    BOOST_REQUIRE(text.size() == 2);
    BOOST_TEST(text.last().changes.first().was.toString() == u"起初"_s);
    BOOST_TEST(text.last().changes.first().now.toString() == u"甲"_s);
    BOOST_TEST(desk.workspace().operators().byKey(text.last().person).name == u"张三"_s);
    BOOST_TEST(qAbs(text.last().at.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    const QList<Step> cell = journal->history({Address::Part::Value, u"table"_s, u"r1"_s, u"name"_s});
    BOOST_REQUIRE(cell.size() == 3);
    BOOST_TEST(cell.last().undoes == cell.at(1).number);
}

BOOST_AUTO_TEST_CASE(the_database_itself_refuses_to_change_the_journal)
{
    WorkspaceFixture desk;
    write(desk.editor(), u"甲"_s);
    write(desk.editor(), u"乙"_s);
    Workspace& workspace = desk.workspace();
    refusedByTheDatabase(workspace, u"UPDATE step SET person = person"_s);
    refusedByTheDatabase(workspace, u"DELETE FROM change WHERE step = 2"_s);
    refusedByTheDatabase(workspace, u"UPDATE change SET now = '\"假\"' WHERE step = 2"_s);
    refusedByTheDatabase(workspace, u"UPDATE change SET was = '\"假\"' WHERE step = 3"_s);
    BOOST_TEST(invariantsBroken(workspace) == QStringList());
}

BOOST_AUTO_TEST_CASE(states_and_revisions_stand_in_the_list)
{
    WorkspaceFixture desk;
    desk.editor().moveOn(StepKind::Finalise);
    BOOST_TEST((desk.entry().state == DossierState::Final));
    desk.editor().revise(QByteArray(32, 'f'));
    BOOST_TEST((desk.entry().state == DossierState::Draft));
    BOOST_TEST(desk.entry().revision == 2);
    desk.reopen();
    BOOST_TEST(desk.editor().dossier().revision == 2);
    BOOST_TEST(desk.editor().dossier().parent == QByteArray(32, 'f'));
    BOOST_TEST(invariantsBroken(desk.workspace()) == QStringList());
}

BOOST_AUTO_TEST_SUITE_END()
