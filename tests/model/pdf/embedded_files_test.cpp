// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/embedded_files.h"
#include "model/pdf/assemble.h"
#include "model/pdf/pdf_info.h"
#include "tests/model/pdf/pdf_fixtures.h"
#include "tests/support/boost_test.h"

#include <QDir>

#include <functional>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct Bench
{
    ScratchFolder folder;
    QString pdf = folder.file(u"申报书.pdf"_s);
    QString target = folder.file(u"out"_s);

    void assemble(const QList<EmbeddedFilePlan>& files)
    {
        AssemblyPlan plan;
        plan.skeleton = skeletonPdf(2);
        plan.title = u"标题"_s;
        plan.embeddedFiles = files;
        assemblePdf(plan, pdf);
    }
    void write(const QByteArray& bytes) { writeFile(pdf, bytes); }
    QStringList everythingBelow() const { return QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot); }
};

EmbeddedFilePlan plan(const QString& name, const QByteArray& bytes)
{
    return {name, "text/plain", u"说明"_s, "Supplement", bytes, {}};
}

/// A PDF with one embedded file; `names` is the /EmbeddedFiles node, the file specification object 4 and the
/// stream object 5.
QByteArray withNames(const QByteArray& names, const QByteArray& stream)
{
    return pdfOf({"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles " + names + " >> >>",
                  "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                  "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
                  "<< /Type /Filespec /UF (a.txt) /EF << /F 5 0 R >> >>", stream});
}

} // namespace

BOOST_AUTO_TEST_SUITE(embedded_files)

