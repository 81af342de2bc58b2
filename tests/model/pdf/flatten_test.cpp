// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/assemble.h"
#include "tests/model/pdf/pdf_fixtures.h"
#include "tests/support/boost_test.h"

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";

QByteArray box(const QByteArray& colour)
{
    return streamObject(colour + " rg 0 0 20 20 re f", "/Type /XObject /Subtype /Form /BBox [0 0 20 20]");
}

QByteArray textField(const QByteArray& value, const QByteArray& more = {})
{
    return "<< /Type /Annot /Subtype /Widget /FT /Tx /T (f) /V " + value
           + " /Rect [10 20 90 40] /F 4 /DA (/Helv 12 Tf 0 g) " + more + " >>";
}

/// Puts the one page of `pdf` into the square of 100 mm at 50, 50: one point is half a millimetre.
struct Placed
{
    ScratchFolder folder;
    QString path = folder.file(u"out.pdf"_s);
    AttachmentSource source;
    QByteArray text;
    QImage page;

    explicit Placed(const QByteArray& pdf)
    {
        writeFile(folder.file(u"in.pdf"_s), pdf);
        source = inspectAttachment(folder.file(u"in.pdf"_s), folder.path());
        AssemblyPlan plan;
        plan.skeleton = skeletonPdf(1);
        plan.attachments = {source};
        plan.placements = {{0, 0, 0, {0, 0, 1, 1}, {50, 50, 100, 100}}};
        assemblePdf(plan, path);
        BOOST_TEST(passesQpdfCheck(path));
        text = run(u"pdftotext"_s, {u"-raw"_s, path, u"-"_s}).out;
        page = drawn(path);
    }

    /// Colour at a place in points of the source page, from its lower left.
    QString at(double x, double y) const { return colourAt(page, 75 + x / 2, 150 - y / 2); }
};

} // namespace

BOOST_AUTO_TEST_SUITE(flattening)

BOOST_AUTO_TEST_CASE(a_stamp_is_drawn_into_the_page_and_links_and_scripts_go)
{
    const QByteArray stamp = "<< /Type /Annot /Subtype /Stamp /Rect [40 140 60 160] /F 4 /AP << /N 7 0 R >> >>";
    const QByteArray link = "<< /Type /Annot /Subtype /Link /Rect [0 0 10 10] /A << /S /URI /URI (http://x.cn) >> >>";
    const Placed placed(redOverBluePdf("/Annots [6 0 R 8 0 R] /AA << /O << /S /JavaScript /JS (app.alert(1)) >> >>",
                                       {"<< /Fields [] >>", stamp, box("0 1 0"), link}));
    BOOST_TEST(placed.at(50, 150) == u"green"_s);
    BOOST_TEST(placed.at(50, 180) == u"red"_s);
    const QByteArray plain = run(u"qpdf"_s, {u"--qdf"_s, placed.path, u"-"_s}).out;
    for (const char* word : {"/Annots", "/URI", "/JavaScript", "/AA", "/Stamp"})
        BOOST_TEST(!plain.contains(word), word);
}

BOOST_AUTO_TEST_CASE(a_hidden_annotation_stays_hidden)
{
    const QByteArray stamp = "<< /Type /Annot /Subtype /Stamp /Rect [40 140 60 160] /F 2 /AP << /N 7 0 R >> >>";
    const Placed placed(redOverBluePdf("/Annots [6 0 R]", {"<< /Fields [] >>", stamp, box("0 1 0")}));
    BOOST_TEST(placed.at(50, 150) == u"red"_s);
}

