// SPDX-License-Identifier: Apache-2.0
// A recommending body endorses its batch, through the program alone.
#include "model/procedure/final_paper.h"
#include "model/procedure/ink_endorsing.h"
#include "model/procedure/sample_scans.h"
#include "model/procedure/signature_paper.h"
#include "tests/app/body_desk.h"

#include <QFile>
#include <QImage>
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

BOOST_AUTO_TEST_CASE(a_dossier_may_have_an_addition_of_its_own_and_none_is_signed_with_one_that_is_too_long)
{
    printSigned(u"甲.pdf"_s, first);
    set(u"base_name"_s, u"智能农机"_s);
    printSigned(u"乙.pdf"_s, second);
    add({u"甲.pdf"_s, u"乙.pdf"_s});
    const CliResult tooLong = endorse({u"--opinion"_s, QString(3000, u'好')});
    BOOST_TEST(tooLong.exitCode != 0);
    BOOST_TEST(!tooLong.err.isEmpty());
    BOOST_TEST(candidate(0)[u"endorsement"_s].toString() == u"none"_s);
    BOOST_TEST(endorse({u"--opinion-for"_s, u"没有等号"_s}).exitCode == 2);
    BOOST_TEST(endorse({u"--opinion-for"_s, u"99=好"_s}).exitCode == 2);
    const CliResult done = endorse({u"--opinion"_s, u"该基地基础扎实。"_s, u"--opinion-for"_s, u"21=该基地设备先进。"_s});
    BOOST_REQUIRE_MESSAGE(done.exitCode == 0, done.err.toStdString());
    for (const auto& [place, words] : {std::pair{0, u"该基地基础扎实。"_s}, {1, u"该基地设备先进。"_s}}) {
        QByteArray reason = "\xfe\xff";
        for (const QChar c : words) {
            reason += char(c.unicode() >> 8);
            reason += char(c.unicode() & 0xff);
        }
        QFile signedPaper(paperInForce(place));
        BOOST_REQUIRE(signedPaper.open(QFile::ReadOnly));
        BOOST_TEST(signedPaper.readAll().toLower().contains(reason.toHex()));
        BOOST_TEST(judged(paperInForce(place)).count(u"Signature is Valid"_s) == 2);
    }
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

BOOST_AUTO_TEST_CASE(signature_pages_are_one_print_job_with_a_list_for_the_keeper_of_the_seal)
{
    printSigned(u"甲.pdf"_s, first);
    set(u"base_name"_s, u"智能农机"_s);
    printSigned(u"乙.pdf"_s, second);
    set(u"base_name"_s, u"生物医药"_s);
    print(u"丙.pdf"_s, u"31111111-2222-4333-8444-555555555555"_s);
    add({u"甲.pdf"_s, u"乙.pdf"_s, u"丙.pdf"_s});
    batch({u"rank"_s, u"21"_s, u"11"_s, u"31"_s});
    const CliResult job = batch({u"endorse"_s, u"--print"_s, file(u"签章页.pdf"_s)});
    BOOST_TEST(job.exitCode == 1); // one is left out
    BOOST_TEST(job.json()[u"refused"_s][0][u"findings"_s][0][u"rule"_s].toString() == u"batch.unsigned"_s);
    BOOST_TEST(job.json()[u"pages"_s].toInt() == 3);
    BOOST_TEST(job.json()[u"dossiers"_s][0][u"dossier"_s].toString() == second);
    BOOST_TEST(job.json()[u"dossiers"_s][0][u"first"_s].toInt() == 2);
    QProcess judge;
    judge.start(u"pdftotext"_s, {u"-raw"_s, file(u"签章页.pdf"_s), u"-"_s});
    judge.waitForFinished();
    const QStringList pages = QString::fromUtf8(judge.readAllStandardOutput()).split(u'\f');
    BOOST_REQUIRE(pages.size() >= 3);
    BOOST_TEST(pages.at(0).contains(u"用印清单"_s));
    BOOST_TEST(pages.at(1).contains(u"推荐单位意见"_s));
    BOOST_TEST(!QFile::exists(file(u"无.pdf"_s)));
    BOOST_TEST(batch({u"endorse"_s, u"31"_s, u"--print"_s, file(u"无.pdf"_s)}).exitCode == 2);
}

namespace {

/// The signature page of a paper as it comes back from the scanner, with or without pen and seal.
void scanSignaturePage(const QString& paper, const QString& to, double degrees, const jz::SampleInk& ink = {})
{
    const jz::PageMap map = jz::readPageMap(paper);
    const int page = jz::pagesToEndorse(map).first();
    jz::laidAskew(jz::inkedSamplePage(paper, map, page, ink), degrees).save(to, "JPEG", 80);
}

QStringList codesOf(const QJsonValue& problems)
{
    QStringList codes;
    for (const QJsonValue& each : problems.toArray())
        codes << each[u"code"_s].toString();
    return codes;
}

} // namespace

BOOST_AUTO_TEST_CASE(scans_of_all_dossiers_are_sorted_by_their_codes_into_signature_papers)
{
    printSigned(u"甲.pdf"_s, first);
    set(u"base_name"_s, u"智能农机"_s);
    printSigned(u"乙.pdf"_s, second);
    add({u"甲.pdf"_s, u"乙.pdf"_s});
    print(u"外.pdf"_s, u"91111111-2222-4333-8444-555555555555"_s);
    scanSignaturePage(file(u"乙.pdf"_s), file(u"扫描1.jpg"_s), 181);
    scanSignaturePage(file(u"外.pdf"_s), file(u"扫描2.jpg"_s), 1);
    const auto taken = [&](const QStringList& names) {
        QStringList arguments{u"endorse"_s, u"--ink"_s};
        for (const QString& name : names)
            arguments << file(name);
        return batch(arguments);
    };
    const CliResult some = taken({u"扫描1.jpg"_s, u"扫描2.jpg"_s});
    BOOST_TEST(some.exitCode == 1);
    BOOST_TEST(codesOf(some.json()[u"problems"_s]) == QStringList{u"page-foreign"_s});
    BOOST_TEST(!some.json()[u"dossiers"_s][0][u"endorsed"_s].toBool());
    BOOST_TEST(codesOf(some.json()[u"dossiers"_s][0][u"problems"_s]) == QStringList{u"page-missing"_s});
    BOOST_TEST(some.json()[u"dossiers"_s][1][u"endorsed"_s].toBool());
    BOOST_TEST(some.json()[u"dossiers"_s][1][u"pages"_s][0][u"compared"_s].toBool());
    BOOST_TEST(candidate(0)[u"endorsement"_s].toString() == u"none"_s);
    BOOST_TEST(candidate(1)[u"endorsement"_s].toString() == u"ink"_s);

    scanSignaturePage(file(u"甲.pdf"_s), file(u"扫描3.jpg"_s), 2);
    BOOST_TEST(taken({u"扫描3.jpg"_s}).exitCode == 0);
    BOOST_TEST(candidate(0)[u"endorsement"_s].toString() == u"ink"_s);
    batch({u"declare"_s, u"penalty"_s, u"rectification"_s, u"--by"_s, u"赵主席"_s});
    const CliResult sent = batch({u"export"_s, file(u"报送包.zip"_s)});
    BOOST_REQUIRE_MESSAGE(sent.exitCode == 0, sent.out.toStdString());
    QProcess::execute(u"unzip"_s, {u"-q"_s, file(u"报送包.zip"_s), u"-d"_s, file(u"包"_s)});
    const QJsonValue expected = sent.json()[u"sheet"_s][u"dossiers"_s][0];
    const QString paper = file(u"包/"_s + expected[u"signatures"_s][0][u"file"_s].toString());
    const jz::SignaturePaper read = jz::readSignaturePaper(paper).paper;
    BOOST_TEST(read.dossier.toString(QUuid::WithoutBraces) == first);
    BOOST_TEST(QString::fromLatin1(read.fingerprint.toHex()) == expected[u"fingerprint"_s].toString());
    BOOST_TEST(read.pages.first().byCode);
    const QJsonObject verified = cli({u"verify"_s, paper, u"--json"_s}).json();
    BOOST_TEST(verified[u"verdict"_s].toString() == u"marked"_s);
    BOOST_TEST(verified[u"paper"_s][u"kind"_s].toString() == u"endorsement"_s);
    BOOST_TEST(verified[u"endorsement"_s][u"dossier"_s].toString() == first);
    BOOST_TEST(verified[u"endorsement"_s][u"fingerprint"_s].toString() == expected[u"fingerprint"_s].toString());
    const QJsonObject whole = cli({u"verify"_s, file(u"报送包.zip"_s), u"--json"_s}).json();
    QStringList besides;
    for (const QJsonValue& each : whole[u"papers"_s].toArray())
        if (each[u"endorsement"_s][u"beside"_s][u"matches"_s].toBool())
            besides << each[u"endorsement"_s][u"dossier"_s].toString().first(2);
    besides.sort();
    BOOST_TEST(besides == (QStringList{u"11"_s, u"21"_s}));
    BOOST_TEST(cli({u"workspace"_s, u"check"_s, u"--workspace"_s, workspace}).exitCode == 0);
}

BOOST_AUTO_TEST_CASE(a_signature_paper_says_what_it_belongs_to_and_is_laid_beside_its_dossier)
{
    printSigned(u"甲.pdf"_s, first);
    add({u"甲.pdf"_s});
    scanSignaturePage(file(u"甲.pdf"_s), file(u"扫描.jpg"_s), 1);
    BOOST_TEST(batch({u"endorse"_s, u"--ink"_s, file(u"扫描.jpg"_s)}).exitCode == 0);
    batch({u"declare"_s, u"penalty"_s, u"rectification"_s, u"--by"_s, u"赵主席"_s});
    const CliResult sent = batch({u"export"_s, file(u"报送包.zip"_s)});
    BOOST_REQUIRE(sent.exitCode == 0);
    QProcess::execute(u"unzip"_s, {u"-q"_s, file(u"报送包.zip"_s), u"-d"_s, file(u"包"_s)});
    const QString paper = file(u"包/"_s + sent.json()[u"sheet"_s][u"dossiers"_s][0][u"signatures"_s][0][u"file"_s].toString());
    const auto beside = [&](const QString& name) { return cli({u"verify"_s, paper, u"--dossier"_s, file(name), u"--json"_s}); };
    const CliResult own = beside(u"甲.pdf"_s);
    BOOST_TEST(own.exitCode == 0);
    BOOST_TEST(own.json()[u"endorsement"_s][u"beside"_s][u"matches"_s].toBool());
    BOOST_TEST(own.json()[u"problems"_s].toArray().isEmpty());

    print(u"别家.pdf"_s, second);
    BOOST_TEST(beside(u"别家.pdf"_s).exitCode == 1);
    BOOST_TEST(codesOf(beside(u"别家.pdf"_s).json()[u"problems"_s]) == QStringList{u"endorsement-elsewhere"_s});
    set(u"address"_s, u"湖北省武汉市另一条路1号"_s);
    print(u"甲又.pdf"_s, first);
    BOOST_TEST(codesOf(beside(u"甲又.pdf"_s).json()[u"problems"_s]) == QStringList{u"endorsement-outdated"_s});
    BOOST_TEST(beside(u"没有.pdf"_s).exitCode == 3);
    BOOST_TEST(cli({u"verify"_s, file(u"甲.pdf"_s), u"--dossier"_s, file(u"甲.pdf"_s)}).exitCode == 2);

    const CliResult said = cli({u"check"_s, paper, u"--json"_s});
    BOOST_TEST(said.exitCode == 0);
    BOOST_TEST(said.json()[u"subject"_s].toString() == first);
    BOOST_TEST(said.json()[u"findings"_s][0][u"rule"_s].toString() == u"endorsement.belongs"_s);
    QFile torn(paper);
    torn.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    BOOST_REQUIRE(torn.open(QFile::ReadWrite));
    QByteArray bytes = torn.readAll();
    const qsizetype picture = bytes.indexOf("/DCTDecode");
    BOOST_REQUIRE(picture > 0);
    bytes[picture + 2000] = char(bytes.at(picture + 2000) ^ 0x55);
    torn.seek(0);
    torn.write(bytes);
    torn.close();
    BOOST_TEST(beside(u"甲.pdf"_s).exitCode == 1);
    BOOST_TEST(codesOf(beside(u"甲.pdf"_s).json()[u"problems"_s]).contains(u"endorsement-not-closed"_s));
    BOOST_TEST(cli({u"check"_s, paper, u"--json"_s}).exitCode == 1);
}

BOOST_AUTO_TEST_CASE(two_scans_of_a_page_an_outdated_and_an_unreadable_one_are_named)
{
    printSigned(u"甲.pdf"_s, first);
    set(u"address"_s, u"湖北省武汉市另一条路1号"_s);
    printSigned(u"甲二.pdf"_s, first, 2);
    add({u"甲.pdf"_s, u"甲二.pdf"_s});
    scanSignaturePage(file(u"甲.pdf"_s), file(u"旧.jpg"_s), 1);
    QImage blank(1200, 1700, QImage::Format_Grayscale8);
    blank.fill(Qt::white);
    blank.save(file(u"空.jpg"_s), "JPEG");
    const CliResult old = batch({u"endorse"_s, u"--ink"_s, file(u"旧.jpg"_s), file(u"空.jpg"_s)});
    BOOST_TEST(old.exitCode == 1);
    BOOST_TEST(codesOf(old.json()[u"problems"_s]) == QStringList{u"code-missing"_s});
    const QStringList said = codesOf(old.json()[u"dossiers"_s][0][u"problems"_s]);
    BOOST_TEST(said.contains(u"page-outdated"_s), said.join(u' ').toStdString());
    BOOST_TEST(said.contains(u"page-missing"_s));
    BOOST_TEST(!old.json()[u"dossiers"_s][0][u"endorsed"_s].toBool());
    BOOST_TEST(candidate(0)[u"endorsement"_s].toString() == u"none"_s);

    scanSignaturePage(file(u"甲二.pdf"_s), file(u"新.jpg"_s), 1);
    scanSignaturePage(file(u"甲二.pdf"_s), file(u"新又.jpg"_s), 178);
    const CliResult both = batch({u"endorse"_s, u"--ink"_s, file(u"新.jpg"_s), file(u"新又.jpg"_s), file(u"旧.jpg"_s)});
    BOOST_TEST(both.json()[u"dossiers"_s][0][u"endorsed"_s].toBool());
    const QStringList twice = codesOf(both.json()[u"dossiers"_s][0][u"problems"_s]) + codesOf(both.json()[u"dossiers"_s][0][u"pages"_s][0][u"problems"_s]);
    BOOST_TEST(twice.contains(u"page-double"_s), twice.join(u' ').toStdString());
    BOOST_TEST(candidate(0)[u"endorsement"_s].toString() == u"ink"_s);
}

BOOST_AUTO_TEST_CASE(scans_that_show_nothing_say_so)
{
    printSigned(u"甲.pdf"_s, first);
    add({u"甲.pdf"_s});
    scanSignaturePage(file(u"甲.pdf"_s), file(u"空白.jpg"_s), 1, {false, false, 200});
    const CliResult blank = batch({u"endorse"_s, u"--ink"_s, file(u"空白.jpg"_s)});
    BOOST_TEST(codesOf(blank.json()[u"dossiers"_s][0][u"pages"_s][0][u"problems"_s]).contains(u"no-ink"_s));
    writeFile(file(u"坏.jpg"_s), "no picture");
    const CliResult broken = batch({u"endorse"_s, u"--ink"_s, file(u"坏.jpg"_s)});
    BOOST_TEST(broken.exitCode != 0);
    BOOST_TEST(batch({u"endorse"_s, u"--ink"_s}).exitCode == 2);
    BOOST_TEST(batch({u"endorse"_s, u"--ink"_s, file(u"没有.jpg"_s)}).exitCode == 3);
}

BOOST_AUTO_TEST_SUITE_END()
