// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/dossier_editor.h"
#include "model/dossier/dossier_json.h"
#include "tests/model/dossier/random_edits.h"
#include "tests/support/boost_test.h"

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

/// A journal in memory that can be made to refuse.
class MemoryJournal : public Journal
{
public:
    void append(const Step& step) override
    {
        refuse();
        BOOST_REQUIRE(step.number == steps.size() + 1);
        steps.append(step);
    }
    void grow(int step, const Change& change) override
    {
        refuse();
        BOOST_REQUIRE(step == steps.size());
        steps.last().changes.first().now = change.now;
    }
    Changes changesOf(int step) const override
    {
        refuse();
        return steps.at(step - 1).changes;
    }
    void keepSnapshot(int step, const Dossier&) override
    {
        refuse();
        snapshots.append(step);
    }
    void refuse() const
    {
        if (refuses)
            throw Error(ErrorCode::NotWritable, {u"磁盘已满"_s, u"disk full"_s});
    }
    Dossier replayed() const
    {
        Dossier dossier;
        for (const Step& step : steps)
            for (const Change& change : step.changes)
                BOOST_TEST(applyChange(dossier, change));
        return dossier;
    }

    QList<Step> steps;
    QList<int> snapshots;
    bool refuses = false;
};

struct Desk
{
    Desk() : editor({}, journal)
    {
        editor.setClock([this] { return now; });
        editor.setPerson(7, u"form"_s);
    }

    void type(const QString& text)
    {
        editor.apply(setValue(editor.dossier(), u"text"_s, text), DossierEditor::Manner::Typing);
        now = now.addMSecs(200);
    }
    QString text() const { return editor.dossier().text(u"text"_s); }

    MemoryJournal journal;
    QDateTime now = QDateTime(QDate(2022, 5, 1), QTime(9, 0), Qt::UTC);
    DossierEditor editor;
};

} // namespace

BOOST_AUTO_TEST_SUITE(dossier_editor)

BOOST_AUTO_TEST_CASE(typing_a_word_is_one_undo_step)
{
    Desk desk;
    for (const QString& text : {u"光"_s, u"光电"_s, u"光电子"_s})
        desk.type(text);
    BOOST_TEST(desk.journal.steps.size() == 1);
    BOOST_TEST(desk.journal.steps.first().person == 7);
    desk.editor.undo();
    BOOST_TEST(desk.text() == u""_s);
    desk.editor.redo();
    BOOST_TEST(desk.text() == u"光电子"_s);
    BOOST_TEST(desk.journal.steps.size() == 3);
}

BOOST_AUTO_TEST_CASE(a_pause_or_leaving_the_field_begins_another_step)
{
    Desk desk;
    desk.type(u"光"_s);
    desk.editor.leaveField();
    desk.type(u"光电"_s);
    desk.now = desk.now.addSecs(4);
    desk.type(u"光电子"_s);
    BOOST_TEST(desk.journal.steps.size() == 3);
    desk.editor.undo();
    BOOST_TEST(desk.text() == u"光电"_s);
}

BOOST_AUTO_TEST_CASE(a_row_begun_by_typing_is_one_undo_step_with_its_words)
{
    Desk desk;
    const auto typeCell = [&](const QString& text) {
        desk.editor.apply(setCell(desk.editor.dossier(), u"rows"_s, u"r1"_s, u"name"_s, text), DossierEditor::Manner::Typing);
    };
    desk.editor.apply(insertRow(desk.editor.dossier(), u"rows"_s, -1, {{u"id"_s, u"r1"_s}, {u"name"_s, u"陈"_s}}),
                      DossierEditor::Manner::Typing);
    typeCell(u"陈志"_s);
    typeCell(u"陈志远"_s);
    BOOST_TEST(desk.journal.steps.size() == 1);
    BOOST_TEST(dossierJson(desk.journal.replayed()) == dossierJson(desk.editor.dossier()));
    desk.editor.undo();
    BOOST_TEST(desk.editor.dossier().values == QJsonObject());
    desk.editor.redo();
    BOOST_TEST(desk.editor.dossier().values["rows"_L1][0]["name"_L1].toString() == u"陈志远"_s);
    typeCell(u"陈"_s);
    BOOST_TEST(desk.journal.steps.size() == 4);
}

