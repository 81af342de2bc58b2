// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/assemble.h"
#include "tests/model/pdf/pdf_fixtures.h"
#include "tests/support/boost_test.h"

#include <QColorSpace>
#include <QFileInfo>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct Bench
{
    ScratchFolder folder;
    AssemblyPlan plan;
    QString out = folder.file(u"论文 out.pdf"_s);

    explicit Bench(int pages = 1)
    {
        plan.skeleton = skeletonPdf(pages);
        plan.title = u"申报书 <一> & 二"_s;
        plan.author = u"某某大学"_s;
        plan.language = u"zh-CN"_s;
        plan.producer = u"Juanzong test"_s;
        plan.date = QDateTime({2022, 7, 1}, {9, 30}, Qt::OffsetFromUTC, 8 * 3600);
    }

    /// Attaches the file and places all of it (or one page) into a square of 100 mm at 50, 50.
    void place(const QString& path, int sourcePage = 0)
    {
        plan.placements.append({0, int(plan.attachments.size()), sourcePage, {0, 0, 1, 1}, {50, 50, 100, 100}});
        plan.attachments.append(inspectAttachment(path, folder.path()));
    }

    QByteArray assemble()
    {
        assemblePdf(plan, out);
        BOOST_TEST(passesQpdfCheck(out));
        return readFile(out);
    }
};

