// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/open_dossier.h"
#include "tests/support/boost_test.h"
#include "tests/ui/shell/shell_fixture.h"
#include "ui/desk/deadlines.h"
#include "ui/shell/start_page.h"

#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTimeZone>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

const QString call = u"kczg-2022"_s;

struct StartFixture : ShellFixture
{
    ui::StartPage& page() { return dynamic_cast<ui::StartPage&>(*window().page()); }
    int rows() { return page().list().model()->rowCount(); }
    QString row(int number) { return page().list().model()->index(number, 0).data(Qt::AccessibleTextRole).toString(); }
};

CallFacts facts()
{
    const QTimeZone zone("Asia/Shanghai");
    CallFacts made;
    made.deadlines = {{u"online"_s, {u"网上申报截止"_s, u"online submission closes"_s}, QDateTime({2022, 5, 27}, {18, 0}, zone), false, {}, {}},
                      {u"paper"_s, {u"纸质材料送达截止"_s, u"paper copies must have arrived"_s}, QDateTime({2022, 6, 10}, {18, 0}, zone), true, {}, {}}};
    return made;
}

QStringList newsAt(int month, int day, int hour)
{
    return ui::deadlineNews(facts(), QDateTime({2022, month, day}, {hour, 0}, QTimeZone("Asia/Shanghai"))).lines;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(start_page, StartFixture)

BOOST_AUTO_TEST_CASE(an_empty_workspace_says_what_to_do_next)
{
    prepare();
    start();
    BOOST_TEST(find<QWidget>(page(), u"empty"_s).isVisible());
    BOOST_TEST(!page().list().isVisible());
    BOOST_TEST(!find<QLineEdit>(page(), u"search"_s).isVisible());
}

BOOST_AUTO_TEST_CASE(a_new_dossier_is_a_click_or_key_away_and_is_listed_afterwards)
{
    prepare();
    start();
    press(window(), Qt::Key_Space);
    waitForPage(u"applicantDesk"_s);
    find<QAction>(window(), u"home"_s).trigger();
    waitForPage(u"startPage"_s);
    BOOST_TEST(rows() == 1);
    BOOST_TEST(row(0).startsWith(u"新申报书"_s));
    BOOST_TEST(row(0).contains(u"草稿"_s));
    BOOST_TEST(row(0).contains(u"今天"_s));
}

BOOST_AUTO_TEST_CASE(a_listed_dossier_opens_by_click_and_by_enter)
{
    prepare([](Workspace& workspace) { beginDossier(workspace, call, workspace.operators().current().key, u"form"_s); });
    start();
    page().list().setFocus();
    press(window(), Qt::Key_Return);
    waitForPage(u"applicantDesk"_s);
    find<QAction>(window(), u"home"_s).trigger();
    waitForPage(u"startPage"_s);
    click(*page().list().viewport());
    BOOST_TEST(pageName() == u"startPage"_s); // below the only row
    const QRect first = page().list().visualRect(page().list().model()->index(0, 0));
    page().list().setFixedHeight(first.height() * 3 / 2);
    waitFor([&] { return page().list().viewport()->height() <= first.height() * 3 / 2; });
    click(*page().list().viewport());
    waitForPage(u"applicantDesk"_s);
}

BOOST_AUTO_TEST_CASE(a_dossier_is_duplicated_from_its_menu)
{
    prepare([](Workspace& workspace) { beginDossier(workspace, call, workspace.operators().current().key, u"form"_s); });
    start();
    page().list().setFocus();
    QContextMenuEvent byKey(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(&page().list(), &byKey);
    find<QAction>(page(), u"duplicate"_s).trigger();
    waitFor([&] { return rows() == 2; });
    BOOST_TEST((dossiers().at(0).id != dossiers().at(1).id));
}

BOOST_AUTO_TEST_CASE(many_dossiers_can_be_searched_in)
{
    prepare([](Workspace& workspace) {
        const qint64 person = workspace.operators().current().key;
        for (int i = 0; i < 12; ++i) {
            OpenDossier dossier(workspace, beginDossier(workspace, call, person, u"form"_s).id, person, u"form"_s);
            dossier.fillIn(u"org_name"_s, u"第%1研究院"_s.arg(i));
        }
    });
    start();
    BOOST_TEST(rows() == 12);
    BOOST_TEST(find<QLineEdit>(page(), u"search"_s).isVisible());
    find<QLineEdit>(page(), u"search"_s).setText(u"第7研"_s);
    waitFor([&] { return rows() == 1; });
    BOOST_TEST(row(0).contains(u"第7研究院"_s));
    find<QLineEdit>(page(), u"search"_s).setText(u"没有这样的单位"_s);
    waitFor([&] { return rows() == 0; });
    BOOST_TEST(find<QLabel>(page(), u"nothingFound"_s).isVisible());
    find<QLineEdit>(page(), u"search"_s).clear();
    waitFor([&] { return rows() == 12; });
}

BOOST_AUTO_TEST_CASE(the_sample_is_taken_in_with_its_files_once_and_marked)
{
    prepare();
    start();
    click(find<QPushButton>(page(), u"sample"_s));
    waitForPage(u"applicantDesk"_s);
    find<QAction>(window(), u"home"_s).trigger();
    waitForPage(u"startPage"_s);
    BOOST_TEST(row(0).contains(u"样例"_s));
    BOOST_TEST(!program->workspace()->objects().all().isEmpty());
    click(find<QPushButton>(page(), u"sampleBelow"_s));
    waitForPage(u"applicantDesk"_s);
    BOOST_TEST(dossiers().size() == 1);
}

BOOST_AUTO_TEST_CASE(guide_and_settings_lead_back)
{
    prepare();
    start();
    press(window(), Qt::Key_F1);
    waitForPage(u"guidePage"_s);
    press(window(), Qt::Key_Escape);
    waitForPage(u"startPage"_s);
    press(window(), Qt::Key_Comma, Qt::ControlModifier);
    waitForPage(u"settingsPage"_s);
    press(window(), Qt::Key_Escape);
    waitForPage(u"startPage"_s);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(deadlines)

BOOST_AUTO_TEST_CASE(the_nearest_comes_first_with_the_days_that_are_left)
{
    const QStringList lines = newsAt(5, 15, 9);
    BOOST_TEST(lines == (QStringList{u"网上申报截止 2022-05-27 18:00 · 还有 12 天"_s, u"纸质材料送达截止 2022-06-10 18:00 · 还有 26 天"_s}));
    BOOST_TEST(newsAt(5, 27, 17).first() == u"网上申报截止 2022-05-27 18:00 · 就在今天"_s);
    BOOST_TEST(newsAt(5, 26, 23).first() == u"网上申报截止 2022-05-27 18:00 · 还有 1 天"_s);
}

BOOST_AUTO_TEST_CASE(one_that_has_passed_is_left_out_while_another_is_to_come)
{
    BOOST_TEST(newsAt(5, 27, 19) == QStringList{u"纸质材料送达截止 2022-06-10 18:00 · 还有 14 天"_s});
}

BOOST_AUTO_TEST_CASE(a_closed_call_says_so_once)
{
    const ui::DeadlineNews news = ui::deadlineNews(facts(), QDateTime({2026, 1, 1}, {0, 0}));
    BOOST_TEST(news.isClosed);
    BOOST_TEST(news.lines == QStringList{u"已截止（纸质材料送达截止 2022-06-10 18:00）"_s});
}

BOOST_AUTO_TEST_CASE(days_are_counted_where_the_call_is)
{
    const QDateTime inLondon({2022, 5, 26}, {17, 0}, QTimeZone("Europe/London")); // already the 27th in Shanghai
    BOOST_TEST(ui::deadlineNews(facts(), inLondon).lines.first() == u"网上申报截止 2022-05-27 18:00 · 就在今天"_s);
}

BOOST_AUTO_TEST_SUITE_END()