BOOST_AUTO_TEST_CASE(what_is_typed_into_a_new_row_outlives_a_full_disk)
{
    Desk desk;
    desk.editor.apply(insertRow(desk.editor.dossier(), u"rows"_s, -1, {{u"id"_s, u"r1"_s}, {u"name"_s, u"陈"_s}}),
                      DossierEditor::Manner::Typing);
    desk.journal.refuses = true;
    for (const QString& text : {u"陈志"_s, u"陈志远"_s})
        desk.editor.apply(setCell(desk.editor.dossier(), u"rows"_s, u"r1"_s, u"name"_s, text), DossierEditor::Manner::Typing);
    BOOST_TEST(!desk.editor.isStored());
    desk.journal.refuses = false;
    BOOST_TEST(desk.editor.retry());
    BOOST_TEST(dossierJson(desk.journal.replayed()) == dossierJson(desk.editor.dossier()));
}

BOOST_AUTO_TEST_CASE(after_an_undo_typing_begins_another_step)
{
    Desk desk;
    desk.type(u"光"_s);
    desk.editor.undo();
    desk.type(u"电"_s);
    BOOST_TEST(desk.journal.steps.size() == 3);
    BOOST_TEST(!desk.editor.canRedo());
    desk.editor.undo();
    BOOST_TEST(desk.text() == u""_s);
}

BOOST_AUTO_TEST_CASE(undo_and_redo_go_all_the_way_over_everything)
{
    Desk desk;
    std::mt19937 random(1);
    QList<QByteArray> states{dossierJson(desk.editor.dossier())};
    for (int i = 0; i < 200; ++i) {
        desk.editor.apply(randomEdit(desk.editor.dossier(), random));
        states.append(dossierJson(desk.editor.dossier()));
    }
    for (qsizetype i = states.size() - 2; i >= 0; --i) {
        desk.editor.undo();
        BOOST_TEST(dossierJson(desk.editor.dossier()) == states.at(i));
    }
    BOOST_TEST(!desk.editor.canUndo());
    for (qsizetype i = 1; i < states.size(); ++i) {
        desk.editor.redo();
        BOOST_TEST(dossierJson(desk.editor.dossier()) == states.at(i));
    }
    BOOST_TEST(!desk.editor.canRedo());
    BOOST_TEST(dossierJson(desk.journal.replayed()) == states.last());
}

BOOST_AUTO_TEST_CASE(what_can_be_undone_is_worked_out_from_the_steps_alone)
{
    Desk desk;
    std::mt19937 random(2);
    for (int i = 0; i < 400; ++i) {
        const unsigned what = unsigned(random() % 4);
        if (what == 0)
            desk.editor.undo();
        else if (what == 1)
            desk.editor.redo();
        else
            desk.editor.apply(randomEdit(desk.editor.dossier(), random));
        UndoList again;
        for (const Step& step : std::as_const(desk.journal.steps))
            again.follow(step.number, step.undoes);
        BOOST_TEST((again.toUndo() != 0) == desk.editor.canUndo());
        BOOST_TEST((again.toRedo() != 0) == desk.editor.canRedo());
    }
}

BOOST_AUTO_TEST_CASE(a_typed_word_is_never_taken_back_by_an_error)
{
    Desk desk;
    desk.type(u"光"_s);
    desk.journal.refuses = true;
    int told = 0;
    QObject::connect(&desk.editor, &DossierEditor::notStored, &desk.editor, [&] { ++told; });
    desk.type(u"光电"_s);
    desk.type(u"光电子"_s);
    desk.editor.apply(setValue(desk.editor.dossier(), u"other"_s, u"别的"_s));
    BOOST_TEST(told == 3);
    BOOST_TEST(!desk.editor.isStored());
    BOOST_TEST(desk.editor.whyNotStored().message().zh == u"磁盘已满"_s);
    BOOST_TEST(desk.text() == u"光电子"_s);
    BOOST_TEST(!desk.editor.retry());

    desk.journal.refuses = false;
    BOOST_TEST(desk.editor.retry());
    BOOST_TEST(desk.editor.isStored());
    BOOST_TEST(dossierJson(desk.journal.replayed()) == dossierJson(desk.editor.dossier()));
    desk.editor.undo();
    desk.editor.undo();
    desk.editor.undo();
    BOOST_TEST(desk.text() == u""_s);
}