QByteArray images(const QString& pdf)
{
    return run(u"pdfimages"_s, {u"-list"_s, pdf}).out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(assembling)

BOOST_AUTO_TEST_CASE(the_result_is_one_plain_revision_with_a_classic_table)
{
    Bench bench(2);
    const QByteArray pdf = bench.assemble();
    BOOST_TEST(pdf.startsWith("%PDF-1.7"));
    BOOST_TEST(pdf.count("startxref") == 1);
    BOOST_TEST(pdf.count("\nxref\n") == 1);
    BOOST_TEST(!pdf.contains("/ObjStm"));
    BOOST_TEST(pdf.contains("/ID ["));
    BOOST_TEST(run(u"pdftotext"_s, {bench.out, u"-"_s}).out.contains("Page 2"));
}

BOOST_AUTO_TEST_CASE(the_same_plan_gives_the_same_bytes)
{
    Bench bench;
    bench.place(quarters(bench.folder.file(u"a.png"_s), {300, 200}));
    bench.plan.embeddedFiles.append({u"a.png"_s, "image/png", {}, "Supplement", {}, bench.folder.file(u"a.png"_s)});
    const QByteArray first = bench.assemble();
    BOOST_TEST(bench.assemble() == first);
    bench.plan.embeddedFiles[0].path = quarters(bench.folder.file(u"b.png"_s), {301, 200});
    BOOST_TEST(bench.assemble() != first);
}

BOOST_AUTO_TEST_CASE(embedded_files_come_out_as_they_went_in)
{
    Bench bench;
    const QByteArray json = QByteArray("{\"a\":1}").repeated(1000);
    const QString photo = quarters(bench.folder.file(u"照片.jpg"_s), {800, 600});
    bench.plan.embeddedFiles = {{u"照片.jpg"_s, "image/jpeg", u"说明"_s, "Supplement", {}, photo},
                                {u"dossier.json"_s, "application/json", {}, "Data", json, {}}};
    const QByteArray pdf = bench.assemble();
    BOOST_TEST(pdf.contains(readFile(photo)));
    BOOST_TEST(!pdf.contains(json));
    BOOST_TEST(pdf.contains("/AFRelationship /Data"));
    BOOST_TEST(pdf.contains("/Subtype /application#2fjson"));
    const QByteArray list = run(u"pdfdetach"_s, {u"-list"_s, bench.out}).out;
    BOOST_TEST(list.contains("2 embedded files"));
    BOOST_TEST(list.contains("照片.jpg"));
    BOOST_TEST(run(u"pdfdetach"_s, {u"-saveall"_s, u"-o"_s, bench.folder.path(), bench.out}).exitCode == 0);
    BOOST_TEST(readFile(bench.folder.file(u"dossier.json"_s)) == json);
}

BOOST_AUTO_TEST_CASE(a_picture_stands_upright_and_centred_in_its_target)
{
    Bench bench;
    bench.place(quarters(bench.folder.file(u"wide.png"_s), {400, 200}));
    bench.assemble();
    const QImage page = drawn(bench.out);
    BOOST_TEST(colourAt(page, 60, 80) == u"red"_s);
    BOOST_TEST(colourAt(page, 140, 80) == u"green"_s);
    BOOST_TEST(colourAt(page, 60, 120) == u"blue"_s);
    BOOST_TEST(colourAt(page, 140, 120) == u"yellow"_s);
    BOOST_TEST(colourAt(page, 100, 70) == u"white"_s);
    BOOST_TEST(colourAt(page, 100, 130) == u"white"_s);
}

BOOST_AUTO_TEST_CASE(a_jpeg_that_needs_nothing_goes_in_byte_for_byte)
{
    Bench bench;
    const QString path = quarters(bench.folder.file(u"small.jpg"_s), {400, 400});
    bench.place(path);
    const QByteArray pdf = bench.assemble();
    BOOST_TEST(pdf.contains(readFile(path)));
    BOOST_TEST(colourAt(drawn(bench.out), 140, 60) == u"green"_s);
}

BOOST_AUTO_TEST_CASE(a_picture_in_another_colour_space_is_converted)
{
    Bench bench;
    QImage image(400, 400, QImage::Format_RGB32);
    image.fill(QColor(0, 200, 0));
    image.setColorSpace(QColorSpace::DisplayP3);
    BOOST_REQUIRE(image.save(bench.folder.file(u"p3.jpg"_s), nullptr, 95));
    bench.place(bench.folder.file(u"p3.jpg"_s));
    const QByteArray pdf = bench.assemble();
    BOOST_TEST(!pdf.contains(readFile(bench.folder.file(u"p3.jpg"_s))));
    const QColor shown = drawn(bench.out).pixelColor(283, 283);
    BOOST_TEST(shown.red() < 30);
    BOOST_TEST(shown.green() > 200); // More saturated in sRGB than the number in the file
}

BOOST_AUTO_TEST_CASE(what_is_transparent_becomes_white)
{
    Bench bench;
    QImage image(100, 100, QImage::Format_ARGB32);
    image.fill(QColor(0, 0, 0, 0));
    for (int x = 0; x < 50; ++x)
        for (int y = 0; y < 100; ++y)
            image.setPixelColor(x, y, QColor(0, 0, 255, 255));
    BOOST_REQUIRE(image.save(bench.folder.file(u"alpha.png"_s)));
    bench.place(bench.folder.file(u"alpha.png"_s));
    bench.assemble();
    const QImage page = drawn(bench.out);
    BOOST_TEST(colourAt(page, 70, 100) == u"blue"_s);
    BOOST_TEST(colourAt(page, 130, 100) == u"white"_s);
    BOOST_TEST(images(bench.out).contains(" index "));
}

BOOST_AUTO_TEST_CASE(the_parts_of_a_tall_picture_join_without_loss)
{
    for (const QString& suffix : {u"jpg"_s, u"png"_s}) {
        Bench bench(2);
        const QString path = quarters(bench.folder.file(u"tall."_s + suffix), {1000, 4000});
        bench.plan.attachments = {inspectAttachment(path, bench.folder.path())};
        bench.plan.placements = {{0, 0, 0, {0, 0, 1, 0.5}, {50, 50, 100, 200}},
                                 {1, 0, 0, {0, 0.5, 1, 0.5}, {50, 50, 100, 200}}};
        bench.assemble();
        BOOST_TEST(colourAt(drawn(bench.out, 1), 60, 52) == u"red"_s);
        BOOST_TEST(colourAt(drawn(bench.out, 1), 140, 248) == u"green"_s);
        BOOST_TEST(colourAt(drawn(bench.out, 2), 60, 52) == u"blue"_s);
        BOOST_TEST(colourAt(drawn(bench.out, 2), 140, 248) == u"yellow"_s);
        BOOST_TEST(images(bench.out).count(" 788  1575 ") == 2);
    }
}

BOOST_AUTO_TEST_CASE(a_file_that_became_shorter_is_told_and_the_old_paper_stays)
{
    Bench bench;
    const QString path = quarters(bench.folder.file(u"a.jpg"_s), {300, 300});
    bench.plan.attachments = {inspectAttachment(path, bench.folder.path())};
    bench.plan.placements = {{0, 0, 0, {0, 0, 1, 1}, {50, 50, 100, 100}}};
    const QByteArray before = bench.assemble();
    writeFile(path, readFile(path).left(500));
    BOOST_CHECK_EXCEPTION(assemblePdf(bench.plan, bench.out), Error, [](const Error& error) {
        return error.code() == ErrorCode::Malformed && error.message().zh.contains(u"a.jpg"_s);
    });
    BOOST_TEST(readFile(bench.out) == before);
}

BOOST_AUTO_TEST_CASE(one_huge_file_costs_little_memory)
{
    Bench bench;
    const QByteArray noise = QByteArray("0123456789abcdef").repeated(1 << 16);
    QFile file(bench.folder.file(u"huge.bin"_s));
    BOOST_REQUIRE(file.open(QIODevice::WriteOnly));
    for (int i = 0; i < 180; ++i)
        file.write(noise);
    file.close();
    bench.plan.embeddedFiles = {{u"huge.bin"_s, "application/octet-stream", {}, "Supplement", {}, file.fileName()}};
    const qint64 before = peakMemory();
    assemblePdf(bench.plan, bench.out);
    BOOST_TEST(peakMemory() - before < 60'000'000);
    BOOST_TEST(QFileInfo(bench.out).size() > 180 * noise.size());
    BOOST_TEST(run(u"qpdf"_s, {u"--check"_s, bench.out}).exitCode == 0);
}

BOOST_AUTO_TEST_CASE(a_big_jpeg_is_scaled_to_200_dpi)
{
    Bench bench;
    bench.place(quarters(bench.folder.file(u"big.jpg"_s), {4000, 3000}));
    bench.assemble();
    BOOST_TEST(images(bench.out).contains(" 788   591  rgb     3   8  jpeg"));
}

BOOST_AUTO_TEST_CASE(reserved_fields_print_nothing_and_hang_on_their_page)
{
    Bench bench(2);
    bench.plan.signatureFields = {{u"Applicant"_s, 1, {20, 200, 60, 40}, u"申报单位签名"_s}};
    const QByteArray pdf = bench.assemble();
    BOOST_TEST(pdf.contains("/F 132 /FT /Sig"));
    BOOST_TEST(!pdf.contains("/SigFlags"));
    BOOST_TEST(!pdf.contains("/AP "));
    BOOST_TEST(pdf.contains("/Rect [ 56.693 161.685 226.772 275.071 ]"));
    BOOST_TEST(run(u"pdfsig"_s, {bench.out}).out.contains("Applicant"));
}

BOOST_AUTO_TEST_CASE(bookmarks_language_and_titles_are_there)
{
    Bench bench(3);
    bench.plan.bookmarks = {{u"一、基本信息"_s, 0, 10, {{u"子项"_s, 1, 0, {}}}}, {u"附件"_s, 2, 0, {}}};
    const QByteArray pdf = bench.assemble();
    BOOST_TEST(pdf.contains("/PageMode /UseOutlines"));
    BOOST_TEST(pdf.contains("/Lang (zh-CN)"));
    BOOST_TEST(pdf.contains("<rdf:li xml:lang=\"x-default\">申报书 &lt;一&gt; &amp; 二</rdf:li>"));
    const QByteArray info = run(u"pdfinfo"_s, {u"-isodates"_s, bench.out}).out;
    BOOST_TEST(info.contains("申报书 <一> & 二"));
    BOOST_TEST(info.contains("2022-07-01T09:30:00+08"));
    const QByteArray json = run(u"qpdf"_s, {u"--json=2"_s, u"--json-key=outlines"_s, bench.out}).out;
    BOOST_TEST(json.contains("子项"));
    BOOST_TEST(json.contains("\"destpageposfrom1\": 3"));
}

BOOST_AUTO_TEST_CASE(a_page_of_a_pdf_keeps_its_rotation)
{
    for (const int rotation : {0, 90, 180, 270}) {
        Bench bench;
        const QString path = bench.folder.file(u"turned.pdf"_s);
        writeFile(path, redOverBluePdf("/Rotate " + QByteArray::number(rotation)));
        bench.place(path);
        bench.assemble();
        const QImage page = drawn(bench.out);
        const bool lying = rotation % 180 != 0;
        const QString above = colourAt(page, lying ? 60 : 100, lying ? 100 : 60);
        const QString below = colourAt(page, lying ? 140 : 100, lying ? 100 : 140);
        // Clockwise by 90 degrees: what was above is now at the right
        const bool redFirst = rotation == 0 || rotation == 270;
        BOOST_TEST(above == (redFirst ? u"red"_s : u"blue"_s), "rotation " << rotation);
        BOOST_TEST(below == (redFirst ? u"blue"_s : u"red"_s), "rotation " << rotation);
        BOOST_TEST(colourAt(page, lying ? 100 : 60, lying ? 60 : 100) == u"white"_s);
    }
}

BOOST_AUTO_TEST_CASE(nothing_is_left_when_the_place_cannot_be_written)
{
    Bench bench;
    BOOST_CHECK_EXCEPTION(assemblePdf(bench.plan, bench.folder.file(u"no/such/out.pdf"_s)), Error,
                          [](const Error& e) { return e.code() == ErrorCode::NotWritable; });
}

BOOST_AUTO_TEST_SUITE_END()
