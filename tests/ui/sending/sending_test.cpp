// SPDX-License-Identifier: Apache-2.0
#include "model/exchange/bundle.h"
#include "model/procedure/office_route.h"
#include "tests/support/boost_test.h"
#include "tests/support/windows.h"
#include "ui/desk/message_bar.h"
#include "ui/sending/package_page.h"
#include "ui/sending/sending_dialog.h"
#include "ui/sending/sent_page.h"
#include "ui/sending/size_page.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTreeWidget>

#include <random>
#include <thread>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct SendingFixture : DeskFixture
{
    SendingFixture() : session(*workspace, sampleDossier(u"sample-values.json"_s), dialogs) {}

    /// Freezes it and takes a signed paper in.
    void sign()
    {
        session.open().finalise();
        session.open().record(StepKind::Sign, session.open().finalPaper(), {});
    }

    ui::DossierSession session;
};

/// The window, when the size is worked out.
struct SendingDesk
{
    explicit SendingDesk(ui::DossierSession& session) : dialog(session, nullptr)
    {
        show(dialog, dialog.size());
        measure();
    }

    void measure()
    {
        waitFor([&] { return !dialog.sizes().isMeasuring(); });
    }
    qint64 size() { return dialog.sizes().bytes().value_or(-1); }
    QString total() { return find<QLabel>(dialog, u"sendingTotal"_s).text(); }
    QString severity() { return find<QLabel>(dialog, u"sendingTotal"_s).property("severity").toString(); }
    void setLimit(int megabytes) { find<QSpinBox>(dialog, u"sizeLimit"_s).setValue(megabytes); }
    void go(int page) { find<QTabWidget>(dialog, u"sendingPages"_s).setCurrentIndex(page); }
    QTreeWidgetItem* tick(const QString& list, const QString& name, bool on)
    {
        auto& tree = find<QTreeWidget>(dialog, list);
        const QList<QTreeWidgetItem*> found = tree.findItems(name, Qt::MatchExactly);
        BOOST_REQUIRE(found.size() == 1);
        tree.setFocus();
        tree.setCurrentItem(found.first());
        if ((found.first()->checkState(0) == Qt::Checked) != on)
            press(dialog, Qt::Key_Space);
        return found.first();
    }

