// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/assemble.h"
#include "model/pdf/embedded_files.h"
#include "tests/model/pdf/pdf_fixtures.h"
#include "tests/support/boost_test.h"

#include <QDir>

#include <unistd.h>

#include <functional>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

/// One attachment on as many pages as it has, in the square of 100 mm at 50, 50 each.
struct Bench
{
    ScratchFolder folder;
    QString out = folder.file(u"out.pdf"_s);
    AttachmentSource source;

    AttachmentSource inspect(const QString& name) { return inspectAttachment(folder.file(name), folder.path()); }

    void assemble(const QString& name)
    {
        source = inspect(name);
        AssemblyPlan plan;
        const int pages = source.isPicture() ? 1 : int(source.pages.size());
        plan.skeleton = skeletonPdf(pages);
        plan.attachments = {source};
        for (int page = 0; page < pages; ++page)
            plan.placements.append({page, 0, page, {0, 0, 1, 1}, {50, 50, 100, 100}});
        assemblePdf(plan, out);
        BOOST_TEST(passesQpdfCheck(out));
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(unusual_attachments)

BOOST_AUTO_TEST_CASE(a_cmyk_jpeg_shows_its_colour)
{
    // Adobe stores no ink as 255: cyan and black 255, magenta and yellow 0 are red
    Bench bench;
    const QByteArray none("0111111110");
    const QByteArray full("10011111110");
    writeFile(bench.folder.file(u"cmyk.jpg"_s),
              plainJpeg({8, 8}, 4, QByteArray("Adobe\0\x64\0\0\0\0\0", 12),
                        [&](int) { return QByteArray(none + full + full + none); }));
    bench.assemble(u"cmyk.jpg"_s);
    BOOST_TEST(colourAt(drawn(bench.out), 100, 100) == u"red"_s);
}

BOOST_AUTO_TEST_CASE(a_picture_of_108_megapixels_is_never_decoded_whole)
{
    Bench bench;
    writeFile(bench.folder.file(u"huge.jpg"_s),
              plainJpeg({12000, 9000}, 1, {}, [](int unit) { return QByteArray(unit == 0 ? "10011111110" : "000"); }));
    const qint64 before = peakMemory();
    bench.assemble(u"huge.jpg"_s);
    BOOST_TEST(peakMemory() - before < 60'000'000);
    BOOST_CHECK(bench.source.pixels == QSize(12000, 9000));
    BOOST_TEST(colourAt(drawn(bench.out), 100, 100) == u"black"_s);
    BOOST_TEST(run(u"pdfimages"_s, {u"-list"_s, bench.out}).out.contains(" 788   591 "));
}

BOOST_AUTO_TEST_CASE(a_png_with_16_bits_keeps_its_colours)
{
    Bench bench;
    QImage image(300, 300, QImage::Format_RGBX64);
    image.fill(QColor(0, 255, 0));
    BOOST_REQUIRE(image.save(bench.folder.file(u"deep.png"_s)));
    BOOST_REQUIRE(readFile(bench.folder.file(u"deep.png"_s)).at(24) == 16);
    bench.assemble(u"deep.png"_s);
    BOOST_TEST(colourAt(drawn(bench.out), 100, 100) == u"green"_s);
}

BOOST_AUTO_TEST_CASE(a_tall_screenshot_is_cut_into_parts_without_a_gap)
{
    for (const QString& name : {u"shot.png"_s, u"shot.jpg"_s}) {
        Bench bench;
        quarters(bench.folder.file(name), {1080, 20000});
        AssemblyPlan plan;
        plan.skeleton = skeletonPdf(8);
        plan.attachments = {bench.inspect(name)};
        for (int i = 0; i < 8; ++i)
            plan.placements.append({i, 0, 0, {0, i / 8.0, 1, 1 / 8.0}, {20, 30, 170, 240}});
        assemblePdf(plan, bench.out);
        BOOST_TEST(passesQpdfCheck(bench.out));
        for (const int page : {1, 4, 5, 8}) {
            const QImage image = drawn(bench.out, page);
            for (const double y : {32.0, 268.0}) {
                BOOST_TEST(colourAt(image, 60, y) == (page <= 4 ? u"red"_s : u"blue"_s), "page " << page);
                BOOST_TEST(colourAt(image, 150, y) == (page <= 4 ? u"green"_s : u"yellow"_s), "page " << page);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(fifty_pages_of_mixed_sizes_all_arrive)
{
    Bench bench;
    QList<QSize> sizes;
    for (int i = 0; i < 50; ++i)
        sizes.append(i % 2 == 0 ? QSize(595, 842) : QSize(842, 400 + i));
    writeFile(bench.folder.file(u"many.pdf"_s), pagesPdf(sizes));
    bench.assemble(u"many.pdf"_s);
    BOOST_REQUIRE(bench.source.pages.size() == 50);
    BOOST_TEST(bench.source.pages[49].height() == 449 * 25.4 / 72, boost::test_tools::tolerance(0.001));
    BOOST_TEST(colourAt(drawn(bench.out, 25), 100, 100) == u"red"_s);
    BOOST_TEST(colourAt(drawn(bench.out, 26), 100, 100) == u"blue"_s);
    BOOST_TEST(colourAt(drawn(bench.out, 50), 60, 100) == u"blue"_s);
    BOOST_TEST(colourAt(drawn(bench.out, 50), 60, 60) == u"white"_s);
}

BOOST_AUTO_TEST_CASE(an_empty_page_is_a_page)
{
    Bench bench;
    writeFile(bench.folder.file(u"blank.pdf"_s), pdfOf({"<< /Type /Catalog /Pages 2 0 R >>",
                                                         "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                                                         "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>"}));
    bench.assemble(u"blank.pdf"_s);
    BOOST_TEST(bench.source.pages.size() == 1);
    BOOST_TEST(!bench.source.repaired);
}

BOOST_AUTO_TEST_CASE(a_pdf_without_pages_is_refused)
{
    Bench bench;
    writeFile(bench.folder.file(u"none.pdf"_s),
              pdfOf({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"}));
    BOOST_CHECK_EXCEPTION(bench.inspect(u"none.pdf"_s), Error, tells(ErrorCode::Malformed, u"none.pdf"_s));
}

BOOST_AUTO_TEST_CASE(a_folder_and_a_file_without_rights_are_told_by_name)
{
    Bench bench;
    BOOST_REQUIRE(QDir().mkpath(bench.folder.file(u"文件夹.pdf"_s)));
    BOOST_CHECK_EXCEPTION(bench.inspect(u"文件夹.pdf"_s), Error, tells(ErrorCode::Unreadable, u"文件夹.pdf"_s));
    const QString closed = bench.folder.file(u"closed.pdf"_s);
    writeFile(closed, redOverBluePdf());
    BOOST_REQUIRE(QFile::setPermissions(closed, {}));
    if (geteuid() != 0) // Root may read everything
        BOOST_CHECK_EXCEPTION(bench.inspect(u"closed.pdf"_s), Error, tells(ErrorCode::Unreadable, u"closed.pdf"_s));
}

BOOST_AUTO_TEST_CASE(the_metadata_are_well_formed_whatever_the_title_holds)
{
    ScratchFolder folder;
    AssemblyPlan plan;
    plan.skeleton = skeletonPdf(1);
    plan.title = u"a<b & \"c\" \u0001\uFFFE 题"_s;
    plan.keywords = u"]]> <!--"_s;
    assemblePdf(plan, folder.file(u"out.pdf"_s));
    const QByteArray pdf = run(u"pdfinfo"_s, {u"-meta"_s, folder.file(u"out.pdf"_s)}).out;
    const ProcessResult judged = run(u"xmllint"_s, {u"--noout"_s, u"-"_s}, pdf.trimmed());
    BOOST_TEST(judged.exitCode == 0, judged.err.toStdString());
    BOOST_TEST(pdf.contains("题"));
}

BOOST_AUTO_TEST_CASE(thousands_of_embedded_files_are_refused_before_anything_is_written)
{
    ScratchFolder folder;
    QByteArray names;
    for (int i = 0; i < 12'000; ++i)
        names += "(n" + QByteArray::number(i) + ") 4 0 R ";
    const auto file = [&](const QByteArray& list) {
        return pdfOf({"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [" + list + "] >> >> >>",
                      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
                      "<< /Type /Filespec /EF << /F 5 0 R >> >>", streamObject("x")});
    };
    const QString pdf = folder.file(u"many.pdf"_s);
    writeFile(pdf, file(names));
    BOOST_CHECK_EXCEPTION(extractEmbeddedFiles(pdf, folder.file(u"out"_s)), Error,
                          tells(ErrorCode::TooLarge, u"many.pdf"_s));
    BOOST_TEST(!QFile::exists(folder.file(u"out"_s)));
    writeFile(pdf, file("(c) 4 0 R (a) 4 0 R (b) 4 0 R"));
    BOOST_TEST(extractEmbeddedFiles(pdf, folder.file(u"out"_s)) == (QStringList{u"a"_s, u"b"_s, u"c"_s}));
}

BOOST_AUTO_TEST_SUITE_END()
