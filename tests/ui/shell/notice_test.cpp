// SPDX-License-Identifier: Apache-2.0
// A recommending body's notice is opened like any file, and what it asks for stands beside what the call says.
#include "model/call/call_pack_reader.h"
#include "model/recommendation/supplement_file.h"
#include "model/signature/delivery_key.h"
#include "tests/support/boost_test.h"
#include "tests/ui/shell/shell_fixture.h"
#include "ui/applicant/applicant_desk.h"
#include "ui/finalise/finalise_view.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QLabel>
#include <QListWidget>
#include <QTableWidget>
#include <QTimeZone>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct NoticeFixture : ShellFixture
{
    NoticeFixture()
    {
        const QString paper = samplePaper();
        prepare([&](Workspace& workspace) {
            Findings findings;
            id = importDossier(workspace, paper, workspace.operators().current().key, findings).id;
        });
        start();
    }

    ui::ApplicantDesk& desk() { return dynamic_cast<ui::ApplicantDesk&>(*window().page()); }
    QString notice(const std::function<void(Supplement&)>& change = {}, const QString& name = u"补充通知.pdf"_s)
    {
        const CallPack& pack = *findBuiltInCallPack(builtInCallPackIds().first());
        Supplement supplement = newSupplement(pack, u"湖北省科学技术协会"_s, u"provincial"_s, 1);
        supplement.issued = QDate(2022, 4, 20);
        supplement.deadlines << SupplementDeadline{{}, QDateTime({2022, 5, 18}, {17, 0}, pack.facts.deadlines.first().at.timeZone())};
        supplement.copies.insert(u"1-form"_s, 5);
        supplement.papers << ExtraPaper{u"推荐意见表"_s, {}};
        if (change)
            change(supplement);
        writeSupplement(supplement, pack, openDeliveryKey(folder.file(u"推荐单位"_s), nullptr).identity, folder.file(name));
        return folder.file(name);
    }
    /// Drops it, answers the question, and waits for it.
    QString dropped(const QString& path, bool takes)
    {
        bool asked = false;
        QString rows;
        dialogs.willRun([&](QDialog& dialog) {
            BOOST_TEST(dialog.objectName() == u"supplementDialog"_s);
            const auto& table = find<QTableWidget>(dialog, u"supplementTable"_s);
            for (int row = 0; row < table.rowCount(); ++row)
                rows += table.item(row, 0)->text() + u'|' + table.item(row, 1)->text() + u'|' + table.item(row, 2)->text() + u'\n';
            asked = true;
            return takes;
        });
        window().messages().clearAll();
        drop(window(), {path});
        waitFor([&] { return asked; });
        QCoreApplication::processEvents();
        return rows;
    }
    QString deadlineTip() { return find<QLabel>(desk(), u"deadline"_s).toolTip(); }

    QUuid id;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(notice, NoticeFixture)

BOOST_AUTO_TEST_CASE(opening_one_shows_what_it_changes_and_the_desk_marks_it_as_local)
{
    program->openDossier(id);
    waitForPage(u"applicantDesk"_s);
    BOOST_TEST(!deadlineTip().contains(u"本地"_s));
    const QString rows = dropped(notice(), true);
    BOOST_TEST(rows.contains(u"收件截止"_s));
    BOOST_TEST(rows.contains(u"2022-05-18 17:00"_s));
    BOOST_TEST(rows.contains(u"5 份"_s));
    BOOST_TEST(message().contains(u"已采用"_s));
    BOOST_TEST(pageName() == u"applicantDesk"_s);
    BOOST_TEST(deadlineTip().contains(u"湖北省科协收件截止（本地）：依据 湖北省科协补充通知第1号（2022-04-20）"_s));
    BOOST_TEST(deadlineTip().contains(u"通知三（二）"_s));
    find<QAction>(desk(), u"finalising"_s).trigger();
    auto& route = find<QListWidget>(desk(), u"routeList"_s);
    BOOST_TEST(route.count() == int(RouteStep::Kind::FurtherPapers) + 1);
    desk().finalising().goTo(RouteStep::Kind::PaperCopies);
    BOOST_TEST(find<QLabel>(desk(), u"paperCopiesWords"_s).text().contains(u"5 份"_s));
    BOOST_TEST(find<QLabel>(desk(), u"furtherPapersWords"_s).text().contains(u"推荐意见表"_s));
}

BOOST_AUTO_TEST_CASE(it_is_taken_off_from_the_menu)
{
    program->openDossier(id);
    waitForPage(u"applicantDesk"_s);
    dropped(notice(), true);
    dialogs.willRun([](QDialog&) { return true; });
    find<QAction>(desk(), u"supplement"_s).trigger();
    QCoreApplication::processEvents();
    BOOST_TEST(!deadlineTip().contains(u"本地"_s));
    find<QAction>(desk(), u"finalising"_s).trigger();
    BOOST_TEST(find<QListWidget>(desk(), u"routeList"_s).count() == int(RouteStep::Kind::FurtherPapers));
}

BOOST_AUTO_TEST_CASE(one_that_is_not_wanted_changes_nothing)
{
    waitForPage(u"startPage"_s);
    dropped(notice(), false);
    BOOST_TEST(program->workspace()->notices().all().isEmpty());
    BOOST_TEST(!find<QLabel>(window(), u"deadlines"_s).toolTip().contains(u"本地"_s));
}

BOOST_AUTO_TEST_CASE(the_start_page_tells_the_local_deadline_too)
{
    waitForPage(u"startPage"_s);
    dropped(notice(), true);
    BOOST_TEST(find<QLabel>(window(), u"deadlines"_s).toolTip().contains(u"湖北省科协收件截止（本地）"_s));
}

BOOST_AUTO_TEST_CASE(another_body_in_the_form_takes_it_away_at_once)
{
    program->openDossier(id);
    waitForPage(u"applicantDesk"_s);
    dropped(notice(), true);
    desk().session().open().fillIn(u"recommender"_s, u"中国光学学会"_s);
    BOOST_TEST(!deadlineTip().contains(u"本地"_s));
}

BOOST_AUTO_TEST_CASE(a_damaged_one_is_refused_by_name)
{
    waitForPage(u"startPage"_s);
    const QString path = notice();
    QByteArray bytes = readFile(path);
    bytes[bytes.size() / 2] = char(bytes.at(bytes.size() / 2) ^ 1);
    writeFile(folder.file(u"改过.pdf"_s), bytes);
    drop(window(), {folder.file(u"改过.pdf"_s)});
    waitFor([&] { return !message().isEmpty(); });
    BOOST_TEST(message().contains(u"改过.pdf"_s));
    BOOST_TEST(program->workspace()->notices().all().isEmpty());
}

BOOST_AUTO_TEST_SUITE_END()
