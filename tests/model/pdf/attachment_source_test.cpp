// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/attachment_source.h"
#include "model/base/sha256.h"
#include "model/pdf/assemble.h"
#include "tests/model/pdf/pdf_fixtures.h"
#include "tests/support/boost_test.h"

#include <QColorSpace>
#include <QDir>

#include <functional>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct Bench
{
    ScratchFolder folder;
    ScratchFolder scratch;

    AttachmentSource inspect(const QString& name) { return inspectAttachment(folder.file(name), scratch.path()); }
    AttachmentSource inspect(const QString& name, const QByteArray& bytes)
    {
        writeFile(folder.file(name), bytes);
        return inspect(name);
    }
    QByteArray jpeg(const QSize& size = {64, 48}) { return readFile(quarters(folder.file(u"plain.jpg"_s), size)); }
    QByteArray png(const QSize& size = {64, 48}) { return readFile(quarters(folder.file(u"plain.png"_s), size)); }
};

QByteArray chunk(const QByteArray& type, const QByteArray& data, const QByteArray& checksum)
{
    return QByteArray::fromHex(QByteArray::number(data.size(), 16).rightJustified(8, '0')) + type + data
           + QByteArray::fromHex(checksum);
}

QByteArray encrypted(Bench& bench, const QStringList& options)
{
    writeFile(bench.folder.file(u"open.pdf"_s), redOverBluePdf());
    const QString out = bench.folder.file(u"closed.pdf"_s);
    BOOST_REQUIRE(run(u"qpdf"_s, QStringList{u"--encrypt"_s} + options
                                     + QStringList{u"--"_s, bench.folder.file(u"open.pdf"_s), out}).exitCode == 0);
    return readFile(out);
}

} // namespace

BOOST_AUTO_TEST_SUITE(inspecting_attachments)

BOOST_AUTO_TEST_CASE(a_file_that_has_nothing_to_clean_is_used_where_it_stands)
{
    Bench bench;
    const QByteArray bytes = bench.jpeg();
    const AttachmentSource source = bench.inspect(u"plain.jpg"_s);
    BOOST_CHECK(source.kind == AttachmentKind::Jpeg);
    BOOST_TEST(source.path == bench.folder.file(u"plain.jpg"_s));
    BOOST_TEST(!source.cleaned);
    BOOST_TEST(source.size == bytes.size());
    BOOST_TEST(source.sha256 == sha256(bytes));
    BOOST_CHECK(source.pixels == QSize(64, 48));
    BOOST_TEST(QDir(bench.scratch.path()).isEmpty());
}

BOOST_AUTO_TEST_CASE(the_kind_is_read_from_the_content_not_from_the_name)
{
    Bench bench;
    BOOST_CHECK(bench.inspect(u"lies.pdf"_s, bench.png()).kind == AttachmentKind::Png);
    BOOST_CHECK(bench.inspect(u"lies.png"_s, bench.jpeg()).kind == AttachmentKind::Jpeg);
    BOOST_CHECK(bench.inspect(u"lies.jpg"_s, redOverBluePdf()).kind == AttachmentKind::Pdf);
}

BOOST_AUTO_TEST_CASE(place_and_device_data_of_a_photo_stay_behind)
{
    Bench bench;
    const QByteArray plain = bench.jpeg();
    QByteArray photo = withSegment(plain, 0xFE, "COMMENT7");
    photo = withSegment(photo, 0xED, "Photoshop 3.0 IPTC7");
    photo = withSegment(photo, 0xE2, "MPF7 other pictures");
    photo = withSegment(photo, 0xE1, "http://ns.adobe.com/xap/1.0/ XMP7");
    photo = withSegment(photo, 0xE1, exifBody(1)) + "TRAILER7";
    const AttachmentSource source = bench.inspect(u"photo.jpg"_s, photo);
    BOOST_TEST(source.cleaned);
    BOOST_TEST(source.path.startsWith(bench.scratch.path()));
    BOOST_TEST(readFile(source.path) == plain);
    BOOST_TEST(source.sha256 == sha256(plain));
    BOOST_TEST(readFile(bench.folder.file(u"photo.jpg"_s)) == photo);
}

