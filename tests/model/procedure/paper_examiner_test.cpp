// SPDX-License-Identifier: Apache-2.0
// Files that came from outside, looked at behind a wall: what they are, and what becomes of those that bring a reader down.
#include "model/base/cancelled.h"
#include "model/dossier/dossier_json.h"
#include "model/procedure/batch_check.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/sample_scans.h"
#include "tests/model/procedure/scans.h"
#include "tests/support/boost_test.h"

#include <QFile>

#include <algorithm>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct Fixture
{
    const Papers& papers = Papers::all();
    ScratchFolder folder;

    QString program(const QByteArray& body) const
    {
        const QString path = folder.file(u"program"_s);
        writeFile(path, "#!/bin/sh\n" + body + "\n");
        QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        return path;
    }

    /// What is found in the first paper by a program that is not up to it.
    void checkNotExamined(const PaperExaminer& examiner) const
    {
        const BatchPaper paper = examiner.examine(papers.first.path, u"来件.pdf"_s, {});
        BOOST_TEST((paper.kind == BatchPaper::Kind::Unknown));
        BOOST_TEST((paper.standing == BatchPaper::Standing::NoDossier));
        BOOST_TEST(paper.name == u"来件.pdf"_s);
        BOOST_TEST(paper.sha256.size() == 32);
        BOOST_REQUIRE(paper.findings.size() == 1);
        BOOST_TEST(paper.findings.first().rule == u"batch.not-examined"_s);
        BOOST_TEST((paper.findings.first().severity == Severity::Error));
        BOOST_TEST(paper.findings.first().message.zh.contains(u"来件.pdf"_s));
        BOOST_TEST(paper.findings.first().message.en.contains(u"来件.pdf"_s));
    }
};