BOOST_AUTO_TEST_CASE(what_was_embedded_is_listed_read_and_extracted)
{
    Bench bench;
    const QByteArray zeros(100'000, '\0');
    bench.assemble({plan(u"dossier.json"_s, "{}"), plan(u"𬭎 照片.txt"_s, zeros)});
    const QList<EmbeddedFileInfo> list = listEmbeddedFiles(bench.pdf);
    BOOST_REQUIRE(list.size() == 2);
    BOOST_TEST(list[0].name == u"dossier.json"_s);
    BOOST_TEST(list[1].name == u"𬭎 照片.txt"_s);
    BOOST_TEST(list[1].size == 100'000);
    BOOST_TEST(list[1].mime == "text/plain");
    BOOST_TEST(list[1].description == u"说明"_s);
    BOOST_TEST(list[1].relationship == "Supplement");
    BOOST_TEST(readEmbeddedFile(bench.pdf, u"𬭎 照片.txt"_s, 100'000) == zeros);
    BOOST_TEST(extractEmbeddedFiles(bench.pdf, bench.target) == (QStringList{u"dossier.json"_s, u"𬭎 照片.txt"_s}));
    BOOST_TEST(readFile(bench.target + u"/𬭎 照片.txt"_s) == zeros);
}

BOOST_AUTO_TEST_CASE(an_inflating_file_stops_at_the_limit)
{
    Bench bench;
    bench.assemble({plan(u"bomb.txt"_s, QByteArray(20'000'000, '\0'))});
    BOOST_TEST(QFileInfo(bench.pdf).size() < 100'000);
    BOOST_CHECK_EXCEPTION(readEmbeddedFile(bench.pdf, u"bomb.txt"_s, 19'999'999), Error,
                          tells(ErrorCode::TooLarge, u"bomb.txt"_s));
    BOOST_CHECK_EXCEPTION(extractEmbeddedFiles(bench.pdf, bench.target, {10, 1'000'000}), Error,
                          tells(ErrorCode::TooLarge, u"bomb.txt"_s));
    BOOST_TEST(QDir(bench.target).isEmpty());
}

BOOST_AUTO_TEST_CASE(the_limit_is_for_all_files_together_and_nothing_is_left_behind)
{
    Bench bench;
    bench.assemble({plan(u"a"_s, QByteArray(600, 'a')), plan(u"b"_s, QByteArray(600, 'b'))});
    BOOST_CHECK_THROW(extractEmbeddedFiles(bench.pdf, bench.target, {10, 1000}), Error);
    BOOST_TEST(QDir(bench.target).isEmpty());
    BOOST_CHECK_THROW(extractEmbeddedFiles(bench.pdf, bench.target, {1, 10'000}), Error);
    BOOST_TEST(extractEmbeddedFiles(bench.pdf, bench.target, {2, 1200}).size() == 2);
}

BOOST_AUTO_TEST_CASE(names_cannot_climb_out_of_the_folder)
{
    Bench bench;
    bench.assemble({plan(u"../evil.txt"_s, "1"), plan(u"/etc/passwd"_s, "2"), plan(u"..\\..\\x.txt"_s, "3"),
                    plan(u"a/../../b"_s, "4"), plan(u".."_s, "5")});
    const QStringList names = extractEmbeddedFiles(bench.pdf, bench.target);
    BOOST_TEST(bench.everythingBelow() == (QStringList{u"out"_s, u"申报书.pdf"_s}));
    BOOST_TEST(QDir(bench.target).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size() == 5);
    for (const QString& name : names)
        BOOST_TEST(name == safeFileName(name));
}

BOOST_AUTO_TEST_CASE(names_are_made_safe)
{
    const QList<std::pair<QString, QString>> cases{
        {u"照片 1.jpg"_s, u"照片 1.jpg"_s},     {u"../a.txt"_s, u"_a.txt"_s},  {u"a/b\\c:d"_s, u"a_b_c_d"_s},
        {u"CON"_s, u"_CON"_s},                  {u"nul.txt"_s, u"_nul.txt"_s}, {u"a\n\tb"_s, u"a__b"_s},
        {u"  .hidden. "_s, u"hidden"_s},        {u""_s, u"file"_s},            {u"..."_s, u"file"_s},
        {u"x\u202Egpj.exe"_s, u"xgpj.exe"_s},   {u"console.txt"_s, u"console.txt"_s}};
    for (const auto& [name, safe] : cases)
        BOOST_TEST(safeFileName(name) == safe);
    const QString lengthy = safeFileName(QString(300, u'长') + u".pdf"_s);
    BOOST_TEST(lengthy.toUtf8().size() <= 200);
    BOOST_TEST(lengthy.endsWith(u"长.pdf"_s));
}

BOOST_AUTO_TEST_CASE(two_files_of_one_name_are_both_kept)
{
    Bench bench;
    bench.assemble({plan(u"a.txt"_s, "1"), plan(u"A.TXT"_s, "2"), plan(u".a.txt"_s, "3")});
    const QStringList names = extractEmbeddedFiles(bench.pdf, bench.target);
    BOOST_TEST(names == (QStringList{u"a.txt"_s, u"A (2).TXT"_s, u"a (3).txt"_s}));
}

BOOST_AUTO_TEST_CASE(nothing_is_overwritten)
{
    Bench bench;
    bench.assemble({plan(u"a.txt"_s, "new"), plan(u"b.txt"_s, "new")});
    QDir().mkpath(bench.target);
    writeFile(bench.target + u"/b.txt"_s, "old");
    BOOST_CHECK_EXCEPTION(extractEmbeddedFiles(bench.pdf, bench.target), Error,
                          tells(ErrorCode::NotWritable, u"b.txt"_s));
    BOOST_TEST(readFile(bench.target + u"/b.txt"_s) == "old");
    BOOST_TEST(!QFile::exists(bench.target + u"/a.txt"_s));
    QFile::remove(bench.target + u"/b.txt"_s);
    BOOST_REQUIRE(QFile::link(bench.folder.file(u"outside"_s), bench.target + u"/b.txt"_s));
    BOOST_CHECK_THROW(extractEmbeddedFiles(bench.pdf, bench.target), Error);
    BOOST_TEST(!QFile::exists(bench.folder.file(u"outside"_s)));
}

BOOST_AUTO_TEST_CASE(a_loop_in_the_name_tree_ends)
{
    Bench bench;
    bench.write(pdfOf({"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 6 0 R >> >>",
                       "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                       "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
                       "<< /Type /Filespec /UF (a.txt) /EF << /F 5 0 R >> >>", streamObject("x"),
                       "<< /Kids [6 0 R 7 0 R 6 0 R] >>", "<< /Names [(a) 4 0 R (b) 9] /Kids [6 0 R] >>"}));
    BOOST_TEST(listEmbeddedFiles(bench.pdf).size() == 1);
}

BOOST_AUTO_TEST_CASE(data_that_differs_from_its_record_is_refused)
{
    Bench bench;
    const QByteArray names = "<< /Names [(a.txt) 4 0 R] >>";
    bench.write(withNames(names, streamObject("hello")));
    BOOST_TEST(readEmbeddedFile(bench.pdf, u"a.txt"_s, 100) == "hello");
    bench.write(withNames(names, streamObject("hello", "/Params << /Size 6 >>")));
    BOOST_CHECK_EXCEPTION(readEmbeddedFile(bench.pdf, u"a.txt"_s, 100), Error,
                          tells(ErrorCode::Malformed, u"申报书.pdf"_s));
    bench.write(withNames(names, streamObject("hello", "/Params << /CheckSum (0123456789abcdef) >>")));
    BOOST_CHECK_THROW(readEmbeddedFile(bench.pdf, u"a.txt"_s, 100), Error);
    bench.write(withNames(names, streamObject("no deflated data", "/Filter /FlateDecode")));
    BOOST_CHECK_THROW(readEmbeddedFile(bench.pdf, u"a.txt"_s, 100), Error);
    BOOST_CHECK_EXCEPTION(readEmbeddedFile(bench.pdf, u"b.txt"_s, 100), Error, tells(ErrorCode::NotFound, u"b.txt"_s));
}

BOOST_AUTO_TEST_CASE(a_pdf_without_data_says_to_ask_for_the_original)
{
    Bench bench;
    bench.write(skeletonPdf(1));
    BOOST_CHECK_EXCEPTION(listEmbeddedFiles(bench.pdf), Error, [](const Error& error) {
        return tells(ErrorCode::Unsupported, u"申报书.pdf"_s)(error) && error.message().zh.contains(u"原始文件"_s);
    });
}

BOOST_AUTO_TEST_CASE(bad_files_are_told_by_name)
{
    Bench bench;
    BOOST_CHECK_EXCEPTION(listEmbeddedFiles(bench.pdf), Error, tells(ErrorCode::NotFound, u"申报书.pdf"_s));
    bench.assemble({plan(u"dossier.json"_s, "{}")});
    const QByteArray whole = readFile(bench.pdf);
    for (const QByteArray& bytes : {QByteArray(), QByteArray("no PDF"), whole.left(whole.size() / 2),
                                    whole.left(whole.size() - 40)}) {
        bench.write(bytes);
        BOOST_CHECK_EXCEPTION(listEmbeddedFiles(bench.pdf), Error, tells(ErrorCode::Malformed, u"申报书.pdf"_s));
    }
    writeFile(bench.folder.file(u"open.pdf"_s), whole);
    for (const QString& password : {QString(), u"secret"_s}) {
        BOOST_REQUIRE(run(u"qpdf"_s, {u"--encrypt"_s, password, u"owner"_s, u"256"_s, u"--"_s,
                                      bench.folder.file(u"open.pdf"_s), bench.pdf}).exitCode == 0);
        BOOST_CHECK_EXCEPTION(listEmbeddedFiles(bench.pdf), Error, tells(ErrorCode::Unsupported, u"申报书.pdf"_s));
    }
}

BOOST_AUTO_TEST_CASE(pages_and_titles_can_be_asked_for)
{
    Bench bench;
    bench.assemble({});
    BOOST_TEST(pageCount(bench.pdf) == 2);
    const PdfInfo info = pdfInfo(bench.pdf);
    BOOST_TEST(info.title == u"标题"_s);
    BOOST_TEST(info.pages.size() == 2);
    BOOST_TEST(info.pages.first().width() == 209.9, boost::test_tools::tolerance(0.01));
    BOOST_TEST(!info.encrypted);
    BOOST_TEST(!info.repaired);
}

BOOST_AUTO_TEST_SUITE_END()
