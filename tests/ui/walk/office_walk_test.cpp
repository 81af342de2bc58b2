// SPDX-License-Identifier: Apache-2.0
// An office's walk: from the complete draft over the paper for review, the recommending body's slips, the final revision, the scan taken
// in and, after a change, a certificate's signature, to the package that is sent; there its verdict is read.
#include "model/call/call_pack_reader.h"
#include "model/dossier/dossier_json.h"
#include "model/exchange/bundle.h"
#include "model/print/page_map.h"
#include "model/procedure/dossier_import.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/final_paper.h"
#include "model/procedure/office_route.h"
#include "model/procedure/sample_scans.h"
#include "model/recommendation/slip_notes.h"
#include "model/signature/delivery_key.h"
#include "tests/support/boost_test.h"
#include "tests/ui/shell/shell_fixture.h"
#include "ui/applicant/applicant_desk.h"
#include "ui/finalise/scan_tray.h"
#include "ui/finalise/finalise_view.h"
#include "ui/reading/reading_desk.h"
#include "ui/shell/dossier_list.h"

#include <QAction>
#include <QDialog>
#include <QFileInfo>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;
using Kind = RouteStep::Kind;

namespace {

struct Office : ShellFixture
{
    Office()
    {
        const QString draft = samplePaper();
        prepare([&](Workspace& workspace) {
            Findings findings;
            importDossier(workspace, draft, workspace.operators().current().key, findings);
        });
        start();
    }

    ui::ApplicantDesk& desk() { return dynamic_cast<ui::ApplicantDesk&>(*window().page()); }
    ui::FinaliseView& view() { return desk().finalising(); }
    ui::DossierSession& session() { return desk().session(); }
    DossierState state() { return session().editor().state(); }

    void clickButton(const QString& name) { click(find<QPushButton>(desk(), name)); }
    void fillLine(const QString& name, const QString& words)
    {
        auto& line = find<QLineEdit>(view(), name);
        BOOST_REQUIRE_MESSAGE(line.isVisible() && line.isEnabled(), name.toStdString() << " cannot be filled in");
        line.setFocus();
        line.selectAll();
        type(window(), words);
    }
    void change(const QString& field, const QString& text)
    {
        desk().form().goTo({Address::Part::Value, field, {}, {}});
        press(window(), Qt::Key_A, Qt::ControlModifier);
        type(window(), text);
    }
    void finaliseAndSign(bool on)
    {
        auto& action = find<QAction>(desk(), u"finalising"_s);
        if (action.isChecked() != on)
            action.trigger();
    }
    QString verdict(const QString& name) { return find<QLabel>(find<QWidget>(view(), u"nextPage"_s), name).text(); }

    /// The recommending body, with its own computer: answers what it received.
    QString answer(const QString& received, ReturnSlip::Outcome outcome, const QJsonObject& content)
    {
        const Dossier dossier = readDossierData(received);
        const CallPack& pack = *findBuiltInCallPack(dossier.callId);
        ReturnSlip slip = slipOn(dossier, dossierFingerprint(dossierJson(dossier)), pack);
        readSlipNotes(slip, content, dossier, pack, u"意见.json"_s);
        slip.outcome = outcome;
        slip.from = u"示例推荐单位"_s;
        slip.issued = QDate(2030, 5, 20);
        const QString out = folder.file(outcome == ReturnSlip::Outcome::Passed ? u"预审通过.pdf"_s : u"修改意见.pdf"_s);
        writeReturnSlip(slip, dossier, pack, openDeliveryKey(folder.file(u"推荐单位"_s), nullptr).identity, out);
        return out;
    }
    /// The page that the unit signs, signed and sealed, as the scanner made it of the file that was printed.
    QString signedScan(const QString& printed)
    {
        const PageMap map = readPageMap(printed);
        const auto isSigned = [](const MappedPage& page) {
            return std::any_of(page.areas.begin(), page.areas.end(), [](const SignatureArea& area) { return area.role == u"applicant"; });
        };
        const auto page = std::find_if(map.pages.begin(), map.pages.end(), isSigned);
        BOOST_REQUIRE((page != map.pages.end()));
        const QString path = folder.file(u"扫描.jpg"_s);
        BOOST_REQUIRE(laidAskew(inkedSamplePage(printed, map, int(page - map.pages.begin()) + 1, {true, true, 150}), 181).save(path, "JPG", 85));
        return path;
    }

