// SPDX-License-Identifier: Apache-2.0
// The whole way of a batch from receipt to bundle as a script goes it.
#include "model/procedure/final_paper.h"
#include "model/procedure/ink_endorsing.h"
#include "model/procedure/sample_scans.h"
#include "tests/app/body_desk.h"

#include <QProcess>

using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

QString ran(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(120'000);
    return QString::fromUtf8(process.readAllStandardOutput());
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(cli_batch_walk, BodyDesk)

BOOST_AUTO_TEST_CASE(a_script_goes_from_receipt_to_bundle)
{
    const QString third = u"31111111-2222-4333-8444-555555555555"_s;
    const QString fourth = u"41111111-2222-4333-8444-555555555555"_s;
    print(u"甲.pdf"_s, first, 1, true);
    const QStringList bases{u"智能农机"_s, u"生物医药"_s, u"新能源汽车"_s};
    const QStringList others{second, third, fourth};
    QStringList files{u"甲.pdf"_s};
    for (int i = 0; i < 3; ++i) {
        set(u"base_name"_s, bases.at(i));
        files << bases.at(i) + u".pdf";
        printSigned(files.last(), others.at(i));
    }
    add(files);
    writeFile(file(u"意见.json"_s), QStringLiteral(R"({"notes": [{"field": "address", "words": "请写到门牌号"}]})").toUtf8());
    BOOST_TEST(batch({u"return"_s, u"11"_s, file(u"意见.json"_s), file(u"修改意见.pdf"_s)}).exitCode == 0);
    set(u"base_name"_s, u"光电子器件"_s);
    set(u"address"_s, u"湖北省武汉市示例路8号"_s);
    print(u"甲二.pdf"_s, first, 2, true);
    add({u"甲二.pdf"_s});
    BOOST_TEST(batch({u"show"_s, u"11"_s}).json()[u"resubmission"_s][u"notes"_s][0][u"met"_s].toString() == u"changed"_s);
    BOOST_TEST(batch({u"return"_s, u"11"_s, file(u"通过.pdf"_s), u"--passed"_s}).exitCode == 0);
    printSigned(u"甲签.pdf"_s, first, 2);
    add({u"甲签.pdf"_s});
    BOOST_TEST(batch({u"rank"_s, u"31"_s, u"11"_s, u"21"_s, u"41"_s, u"--line"_s, u"4"_s}).exitCode == 2);
    BOOST_TEST(batch({u"rank"_s, u"31"_s, u"11"_s, u"21"_s, u"41"_s, u"--line"_s, u"3"_s, u"--meeting"_s, u"办公会"_s, u"--date"_s, u"2022-05-20"_s}).exitCode == 0);
    BOOST_TEST(batch({u"declare"_s, u"penalty"_s, u"rectification"_s, u"--by"_s, u"赵主席"_s}).exitCode == 0);
    const jz::PageMap map = jz::readPageMap(file(u"智能农机.pdf"_s));
    jz::laidAskew(jz::inkedSamplePage(file(u"智能农机.pdf"_s), map, jz::pagesToEndorse(map).first()), 2).save(file(u"扫描.jpg"_s), "JPEG", 80);
    BOOST_TEST(batch({u"endorse"_s, u"--print"_s, file(u"签章页.pdf"_s)}).exitCode == 0);
    batch({u"endorse"_s, u"--ink"_s, file(u"扫描.jpg"_s)});
    const QStringList certificate{u"--identity"_s, identity(), u"--passphrase-file"_s, passphraseFile()};
    BOOST_TEST(batch(QStringList{u"endorse"_s} + certificate).exitCode == 0);
    BOOST_TEST(batch(QStringList{u"endorse"_s, u"31"_s, u"--joint"_s, u"中国光学学会"_s} + certificate).exitCode == 0);
    const CliResult sent = batch({u"export"_s, file(u"报送包.jzb"_s)});
    BOOST_REQUIRE_MESSAGE(sent.exitCode == 0, sent.out.toStdString());
    ran(u"unzip"_s, {u"-q"_s, file(u"报送包.jzb"_s), u"-d"_s, file(u"包"_s)});
    const QJsonArray dossiers = sent.json()[u"sheet"_s][u"dossiers"_s].toArray();
    BOOST_REQUIRE(dossiers.size() == 3);
    const QList<int> signatures{3, 2, 1};
    for (int i = 0; i < 3; ++i)
        BOOST_TEST(ran(u"pdfsig"_s, {file(u"包/"_s + dossiers.at(i)[u"file"_s].toString())}).count(u"Signature is Valid"_s) == signatures.at(i));
    BOOST_TEST(dossiers.at(2)[u"signatures"_s][0][u"kind"_s].toString() == u"ink"_s);
}

BOOST_AUTO_TEST_SUITE_END()
