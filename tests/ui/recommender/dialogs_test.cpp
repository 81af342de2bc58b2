// SPDX-License-Identifier: Apache-2.0
// The dialogs of the recommending body's desk.
#include "model/procedure/final_paper.h"
#include "model/procedure/handover.h"
#include "model/procedure/sample_scans.h"
#include "tests/ui/recommender/recommender_fixture.h"

using namespace jz;
using namespace jz::test;

BOOST_FIXTURE_TEST_SUITE(dialogs_of_the_recommending_body, Recommending)

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

BOOST_AUTO_TEST_CASE(says_of_each_printed_dossier_whether_it_is_the_one_in_the_batch)
{
    DeskWindow on(*this);
    setUp(on);
    receive(on, signedDossiers().first(2));
    on.desk->table().setCurrent(batchDossierId(1));
    click(find<QToolButton>(*on.desk, u"lineHere"_s));
    const auto scan = [&](const QString& paper, const QString& name) {
        inkedSamplePage(paper, readPageMap(paper), 1).save(folder.file(name), "JPEG", 80);
        return folder.file(name);
    };
    const QString old = folder.file(u"旧.pdf"_s);
    writeBatchDossier(1, BatchPaperKind::Final, old, 1, {{u"address"_s, u"湖北省武汉市旧址1号"_s}});
    const QString good = scan(signedDossiers().first(), u"好.jpg"_s);
    const QString outdated = scan(old, u"旧.jpg"_s);
    const QString foreign = scan(signedDossiers().at(3), u"别家.jpg"_s);
    dialogs.willOpen({good, outdated, foreign});
    dialogs.willRun([&](QDialog& dialog) {
        click(find<QPushButton>(dialog, u"chooseScans"_s));
        const auto& list = find<EntryList>(dialog, u"copies"_s);
        BOOST_REQUIRE(waitFor([&] { return !list.entries().isEmpty(); }));
        BOOST_REQUIRE(list.entries().size() == 3);
        BOOST_TEST((list.entries().at(0).tone == Entry::Tone::Good));
        BOOST_TEST((list.entries().at(1).tone == Entry::Tone::Error));
        BOOST_TEST((list.entries().at(2).tone == Entry::Tone::Warning));
        BOOST_TEST(find<QLabel>(dialog, u"copiesSaid"_s).text().contains(u"1 份核对相符"_s));
        find<QCheckBox>(dialog, u"everyPage"_s).setChecked(true);
        BOOST_TEST((list.entries().at(0).tone == Entry::Tone::Error)); // pages are missing now
        return false;
    });
    on.trigger(u"copies"_s);
}

BOOST_AUTO_TEST_CASE(one_dossier_can_have_an_opinion_of_its_own)
{
    DeskWindow on(*this);
    setUp(on);
    receive(on, signedDossiers().first(2));
    on.desk->table().setCurrent(batchDossierId(1));
    click(find<QToolButton>(*on.desk, u"lineHere"_s));
    const QString identity = identityFile(folder, u"湖北省科学技术协会"_s);
    dialogs.willRun([&](QDialog& dialog) {
        find<QTabWidget>(dialog, u"endorseWays"_s).setCurrentIndex(1);
        find<QLineEdit>(dialog, u"identityFile"_s).setText(identity);
        find<QLineEdit>(dialog, u"passphrase"_s).setText(identityWord());
        find<QPlainTextEdit>(dialog, u"opinion"_s).setPlainText(u"同意推荐。"_s);
        auto& list = find<EntryList>(dialog, u"toEndorse"_s);
        list.setCurrentKey(batchDossierId(1).toString());
        find<QPlainTextEdit>(dialog, u"ownOpinion"_s).setPlainText(u"建议重点支持。"_s);
        list.setCurrentKey(batchDossierId(0).toString());
        BOOST_TEST(find<QPlainTextEdit>(dialog, u"ownOpinion"_s).toPlainText().isEmpty());
        click(find<QPushButton>(dialog, u"signAll"_s));
        return true;
    });
    on.trigger(u"endorse"_s);
    const auto said = [&](int number) {
        const QList<Endorsement> all = on.desk->board().view().endorsements;
        const qint64 key = on.desk->board().view().candidate(batchDossierId(number))->key;
        const auto found = std::find_if(all.begin(), all.end(), [&](const Endorsement& each) { return each.candidate == key; });
        return found == all.end() ? QString() : found->opinion;
    };
    BOOST_TEST(said(0) == u"同意推荐。"_s);
    BOOST_TEST(said(1) == u"建议重点支持。"_s);
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

BOOST_AUTO_TEST_SUITE_END()
