// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/page_text.h"
#include "tests/model/pdf/pdf_fixtures.h"
#include "tests/support/boost_test.h"

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

/// The text of a page with that content; font F1 is a standard one that is not in the file.
PageText textOf(const QByteArray& content, const QByteArray& resources = {})
{
    const QByteArray map = "1 beginbfchar <01> <79D1> endbfchar 1 beginbfrange <02> <04> <4E00> endbfrange "
                           "1 beginbfrange <05> <06> [ <0066006600690020> <4E2D> ] endbfrange";
    const QByteArray file = pdfOf(
        {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>",
         "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 600 800 ] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 "
         "0 R >> /XObject << /I 8 0 R /X 9 0 R >> /ExtGState << /T << /ca 0 >> >> " + resources + " >> >>",
         streamObject(content), "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
         "<< /Type /Font /Subtype /Type1 /BaseFont /Own /ToUnicode 7 0 R /FontDescriptor << /FontFile3 10 0 R >> >>",
         streamObject(map),
         streamObject("x", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 "
                           "/ColorSpace /DeviceGray"),
         streamObject("BT /F1 10 Tf 1 0 0 1 20 20 Tm (inside) Tj ET",
                      "/Type /XObject /Subtype /Form /BBox [ 0 0 200 200 ] /Matrix [ 1 0 0 1 100 100 ]"),
         streamObject("font")});
    const ScratchFolder folder;
    writeFile(folder.file(u"a.pdf"_s), file);
    const FileBytes source(folder.file(u"a.pdf"_s));
    return PageTextReader(PdfStructure(source)).page(0);
}

TextRun only(const QByteArray& content)
{
    const PageText text = textOf(content);
    BOOST_REQUIRE(text.runs.size() == 1);
    return text.runs.first();
}

bool isSeen(const TextRun& run)
{
    return !run.isInvisible && !run.isWhite && !run.isOutside && !run.isCovered;
}

} // namespace

BOOST_AUTO_TEST_SUITE(page_text)

BOOST_AUTO_TEST_CASE(text_is_read_in_the_order_in_which_it_is_painted)
{
    const PageText text = textOf("BT /F1 10 Tf 50 700 Td (one) Tj 0 -20 Td [ (t) -20 (wo) ] TJ 12 TL (three) ' ET");
    BOOST_TEST(text.compact() == u"onetwothree"_s);
    BOOST_TEST(text.isComplete);
    for (const TextRun& run : text.runs)
        BOOST_TEST(isSeen(run));
    BOOST_TEST(text.runs.last().box.top() < 680);
}

BOOST_AUTO_TEST_CASE(codes_are_read_by_the_map_of_their_font)
{
    BOOST_TEST(textOf("BT /F2 10 Tf 50 700 Td <010203040506> Tj ET").compact() == u"科一丁丂ffi中"_s);
    BOOST_TEST(textOf("BT /F2 10 Tf 50 700 Td <20> Tj ET").compact().contains(QChar(QChar::ReplacementCharacter)));
}

BOOST_AUTO_TEST_CASE(fonts_that_are_not_in_the_file_are_named)
{
    BOOST_TEST(textOf("BT /F1 10 Tf 50 700 Td (a) Tj ET").fontsNotEmbedded == QStringList{u"Helvetica"_s});
    BOOST_TEST(textOf("BT /F2 10 Tf 50 700 Td <01> Tj ET").fontsNotEmbedded.isEmpty());
}

BOOST_AUTO_TEST_CASE(text_that_no_eye_sees_is_marked)
{
    BOOST_TEST(only("BT /F1 10 Tf 3 Tr 50 700 Td (a) Tj ET").isInvisible);
    BOOST_TEST(only("/T gs BT /F1 10 Tf 50 700 Td (a) Tj ET").isInvisible);
    BOOST_TEST(only("BT /F1 0.1 Tf 50 700 Td (a) Tj ET").isInvisible);
    BOOST_TEST(only("1 g BT /F1 10 Tf 50 700 Td (a) Tj ET").isWhite);
    BOOST_TEST(only("1 1 1 rg BT /F1 10 Tf 50 700 Td (a) Tj ET").isWhite);
    BOOST_TEST(only("0 0 0 0 k BT /F1 10 Tf 50 700 Td (a) Tj ET").isWhite);
    BOOST_TEST(only("BT /F1 10 Tf 50 900 Td (a) Tj ET").isOutside);
    BOOST_TEST(only("BT /F1 10 Tf -50 700 Td (a) Tj ET").isOutside);
    BOOST_TEST(only("0 0 100 100 re W n BT /F1 10 Tf 50 700 Td (a) Tj ET").isOutside);
    BOOST_TEST(only("BT /F1 10 Tf 50 700 Td (a) Tj ET q 100 0 0 100 10 650 cm /I Do Q").isCovered);
    BOOST_TEST(only("BT /F1 10 Tf 50 700 Td (a) Tj ET 1 g 0 600 300 200 re f").isCovered);
}

BOOST_AUTO_TEST_CASE(what_is_seen_is_not_called_unseen)
{
    BOOST_TEST(isSeen(only("1 g 0 0 600 800 re f 0 g BT /F1 10 Tf 50 700 Td (a) Tj ET")));
    BOOST_TEST(isSeen(only("q 100 0 0 100 10 650 cm /I Do Q BT /F1 10 Tf 50 700 Td (a) Tj ET")));
    BOOST_TEST(isSeen(only("BT /F1 10 Tf 50 700 Td (a) Tj ET 0 600 300 200 re S")));
    BOOST_TEST(isSeen(only("q 0 0 9 9 re W n 1 g Q BT /F1 10 Tf 50 700 Td (a) Tj ET")));
    BOOST_TEST(isSeen(only("1 0 0 -1 0 800 cm BT 10 0 0 -10 50 100 Tm /F1 1 Tf (a) Tj ET")));
}

BOOST_AUTO_TEST_CASE(text_in_forms_is_read_where_the_form_stands)
{
    const TextRun run = only("/X Do");
    BOOST_TEST(run.text == u"inside"_s);
    BOOST_TEST(isSeen(run));
    BOOST_TEST(std::abs(run.box.left() - 120) < 0.01);
}

BOOST_AUTO_TEST_CASE(hostile_content_ends)
{
    BOOST_TEST(textOf(QByteArray(3000, 'q').replace("q", "q ")).runs.isEmpty());
    BOOST_TEST(textOf("BT /F9 10 Tf (a) Tj ET").runs.isEmpty());
    BOOST_TEST(!textOf("BT /F9 10 Tf (a) Tj ET").isComplete);
    BOOST_TEST(textOf("Tj TJ Tf cm re W n f Do gs ] >> (").runs.isEmpty());
}

BOOST_AUTO_TEST_CASE(a_page_with_more_covers_than_are_remembered_is_not_called_complete)
{
    const QByteArray covers = QByteArray(100'000, 'x').replace("x", "0 0 1 1 re f ");
    BOOST_TEST(textOf(covers).isComplete);
    BOOST_TEST(!textOf(covers + "BT /F1 10 Tf 50 700 Td (a) Tj ET 0 600 300 200 re f").isComplete);
    BOOST_TEST(!textOf(covers + QByteArray(501, 'x').replace("x", "BT /F1 10 Tf 50 700 Td (a) Tj ET ")).isComplete);
}

BOOST_AUTO_TEST_SUITE_END()
