// SPDX-License-Identifier: Apache-2.0
// The recommending body's desk as a clerk uses it.
#include "model/procedure/handover.h"
#include "tests/support/batch_papers.h"
#include "tests/support/boost_test.h"
#include "tests/support/windows.h"
#include "ui/applicant/entry_list.h"
#include "ui/desk/message_bar.h"
#include "ui/recommender/candidate_panel.h"
#include "ui/recommender/candidate_table.h"
#include "ui/recommender/recommender_desk.h"

#include <QAction>
#include <QCheckBox>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace jz;
using namespace jz::test;
using namespace jz::ui;
using namespace Qt::StringLiterals;

namespace {

/// A window with a message bar and the desk in it.
struct DeskWindow
{
    explicit DeskWindow(DeskFixture& on) : bar(new MessageBar(&window)), desk(new RecommenderDesk(*on.workspace, on.dialogs, &window))
    {
        auto* const layout = new QVBoxLayout(&window);
        layout->addWidget(bar);
        layout->addWidget(desk, 1);
        show(window);
    }

    QWidget window;
    MessageBar* bar;
    RecommenderDesk* desk;

    void trigger(const QString& name) { find<QAction>(*desk, name).trigger(); }
    /// The bases in the order of the table.
    QStringList rows() const
    {
        QStringList bases;
        for (int i = 0; i < desk->table().model()->rowCount(); ++i)
            bases << desk->table().model()->index(i, CandidateModel::Base).data().toString();
        return bases;
    }
    QString cell(int row, int column) const { return desk->table().model()->index(row, column).data().toString(); }
};

struct Recommending : DeskFixture
{
    void setUp(DeskWindow& on)
    {
        QLineEdit& name = find<QLineEdit>(*on.desk, u"bodyName"_s);
        name.setFocus();
        type(on.window, u"湖北省科协"_s);
        press(on.window, Qt::Key_Return);
        BOOST_TEST(name.text() == u"湖北省科学技术协会"_s);
        click(find<QPushButton>(*on.desk, u"beginBatch"_s));
        BOOST_REQUIRE(on.desk->board().exists());
    }
    void receive(DeskWindow& on, const QStringList& files)
    {
        bool done = false;
        const auto heard = QObject::connect(on.desk, &RecommenderDesk::received, on.desk, [&] { done = true; });
        dialogs.willRun([](QDialog&) { return true; });
        on.desk->receive(files);
        BOOST_REQUIRE(waitFor([&] { return done && !on.desk->isReceiving(); }));
        QObject::disconnect(heard);
    }
};

} // namespace

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

BOOST_AUTO_TEST_CASE(what_comes_while_it_receives_waits_for_its_turn)
{
    DeskWindow on(*this);
    setUp(on);
    const QStringList files = signedDossiers().first(2);
    int receipts = 0;
    dialogs.willRun([&](QDialog&) { return ++receipts; });
    dialogs.willRun([&](QDialog&) { return ++receipts; });
    on.desk->receive({files.first()});
    BOOST_REQUIRE(on.desk->isReceiving());
    on.desk->receive({files.last()});
    BOOST_REQUIRE(waitFor([&] { return receipts == 2 && !on.desk->isReceiving(); }));
    BOOST_TEST(on.rows().size() == 2);
}

