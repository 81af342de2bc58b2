// SPDX-License-Identifier: Apache-2.0
// A recommending body returns dossiers of its batch, sees what came back, and lets some go, through the program alone.
#include "tests/app/body_desk.h"

#include <QFile>

using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct ReturningDesk : BodyDesk
{
    /// Two notes, one with a proposal, and one on the whole.
    void writeNotes() const
    {
        writeFile(file(u"意见.json"_s), QStringLiteral(R"({"letter": "请于周五前报回。", "due": "2030-06-15", "notes": [
            {"field": "address", "words": "请写到门牌号", "proposed": "湖北省武汉市示例路8号"},
            {"field": "org_intro", "words": "请写主营业务"},
            {"words": "请核对全部数字"}]})").toUtf8());
    }
    CliResult returned(const QString& dossier) const { return batch({u"return"_s, dossier, file(u"意见.json"_s), file(u"修改意见.pdf"_s), u"--date"_s, u"2030-06-01"_s}); }
    QJsonObject shown(const QString& dossier) const { return batch({u"show"_s, dossier}).json(); }
    static QStringList mets(const QJsonObject& shown)
    {
        QStringList all;
        for (const QJsonValue& note : shown[u"resubmission"_s][u"notes"_s].toArray())
            all << note[u"met"_s].toString();
        return all;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(cli_return, ReturningDesk)

BOOST_AUTO_TEST_CASE(what_came_back_is_compared_with_what_was_returned)
{
    print(u"甲.pdf"_s, first, 1, true);
    add({u"甲.pdf"_s});
    writeNotes();
    const CliResult result = returned(u"11"_s);
    BOOST_REQUIRE_MESSAGE(result.exitCode == 0, result.err.toStdString());
    BOOST_TEST(result.json()[u"slip"_s][u"from"_s].toString() == u"湖北省科学技术协会"_s);
    BOOST_TEST(result.json()[u"text"_s].toString().contains(u"请写到门牌号"_s));
    BOOST_TEST(cli({u"verify"_s, file(u"修改意见.pdf"_s), u"--json"_s}).json()[u"verdict"_s].toString() == u"marked"_s);
    BOOST_TEST(shown(u"11"_s)[u"state"_s].toString() == u"returned"_s);
    BOOST_TEST(shown(u"11"_s)[u"resubmission"_s].isNull());

    set(u"address"_s, u"湖北省武汉市示例路8号"_s);
    print(u"甲二.pdf"_s, first, 2, true);
    add({u"甲二.pdf"_s});
    const QJsonObject again = shown(u"11"_s);
    BOOST_TEST(mets(again) == (QStringList{u"proposal"_s, u"unchanged"_s, u"unknown"_s}));
    BOOST_TEST(again[u"resubmission"_s][u"changes"_s].toArray().size() == 1);
    BOOST_TEST(again[u"state"_s].toString() == u"received"_s);

    set(u"org_intro"_s, u"从事光电子器件的研究与成果转化。"_s);
    set(u"address"_s, u"湖北省武汉市示例路9号"_s);
    print(u"甲三.pdf"_s, first, 3, true);
    add({u"甲三.pdf"_s});
    BOOST_TEST(mets(shown(u"11"_s)) == (QStringList{u"changed"_s, u"changed"_s, u"unknown"_s}));
    BOOST_TEST(shown(u"11"_s)[u"papers"_s].toArray().size() == 4);
    BOOST_TEST(cli({u"workspace"_s, u"check"_s, u"--workspace"_s, workspace}).exitCode == 0);
}

BOOST_AUTO_TEST_CASE(passed_is_a_slip_too)
{
    print(u"甲.pdf"_s, first, 1, true);
    add({u"甲.pdf"_s});
    const CliResult passed = batch({u"return"_s, u"11"_s, file(u"通过.pdf"_s), u"--passed"_s});
    BOOST_REQUIRE_MESSAGE(passed.exitCode == 0, passed.err.toStdString());
    BOOST_TEST(shown(u"11"_s)[u"state"_s].toString() == u"passed"_s);
    BOOST_TEST(passed.json()[u"slip"_s][u"outcome"_s].toString() == u"passed"_s);
}

BOOST_AUTO_TEST_CASE(a_slip_that_cannot_be_written_changes_nothing)
{
    print(u"甲.pdf"_s, first, 1, true);
    add({u"甲.pdf"_s});
    BOOST_TEST(batch({u"return"_s, u"11"_s, file(u"空.pdf"_s)}).exitCode == 2);
    BOOST_TEST(batch({u"return"_s, u"99"_s, file(u"空.pdf"_s), u"--passed"_s}).exitCode == 2);
    BOOST_TEST(batch({u"return"_s, u"11"_s, u"/nowhere/空.pdf"_s, u"--passed"_s}).exitCode == 3);
    BOOST_TEST(!QFile::exists(file(u"空.pdf"_s)));
    BOOST_TEST(shown(u"11"_s)[u"state"_s].toString() == u"received"_s);
    BOOST_TEST(shown(u"11"_s)[u"papers"_s].toArray().size() == 1);
}

BOOST_AUTO_TEST_CASE(a_withdrawn_dossier_counts_no_longer_until_its_unit_stays_after_all)
{
    print(u"甲.pdf"_s, first);
    set(u"base_name"_s, u"智能农机"_s);
    print(u"乙.pdf"_s, second);
    add({u"甲.pdf"_s, u"乙.pdf"_s});
    batch({u"rank"_s, u"11"_s, u"21"_s, u"--line"_s, u"2"_s, u"--meeting"_s, u"办公会"_s, u"--date"_s, u"2022-05-20"_s});
    BOOST_TEST(batch({u"withdraw"_s, u"11"_s}).exitCode == 2);
    const CliResult gone = batch({u"withdraw"_s, u"11"_s, u"--reason"_s, u"改由中国光学学会推荐"_s, u"--acknowledged"_s, u"2022-05-21"_s});
    BOOST_REQUIRE_MESSAGE(gone.exitCode == 0, gone.err.toStdString());
    BOOST_TEST(gone.json()[u"text"_s].toString().contains(u"同意撤回"_s));
    BOOST_TEST(order() == (QStringList{u"21"_s, u"(11)"_s}));
    BOOST_TEST(shown(u"11"_s)[u"place"_s].toInt() == 0);
    BOOST_TEST(batch({u"rank"_s, u"11"_s, u"--reason"_s, u"复议"_s}).exitCode == 2);
    BOOST_TEST(batch({u"withdraw"_s, u"11"_s, u"--take-back"_s}).exitCode == 0);
    BOOST_TEST(order() == (QStringList{u"21"_s, u"(11)"_s}));
    BOOST_TEST(shown(u"11"_s)[u"place"_s].toInt() == 2);
    BOOST_TEST(batch({u"withdraw"_s, u"11"_s, u"--take-back"_s}).exitCode == 2);
}

BOOST_AUTO_TEST_CASE(of_two_that_differ_a_person_chooses_one)
{
    print(u"甲.pdf"_s, first);
    set(u"address"_s, u"湖北省武汉市另一条路1号"_s);
    print(u"甲又.pdf"_s, first);
    add({u"甲.pdf"_s, u"甲又.pdf"_s});
    const QString before = shown(u"11"_s)[u"sha256"_s].toString();
    BOOST_TEST(shown(u"11"_s)[u"state"_s].toString() == u"diverging"_s);
    BOOST_TEST(batch({u"choose"_s, u"11"_s, u"没有.pdf"_s}).exitCode == 2);
    const CliResult chosen = batch({u"choose"_s, u"11"_s, u"甲又.pdf"_s});
    BOOST_REQUIRE_MESSAGE(chosen.exitCode == 0, chosen.err.toStdString());
    BOOST_TEST(chosen.json()[u"state"_s].toString() == u"received"_s);
    BOOST_TEST(chosen.json()[u"sha256"_s].toString() != before);
    BOOST_TEST(shown(u"11"_s)[u"papers"_s].toArray().size() == 3);
}

BOOST_AUTO_TEST_SUITE_END()