BOOST_AUTO_TEST_CASE(colour_profile_and_adobe_segment_stay)
{
    Bench bench;
    const QByteArray profile = QByteArray("ICC_PROFILE\0\1\1", 14) + QColorSpace(QColorSpace::DisplayP3).iccProfile();
    const QByteArray kept = withSegment(withSegment(bench.jpeg(), 0xEE, QByteArray("Adobe\0\x64\0\0\0\0\1", 12)), 0xE2, profile);
    const AttachmentSource source = bench.inspect(u"a.jpg"_s, withSegment(kept, 0xFE, "COMMENT7"));
    BOOST_TEST(readFile(source.path) == kept);
}

BOOST_AUTO_TEST_CASE(the_orientation_is_kept_and_nothing_else_of_exif)
{
    Bench bench;
    for (int orientation = 2; orientation <= 8; ++orientation) {
        const QByteArray photo = withSegment(bench.jpeg(), 0xE1, exifBody(orientation));
        const AttachmentSource source = bench.inspect(u"turned.jpg"_s, photo);
        const QByteArray cleaned = readFile(source.path);
        BOOST_TEST(!cleaned.contains("GPSCAM7"));
        BOOST_TEST(cleaned.count("Exif") == 1);
        BOOST_CHECK(source.pixels == (orientation >= 5 ? QSize(48, 64) : QSize(64, 48)));
        const AttachmentSource again = inspectAttachment(source.path, bench.scratch.path());
        BOOST_TEST(!again.cleaned);
        BOOST_TEST(again.sha256 == source.sha256);
    }
}

