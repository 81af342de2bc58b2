// SPDX-License-Identifier: Apache-2.0
// A recommending body endorses its batch, through the program alone.
#include "tests/app/body_desk.h"

#include <QFile>
#include <QProcess>

using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct EndorsingDesk : BodyDesk
{
    CliResult endorse(const QStringList& more = {}) const
    {
        return batch(QStringList{u"endorse"_s, u"--identity"_s, identity(), u"--passphrase-file"_s, passphraseFile()} + more);
    }
    static QStringList outcomesOf(const CliResult& result)
    {
        QStringList lines;
        const QJsonObject json = result.json();
        for (const QJsonValue& each : json[u"dossiers"_s].toArray())
            lines << each[u"dossier"_s].toString().first(2) + u' ' + each[u"outcome"_s].toString();
        return lines;
    }
    QJsonValue candidate(int place) const { return batch({u"list"_s}).json()[u"candidates"_s][place]; }
    /// Where the paper in force lies.
    QString paperInForce(int place) const
    {
        const QString sha256 = candidate(place)[u"sha256"_s].toString();
        return workspace + u"/objects/"_s + sha256.first(2) + u'/' + sha256.mid(2);
    }
    static QString judged(const QString& path)
    {
        QProcess judge;
        judge.start(u"pdfsig"_s, {path});
        judge.waitForFinished();
        return QString::fromUtf8(judge.readAllStandardOutput());
    }
    static QStringList rulesOf(const CliResult& result, int dossier) { return rules(result.json()[u"dossiers"_s][dossier][u"findings"_s]); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(cli_endorse, EndorsingDesk)

BOOST_AUTO_TEST_CASE(one_ceremony_signs_all_that_are_recommended_and_goes_on_where_it_stopped)
{
    printSigned(u"甲.pdf"_s, first);
    set(u"base_name"_s, u"智能农机"_s);
    printSigned(u"乙.pdf"_s, second);
    add({u"甲.pdf"_s, u"乙.pdf"_s});
    BOOST_TEST(outcomesOf(endorse({u"21"_s})) == QStringList{u"21 endorsed"_s});
    const CliResult all = endorse({u"--opinion"_s, u"该基地基础扎实。"_s});
    BOOST_TEST(outcomesOf(all) == (QStringList{u"11 endorsed"_s, u"21 before"_s}));
    BOOST_TEST(all.exitCode == 0);
    BOOST_TEST(candidate(0)[u"endorsement"_s].toString() == u"certificate"_s);
    BOOST_TEST(candidate(1)[u"endorsement"_s].toString() == u"certificate"_s);
    const QString report = judged(paperInForce(0));
    BOOST_TEST(report.count(u"Signature is Valid"_s) == 2);
    QFile::copy(paperInForce(0), file(u"甲-已签.pdf"_s));
    const QJsonObject verified = cli({u"verify"_s, file(u"甲-已签.pdf"_s), u"--json"_s}).json();
    BOOST_TEST(verified[u"signatures"_s].toArray().size() == 2);
    BOOST_TEST(verified[u"verdict"_s].toString() == u"untrusted"_s);
    BOOST_TEST(cli({u"workspace"_s, u"check"_s, u"--workspace"_s, workspace}).exitCode == 0);
}

BOOST_AUTO_TEST_CASE(a_joint_body_signs_behind_the_body_and_is_looked_for_in_the_dossier)
{
    set(u"joint_recommenders"_s, QJsonArray{u"中国光学学会"_s});
    printSigned(u"甲.pdf"_s, first);
    add({u"甲.pdf"_s});
    BOOST_TEST(endorse().exitCode == 0);
    const CliResult named = endorse({u"--joint"_s, u"中国光学学会"_s});
    BOOST_TEST(outcomesOf(named) == QStringList{u"11 endorsed"_s});
    BOOST_TEST(rulesOf(named, 0).isEmpty());
    const CliResult stranger = endorse({u"--joint"_s, u"某某学会"_s});
    BOOST_TEST(outcomesOf(stranger) == QStringList{u"11 endorsed"_s});
    BOOST_TEST(rulesOf(stranger, 0) == QStringList{u"batch.joint"_s});
    BOOST_TEST(judged(paperInForce(0)).count(u"Signature is Valid"_s) == 4);
    endorse({u"--joint"_s, u"第四家"_s});
    const CliResult full = endorse({u"--joint"_s, u"第五家"_s});
    BOOST_TEST(outcomesOf(full) == QStringList{u"11 refused"_s});
    BOOST_TEST(rulesOf(full, 0).contains(u"batch.no-field"_s));
    BOOST_TEST(full.exitCode == 1);
    BOOST_TEST(judged(paperInForce(0)).count(u"Signature is Valid"_s) == 5);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_endorsed_is_left_out_and_says_why)
{
    print(u"甲.pdf"_s, first);
    set(u"base_name"_s, u"智能农机"_s);
    print(u"乙.pdf"_s, second, 1, true);
    set(u"base_name"_s, u"生物医药"_s);
    printSigned(u"丙.pdf"_s, u"31111111-2222-4333-8444-555555555555"_s);
    BOOST_TEST(endorse().exitCode == 2);
    add({u"甲.pdf"_s, u"乙.pdf"_s, u"丙.pdf"_s});
    const CliResult some = endorse();
    BOOST_TEST(outcomesOf(some) == (QStringList{u"21 refused"_s, u"11 refused"_s, u"31 endorsed"_s}));
    BOOST_TEST(rulesOf(some, 1) == QStringList{u"batch.unsigned"_s});
    BOOST_TEST(rulesOf(some, 0) == QStringList{u"batch.not-final"_s});
    BOOST_TEST(some.exitCode == 1);
    BOOST_TEST(endorse({u"99"_s}).exitCode == 2);
}

BOOST_AUTO_TEST_CASE(a_later_content_has_to_be_endorsed_anew)
{
    printSigned(u"甲.pdf"_s, first);
    add({u"甲.pdf"_s});
    endorse();
    set(u"address"_s, u"湖北省武汉市另一条路1号"_s);
    printSigned(u"甲二.pdf"_s, first, 2);
    add({u"甲二.pdf"_s});
    BOOST_TEST(candidate(0)[u"endorsement"_s].toString() == u"outdated"_s);
    BOOST_TEST(outcomesOf(endorse()) == QStringList{u"11 endorsed"_s});
    BOOST_TEST(candidate(0)[u"endorsement"_s].toString() == u"certificate"_s);
}

BOOST_AUTO_TEST_CASE(an_opinion_that_is_too_long_or_a_wrong_passphrase_changes_nothing)
{
    printSigned(u"甲.pdf"_s, first);
    add({u"甲.pdf"_s});
    const CliResult tooLong = endorse({u"--opinion"_s, QString(3000, u'好')});
    BOOST_TEST(tooLong.exitCode != 0);
    BOOST_TEST(tooLong.err.contains(u"意见"_s));
    writeFile(file(u"错.txt"_s), "wrong");
    BOOST_TEST(batch({u"endorse"_s, u"--identity"_s, identity(), u"--passphrase-file"_s, file(u"错.txt"_s)}).exitCode == 3);
    BOOST_TEST(candidate(0)[u"endorsement"_s].toString() == u"none"_s);
}

BOOST_AUTO_TEST_SUITE_END()