    void openTheDraft();
    QString sendForReview(const QString& name);
    void fixWhatTheSlipSays(const QString& received);
    void passAndFinalise(const QString& received);
    void signWithPenAndStamp();
    void changeAndFinaliseAgain();
    void signWithCertificate();
    QString sendThePackage();
};

void Office::openTheDraft()
{
    waitForPage(u"startPage"_s);
    auto& list = find<ui::DossierList>(window(), QString());
    list.setFocus();
    press(window(), Qt::Key_Return);
    waitForPage(u"applicantDesk"_s);
    BOOST_TEST(int(state()) == int(DossierState::Draft));
    BOOST_TEST(session().canEdit());
}

QString Office::sendForReview(const QString& name)
{
    finaliseAndSign(true);
    BOOST_TEST(int(view().current()) == int(Kind::Review));
    BOOST_TEST(!find<QLineEdit>(view(), u"reviewTo"_s).text().isEmpty());
    const QString out = folder.file(name);
    dialogs.willSaveTo(out);
    clickButton(u"exportReview"_s);
    BOOST_REQUIRE(QFileInfo(out).isFile());
    BOOST_TEST(readPageMap(out).draft);
    BOOST_TEST(int(state()) == int(DossierState::Review));
    return out;
}

void Office::fixWhatTheSlipSays(const QString& received)
{
    const QJsonObject note{{u"field"_s, u"address"_s}, {u"words"_s, u"地址不全"_s}, {u"proposed"_s, u"湖北省武汉市洪山区另一条路1号"_s}};
    drop(window(), {answer(received, ReturnSlip::Outcome::Returned, {{u"notes"_s, QJsonArray{note}}})});
    waitFor([&] { return pageName() == u"applicantDesk"_s && session().dossier().revision == 2; });
    BOOST_TEST(!session().canEdit(u"org_name"_s));
    clickButton(u"fixAccept_0"_s);
    waitFor([&] { return session().dossier().text(u"address"_s) == u"湖北省武汉市洪山区另一条路1号"_s; });
}

void Office::passAndFinalise(const QString& received)
{
    drop(window(), {answer(received, ReturnSlip::Outcome::Passed, {})});
    waitFor([&] { return message().contains(u"通过预审"_s); });
    finaliseAndSign(true);
    BOOST_TEST(int(view().current()) == int(Kind::Confidentiality));
    fillLine(u"confidentialityWho"_s, u"保密办 李四"_s);
    clickButton(u"confidentialityDone"_s);
    BOOST_TEST(int(view().current()) == int(Kind::Finalise));
    dialogs.willAnswer(0);
    clickButton(u"finalise"_s);
    BOOST_TEST(int(state()) == int(DossierState::Final));
    BOOST_TEST(int(view().current()) == int(Kind::Sign));
}

void Office::signWithPenAndStamp()
{
    const QString printed = folder.file(u"打印用.pdf"_s);
    dialogs.willSaveTo(printed);
    clickButton(u"saveFinal"_s);
    BOOST_TEST(!requireFinalPaper(printed).draft);
    fillLine(u"signatoryName"_s, u"张院长"_s);
    fillLine(u"signatoryPosition"_s, u"院长"_s);
    dialogs.willOpen({signedScan(printed)});
    auto& tray = find<ui::ScanTray>(find<QWidget>(view(), u"signPage"_s), u"scanTray"_s);
    click(find<QPushButton>(tray, u"chooseScans"_s));
    auto& putIn = find<QPushButton>(tray, u"putScansIn"_s);
    waitFor([&] { return putIn.isVisible() && putIn.isEnabled(); });
    click(putIn);
    waitFor([&] { return state() == DossierState::Signed; });
    BOOST_TEST(int(view().current()) == int(Kind::Send));
    waitFor([&] { return verdict(u"verdictSeal"_s).contains(u"已核对"_s); });
    BOOST_TEST(verdict(u"verdictFile"_s).contains(u"文件完整"_s));
}

void Office::changeAndFinaliseAgain()
{
    waitFor([&] { return message().contains(u"已冻结"_s); });
    QPushButton* const begin = window().messages().findChild<QPushButton*>(u"messageAction"_s);
    BOOST_REQUIRE(begin);
    click(*begin);
    BOOST_TEST(session().dossier().revision == 3);
    finaliseAndSign(false);
    change(u"contact_position"_s, u"科研合作部主任（新）"_s);
    finaliseAndSign(true);
    view().goTo(Kind::PreReview);
    fillLine(u"withoutReason"_s, u"只改联系人职务，已电话告知推荐单位"_s);
    clickButton(u"withoutPreReview"_s);
    BOOST_TEST(int(view().current()) == int(Kind::Finalise));
    dialogs.willAnswer(0);
    clickButton(u"finalise"_s);
    BOOST_TEST(int(view().current()) == int(Kind::Sign));
    const auto& words = find<QLabel>(view(), u"changedWords"_s);
    waitFor([&] { return words.text().contains(u"须重新打印的页：1"_s); });
}

void Office::signWithCertificate()
{
    click(find<QRadioButton>(view(), u"byCertificate"_s));
    find<QComboBox>(view(), u"identitySource"_s).setCurrentIndex(2);
    fillLine(u"newPassphrase"_s, u"长口令 一"_s);
    fillLine(u"newPassphraseAgain"_s, u"长口令 一"_s);
    dialogs.willSaveTo(folder.file(u"单位.p12"_s));
    clickButton(u"makeIdentity"_s);
    const auto& worth = find<QLabel>(view(), u"certificateWorth"_s);
    waitFor([&] { return worth.isVisible(); });
    BOOST_TEST(worth.text().contains(u"自签证书"_s));
    clickButton(u"signWithCertificate"_s);
    waitFor([&] { return state() == DossierState::Signed; });
    BOOST_TEST(int(view().current()) == int(Kind::Send));
    waitFor([&] { return verdict(u"verdictSeal"_s).contains(u"的证书于"_s); });
}

QString Office::sendThePackage()
{
    const QString zip = folder.file(u"报送.zip"_s);
    dialogs.willSaveTo(zip);
    dialogs.willRun([](QDialog& dialog) {
        show(dialog, dialog.size());
        click(find<QPushButton>(dialog, u"makePackage"_s));
        auto& toSent = find<QPushButton>(dialog, u"toSent"_s);
        waitFor([&] { return toSent.isVisible(); });
        click(toSent);
        click(find<QPushButton>(dialog, u"writeSent"_s));
        return true;
    });
    clickButton(u"makePackage"_s);
    BOOST_TEST(int(state()) == int(DossierState::Sent));
    const std::optional<Record> sent = session().open().writtenDown(record::sent);
    BOOST_REQUIRE(sent.has_value());
    BOOST_TEST(sent->revision == 3);
    return zip;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(office_walk, Office)

BOOST_AUTO_TEST_CASE(from_the_complete_draft_to_the_package_that_was_sent_and_its_verdict)
{
    openTheDraft();
    fixWhatTheSlipSays(sendForReview(u"送审稿.pdf"_s));
    dialogs.willRun([](QDialog& dialog) { return dialog.objectName() == u"changesDialog"_s; });
    passAndFinalise(sendForReview(u"送审稿第2稿.pdf"_s));
    signWithPenAndStamp();
    changeAndFinaliseAgain();
    signWithCertificate();
    const QString zip = sendThePackage();
    // The receiver: takes the file out of the package and reads its verdict.
    const BundleReader reader(zip);
    BOOST_REQUIRE(reader.entries().size() == 1);
    const QString received = folder.file(u"收到.pdf"_s);
    reader.extract(0, received);
    find<QAction>(desk(), u"home"_s).trigger();
    waitForPage(u"startPage"_s);
    dialogs.willOpen({received});
    click(find<QAbstractButton>(window(), u"readFile"_s));
    waitFor([&] { return window().page() && qobject_cast<ui::ReadingDesk*>(window().page()); });
    auto& reading = dynamic_cast<ui::ReadingDesk&>(*window().page());
    waitFor([&] { return reading.isVerified(); });
    BOOST_TEST(find<QLabel>(reading, u"verdictFile"_s).text().contains(u"文件完整，此后未作改动"_s));
    BOOST_TEST(find<QLabel>(reading, u"verdictSeal"_s).text().contains(u"由“示例先进光电技术研究院”的证书于"_s));
}

BOOST_AUTO_TEST_SUITE_END()