BOOST_AUTO_TEST_CASE(all_eight_orientations_come_out_upright)
{
    // Where the stored corners (top left first, clockwise) stand when shown upright, Exif 2.3, table 6
    const QStringList shown{{}, u"red green yellow blue"_s, u"green red blue yellow"_s, u"yellow blue red green"_s,
                            u"blue yellow green red"_s, u"red blue yellow green"_s, u"blue red green yellow"_s,
                            u"yellow green red blue"_s, u"green yellow blue red"_s};
    for (int orientation = 1; orientation <= 8; ++orientation) {
        for (const QSize& size : {QSize(400, 400), QSize(2400, 2400)}) {
            Bench bench;
            AssemblyPlan plan;
            plan.skeleton = skeletonPdf(1);
            plan.attachments = {bench.inspect(u"t.jpg"_s, withSegment(bench.jpeg(size), 0xE1, exifBody(orientation)))};
            plan.placements = {{0, 0, 0, {0, 0, 1, 1}, {50, 50, 100, 100}}};
            assemblePdf(plan, bench.folder.file(u"out.pdf"_s));
            const QImage page = drawn(bench.folder.file(u"out.pdf"_s));
            const QStringList corners{colourAt(page, 60, 60), colourAt(page, 140, 60), colourAt(page, 140, 140),
                                      colourAt(page, 60, 140)};
            BOOST_TEST(corners.join(u' ') == shown.at(orientation), "orientation " << orientation);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_part_of_a_turned_picture_is_the_part_as_seen)
{
    // Upper left and upper right, then lower left and lower right, as seen upright
    const QStringList shown{{}, u"red green blue yellow"_s, u"green red yellow blue"_s, u"yellow blue green red"_s,
                            u"blue yellow red green"_s, u"red blue green yellow"_s, u"blue red yellow green"_s,
                            u"yellow green blue red"_s, u"green yellow red blue"_s};
    for (int orientation = 1; orientation <= 8; ++orientation) {
        for (int quarter = 0; quarter < 4; ++quarter) {
            Bench bench;
            AssemblyPlan plan;
            plan.skeleton = skeletonPdf(1);
            plan.attachments = {
                bench.inspect(u"t.jpg"_s, withSegment(bench.jpeg({800, 400}), 0xE1, exifBody(orientation)))};
            plan.placements = {{0, 0, 0, {quarter % 2 * 0.5, quarter / 2 * 0.5, 0.5, 0.5}, {50, 50, 100, 100}}};
            assemblePdf(plan, bench.folder.file(u"out.pdf"_s));
            const QString colour = colourAt(drawn(bench.folder.file(u"out.pdf"_s)), 100, 100);
            BOOST_TEST(colour == shown.at(orientation).split(u' ').at(quarter), "orientation " << orientation);
        }
    }
}

BOOST_AUTO_TEST_CASE(texts_and_times_of_a_png_stay_behind)
{
    Bench bench;
    const QByteArray plain = bench.png();
    // 8 signature + 25 IHDR; CRC of the chunk computed with zlib
    QByteArray png = plain;
    png.insert(33, chunk("tEXt", QByteArray("Comment\0GPS7", 12), "ED0E6F55"));
    const AttachmentSource source = bench.inspect(u"a.png"_s, png + "TRAILER7");
    BOOST_TEST(source.cleaned);
    BOOST_TEST(!readFile(source.path).contains("GPS7"));
    BOOST_TEST(!readFile(source.path).contains("TRAILER7"));
    BOOST_CHECK(QImage(source.path) == QImage(bench.folder.file(u"plain.png"_s)));
    BOOST_TEST(!inspectAttachment(source.path, bench.scratch.path()).cleaned);
}

BOOST_AUTO_TEST_CASE(pages_of_a_pdf_have_their_visible_size)
{
    Bench bench;
    const AttachmentSource source =
        bench.inspect(u"a.pdf"_s, redOverBluePdf("/CropBox [10 20 82 164] /Rotate 90 /UserUnit 2"));
    BOOST_REQUIRE(source.pages.size() == 1);
    BOOST_TEST(source.pages.first().width() == 101.6, boost::test_tools::tolerance(0.001));
    BOOST_TEST(source.pages.first().height() == 50.8, boost::test_tools::tolerance(0.001));
    BOOST_TEST(!source.repaired);
}

BOOST_AUTO_TEST_CASE(a_truncated_file_is_refused_by_name)
{
    Bench bench;
    const QByteArray jpeg = bench.jpeg();
    const QByteArray png = bench.png();
    const QByteArray pdf = redOverBluePdf();
    BOOST_CHECK_EXCEPTION(bench.inspect(u"照片.jpg"_s, jpeg.left(jpeg.size() - 20)), Error,
                          tells(ErrorCode::Malformed, u"照片.jpg"_s));
    BOOST_CHECK_EXCEPTION(bench.inspect(u"截图.png"_s, png.left(png.size() - 20)), Error,
                          tells(ErrorCode::Malformed, u"截图.png"_s));
    BOOST_CHECK_EXCEPTION(bench.inspect(u"证明.pdf"_s, pdf.left(pdf.indexOf("4 0 obj"))), Error,
                          tells(ErrorCode::Malformed, u"证明.pdf"_s));
    BOOST_CHECK_EXCEPTION(bench.inspect(u"证明2.pdf"_s, pdf.left(pdf.indexOf("endstream") - 30)), Error,
                          tells(ErrorCode::Malformed, u"证明2.pdf"_s));
}

BOOST_AUTO_TEST_CASE(damaged_picture_data_is_refused)
{
    Bench bench;
    QByteArray png = bench.png();
    png[60] = char(png.at(60) ^ 0x55);
    BOOST_CHECK_EXCEPTION(bench.inspect(u"a.png"_s, png), Error, tells(ErrorCode::Malformed, u"a.png"_s));
    BOOST_CHECK_EXCEPTION(bench.inspect(u"b.jpg"_s, QByteArray("\xFF\xD8\xFF\xD9")), Error,
                          tells(ErrorCode::Malformed, u"b.jpg"_s));
}

BOOST_AUTO_TEST_CASE(a_damaged_table_is_repaired_and_said)
{
    Bench bench;
    QByteArray pdf = redOverBluePdf();
    pdf.replace("startxref\n", "startxref\n9");
    const AttachmentSource source = bench.inspect(u"a.pdf"_s, pdf);
    BOOST_TEST(source.repaired);
    BOOST_TEST(source.pages.size() == 1);
}

BOOST_AUTO_TEST_CASE(a_pdf_that_is_none_an_empty_file_and_no_file_are_told_apart)
{
    Bench bench;
    BOOST_CHECK_EXCEPTION(bench.inspect(u"a.pdf"_s, "%PDF-1.7\nnothing in it"), Error,
                          tells(ErrorCode::Malformed, u"a.pdf"_s));
    BOOST_CHECK_EXCEPTION(bench.inspect(u"b.pdf"_s, ""), Error, tells(ErrorCode::Malformed, u"b.pdf"_s));
    BOOST_CHECK_EXCEPTION(bench.inspect(u"c.pdf"_s), Error, tells(ErrorCode::NotFound, u"c.pdf"_s));
}

BOOST_AUTO_TEST_CASE(other_kinds_of_file_are_refused_with_their_remedy)
{
    Bench bench;
    const QList<std::pair<QByteArray, QString>> cases{
        {QByteArray("PK\x03\x04 [Content_Types].xml word/document.xml"), u"office"_s},
        {QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), u"office"_s},
        {QByteArray("PK\x03\x04 scan1.jpg"), u"archive"_s},
        {QByteArray("Rar!\x1A\7\1"), u"archive"_s},
        {QByteArray("7z\xBC\xAF\x27\x1C"), u"archive"_s},
        {QByteArray("PK\x03\x04 OFD.xml"), u"OFD"_s},
        {QByteArray("MZ\x90"), u"program"_s},
        {QByteArray("\0\0\0\x18" "ftypmp42\0\0\0\0mp42isom", 24), u"video"_s},
        {QByteArray("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>"), u"SVG"_s},
        {QByteArray("<!DOCTYPE html><html>"), u"web page"_s},
        {QByteArray("just words"), u"text file"_s},
        {QByteArray("\x01\x02\x03 unknown"), u"only pictures"_s}};
    for (const auto& [bytes, word] : cases)
        BOOST_CHECK_EXCEPTION(bench.inspect(u"file.pdf"_s, bytes), Error, [&](const Error& error) {
            return tells(ErrorCode::Unsupported, u"file.pdf"_s)(error) && error.message().en.contains(word);
        });
}

BOOST_AUTO_TEST_CASE(an_encrypted_pdf_is_accepted_only_when_it_opens_and_may_be_printed)
{
    Bench bench;
    const QByteArray locked = encrypted(bench, {u"secret"_s, u"owner"_s, u"256"_s});
    BOOST_CHECK_EXCEPTION(bench.inspect(u"a.pdf"_s, locked), Error, tells(ErrorCode::Unsupported, u"a.pdf"_s));
    const QByteArray silent = encrypted(bench, {{}, u"owner"_s, u"256"_s, u"--print=none"_s});
    BOOST_CHECK_EXCEPTION(bench.inspect(u"b.pdf"_s, silent), Error, tells(ErrorCode::Unsupported, u"b.pdf"_s));
    const QByteArray printable = encrypted(bench, {{}, u"owner"_s, u"256"_s, u"--modify=none"_s});
    BOOST_TEST(bench.inspect(u"c.pdf"_s, printable).pages.size() == 1);
}

BOOST_AUTO_TEST_SUITE_END()
