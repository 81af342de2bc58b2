// SPDX-License-Identifier: Apache-2.0
// The papers of a recommending body: for the meeting, the cover letter, parcels, printed copies. Through the program alone.
#include "tests/app/body_desk.h"

#include "model/procedure/final_paper.h"
#include "model/procedure/sample_scans.h"

#include <QFile>
#include <QProcess>

using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct PaperDesk : BodyDesk
{
    PaperDesk()
    {
        printSigned(u"甲.pdf"_s, first);
        set(u"base_name"_s, u"智能农机"_s);
        printSigned(u"乙.pdf"_s, second);
        add({u"甲.pdf"_s, u"乙.pdf"_s});
        batch({u"rank"_s, u"21"_s, u"11"_s});
    }
    static QString ran(const QString& program, const QStringList& arguments)
    {
        QProcess process;
        process.start(program, arguments);
        process.waitForFinished(60'000);
        return QString::fromUtf8(process.readAllStandardOutput());
    }
    QString documentOf(const QString& name) const { return ran(u"unzip"_s, {u"-p"_s, file(name), u"word/document.xml"_s}); }
    QJsonObject parcels(const QStringList& more) const { return batch(QStringList{u"parcel"_s} + more + QStringList{u"--now"_s, u"2022-05-30"_s}).json(); }
    void scan(const QString& paper, int page, const QString& to) const
    {
        const jz::PageMap map = jz::readPageMap(file(paper));
        jz::laidAskew(jz::inkedSamplePage(file(paper), map, page, {false, false, 200}), 1).save(file(to), "JPEG", 80);
    }
    CliResult scanCheck(const QStringList& names, const QStringList& more = {}) const
    {
        QStringList arguments{u"scan-check"_s};
        for (const QString& name : names)
            arguments << file(name);
        return batch(arguments + more);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(cli_body_papers, PaperDesk)

BOOST_AUTO_TEST_CASE(the_meeting_gets_an_overview_and_one_page_for_each_in_ranking_order)
{
    batch({u"rank"_s, u"--line"_s, u"1"_s});
    const CliResult written = batch({u"meeting"_s, file(u"会议.pdf"_s)});
    BOOST_REQUIRE_MESSAGE(written.exitCode == 0, written.err.toStdString());
    BOOST_TEST(ran(u"qpdf"_s, {u"--check"_s, file(u"会议.pdf"_s)}).contains(u"No syntax or stream encoding errors"_s));
    const QStringList pages = ran(u"pdftotext"_s, {u"-raw"_s, file(u"会议.pdf"_s), u"-"_s}).remove(u'\n').split(u'\f', Qt::SkipEmptyParts);
    BOOST_REQUIRE(pages.size() == 3);
    BOOST_TEST(pages.at(0).indexOf(u"智能农机"_s) < pages.at(0).indexOf(u"光电子器件"_s));
    BOOST_TEST(pages.at(0).contains(u"备选"_s));
    BOOST_TEST(pages.at(1).contains(u"拟推荐第 1 位"_s));
    BOOST_TEST(pages.at(1).contains(u"智能农机"_s));
    BOOST_TEST(pages.at(2).contains(u"备选（第 2 位）"_s));
    const QString phone = batch({u"list"_s}).json()[u"candidates"_s][0][u"phone"_s].toString();
    BOOST_REQUIRE(!phone.isEmpty());
    BOOST_TEST(!pages.join(u' ').contains(phone));
    BOOST_TEST(batch({u"meeting"_s, u"/nowhere/会.pdf"_s}).exitCode == 3);
}

BOOST_AUTO_TEST_CASE(the_letter_names_what_is_recommended_in_order_by_which_decision)
{
    batch({u"rank"_s, u"--meeting"_s, u"第三次办公会"_s, u"--date"_s, u"2022-05-20"_s});
    BOOST_TEST(batch({u"letter"_s, file(u"函.docx"_s), u"--date"_s, u"2022-05-25"_s}).exitCode == 0);
    const QString words = documentOf(u"函.docx"_s);
    BOOST_TEST(words.contains(u"第三次办公会"_s));
    BOOST_TEST(words.contains(u"2022年5月25日"_s));
    BOOST_TEST(words.indexOf(u"智能农机"_s) < words.indexOf(u"光电子器件"_s));
    batch({u"rank"_s, u"--line"_s, u"0"_s, u"--reason"_s, u"都不报"_s});
    BOOST_TEST(batch({u"letter"_s, file(u"空.docx"_s)}).exitCode == 2);
    BOOST_TEST(!QFile::exists(file(u"空.docx"_s)));
}

BOOST_AUTO_TEST_CASE(parcels_count_copies_and_it_is_the_arrival_that_counts)
{
    BOOST_TEST(rules(QJsonValue(parcels({u"list"_s})[u"findings"_s])).isEmpty());
    BOOST_TEST(parcels({u"list"_s})[u"findings"_s].toArray().size() == 2); // not packed yet
    const QJsonObject packed = parcels({u"add"_s, u"11=3"_s, u"21"_s});
    BOOST_TEST(packed[u"parcels"_s][0][u"content"_s][0][u"dossier"_s].toString() == second);
    BOOST_TEST(packed[u"parcels"_s][0][u"content"_s][0][u"copies"_s].toInt() == 1);
    BOOST_TEST(packed[u"parcels"_s][0][u"content"_s][1][u"copies"_s].toInt() == 3);
    BOOST_TEST(packed[u"findings"_s].toArray().isEmpty());

    BOOST_TEST(batch({u"parcel"_s, u"set"_s, u"1"_s, u"--arrived"_s, u"2022-06-09T10:00"_s}).exitCode == 2);
    const QJsonObject posted = parcels({u"set"_s, u"1"_s, u"--courier"_s, u"某快递"_s, u"--waybill"_s, u"W-77"_s, u"--posted"_s, u"2022-05-28"_s});
    BOOST_TEST(posted[u"findings"_s][0][u"rule"_s].toString() == u"parcel.on-the-way"_s);
    BOOST_TEST(posted[u"findings"_s][0][u"severity"_s].toString() == u"hint"_s);
    const CliResult late = batch({u"parcel"_s, u"set"_s, u"1"_s, u"--arrived"_s, u"2022-06-10T18:30"_s});
    BOOST_TEST(late.exitCode == 1);
    BOOST_TEST(late.json()[u"findings"_s][0][u"rule"_s].toString() == u"parcel.late"_s);
    BOOST_TEST(batch({u"parcel"_s, u"set"_s, u"1"_s, u"--arrived"_s, u"2022-06-10T17:30"_s}).exitCode == 0);

    BOOST_TEST(batch({u"parcel"_s, u"print"_s, u"1"_s, file(u"件.docx"_s)}).exitCode == 0);
    const QString words = documentOf(u"件.docx"_s);
    BOOST_TEST(words.contains(u"100054"_s));
    BOOST_TEST(words.contains(u"W-77"_s));
    BOOST_TEST(words.contains(u"装箱清单"_s));
    BOOST_TEST(batch({u"parcel"_s, u"add"_s, u"11=0"_s}).exitCode == 2);
    BOOST_TEST(batch({u"parcel"_s, u"add"_s, u"11=100"_s}).exitCode == 2);
    BOOST_TEST(batch({u"parcel"_s, u"set"_s, u"7"_s}).exitCode == 2);
    batch({u"rank"_s, u"--line"_s, u"1"_s});
    BOOST_TEST(parcels({u"list"_s})[u"findings"_s][0][u"rule"_s].toString() == u"parcel.not-recommended"_s);
}

BOOST_AUTO_TEST_CASE(printed_copies_are_told_from_those_of_another_revision)
{
    scan(u"甲.pdf"_s, 1, u"甲1.jpg"_s);
    scan(u"乙.pdf"_s, 2, u"乙2.jpg"_s);
    const CliResult good = scanCheck({u"乙2.jpg"_s, u"甲1.jpg"_s});
    BOOST_REQUIRE_MESSAGE(good.exitCode == 0, good.out.toStdString());
    BOOST_TEST(good.json()[u"dossiers"_s][0][u"dossier"_s].toString() == second);
    BOOST_TEST(good.json()[u"dossiers"_s][0][u"matches"_s].toBool());

    const CliResult one = scanCheck({u"甲1.jpg"_s});
    BOOST_TEST(one.exitCode == 1);
    BOOST_TEST(!one.json()[u"dossiers"_s][0][u"matches"_s].toBool());
    BOOST_TEST(one.json()[u"dossiers"_s][1][u"matches"_s].toBool());
    BOOST_TEST(scanCheck({u"乙2.jpg"_s, u"甲1.jpg"_s}, {u"--every-page"_s}).exitCode == 1);

    set(u"address"_s, u"湖北省武汉市另一条路1号"_s);
    printSigned(u"乙二.pdf"_s, second, 2);
    add({u"乙二.pdf"_s});
    const CliResult old = scanCheck({u"乙2.jpg"_s, u"甲1.jpg"_s});
    BOOST_TEST(old.exitCode == 1);
    BOOST_TEST(!old.json()[u"dossiers"_s][0][u"matches"_s].toBool());
    print(u"外.pdf"_s, u"91111111-2222-4333-8444-555555555555"_s);
    scan(u"外.pdf"_s, 1, u"外1.jpg"_s);
    BOOST_TEST(scanCheck({u"外1.jpg"_s}).json()[u"problems"_s][0][u"code"_s].toString() == u"page-foreign"_s);
}

BOOST_AUTO_TEST_CASE(a_successor_gets_the_workspace_and_a_list_of_what_is_open_and_sent)
{
    batch({u"prospects"_s, u"add"_s, u"丙研究院"_s});
    batch({u"parcel"_s, u"add"_s});
    batch({u"parcel"_s, u"set"_s, u"1"_s, u"--posted"_s, u"2022-05-28"_s});
    const CliResult out = batch({u"handover"_s, file(u"交接.zip"_s), u"--now"_s, u"2022-05-30"_s});
    BOOST_REQUIRE_MESSAGE(out.exitCode == 0, out.err.toStdString());
    const QJsonValue part = out.json()[u"batches"_s][0];
    QStringList open;
    for (const QJsonValue& line : part[u"open"_s].toArray())
        open << line.toString();
    BOOST_TEST(open.join(u'|').contains(u"丙研究院"_s));
    BOOST_TEST(open.join(u'|').contains(u"第 1 件"_s));
    BOOST_TEST(part[u"candidates"_s].toArray().size() == 2);
    BOOST_TEST(!ran(u"unzip"_s, {u"-l"_s, file(u"交接.zip"_s)}).contains(u"keys/"_s));

    const QString theirs = file(u"接任"_s);
    const auto takeOver = [&](const QString& name, const QString& into) { return cli({u"batch"_s, u"takeover"_s, file(name), into, u"--json"_s}); };
    const CliResult taken = takeOver(u"交接.zip"_s, theirs);
    BOOST_REQUIRE_MESSAGE(taken.exitCode == 0, taken.err.toStdString());
    BOOST_TEST(cli({u"batch"_s, u"list"_s, u"--json"_s, u"--workspace"_s, theirs}).json()[u"candidates"_s].toArray().size() == 2);
    BOOST_TEST(cli({u"workspace"_s, u"check"_s, u"--workspace"_s, theirs}).exitCode == 0);
    BOOST_TEST(QFile::exists(theirs + u"/交接清单.docx"_s));
    BOOST_TEST(takeOver(u"交接.zip"_s, theirs).exitCode == 2);
    BOOST_TEST(takeOver(u"甲.pdf"_s, file(u"空1"_s)).exitCode == 3);
    QFile zip(file(u"交接.zip"_s));
    BOOST_REQUIRE(zip.open(QIODevice::ReadWrite));
    zip.seek(zip.size() / 2);
    zip.write("damaged here and now, so that no checksum holds");
    zip.close();
    BOOST_TEST(takeOver(u"交接.zip"_s, file(u"空2"_s)).exitCode == 3);
    BOOST_TEST(!QFile::exists(file(u"空2/workspace.sqlite"_s)));
}

BOOST_AUTO_TEST_SUITE_END()