/// A PDF with so many empty pages.
QByteArray emptyPages(int count)
{
    QByteArray kids;
    QList<qsizetype> places;
    QByteArray pdf = "%PDF-1.7\n";
    for (int i = 0; i < count; ++i)
        kids += QByteArray::number(i + 3) + " 0 R ";
    const auto add = [&](int number, const QByteArray& body) {
        places << pdf.size();
        pdf += QByteArray::number(number) + " 0 obj\n" + body + "\nendobj\n";
    };
    add(1, "<</Type/Catalog/Pages 2 0 R>>");
    add(2, "<</Type/Pages/Count " + QByteArray::number(count) + "/Kids[" + kids + "]>>");
    for (int i = 0; i < count; ++i)
        add(i + 3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>");
    const qsizetype table = pdf.size();
    pdf += "xref\n0 " + QByteArray::number(count + 3) + "\n0000000000 65535 f \n";
    for (const qsizetype place : std::as_const(places))
        pdf += QByteArray::number(place).rightJustified(10, '0') + " 00000 n \n";
    return pdf + "trailer\n<</Size " + QByteArray::number(count + 3) + "/Root 1 0 R>>\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(paper_examiner, Fixture)

BOOST_AUTO_TEST_CASE(what_another_process_finds_is_what_is_found_here)
{
    const BatchPaper there = PaperExaminer().examine(papers.first.path, u"定稿.pdf"_s, {});
    const BatchPaper here = examinePaper(papers.first.path, u"定稿.pdf"_s, {});
    BOOST_TEST((there.kind == BatchPaper::Kind::Final));
    BOOST_TEST((there.standing == BatchPaper::Standing::Counts));
    BOOST_TEST((there.dossier.id == here.dossier.id));
    BOOST_TEST((there.dossier.values == here.dossier.values));
    BOOST_TEST((there.dossier.formHash == here.dossier.formHash));
    BOOST_TEST(there.fingerprint.toHex().toStdString() == here.fingerprint.toHex().toStdString());
    BOOST_TEST(there.title == here.title);
    BOOST_TEST(there.applicant == here.applicant);
    BOOST_TEST(!here.findings.isEmpty()); // attachments are missing
    BOOST_TEST((there.findings == here.findings));
}

BOOST_AUTO_TEST_CASE(a_process_that_dies_is_a_finding_of_its_file)
{
    checkNotExamined(PaperExaminer(PaperExaminer::Limits{}, program("kill -SEGV $$")));
    checkNotExamined(PaperExaminer(PaperExaminer::Limits{}, program("exit 3")));
}

BOOST_AUTO_TEST_CASE(a_process_that_stalls_is_a_finding_of_its_file)
{
    checkNotExamined(PaperExaminer({1, 6000}, program("exec sleep 100")));
}

BOOST_AUTO_TEST_CASE(an_answer_that_is_none_is_a_finding_of_its_file)
{
    checkNotExamined(PaperExaminer(PaperExaminer::Limits{}, program("echo nonsense")));
    checkNotExamined(PaperExaminer(PaperExaminer::Limits{}, program("echo '{\"kind\": 77}'")));
    checkNotExamined(PaperExaminer(PaperExaminer::Limits{}, program("echo '{\"kind\": 1, \"standing\": 0, \"dossier\": \"[]\"}'")));
}

#ifndef __SANITIZE_ADDRESS__ // no limit of memory is set there, see platform_unix.cpp
BOOST_AUTO_TEST_CASE(one_that_takes_too_much_memory_is_a_finding_of_its_file)
{
    checkNotExamined(PaperExaminer({60, 20}));
}
#endif

BOOST_AUTO_TEST_CASE(cancelling_does_not_wait_for_a_process_that_stalls)
{
    WorkControl control;
    control.isCancelled = [] { return true; };
    const PaperExaminer stalling({100, 6000}, program("exec sleep 100"));
    BOOST_CHECK_THROW(stalling.examine(papers.first.path, u"来件.pdf"_s, {}, control), Cancelled);
    BOOST_CHECK_THROW(checkBatch({papers.first.path, papers.changed.path}, {}, stalling, control), Cancelled);
}

BOOST_AUTO_TEST_CASE(a_missing_program_is_an_error_and_no_finding)
{
    BOOST_CHECK_EXCEPTION(PaperExaminer(PaperExaminer::Limits{}, folder.file(u"none"_s)).examine(papers.first.path, u"来件.pdf"_s, {}), Error,
                          [](const Error& error) { return error.code() == ErrorCode::NotFound; });
}

BOOST_AUTO_TEST_CASE(scanned_pages_are_known_by_their_codes)
{
    const FinalPaper& paper = papers.first;
    const int page = paper.signedPage();
    const QString scan = savePicture(inkedSamplePage(paper.path, paper.map, page), folder.file(u"扫描.jpg"_s));
    const BatchReport report = checkBatch({paper.path, scan}, {});
    BOOST_REQUIRE(report.papers.size() == 2);
    BOOST_TEST((report.papers.at(1).kind == BatchPaper::Kind::Scan));
    BOOST_REQUIRE(report.papers.at(1).findings.size() == 1);
    const Finding& finding = report.papers.at(1).findings.first();
    BOOST_TEST(finding.rule == u"batch.scan"_s);
    BOOST_TEST(finding.message.zh.contains(u"第 1 稿第 %1 页"_s.arg(page)));
    BOOST_TEST(finding.message.zh.contains(report.papers.first().title));
}

BOOST_AUTO_TEST_CASE(ten_thousand_pages_are_named_and_not_read)
{
    writeFile(folder.file(u"很长.pdf"_s), emptyPages(10000));
    const BatchPaper paper = PaperExaminer().examine(folder.file(u"很长.pdf"_s), u"很长.pdf"_s, {});
    BOOST_TEST((paper.kind == BatchPaper::Kind::Unknown));
    BOOST_REQUIRE(paper.findings.size() == 1);
    BOOST_TEST(paper.findings.first().message.zh.contains(u"10000"_s));
}

BOOST_AUTO_TEST_CASE(scripts_in_a_dossier_are_named)
{
    QByteArray bytes = readFile(papers.first.path);
    const qsizetype last = bytes.lastIndexOf("startxref") + 10;
    const QByteArray previous = bytes.mid(last, bytes.indexOf('\n', last) - last);
    const qsizetype root = bytes.lastIndexOf("/Root");
    const QByteArray catalog = bytes.mid(root, bytes.indexOf('R', root + 5) + 1 - root);
    const QByteArray place = QByteArray::number(bytes.size()).rightJustified(10, '0');
    bytes += "9000 0 obj\n<</S/JavaScript/JS(app.alert\\(1\\))>>\nendobj\n";
    const QByteArray table = QByteArray::number(bytes.size());
    bytes += "xref\n9000 1\n" + place + " 00000 n \ntrailer\n<</Size 9001" + catalog + "/Prev " + previous + ">>\nstartxref\n" + table + "\n%%EOF\n";
    writeFile(folder.file(u"脚本.pdf"_s), bytes);
    const auto isNamed = [](const BatchPaper& paper) {
        return std::any_of(paper.findings.begin(), paper.findings.end(), [](const Finding& each) { return each.rule == u"paper.active"_s; });
    };
    BOOST_TEST(isNamed(PaperExaminer().examine(folder.file(u"脚本.pdf"_s), u"脚本.pdf"_s, {})));
    BOOST_TEST(!isNamed(PaperExaminer().examine(papers.first.path, u"定稿.pdf"_s, {})));
}

BOOST_AUTO_TEST_CASE(data_that_its_pages_do_not_say_are_named_before_anybody_signs)
{
    const QString out = folder.file(u"换了数据.pdf"_s);
    writeFile(folder.file(u"dossier.json"_s), dossierJson(readDossierData(papers.changed.path)));
    const ProcessResult done = run(u"qpdf"_s, {papers.first.path, u"--add-attachment"_s, folder.file(u"dossier.json"_s), u"--replace"_s, u"--"_s, out});
    BOOST_REQUIRE_MESSAGE(done.exitCode == 0, done.err.toStdString());
    const BatchPaper paper = PaperExaminer().examine(out, u"换了数据.pdf"_s, {});
    BOOST_TEST(paper.isDossier());
    BOOST_TEST(std::any_of(paper.findings.begin(), paper.findings.end(),
                           [](const Finding& each) { return each.rule == u"paper.text"_s && each.severity == Severity::Error; }));
}

BOOST_AUTO_TEST_CASE(one_file_that_brings_its_process_down_leaves_the_others_alone)
{
    writeFile(folder.file(u"毒.pdf"_s), "%PDF-1.7 poison");
    const QString picky = program("job=$(cat)\ncase \"$job\" in *毒*) kill -SEGV $$;; esac\nprintf '%s' \"$job\" | exec \"" + QByteArray(PAPER_CHECK) + "\"");
    const BatchReport report = checkBatch({folder.file(u"毒.pdf"_s), papers.first.path}, {}, PaperExaminer(PaperExaminer::Limits{}, picky));
    BOOST_REQUIRE(report.papers.size() == 2);
    BOOST_TEST(report.papers.first().findings.first().rule == u"batch.not-examined"_s);
    BOOST_TEST((report.papers.at(1).kind == BatchPaper::Kind::Final));
    BOOST_TEST(report.counted == 1);
}

BOOST_AUTO_TEST_SUITE_END()
