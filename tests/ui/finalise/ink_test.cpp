// SPDX-License-Identifier: Apache-2.0
// Signed with pen and stamp: the scan comes back in.
#include "model/procedure/final_paper.h"
#include "model/procedure/office_route.h"
#include "model/procedure/paper_verification.h"
#include "tests/support/boost_test.h"
#include "tests/ui/finalise/finalise_window.h"
#include "ui/finalise/scan_tray.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;
using Kind = RouteStep::Kind;

namespace {

struct Ink : FinaliseWindow
{
    ui::ScanTray& tray() { return find<ui::ScanTray>(view(), u"scanTray"_s); }
    QListWidget& list() { return find<QListWidget>(tray(), u"scanList"_s); }
    QPushButton& putIn() { return find<QPushButton>(tray(), u"putScansIn"_s); }

    /// Chooses files with the button and waits until they are read.
    void takeIn(const QStringList& files)
    {
        const int before = list().count();
        dialogs.willOpen(files);
        click(find<QPushButton>(tray(), u"chooseScans"_s));
        waitFor([&] { return list().count() > before; });
    }
    /// In the dialog that comes next, as for a paper beside the dossier.
    void willTakeIn(const QString& scanned)
    {
        dialogs.willRun([scanned](QDialog& dialog) {
            auto& scanTray = find<ui::ScanTray>(dialog, u"scanTray"_s);
            dialog.show();
            scanTray.take({scanned});
            auto& button = find<QPushButton>(scanTray, u"putScansIn"_s);
            waitFor([&] { return button.isVisible() && button.isEnabled(); });
            click(button);
            waitFor([&] { return dialog.result() == QDialog::Accepted; });
            return true;
        });
    }
    QString problems()
    {
        QStringList words;
        for (const QWidget* const line : tray().findChildren<QWidget*>(u"scanProblem"_s))
            for (const QLabel* const label : line->findChildren<QLabel*>())
                words << label->text();
        return words.join(u'\n');
    }
    QString item(int row) { return list().item(row)->text().section(u'\n', 0, 0); }
    bool isSigned() { return session().editor().state() == DossierState::Signed; }
    QString verdict(const QString& name) { return find<QLabel>(page(u"nextPage"_s), name).text(); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(ink_route, Ink)

BOOST_AUTO_TEST_CASE(scans_in_any_order_and_direction_make_a_closed_paper_that_verifies)
{
    openFinal();
    const int page = signedPage();
    fillLine(u"signatoryName"_s, u"张院长"_s);
    fillLine(u"signatoryPosition"_s, u"院长"_s);
    takeIn({scan(page, 181), scan(1, 2)});
    BOOST_TEST(item(0) == u"第 1 页"_s);
    BOOST_TEST(item(1) == u"第 %1 页"_s.arg(page));
    BOOST_TEST(problems().contains(u"齐了"_s));
    click(putIn());
    waitFor([&] { return isSigned(); });
    BOOST_TEST(station(Kind::Sign).words.zh.contains(u"张院长 院长"_s));
    BOOST_TEST(int(view().current()) == int(Kind::Send));
    waitFor([&] { return verdict(u"verdictSeal"_s).contains(u"已核对"_s); });
    const QString closed = session().open().keptPaper(KeptRevision::Occasion::Sign);
    const PaperReport report = verifyPaper(closed, {});
    BOOST_TEST(verdictName(report.signatures.verdict) == u"marked"_s);
    BOOST_REQUIRE(report.ink.size() == 1);
    BOOST_TEST(report.ink.first().matched);
    BOOST_TEST((report.ink.first().pages == QList<int>{page}));
}

BOOST_AUTO_TEST_CASE(foreign_and_missing_pages_are_named_with_what_to_do)
{
    openFinal();
    const QString other = folder.file(u"另一份.pdf"_s);
    {
        OpenDossier foreign(*workspace, duplicateDossier(*workspace, session().dossier().id, workspace->operators().current().key).id,
                            workspace->operators().current().key, u"test"_s);
        foreign.finalise();
        QFile::copy(foreign.finalPaper(), other);
    }
    takeIn({scan(signedPage(other), 0, other), scan(1)});
    BOOST_TEST(problems().contains(u"另一份申报书"_s));
    BOOST_TEST(problems().contains(u"缺第 %1 页的扫描件"_s.arg(signedPage())));
    BOOST_TEST(item(1) == u"未采用"_s);
    BOOST_TEST(!putIn().isEnabled());
    list().setCurrentRow(1);
    click(find<QPushButton>(tray(), u"removeScan"_s));
    BOOST_TEST(list().count() == 1);
    BOOST_TEST(!problems().contains(u"另一份申报书"_s));
}

BOOST_AUTO_TEST_CASE(a_page_whose_code_cannot_be_read_is_assigned_by_hand)
{
    openFinal();
    const int page = signedPage();
    fillLine(u"signatoryName"_s, u"张院长"_s);
    takeIn({scanWithoutCode(page)});
    BOOST_TEST(item(0) == u"未采用"_s);
    BOOST_TEST(problems().contains(u"没有读到页码二维码"_s));
    BOOST_TEST(!putIn().isEnabled());
    auto& choice = find<QComboBox>(tray(), u"assignPage"_s);
    choice.setFocus();
    press(window(), Qt::Key_Home);
    for (int i = 0; i < page; ++i)
        press(window(), Qt::Key_Down);
    BOOST_TEST(item(0) == u"第 %1 页"_s.arg(page));
    BOOST_TEST(problems().contains(u"由人指明"_s));
    dialogs.willAnswer(-1);
    click(putIn());
    waitFor([&] { return !dialogs.asked().isEmpty() && putIn().isEnabled(); });
    BOOST_TEST(!isSigned());
    dialogs.willAnswer(0);
    click(putIn());
    waitFor([&] { return isSigned(); });
    BOOST_TEST(dialogs.asked().last().text.contains(u"由人指明"_s));
}

BOOST_AUTO_TEST_CASE(what_was_stopped_leaves_nothing)
{
    openFinal();
    dialogs.willOpen({scan(signedPage())});
    click(find<QPushButton>(tray(), u"chooseScans"_s));
    click(find<QPushButton>(tray(), u"stopScans"_s));
    BOOST_TEST(list().count() == 0);
    BOOST_TEST(find<QPushButton>(tray(), u"chooseScans"_s).isVisible());
    BOOST_TEST(!isSigned());
}

BOOST_AUTO_TEST_CASE(who_signs_is_asked_before_anything_is_put_in)
{
    openFinal();
    drop(tray(), {scan(signedPage())});
    waitFor([&] { return list().count() == 1; });
    click(putIn());
    BOOST_TEST(said().contains(u"由谁签署"_s));
    BOOST_TEST(!isSigned());
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_scan_is_refused_by_name)
{
    openFinal();
    writeFile(folder.file(u"说明.txt"_s), "text");
    dialogs.willOpen({folder.file(u"说明.txt"_s)});
    click(find<QPushButton>(tray(), u"chooseScans"_s));
    waitFor([&] { return said().contains(u"说明.txt"_s); });
    BOOST_TEST(find<QPushButton>(tray(), u"chooseScans"_s).isVisible());
}

BOOST_AUTO_TEST_CASE(a_deputy_signs_with_a_letter_whose_scan_is_taken_in)
{
    openFinal();
    fillLine(u"signatoryName"_s, u"李四"_s);
    fillLine(u"signatoryPosition"_s, u"副院长"_s);
    click(find<QCheckBox>(view(), u"signatoryDeputy"_s));
    const QString letter = folder.file(u"授权书.pdf"_s);
    dialogs.willSaveTo(letter);
    clickButton(u"saveLetter"_s);
    BOOST_REQUIRE(QFileInfo(letter).isFile());
    const QString scanned = scan(1, 1, letter);
    willTakeIn(scanned);
    clickButton(u"takeLetterIn"_s);
    const auto kept = session().open().writtenDown(record::authorisation);
    BOOST_REQUIRE(kept.has_value());
    BOOST_TEST(kept->who == u"李四"_s);
    BOOST_TEST(verdictName(verifyPaper(workspace->objects().path(kept->paper), {}).signatures.verdict) == u"marked"_s);
    BOOST_TEST(find<QLabel>(view(), u"letterKept"_s).text().contains(u"李四"_s));
}

BOOST_AUTO_TEST_CASE(after_a_change_the_pages_that_differ_are_named_and_old_ones_are_outdated)
{
    openFinal();
    const QString before = finalPaper();
    const QString oldFirst = scan(1);
    session().open().revise();
    session().open().fillIn(u"address"_s, u"湖北省武汉市另一条路1号"_s);
    Record without;
    without.kind = record::withoutPreReview;
    without.who = u"王芳"_s;
    without.detail = {{u"reason"_s, u"只改地址"_s}};
    session().open().writeDown(without);
    session().open().finalise();
    view().open();
    BOOST_TEST(int(view().current()) == int(Kind::Sign));
    const auto& words = find<QLabel>(view(), u"changedWords"_s);
    waitFor([&] { return words.text().contains(u"须重新打印的页：1\n"_s); });
    BOOST_TEST(words.text().contains(u"签章页（第 %1 页）"_s.arg(signedPage())));
    takeIn({oldFirst});
    BOOST_TEST(problems().contains(u"第 1 稿的第 1 页，内容已不是定稿的内容"_s));
    const QString statement = folder.file(u"更正说明.pdf"_s);
    dialogs.willSaveTo(statement);
    clickButton(u"saveStatement"_s);
    BOOST_TEST(readPageMap(statement).kind == u"correction"_s);
    willTakeIn(scan(1, 2, statement));
    clickButton(u"takeStatementIn"_s);
    const auto kept = session().open().writtenDown(record::correction);
    BOOST_REQUIRE(kept.has_value());
    BOOST_TEST(kept->detail.value("from"_L1).toInt() == 1);
    BOOST_TEST(kept->detail.value("to"_L1).toInt() == 2);
    BOOST_TEST(verdictName(verifyPaper(workspace->objects().path(kept->paper), {}).signatures.verdict) == u"marked"_s);
    BOOST_TEST(find<QLabel>(view(), u"statementKept"_s).text().contains(u"已收入更正说明"_s));
}

BOOST_AUTO_TEST_CASE(what_remains_to_be_done_by_hand_is_written_down_with_its_day)
{
    openFinal();
    session().open().record(StepKind::Sign, finalPaper(), {});
    BOOST_TEST(int(view().current()) == int(Kind::Sign));
    view().goTo(Kind::Send);
    BOOST_TEST(!find<QLabel>(view(), u"nextDeadlines"_s).text().isEmpty());
    dialogs.willSaveTo(folder.file(u"已签章.pdf"_s));
    clickButton(u"saveSigned"_s);
    BOOST_TEST((readFile(folder.file(u"已签章.pdf"_s)) == readFile(finalPaper())));
    dialogs.willRun([](QDialog& dialog) {
        dialog.show();
        BOOST_TEST(find<QPushButton>(dialog, u"writeSent"_s).isVisible());
        find<QLineEdit>(dialog, u"sentTo"_s).setText(u"示例学会"_s);
        click(find<QPushButton>(dialog, u"writeSent"_s));
        return true;
    });
    clickButton(u"recordSent"_s);
    BOOST_TEST(int(session().editor().state()) == int(DossierState::Sent));
    BOOST_TEST(workspace->records().last(session().open().key(), record::sent)->who == u"示例学会"_s);
    fillLine(u"onlineNumber"_s, u"2030-0001"_s);
    clickButton(u"onlineDone"_s);
    clickButton(u"paperCopiesDone"_s);
    BOOST_TEST(station(Kind::Online).words.zh.contains(u"2030-0001"_s));
    BOOST_TEST(int(station(Kind::PaperCopies).standing) == int(RouteStep::Standing::Done));
    BOOST_TEST(find<QLabel>(view(), u"onlineWords"_s).text().contains(u"2030-0001"_s));
}

BOOST_AUTO_TEST_SUITE_END()
