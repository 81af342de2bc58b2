// SPDX-License-Identifier: Apache-2.0
// Files that come to the recommending body.
#include "model/exchange/bundle.h"
#include "model/signature/passphrase.h"
#include "tests/ui/recommender/recommender_fixture.h"

using namespace jz;
using namespace jz::test;

BOOST_FIXTURE_TEST_SUITE(receiving_at_the_desk, Recommending)

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

BOOST_AUTO_TEST_CASE(asks_for_the_passphrase_of_a_bundle_until_it_fits_and_receives_the_others_meanwhile)
{
    DeskWindow on(*this);
    setUp(on);
    const QStringList files = signedDossiers();
    const QString bundle = folder.file(u"加密.zip"_s);
    const Passphrase passphrase(u"正确的口令"_s);
    writeBundle(bundle, {{u"一.pdf"_s, files.at(1)}, {u"二.pdf"_s, files.at(2)}}, BundleKind::Zip, {}, &passphrase);
    int seen = 0;
    dialogs.willRun([&](QDialog& dialog) { // of what came besides
        BOOST_TEST(find<EntryList>(dialog, u"receipt"_s).entries().size() == 1);
        return true;
    });
    const auto answer = [&](const QString& word, bool isWrong) {
        dialogs.willRun([&, word, isWrong](QDialog& dialog) {
            ++seen;
            BOOST_TEST(find<QLabel>(dialog, u"wrongPassphrase"_s).isVisibleTo(&dialog) == isWrong);
            BOOST_TEST(on.rows() == QStringList{u"光电子器件"_s});
            find<QLineEdit>(dialog, u"bundlePassphrase"_s).setText(word);
            return find<QPushButton>(dialog, u"openBundle"_s).isEnabled();
        });
    };
    answer(u"别的"_s, false);
    answer(u"正确的口令"_s, true);
    dialogs.willRun([](QDialog&) { return true; });
    on.desk->receive({bundle, files.first()});
    BOOST_REQUIRE(waitFor([&] { return on.rows().size() == 3 && !on.desk->isReceiving(); }));
    BOOST_TEST(seen == 2);
}

BOOST_AUTO_TEST_CASE(a_bundle_whose_passphrase_is_not_known_is_named)
{
    DeskWindow on(*this);
    setUp(on);
    const QString bundle = folder.file(u"加密.zip"_s);
    const Passphrase passphrase(u"口令"_s);
    writeBundle(bundle, {{u"一.pdf"_s, signedDossiers().first()}}, BundleKind::Zip, {}, &passphrase);
    dialogs.willRun([](QDialog&) { return false; });
    on.desk->receive({bundle});
    BOOST_REQUIRE(waitFor([&] { return on.bar->message() != nullptr; }));
    BOOST_TEST(on.bar->message()->text.contains(u"加密.zip"_s));
    BOOST_TEST(on.rows().isEmpty());
}

BOOST_AUTO_TEST_CASE(is_not_left_while_it_receives_without_asking)
{
    DeskWindow on(*this);
    setUp(on);
    BOOST_TEST(on.desk->mayLeave());
    on.desk->receive(signedDossiers());
    BOOST_REQUIRE(on.desk->isReceiving());
    dialogs.willAnswer(-1);
    BOOST_TEST(!on.desk->mayLeave());
    dialogs.willRun([](QDialog&) { return true; });
    BOOST_REQUIRE(waitFor([&] { return on.rows().size() == 4 && !on.desk->isReceiving(); }));
    on.desk->receive(signedDossiers());
    dialogs.willAnswer(0);
    BOOST_TEST(on.desk->mayLeave());
}

BOOST_AUTO_TEST_SUITE_END()