    ui::SendingDialog dialog;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(sending, SendingFixture)

BOOST_AUTO_TEST_CASE(the_size_is_known_before_finalising_and_compared_with_a_limit_that_is_remembered)
{
    SendingDesk sending(session);
    BOOST_TEST(sending.size() > 0);
    BOOST_TEST(sending.total().startsWith(u"定稿后约"));
    BOOST_TEST(sending.severity() == QString());
    sending.setLimit(500);
    BOOST_TEST(sending.total().contains(u"在 500 MB 以内"));
    BOOST_TEST(sending.severity() == u"good"_s);
    BOOST_TEST(find<QLabel>(sending.dialog, u"noPaper"_s).text().contains(u"还没有定稿"));
    SendingDesk again(session);
    BOOST_TEST(find<QSpinBox>(again.dialog, u"sizeLimit"_s).value() == 500);
    ui::DossierSession other(*workspace, newDossier(), dialogs);
    SendingDesk another(other);
    BOOST_TEST(find<QSpinBox>(another.dialog, u"sizeLimit"_s).value() == 500);
}

BOOST_AUTO_TEST_CASE(an_original_left_out_makes_it_smaller_and_can_be_undone)
{
    SendingDesk sending(session);
    const qint64 before = sending.size();
    auto& weights = find<QTreeWidget>(sending.dialog, u"attachmentWeights"_s);
    BOOST_REQUIRE(weights.topLevelItemCount() > 1);
    const QString heaviest = weights.topLevelItem(0)->text(0);
    sending.tick(u"attachmentWeights"_s, heaviest, false);
    BOOST_TEST(sending.dialog.sizes().isMeasuring());
    sending.measure();
    BOOST_TEST(sending.size() < before);
    session.undo();
    for (const QList<Attachment>& files : session.dossier().attachments)
        for (const Attachment& file : files)
            BOOST_TEST(file.originalInside);
}

BOOST_AUTO_TEST_CASE(photos_with_fewer_dots_make_it_smaller_and_the_final_paper_is_printed_so)
{
    SendingDesk sending(session);
    const qint64 before = sending.size();
    auto& resolution = find<QComboBox>(sending.dialog, u"photoResolution"_s);
    resolution.setCurrentIndex(2);
    sending.measure();
    const qint64 small = sending.size();
    BOOST_TEST(small < before);
    session.open().finalise();
    // The date that a final paper bears makes a difference of some bytes.
    BOOST_TEST(std::abs(QFileInfo(session.open().finalPaper()).size() - small) < 2000);
}

BOOST_AUTO_TEST_CASE(a_signed_dossier_is_packed_under_the_names_of_the_call)
{
    sign();
    SendingDesk sending(session);
    BOOST_TEST(sending.total().startsWith(u"报送包共"));
    sending.tick(u"originals"_s, u"licence.jpg"_s, true);
    const QString zip = folder.file(u"包.zip"_s);
    dialogs.willSaveTo(zip);
    click(find<QPushButton>(sending.dialog, u"makePackage"_s));
    waitFor([&] { return find<QLabel>(sending.dialog, u"packageDone"_s).isVisible(); });
    const BundleReader reader(zip);
    BOOST_REQUIRE(reader.entries().size() == 2);
    BOOST_TEST(reader.entries().first().name.endsWith(u"-申报书-第1稿.pdf"));
    BOOST_TEST(reader.entries().last().name == u"附件/licence.jpg"_s);
}

BOOST_AUTO_TEST_CASE(a_package_may_be_a_folder_and_one_with_content_is_left_alone)
{
    sign();
    SendingDesk sending(session);
    find<QComboBox>(sending.dialog, u"packageForm"_s).setCurrentIndex(1);
    dialogs.willChooseFolder(folder.path());
    click(find<QPushButton>(sending.dialog, u"makePackage"_s));
    waitFor([&] { return find<QLabel>(sending.dialog, u"packageDone"_s).isVisible(); });
    const QStringList made = QDir(folder.path()).entryList({u"*-第1稿"_s}, QDir::Dirs);
    BOOST_REQUIRE(made.size() == 1);
    BOOST_TEST(QDir(folder.file(made.first())).entryList(QDir::Files) == QStringList{made.first() + u".pdf"_s});
    dialogs.willChooseFolder(folder.path());
    click(find<QPushButton>(sending.dialog, u"makePackage"_s));
    auto& bar = find<ui::MessageBar>(sending.dialog, QString());
    waitFor([&] { return bar.isVisible(); });
    BOOST_TEST(bar.message()->text.contains(u"没有覆盖"));
}

BOOST_AUTO_TEST_CASE(making_a_package_can_be_stopped)
{
    sign();
    SendingDesk sending(session);
    dialogs.willSaveTo(folder.file(u"包.zip"_s));
    auto& make = find<QPushButton>(sending.dialog, u"makePackage"_s);
    auto& stop = find<QPushButton>(sending.dialog, u"stopPackage"_s);
    click(make);
    BOOST_REQUIRE(stop.isVisible());
    BOOST_TEST(!make.isEnabled());
    click(stop);
    BOOST_TEST(!stop.isVisible());
    BOOST_TEST(make.isEnabled());
    BOOST_TEST(!find<QLabel>(sending.dialog, u"packageDone"_s).isVisible());
}

BOOST_AUTO_TEST_CASE(a_package_that_was_made_before_it_could_be_stopped_is_named)
{
    sign();
    SendingDesk sending(session);
    const QString zip = folder.file(u"包.zip"_s);
    dialogs.willSaveTo(zip);
    click(find<QPushButton>(sending.dialog, u"makePackage"_s));
    // The window hears of its end when it handles events again, which it does not before the other button.
    while (!QFile::exists(zip))
        std::this_thread::yield();
    find<QPushButton>(sending.dialog, u"stopPackage"_s).click();
    const auto& said = find<QLabel>(sending.dialog, u"packageDone"_s);
    waitFor([&] { return said.isVisible(); });
    BOOST_TEST(said.text().contains(u"在停止之前已经生成"));
}

BOOST_AUTO_TEST_CASE(the_text_for_the_mail_names_files_sizes_and_check_code_and_is_copied)
{
    sign();
    SendingDesk sending(session);
    sending.tick(u"originals"_s, u"licence.jpg"_s, true);
    click(find<QPushButton>(sending.dialog, u"copyMessage"_s));
    const QString text = QApplication::clipboard()->text();
    BOOST_TEST(text == find<QPlainTextEdit>(sending.dialog, u"packageMessage"_s).toPlainText());
    BOOST_TEST(text.contains(u"附件/licence.jpg（"));
    BOOST_TEST(text.contains(u"全文校验码："));
    BOOST_TEST(text.contains(u"请勿用其他软件另存或打印成 PDF"));
}

BOOST_AUTO_TEST_CASE(nothing_chosen_can_neither_be_packed_nor_copied)
{
    sign();
    SendingDesk sending(session);
    click(find<QAbstractButton>(sending.dialog, u"withPaper"_s));
    BOOST_TEST(!find<QPushButton>(sending.dialog, u"makePackage"_s).isEnabled());
    BOOST_TEST(!find<QPushButton>(sending.dialog, u"copyMessage"_s).isEnabled());
}

BOOST_AUTO_TEST_CASE(over_the_limit_is_said_in_red_with_what_helps)
{
    keepPacking(*workspace, session.open(), {200, 1});
    const ScratchFolder pictures;
    QByteArray noise(3'000'000, '\0');
    std::mt19937 random(7);
    for (char& byte : noise)
        byte = char(random());
    const QImage photo(reinterpret_cast<const uchar*>(noise.constData()), 1000, 1000, 3000, QImage::Format_RGB888);
    BOOST_REQUIRE(photo.save(pictures.file(u"大图.png"_s)));
    session.open().attach(u"uscc_scan"_s, {pictures.file(u"大图.png"_s)});
    SendingDesk sending(session);
    BOOST_TEST(sending.severity() == u"error"_s);
    BOOST_TEST(sending.total().contains(u"超过 1 MB"));
    BOOST_TEST(find<QTreeWidget>(sending.dialog, u"attachmentWeights"_s).topLevelItem(0)->text(0) == u"大图.png"_s);
}

BOOST_AUTO_TEST_CASE(what_was_sent_to_whom_is_written_down_and_shown)
{
    sign();
    SendingDesk sending(session);
    dialogs.willSaveTo(folder.file(u"包.zip"_s));
    click(find<QPushButton>(sending.dialog, u"makePackage"_s));
    waitFor([&] { return find<QPushButton>(sending.dialog, u"toSent"_s).isVisible(); });
    click(find<QPushButton>(sending.dialog, u"toSent"_s));
    auto& who = find<QLineEdit>(sending.dialog, u"sentTo"_s);
    BOOST_TEST(!who.text().isEmpty());
    who.clear();
    BOOST_TEST(!find<QPushButton>(sending.dialog, u"writeSent"_s).isEnabled());
    who.setText(u"示例省科学技术协会"_s);
    click(find<QPushButton>(sending.dialog, u"writeSent"_s));
    auto& records = find<QTreeWidget>(sending.dialog, u"sentRecords"_s);
    BOOST_REQUIRE(records.topLevelItemCount() == 1);
    BOOST_TEST(records.topLevelItem(0)->text(1) == u"示例省科学技术协会"_s);
    BOOST_TEST(records.topLevelItem(0)->text(2) == u"邮件"_s);
    BOOST_TEST(records.topLevelItem(0)->text(3).contains(u"-申报书-第1稿.pdf"));
    BOOST_TEST((session.editor().state() == DossierState::Sent));
    const std::optional<Record> kept = workspace->records().last(session.open().key(), record::sent);
    BOOST_REQUIRE(kept.has_value());
    BOOST_TEST(kept->detail.value("fingerprint"_L1).toString().size() == 64);
    // A second time to somebody else changes the state no more.
    click(find<QPushButton>(sending.dialog, u"writeSent"_s));
    BOOST_TEST(records.topLevelItemCount() == 2);
}

BOOST_AUTO_TEST_SUITE_END()
