// SPDX-License-Identifier: Apache-2.0
// A recommending body's walk through the windows: four dossiers in, one returned and sent in again, one over the quota, ranked, decided, endorsed (one in
// ink, one by two certificates), the bundle out; and what independent judges say of it.
#include "model/procedure/final_paper.h"
#include "model/procedure/ink_endorsing.h"
#include "model/procedure/sample_scans.h"
#include "model/recommendation/ranking_sheet.h"
#include "tests/support/batch_papers.h"
#include "tests/support/boost_test.h"
#include "tests/ui/shell/shell_fixture.h"
#include "ui/applicant/entry_list.h"
#include "ui/recommender/candidate_panel.h"
#include "ui/recommender/candidate_table.h"
#include "ui/recommender/endorse_dialog.h"
#include "ui/recommender/recommender_desk.h"

#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QDialog>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QTabWidget>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct BodyOffice : ShellFixture
{
    BodyOffice()
    {
        prepare([](Workspace&) {});
        start();
        waitForPage(u"startPage"_s);
        click(find<QAbstractButton>(window(), u"recommend"_s));
        BOOST_REQUIRE(waitFor([&] { return qobject_cast<ui::RecommenderDesk*>(window().page()) != nullptr; }));
    }

    ui::RecommenderDesk& desk() { return dynamic_cast<ui::RecommenderDesk&>(*window().page()); }
    QString said() { return window().messages().message() ? window().messages().message()->text : QString(); }

    void setUp()
    {
        QLineEdit& name = find<QLineEdit>(desk(), u"bodyName"_s);
        name.setFocus();
        type(window(), u"湖北省科协"_s);
        press(window(), Qt::Key_Return);
        for (QCheckBox* const each : desk().findChildren<QCheckBox*>())
            each->setChecked(true);
        find<QLineEdit>(desk(), u"declaredBy"_s).setText(u"赵主席"_s);
        click(find<QPushButton>(desk(), u"beginBatch"_s));
        BOOST_REQUIRE_MESSAGE(desk().board().exists(), said().toStdString());
    }
    void receive(const QStringList& files)
    {
        bool done = false;
        const auto heard = QObject::connect(&desk(), &ui::RecommenderDesk::received, &desk(), [&] { done = true; });
        dialogs.willRun([](QDialog&) { return true; });
        drop(desk(), files);
        BOOST_REQUIRE(waitFor([&] { return done && !desk().isReceiving(); }));
        QObject::disconnect(heard);
    }
    const Candidate& candidate(int number) { return *desk().board().view().candidate(batchDossierId(number)); }
    void choose(int number) { desk().table().setCurrent(batchDossierId(number)); }
    void trigger(const QString& name) { find<QAction>(desk(), name).trigger(); }
    QString paperOf(int number) { return desk().board().workspace().objects().path(candidate(number).paper); }

    static QString ran(const QString& program, const QStringList& arguments)
    {
        QProcess process;
        process.start(program, arguments);
        process.waitForFinished(120'000);
        return QString::fromUtf8(process.readAllStandardOutput());
    }
};

void fill(QDialog& dialog, const QString& name, const QString& words)
{
    find<QLineEdit>(dialog, name).setText(words);
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(a_recommending_bodys_walk, BodyOffice)

BOOST_AUTO_TEST_CASE(leads_from_four_dossiers_to_the_bundle)
{
    setUp();
    const QString draft = folder.file(u"送审稿.pdf"_s);
    writeBatchDossier(0, BatchPaperKind::Review, draft);
    receive(QStringList{draft} + signedDossiers().mid(1));
    BOOST_TEST(desk().board().view().ranking.order.size() == 4);

    // One is returned, comes again, passes, and comes signed.
    choose(0);
    const QString slip = folder.file(u"修改意见.pdf"_s);
    dialogs.willRun([](QDialog& dialog) {
        auto& field = find<QComboBox>(dialog, u"noteField"_s);
        field.setCurrentIndex(field.findData(u"address"_s));
        Q_EMIT field.activated(field.currentIndex());
        find<QPlainTextEdit>(dialog, u"noteWords"_s).setPlainText(u"请写到门牌号"_s);
        fill(dialog, u"noteProposed"_s, u"湖北省武汉市示例路8号"_s);
        Q_EMIT find<QLineEdit>(dialog, u"noteProposed"_s).textEdited({});
        click(find<QPushButton>(dialog, u"writeSlip"_s));
        return dialog.result() == QDialog::Accepted;
    });
    dialogs.willSaveTo(slip);
    trigger(u"return"_s);
    BOOST_TEST(candidate(0).state == u"returned"_s);
    BOOST_TEST(ran(u"pdftotext"_s, {u"-raw"_s, slip, u"-"_s}).contains(u"请写到门牌号"_s));
    const QString again = folder.file(u"送审稿二.pdf"_s);
    writeBatchDossier(0, BatchPaperKind::Review, again, 2, {{u"address"_s, u"湖北省武汉市示例路8号"_s}});
    receive({again});
    choose(0);
    desk().panel().goToTab(u"changes"_s);
    BOOST_TEST(find<ui::EntryList>(desk().panel(), u"changes"_s).entries().at(1).title.contains(u"已按建议改"_s));
    dialogs.willRun([](QDialog& dialog) {
        click(find<QPushButton>(dialog, u"writeSlip"_s));
        return dialog.result() == QDialog::Accepted;
    });
    dialogs.willSaveTo(folder.file(u"预审通过.pdf"_s));
    trigger(u"pass"_s);
    BOOST_TEST(candidate(0).state == u"passed"_s);
    const QString signedAgain = folder.file(u"已签章.pdf"_s);
    writeBatchDossier(0, BatchPaperKind::Signed, signedAgain, 2, {{u"address"_s, u"湖北省武汉市示例路8号"_s}});
    receive({signedAgain});
    BOOST_TEST(candidate(0).kind == u"signed"_s);

    // Ranked: the one over the quota stays a reserve, whatever is pressed.
    desk().table().setFocus();
    choose(3);
    press(window(), Qt::Key_Up, Qt::ControlModifier);
    press(window(), Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
    BOOST_TEST(said().contains(u"名额"_s));
    BOOST_TEST(!desk().board().view().isRecommended(batchDossierId(2)));
    dialogs.willRun([](QDialog& dialog) {
        fill(dialog, u"meeting"_s, u"主席办公会"_s);
        return true;
    });
    trigger(u"decide"_s);

    // One in ink; the others with our certificate, and all of them with that of a joint body.
    const PageMap map = readPageMap(paperOf(1));
    laidAskew(inkedSamplePage(paperOf(1), map, pagesToEndorse(map).first()), 181).save(folder.file(u"扫描.jpg"_s), "JPEG", 80);
    const QString own = identityFile(folder, u"湖北省科学技术协会"_s);
    const QString joint = identityFile(folder, u"中国光学学会"_s);
    dialogs.willSaveTo(folder.file(u"签章页.pdf"_s));
    dialogs.willOpen({folder.file(u"扫描.jpg"_s)});
    dialogs.willRun([&](QDialog& dialog) {
        click(find<QPushButton>(dialog, u"printPages"_s));
        click(find<QPushButton>(dialog, u"takeScans"_s));
        find<QTabWidget>(dialog, u"endorseWays"_s).setCurrentIndex(1);
        fill(dialog, u"identityFile"_s, own);
        fill(dialog, u"passphrase"_s, identityWord());
        click(find<QPushButton>(dialog, u"signAll"_s));
        BOOST_TEST(find<QLabel>(dialog, u"endorseSaid"_s).text().contains(u"签好 2 份"_s));
        fill(dialog, u"jointBody"_s, u"中国光学学会"_s);
        fill(dialog, u"identityFile"_s, joint);
        click(find<QPushButton>(dialog, u"signAll"_s));
        BOOST_TEST(find<QLabel>(dialog, u"endorseSaid"_s).text().contains(u"签好 3 份"_s));
        return true;
    });
    trigger(u"endorse"_s);
    const auto kindOf = [&](int number) { return endorsementOf(candidate(number), desk().board().view().endorsements).kind; };
    BOOST_TEST((kindOf(0) == EndorsementState::Kind::Certificate));
    BOOST_TEST((kindOf(1) == EndorsementState::Kind::Ink));
    BOOST_TEST((kindOf(3) == EndorsementState::Kind::Certificate));

    const QString bundle = folder.file(u"报送包.jzb"_s);
    dialogs.willSaveTo(bundle);
    dialogs.willRun([&](QDialog& dialog) {
        BOOST_TEST(find<QPushButton>(dialog, u"writeBundle"_s).isEnabled());
        click(find<QPushButton>(dialog, u"writeBundle"_s));
        BOOST_TEST(find<QPlainTextEdit>(dialog, u"sendMessage"_s).toPlainText().contains(u"第 1 次报送"_s));
        return true;
    });
    trigger(u"send"_s);
    const QString where = folder.file(u"解开"_s);
    ran(u"unzip"_s, {u"-q"_s, bundle, u"-d"_s, where});
    const QStringList papers = QDir(where).entryList({u"*.pdf"_s}, QDir::Files);
    BOOST_TEST(papers.size() == 5); // three dossiers, a signature paper, the sheet
    const RankingSheet sheet = [&] {
        for (const QString& each : papers)
            if (isRankingSheet(where + u'/' + each))
                return readRankingSheet(where + u'/' + each).sheet;
        return RankingSheet();
    }();
    BOOST_REQUIRE(sheet.dossiers.size() == 3);
    for (const SheetDossier& each : sheet.dossiers) {
        const int expected = 1 + int(std::count_if(each.signatures.begin(), each.signatures.end(), [](const ExpectedSignature& one) { return one.kind == u"certificate"; }));
        const QString judged = ran(u"pdfsig"_s, {where + u'/' + each.file});
        BOOST_TEST(judged.count(u"Signature is Valid"_s) == expected);
        BOOST_TEST(!judged.contains(u"Invalid"_s));
    }
}

BOOST_AUTO_TEST_SUITE_END()