BOOST_AUTO_TEST_CASE(undo_that_cannot_be_read_changes_nothing)
{
    Desk desk;
    desk.type(u"光"_s);
    desk.journal.refuses = true;
    BOOST_CHECK_THROW(desk.editor.undo(), Error);
    BOOST_TEST(desk.text() == u"光"_s);
    desk.journal.refuses = false;
    desk.editor.undo();
    BOOST_TEST(desk.text() == u""_s);
}

BOOST_AUTO_TEST_CASE(undo_stops_at_the_last_state_step)
{
    Desk desk;
    desk.type(u"光"_s);
    desk.editor.moveOn(StepKind::SubmitForReview);
    BOOST_TEST(!desk.editor.canEdit());
    BOOST_TEST(!desk.editor.canUndo());
    desk.editor.undo();
    BOOST_TEST(desk.text() == u"光"_s);
    desk.editor.revise(QByteArray(32, 'f'));
    BOOST_TEST(desk.editor.canEdit());
    BOOST_TEST(!desk.editor.canUndo());
    BOOST_TEST(desk.editor.dossier().revision == 2);
    BOOST_TEST(desk.editor.dossier().parent == QByteArray(32, 'f'));
    desk.type(u"光电"_s);
    desk.editor.undo();
    BOOST_TEST(desk.text() == u"光"_s);
    BOOST_TEST(!desk.editor.canUndo());
}

BOOST_AUTO_TEST_CASE(a_state_step_that_is_not_possible_or_not_stored_changes_nothing)
{
    Desk desk;
    BOOST_CHECK_EXCEPTION(desk.editor.moveOn(StepKind::Send), Error, [](const Error& error) {
        return error.message().zh.contains(u"草稿") && error.message().zh.contains(u"报送");
    });
    desk.journal.refuses = true;
    BOOST_CHECK_THROW(desk.editor.moveOn(StepKind::Finalise), Error);
    BOOST_TEST((desk.editor.state() == DossierState::Draft));
    desk.journal.refuses = false;
    desk.editor.moveOn(StepKind::Finalise);
    desk.journal.refuses = true;
    BOOST_CHECK_THROW(desk.editor.revise(QByteArray(32, 'f')), Error);
    BOOST_TEST(desk.editor.dossier().revision == 1);
    BOOST_TEST(desk.editor.dossier().parent.isEmpty());
}

BOOST_AUTO_TEST_CASE(every_way_from_draft_to_sent_and_back_is_as_the_states_allow)
{
    using enum StepKind;
    const auto walk = [](std::initializer_list<StepKind> steps) {
        std::optional<DossierState> state;
        QStringList names;
        for (const StepKind step : steps) {
            const auto next = stateAfter(state, step);
            names.append(next ? stateName(*next) : u"-"_s);
            state = next ? next : state;
        }
        return names.join(u' ');
    };
    BOOST_TEST(walk({Create, SubmitForReview, Return, Revise, Finalise, Sign, Send}) == u"draft review returned draft final signed sent"_s);
    BOOST_TEST(walk({Create, Finalise, Edit, SubmitForReview, Send}) == u"draft final - - -"_s);
    BOOST_TEST(walk({Create, Return, Withdraw, Edit, Revise}) == u"draft - withdrawn - draft"_s);
    BOOST_TEST(walk({Edit, Create, Create}) == u"- draft -"_s);
    for (int i = 0; i <= int(DossierState::Withdrawn); ++i)
        BOOST_TEST((stateFromName(stateName(DossierState(i))) == DossierState(i)));
    for (int i = 0; i <= int(Merge); ++i)
        BOOST_TEST((stepFromName(stepName(StepKind(i))) == StepKind(i)));
}

BOOST_AUTO_TEST_CASE(a_snapshot_is_kept_every_so_often)
{
    Desk desk;
    std::mt19937 random(3);
    for (int i = 0; i < 600; ++i)
        desk.editor.apply(randomEdit(desk.editor.dossier(), random));
    BOOST_TEST(desk.journal.snapshots.size() == 2);
}

BOOST_AUTO_TEST_SUITE_END()