BOOST_AUTO_TEST_CASE(the_seal_of_a_signature_stays_visible)
{
    const QByteArray field = "<< /Type /Annot /Subtype /Widget /FT /Sig /T (s) /V << /Type /Sig /Filter /Adobe.PPKLite"
                             " /Contents <00> >> /Rect [40 140 60 160] /F 132 /AP << /N 7 0 R >> >>";
    const Placed placed(redOverBluePdf("/Annots [6 0 R]",
                                       {"<< /Fields [6 0 R] /SigFlags 3 >>", field, box("0 1 0")}));
    BOOST_TEST(placed.at(50, 150) == u"green"_s);
    BOOST_TEST(run(u"pdfsig"_s, {placed.path}).out.contains("does not contain any signatures"));
}

BOOST_AUTO_TEST_CASE(a_filled_field_without_appearance_gets_one)
{
    const QByteArray form = "<< /Fields [6 0 R] /DR << /Font << /Helv 7 0 R >> >> >>";
    const Placed placed(redOverBluePdf("/Annots [6 0 R]", {form, textField("(FILLED)"), font}));
    BOOST_TEST(placed.text.contains("FILLED"));
    BOOST_TEST(placed.source.unshownFields == 0);
}

BOOST_AUTO_TEST_CASE(a_field_that_cannot_be_drawn_is_counted)
{
    const QByteArray form = "<< /Fields [6 0 R] /NeedAppearances true /DR << /Font << /Helv 7 0 R >> >> >>";
    const Placed placed(redOverBluePdf("/Annots [6 0 R]", {form, textField("<FEFF4E2D6587>"), font}));
    BOOST_TEST(placed.source.unshownFields == 1);
}

BOOST_AUTO_TEST_CASE(a_chinese_field_with_an_appearance_is_drawn_as_it_was)
{
    const QByteArray form = "<< /Fields [6 0 R] /NeedAppearances true /DR << /Font << /Helv 7 0 R >> >> >>";
    const QByteArray drawnText = streamObject("/Tx BMC BT /Helv 12 Tf 2 5 Td (DRAWN) Tj ET EMC",
        "/Type /XObject /Subtype /Form /BBox [0 0 80 20] /Resources << /Font << /Helv 7 0 R >> >>");
    const Placed placed(redOverBluePdf(
        "/Annots [6 0 R]", {form, textField("<FEFF4E2D6587>", "/AP << /N 8 0 R >>"), font, drawnText}));
    BOOST_TEST(placed.text.contains("DRAWN"));
    BOOST_TEST(placed.source.unshownFields == 0);
}

BOOST_AUTO_TEST_CASE(a_layer_that_is_off_stays_off)
{
    const QByteArray content = "/OC /L1 BDC 0 1 0 rg 0 0 100 100 re f EMC /OC /L2 BDC 1 0 0 rg 0 100 100 100 re f EMC";
    const auto file = [&](const QByteArray& state) {
        return pdfOf({"<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [5 0 R 6 0 R] /D << " + state + " >> >> >>",
                      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 200] /Contents 4 0 R"
                      " /Resources << /Properties << /L1 5 0 R /L2 6 0 R >> >> >>",
                      streamObject(content), "<< /Type /OCG /Name (one) >>", "<< /Type /OCG /Name (two) >>"});
    };
    const Placed off(file("/OFF [5 0 R]"));
    BOOST_TEST(off.at(50, 50) == u"white"_s);
    BOOST_TEST(off.at(50, 150) == u"red"_s);
    const Placed base(file("/BaseState /OFF /ON [5 0 R]"));
    BOOST_TEST(base.at(50, 50) == u"green"_s);
    BOOST_TEST(base.at(50, 150) == u"white"_s);
}

BOOST_AUTO_TEST_CASE(only_the_visible_part_of_a_page_is_shown)
{
    const Placed placed(redOverBluePdf("/CropBox [0 0 100 100]"));
    BOOST_TEST(colourAt(placed.page, 60, 60) == u"blue"_s);
    BOOST_TEST(colourAt(placed.page, 140, 140) == u"blue"_s);
    BOOST_TEST(colourAt(placed.page, 100, 40) == u"white"_s);
}

BOOST_AUTO_TEST_SUITE_END()
