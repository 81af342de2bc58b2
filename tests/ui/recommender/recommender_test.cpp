// SPDX-License-Identifier: Apache-2.0
// The recommending body's desk as a clerk uses it.
#include "tests/ui/recommender/recommender_fixture.h"

#include <QHeaderView>

#include <algorithm>

using namespace jz;
using namespace jz::test;

BOOST_FIXTURE_TEST_SUITE(the_recommending_bodys_desk, Recommending)

BOOST_AUTO_TEST_CASE(asks_who_we_are_and_then_waits_for_files)
{
    DeskWindow on(*this);
    click(find<QPushButton>(*on.desk, u"beginBatch"_s));
    BOOST_REQUIRE(on.bar->message());
    BOOST_TEST(on.bar->message()->text.contains(u"请选择本单位"_s));
    setUp(on);
    BOOST_TEST(find<QLabel>(*on.desk, u"whoAndQuota"_s).text().contains(u"名额 3"_s));
    BOOST_TEST(find<QWidget>(*on.desk, u"emptyBatch"_s).isVisible());
}

BOOST_AUTO_TEST_CASE(takes_files_in_and_ranks_them_without_equal_places)
{
    DeskWindow on(*this);
    setUp(on);
    receive(on, signedDossiers());
    BOOST_TEST(on.rows() == (QStringList{u"光电子器件"_s, u"智能农机"_s, u"生物医药"_s, u"新能源汽车"_s}));
    BOOST_TEST(on.desk->board().view().ranking.line == 3);
    BOOST_TEST(on.cell(3, CandidateModel::State) == u"备选"_s);
    on.desk->table().setCurrent(batchDossierId(3));
    on.desk->table().setFocus();
    press(on.window, Qt::Key_Up, Qt::ControlModifier);
    press(on.window, Qt::Key_Up, Qt::ControlModifier);
    BOOST_TEST(on.rows() == (QStringList{u"光电子器件"_s, u"新能源汽车"_s, u"智能农机"_s, u"生物医药"_s}));
    BOOST_TEST(on.desk->table().current().toString() == batchDossierId(3).toString());
    // The line goes down to the quota and no further.
    press(on.window, Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
    BOOST_TEST(on.desk->board().view().ranking.line == 2);
    press(on.window, Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
    press(on.window, Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
    BOOST_TEST(on.desk->board().view().ranking.line == 3);
    BOOST_REQUIRE(on.bar->message());
    BOOST_TEST(on.bar->message()->text.contains(u"名额"_s));
}

BOOST_AUTO_TEST_CASE(sorting_and_searching_leave_the_order_alone)
{
    DeskWindow on(*this);
    setUp(on);
    receive(on, signedDossiers());
    QLineEdit& search = find<QLineEdit>(*on.desk, u"searchCandidates"_s);
    // Letter by letter; what is taken back brings rows back.
    search.setText(u"能"_s);
    BOOST_TEST(on.rows().contains(u"智能农机"_s));
    BOOST_TEST(on.rows().contains(u"新能源汽车"_s));
    search.setText(u"能农"_s);
    BOOST_TEST(on.rows() == QStringList{u"智能农机"_s});
    search.setText(u"新能源汽"_s);
    BOOST_TEST(on.rows() == QStringList{u"新能源汽车"_s});
    search.setText(u"农机"_s);
    BOOST_TEST(on.rows() == QStringList{u"智能农机"_s});
    BOOST_TEST(on.desk->table().current().toString() == batchDossierId(1).toString());
    BOOST_TEST(find<QPushButton>(*on.desk, u"backToOrder"_s).isVisible());
    on.desk->table().setFocus();
    press(on.window, Qt::Key_Down, Qt::ControlModifier);
    click(find<QPushButton>(*on.desk, u"backToOrder"_s));
    BOOST_TEST(on.rows() == (QStringList{u"光电子器件"_s, u"智能农机"_s, u"生物医药"_s, u"新能源汽车"_s}));
    BOOST_TEST(!find<QPushButton>(*on.desk, u"backToOrder"_s).isVisible());
    // By a column, by numbers too, and the other way round.
    QHeaderView& head = *on.desk->table().horizontalHeader();
    Q_EMIT head.sectionClicked(CandidateModel::Base);
    const QStringList sorted = on.rows();
    BOOST_TEST(sorted.size() == 4);
    BOOST_TEST(std::is_sorted(sorted.begin(), sorted.end(), [](const QString& one, const QString& other) { return one.localeAwareCompare(other) < 0; }));
    Q_EMIT head.sectionClicked(CandidateModel::Base);
    BOOST_TEST(on.rows() == QStringList(sorted.rbegin(), sorted.rend()));
    Q_EMIT head.sectionClicked(CandidateModel::Place);
    BOOST_TEST(on.rows() == (QStringList{u"光电子器件"_s, u"智能农机"_s, u"生物医药"_s, u"新能源汽车"_s}));
}

BOOST_AUTO_TEST_CASE(a_word_that_all_dossiers_have_still_offers_the_way_back)
{
    DeskWindow on(*this);
    setUp(on);
    receive(on, signedDossiers());
    find<QLineEdit>(*on.desk, u"searchCandidates"_s).setText(u"湖北"_s);
    BOOST_TEST(on.rows().size() == 4);
    BOOST_TEST(find<QPushButton>(*on.desk, u"backToOrder"_s).isVisible());
    find<QLineEdit>(*on.desk, u"searchCandidates"_s).clear();
    BOOST_TEST(!find<QPushButton>(*on.desk, u"backToOrder"_s).isVisible());
}

BOOST_AUTO_TEST_CASE(a_decision_locks_the_order_until_a_reason_is_given)
{
    DeskWindow on(*this);
    setUp(on);
    receive(on, signedDossiers().first(2));
    dialogs.willRun([](QDialog& dialog) {
        find<QLineEdit>(dialog, u"meeting"_s).setText(u"主席办公会"_s);
        return true;
    });
    on.trigger(u"decide"_s);
    BOOST_TEST(find<QLabel>(*on.desk, u"decision"_s).text().contains(u"主席办公会"_s));
    on.desk->table().setCurrent(batchDossierId(1));
    on.desk->table().setFocus();
    dialogs.willRun([](QDialog& dialog) {
        BOOST_TEST(!find<QPushButton>(dialog, u"go"_s).isEnabled());
        return false;
    });
    press(on.window, Qt::Key_Up, Qt::ControlModifier);
    BOOST_TEST(on.rows() == (QStringList{u"光电子器件"_s, u"智能农机"_s}));
    dialogs.willRun([](QDialog& dialog) {
        find<QPlainTextEdit>(dialog, u"why"_s).setPlainText(u"复议"_s);
        return find<QPushButton>(dialog, u"go"_s).isEnabled();
    });
    press(on.window, Qt::Key_Up, Qt::ControlModifier);
    BOOST_TEST(on.rows() == (QStringList{u"智能农机"_s, u"光电子器件"_s}));
    BOOST_TEST(workspace->batches().rankings(on.desk->board().key()).last().reason == u"复议"_s);
    BOOST_TEST(find<QLabel>(*on.desk, u"decision"_s).text().contains(u"此后改动过"_s));
}

BOOST_AUTO_TEST_CASE(a_withdrawn_dossier_leaves_the_order_and_its_unit_can_be_told)
{
    DeskWindow on(*this);
    setUp(on);
    receive(on, signedDossiers().first(2));
    on.desk->table().setCurrent(batchDossierId(0));
    dialogs.willRun([](QDialog& dialog) {
        find<QPlainTextEdit>(dialog, u"why"_s).setPlainText(u"改由某学会推荐"_s);
        return true;
    });
    on.trigger(u"withdraw"_s);
    BOOST_TEST(on.rows() == (QStringList{u"智能农机"_s, u"光电子器件"_s}));
    BOOST_TEST(on.cell(1, CandidateModel::State) == u"已撤回"_s);
    BOOST_REQUIRE(on.bar->message());
    BOOST_TEST(on.bar->message()->actions.size() == 1);
    on.desk->table().setCurrent(batchDossierId(0));
    dialogs.willAnswer(0);
    on.trigger(u"withdraw"_s);
    BOOST_TEST(on.cell(1, CandidateModel::State) == u"推荐"_s);
}

BOOST_AUTO_TEST_CASE(of_two_papers_that_differ_one_is_chosen)
{
    DeskWindow on(*this);
    setUp(on);
    const QString other = folder.file(u"另.pdf"_s);
    writeBatchDossier(0, BatchPaperKind::Final, other, 1, {{u"address"_s, u"湖北省武汉市另一条路1号"_s}});
    receive(on, signedDossiers().first(1));
    receive(on, {other});
    BOOST_TEST(on.cell(0, CandidateModel::State) == u"两份不一致"_s);
    on.desk->table().setCurrent(batchDossierId(0));
    on.desk->panel().goToTab(u"history"_s);
    auto& history = find<EntryList>(on.desk->panel(), u"history"_s);
    QString key;
    for (const Entry& entry : history.entries())
        if (entry.key.startsWith(u"choose"_s))
            key = entry.key;
    BOOST_REQUIRE(!key.isEmpty());
    dialogs.willAnswer(0);
    Q_EMIT history.chosen(key);
    BOOST_TEST(on.cell(0, CandidateModel::State) == u"推荐"_s);
    BOOST_TEST(on.cell(0, CandidateModel::Files) == u"定稿"_s);
}

BOOST_AUTO_TEST_CASE(registers_online_submission_and_paper_copies)
{
    DeskWindow on(*this);
    setUp(on);
    receive(on, signedDossiers().first(1));
    on.desk->table().setCurrent(batchDossierId(0));
    on.desk->panel().goToTab(u"register"_s);
    find<QLineEdit>(on.desk->panel(), u"onlineNumber"_s).setText(u"KC-0017"_s);
    find<QSpinBox>(on.desk->panel(), u"copies"_s).setValue(5);
    click(find<QPushButton>(on.desk->panel(), u"keepRegister"_s));
    BOOST_TEST(on.cell(0, CandidateModel::Online) == u"KC-0017"_s);
    BOOST_TEST(on.cell(0, CandidateModel::Copies) == u"5"_s);
}

BOOST_AUTO_TEST_CASE(what_moves_is_seen_to_move)
{
    DeskWindow on(*this);
    setUp(on);
    receive(on, signedDossiers().first(2));
    on.desk->table().setCurrent(batchDossierId(1));
    find<QLineEdit>(*on.desk, u"searchCandidates"_s).setText(u"农机"_s);
    BOOST_TEST(!find<QToolButton>(*on.desk, u"moveUp"_s).isEnabled());
    on.desk->table().setFocus();
    press(on.window, Qt::Key_Up, Qt::ControlModifier);
    press(on.window, Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
    BOOST_TEST(on.desk->board().view().ranking.line == 2);
    click(find<QPushButton>(*on.desk, u"backToOrder"_s));
    BOOST_TEST(on.rows() == (QStringList{u"光电子器件"_s, u"智能农机"_s}));
    click(find<QToolButton>(*on.desk, u"moveUp"_s));
    BOOST_TEST(on.rows() == (QStringList{u"智能农机"_s, u"光电子器件"_s}));
}

BOOST_AUTO_TEST_CASE(is_where_it_was_after_a_restart)
{
    QJsonObject place;
    {
        DeskWindow on(*this);
        setUp(on);
        receive(on, signedDossiers().first(2));
        on.desk->table().setCurrent(batchDossierId(1));
        on.desk->panel().goToTab(u"findings"_s);
        on.desk->table().hideColumns({u"region"_s});
        place = on.desk->place();
    }
    restart();
    DeskWindow on(*this);
    on.desk->goTo(place);
    BOOST_TEST(on.desk->table().current().toString() == batchDossierId(1).toString());
    BOOST_TEST(on.desk->panel().tab() == u"findings"_s);
    BOOST_TEST(on.desk->table().isColumnHidden(CandidateModel::Region));
}

BOOST_AUTO_TEST_SUITE_END()