BOOST_AUTO_TEST_CASE(what_is_typed_of_a_unit_is_kept_when_one_goes_on)
{
    DeskWindow on(*this);
    setUp(on);
    const auto units = [&] {
        QStringList lines;
        const QList<Prospect> all = workspace->prospects().of(on.desk->board().key());
        for (const Prospect& each : all)
            lines << each.unit + u'/' + each.phone;
        lines.sort();
        return lines;
    };
    dialogs.willRun([&](QDialog& dialog) {
        find<QLineEdit>(dialog, u"unitName"_s).setText(u"甲厂"_s);
        click(find<QPushButton>(dialog, u"keepUnit"_s));
        click(find<QPushButton>(dialog, u"addUnit"_s));
        find<QLineEdit>(dialog, u"unitName"_s).setText(u"乙厂"_s);
        QTreeWidget& list = find<QTreeWidget>(dialog, u"prospects"_s);
        list.setCurrentItem(list.topLevelItem(0)); // the new one is kept
        BOOST_TEST(find<QLineEdit>(dialog, u"unitName"_s).text() == u"甲厂"_s);
        BOOST_REQUIRE(waitFor([&] { return list.topLevelItemCount() == 2; }));
        find<QLineEdit>(dialog, u"unitPhone"_s).setText(u"027-1"_s);
        dialog.accept(); // and so is what was changed
        return true;
    });
    on.trigger(u"prospects"_s);
    BOOST_TEST(units() == (QStringList{u"乙厂/"_s, u"甲厂/027-1"_s}));

    dialogs.willAnswer(-1);
    dialogs.willAnswer(0);
    dialogs.willRun([&](QDialog& dialog) {
        find<QLineEdit>(dialog, u"unitName"_s).setText(u"乙厂"_s);
        dialog.accept();
        BOOST_TEST(dialog.result() == QDialog::Rejected); // still open
        BOOST_TEST(find<QLineEdit>(dialog, u"unitName"_s).text() == u"乙厂"_s);
        dialog.accept();
        return true;
    });
    on.trigger(u"prospects"_s);
    BOOST_TEST(units() == (QStringList{u"乙厂/"_s, u"甲厂/027-1"_s}));
}

BOOST_AUTO_TEST_CASE(a_parcel_filled_in_is_not_left_without_asking)
{
    DeskWindow on(*this);
    setUp(on);
    receive(on, signedDossiers().first(1));
    on.desk->table().setCurrent(batchDossierId(0));
    click(find<QToolButton>(*on.desk, u"lineHere"_s));
    const auto parcels = [&] { return workspace->sendings().parcels(on.desk->board().key()); };
    dialogs.willRun([&](QDialog& dialog) {
        QSpinBox& copies = *dialog.findChildren<QSpinBox*>().first();
        copies.setValue(5);
        find<QCheckBox>(dialog, u"hasArrived"_s).setChecked(true);
        click(find<QPushButton>(dialog, u"keepParcel"_s)); // it arrived and was never posted
        BOOST_TEST(parcels().isEmpty());
        find<QCheckBox>(dialog, u"hasArrived"_s).setChecked(false);
        dialogs.willAnswer(-1);
        dialog.reject();
        BOOST_TEST(copies.value() == 5);
        dialogs.willAnswer(0);
        dialog.reject();
        return false;
    });
    on.trigger(u"parcels"_s);
    BOOST_REQUIRE(parcels().size() == 1);
    BOOST_TEST(parcels().first().content.begin()->toInt() == 5);
}

BOOST_AUTO_TEST_CASE(hands_everything_over_in_one_file)
{
    DeskWindow on(*this);
    setUp(on);
    receive(on, signedDossiers().first(2));
    const QString file = folder.file(u"交接.zip"_s);
    dialogs.willSaveTo(file);
    dialogs.willRun([&](QDialog& dialog) {
        QString all;
        for (const Entry& entry : find<EntryList>(dialog, u"handoverMatters"_s).entries())
            all += entry.text;
        BOOST_TEST(all.contains(u"智能农机"_s));
        click(find<QPushButton>(dialog, u"writeHandover"_s));
        BOOST_REQUIRE(waitFor([&] { return find<QLabel>(dialog, u"handoverSaid"_s).text().contains(file); }));
        return false;
    });
    on.trigger(u"handover"_s);
    const QString successor = folder.file(u"接手"_s);
    openHandover(file, successor);
    Workspace taken(successor);
    BOOST_TEST(taken.batches().candidates(taken.batches().last()->key).size() == 2);
}

BOOST_AUTO_TEST_CASE(a_file_for_the_successor_is_not_left_half_written_without_asking)
{
    DeskWindow on(*this);
    setUp(on);
    receive(on, signedDossiers());
    const QString file = folder.file(u"交接.zip"_s);
    dialogs.willSaveTo(file);
    dialogs.willRun([&](QDialog& dialog) {
        click(find<QPushButton>(dialog, u"writeHandover"_s));
        dialogs.willAnswer(-1);
        dialog.reject();
        BOOST_TEST(dialogs.asked().size() == 1);
        BOOST_REQUIRE(waitFor([&] { return QFile::exists(file); }));
        return false;
    });
    on.trigger(u"handover"_s);
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
