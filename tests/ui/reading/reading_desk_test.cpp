// SPDX-License-Identifier: Apache-2.0
#include "tests/support/boost_test.h"
#include "model/base/sha256.h"
#include "tests/support/qt_warnings.h"
#include "tests/support/windows.h"
#include "tests/support/sample_papers.h"
#include "ui/pdf/paper_view.h"
#include "ui/reading/reading_desk.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPushButton>
#include <QTextBrowser>
#include <QTreeWidget>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

/// A reading desk on a file, when its verdict is there.
struct Reading
{
    Reading(DeskFixture& at, const QString& file) : desk(*at.workspace, file, at.dialogs, nullptr)
    {
        bool done = false;
        QObject::connect(&desk, &ui::ReadingDesk::verified, &desk, [&] { done = true; });
        show(desk);
        waitFor([&] { return done; });
    }

    QString line(const QString& name) { return find<QLabel>(desk, name).text(); }
    QString details() { return find<QTextBrowser>(desk, u"verdictDetails"_s).toPlainText(); }

    ui::ReadingDesk desk;
};

/// The signed sample with one letter of its bytes changed where a signature counts them.
QString altered(const ScratchFolder& folder)
{
    QByteArray bytes = readFile(signedSample());
    const qsizetype at = bytes.indexOf("/Producer");
    BOOST_REQUIRE(at > 0);
    bytes[at + 1] = 'p';
    writeFile(folder.file(u"改过.pdf"_s), bytes);
    return folder.file(u"改过.pdf"_s);
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(reading_desk, DeskFixture)

BOOST_AUTO_TEST_CASE(a_signed_dossier_is_whole_and_its_signer_not_yet_trusted)
{
    Reading reading(*this, signedSample());
    BOOST_TEST(reading.line(u"verdictFile"_s) == u"文件完整，此后未作改动。"_s);
    BOOST_TEST(reading.line(u"verdictSeal"_s).contains(u"由“示例先进光电技术研究院”的证书于"));
    BOOST_TEST(reading.line(u"verdictSeal"_s).contains(u"可信签名人"));
    click(find<QPushButton>(reading.desk, u"verdictMore"_s));
    BOOST_TEST(reading.details().contains(u"页面文字与内附数据： 一致"));
    BOOST_TEST(reading.details().contains(u"证书指纹"));
}

BOOST_AUTO_TEST_CASE(a_byte_that_was_changed_is_told_and_what_to_ask_for)
{
    Reading reading(*this, altered(folder));
    BOOST_TEST(reading.line(u"verdictFile"_s).contains(u"签名不成立"));
    BOOST_TEST(reading.line(u"verdictSeal"_s).startsWith(u"不能作为签章采用"));
    BOOST_TEST(reading.line(u"verdictRemedy"_s).contains(u"重新发送原文件"));
}

BOOST_AUTO_TEST_CASE(a_file_without_signature_is_not_called_whole)
{
    writeFile(folder.file(u"无签名.pdf"_s), linkedPdf());
    Reading reading(*this, folder.file(u"无签名.pdf"_s));
    BOOST_TEST(reading.line(u"verdictFile"_s).contains(u"无法判断是否被改动"));
    BOOST_TEST(reading.line(u"verdictSeal"_s) == u"没有单位签章。"_s);
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_pdf_is_said_to_be_none)
{
    writeFile(folder.file(u"坏.pdf"_s), "nothing");
    // The desk stands alone here, without the window whose bar would say that no page can be shown.
    const ExpectedWarning unshown("无法显示");
    Reading reading(*this, folder.file(u"坏.pdf"_s));
    BOOST_TEST(reading.line(u"verdictFile"_s).contains(u"不是可以读取的 PDF"));
}

BOOST_AUTO_TEST_CASE(the_verdict_is_kept_and_the_place_comes_back)
{
    QJsonObject place;
    {
        Reading reading(*this, signedSample());
        waitFor([&] { return reading.desk.paper().pages().isOpen(); });
        reading.desk.paper().view().goToPage(2);
        place = reading.desk.place();
    }
    BOOST_TEST(workspace->verdicts().on(sha256OfFile(signedSample())).has_value());
    Reading again(*this, signedSample());
    waitFor([&] { return again.desk.paper().pages().isOpen(); });
    again.desk.goTo(place);
    BOOST_TEST(again.desk.paper().view().currentPage() == 2);
}

BOOST_AUTO_TEST_CASE(a_signer_is_trusted_from_here_once_the_fingerprint_was_compared)
{
    Reading reading(*this, signedSample());
    dialogs.willRun([](QDialog& dialog) {
        BOOST_TEST(find<QLabel>(dialog, u"fingerprint"_s).text().size() == 79);
        BOOST_TEST(!find<QPushButton>(dialog, u"trust"_s).isEnabled());
        find<QCheckBox>(dialog, u"fingerprintCompared"_s).setChecked(true);
        BOOST_TEST(find<QPushButton>(dialog, u"trust"_s).isEnabled());
        return true;
    });
    bool again = false;
    QObject::connect(&reading.desk, &ui::ReadingDesk::verified, &reading.desk, [&] { again = true; });
    click(find<QPushButton>(reading.desk, u"trustSigner"_s));
    waitFor([&] { return again; });
    BOOST_TEST(reading.line(u"verdictSeal"_s).contains(u"电话核对指纹"));
    BOOST_TEST(!find<QPushButton>(reading.desk, u"trustSigner"_s).isVisible());
    BOOST_REQUIRE(workspace->trust().listed().size() == 1);
    BOOST_TEST(reading.details().contains(u"当时不在可信签名人中"));
}

BOOST_AUTO_TEST_CASE(trusted_signers_are_managed_and_the_verdict_follows)
{
    Reading reading(*this, signedSample());
    dialogs.willRun([](QDialog& dialog) {
        find<QCheckBox>(dialog, u"fingerprintCompared"_s).setChecked(true);
        return true;
    });
    click(find<QPushButton>(reading.desk, u"trustSigner"_s));
    waitFor([&] { return reading.line(u"verdictSeal"_s).contains(u"电话核对指纹"); });
    dialogs.willRun([](QDialog& dialog) {
        auto& signers = find<QTreeWidget>(dialog, u"signers"_s);
        BOOST_REQUIRE(signers.topLevelItemCount() == 1);
        BOOST_TEST(!find<QPushButton>(dialog, u"removeSigner"_s).isEnabled());
        find<QLineEdit>(dialog, u"whyRemoved"_s).setText(u"证书作废"_s);
        find<QPushButton>(dialog, u"removeSigner"_s).click();
        BOOST_TEST(signers.topLevelItem(0)->text(4).contains(u"证书作废"));
        return true;
    });
    find<QAction>(reading.desk, u"trustedSigners"_s).trigger();
    waitFor([&] { return reading.line(u"verdictSeal"_s).contains(u"不在可信签名人中"); });
    BOOST_TEST(workspace->trust().listed().isEmpty());
}

BOOST_AUTO_TEST_CASE(words_to_the_sender_are_copied)
{
    Reading reading(*this, altered(folder));
    click(find<QPushButton>(reading.desk, u"copyToSender"_s));
    BOOST_TEST(QApplication::clipboard()->text().contains(u"收到您发来的“改过.pdf”"));
    BOOST_TEST(QApplication::clipboard()->text().contains(u"请重新发来原文件"));
    BOOST_TEST(!find<QPushButton>(reading.desk, u"trustSigner"_s).isVisible());
}

BOOST_AUTO_TEST_CASE(the_originals_inside_are_taken_out_into_a_folder_of_their_own)
{
    Reading reading(*this, signedSample());
    dialogs.willChooseFolder(folder.path());
    find<QAction>(reading.desk, u"takeOut"_s).trigger();
    BOOST_TEST(QDir(folder.file(u"已签章-附件"_s)).exists(u"dossier.json"_s));
    BOOST_TEST(QDir(folder.file(u"已签章-附件"_s)).entryList(QDir::Files).size() > 2);
}

BOOST_AUTO_TEST_CASE(pages_that_were_changed_after_signing_are_marked_and_led_to)
{
    Reading reading(*this, dataFile(u"../fuzz/corpus/own-attacked.pdf"_s));
    waitFor([&] { return reading.desk.paper().pages().isOpen(); });
    BOOST_TEST(reading.line(u"verdictFile"_s).contains(u"签名之后，文件被改动过"));
    BOOST_TEST(find<QWidget>(reading.desk, u"changedPages"_s).isVisible());
    auto& go = find<QPushButton>(reading.desk, u"changedPage0"_s);
    BOOST_TEST(go.text() == u"第 1 页"_s);
    click(go);
    BOOST_TEST(reading.desk.paper().view().currentPage() == 0);
    const auto* const small = find<QAbstractItemView>(reading.desk, u"thumbnails"_s).model();
    BOOST_TEST(small->index(0, 0).data().toString() == u"1 有改动"_s);
    BOOST_TEST(small->index(0, 0).data(Qt::AccessibleDescriptionRole).toString().contains(u"签名之后有改动"_s));
    BOOST_TEST(small->index(0, 0).data(Qt::ToolTipRole).toString().contains(u"页面内容被改动"));
    Reading whole(*this, signedSample());
    BOOST_TEST(!find<QWidget>(whole.desk, u"changedPages"_s).isVisible());
}

BOOST_AUTO_TEST_SUITE_END()
