// SPDX-License-Identifier: Apache-2.0
// PDFs as people have them stand in a dossier page by page.
#include "tests/model/procedure/zoo.h"

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

/// Four quarters as in base.png, on a page of 400 × 300 pt.
QByteArray quartersPdf(const QByteArray& catalog = {}, const QByteArray& page = {},
                       const QList<QByteArray>& more = {})
{
    return pdfOf(QList<QByteArray>{"<< /Type /Catalog /Pages 2 0 R " + catalog + " >>",
                                   "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                                   "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents 4 0 R " +
                                       page + " >>",
                                   streamObject("1 0 0 rg 0 150 200 150 re f 0 1 0 rg 200 150 200 150 re f "
                                                "0 0 1 rg 0 0 200 150 re f 1 1 0 rg 200 0 200 150 re f")} +
                 more);
}

} // namespace

BOOST_AUTO_TEST_SUITE(zoo_documents)

BOOST_AUTO_TEST_CASE(sound_restricted_linearised_and_damaged_ones_are_taken_in)
{
    Zoo zoo;
    writeFile(zoo.file(u"plain.pdf"_s), quartersPdf());
    zoo.make(u"qpdf"_s, {u"--linearize"_s, u"@plain.pdf"_s, u"@linear.pdf"_s});
    zoo.make(u"qpdf"_s, {u"--object-streams=generate"_s, u"@plain.pdf"_s, u"@streams.pdf"_s});
    zoo.make(u"qpdf"_s, {u"--encrypt"_s, u""_s, u"owner"_s, u"256"_s, u"--modify=none"_s, u"--extract=n"_s,
                         u"--"_s, u"@plain.pdf"_s, u"@restricted.pdf"_s});
    writeFile(zoo.file(u"damaged.pdf"_s), quartersPdf().replace("startxref\n", "startxref\n9"));
    writeFile(zoo.file(u"cut.pdf"_s), quartersPdf().left(quartersPdf().indexOf("startxref")));
    writeFile(zoo.file(u"rotated.pdf"_s), quartersPdf({}, "/Rotate 90"));
    writeFile(zoo.file(u"turned.pdf"_s), quartersPdf());
    writeFile(zoo.file(u"both.pdf"_s), quartersPdf({}, "/Rotate 90"));
    for (const QString& name : {u"plain.pdf"_s, u"linear.pdf"_s, u"streams.pdf"_s, u"restricted.pdf"_s,
                                u"damaged.pdf"_s, u"cut.pdf"_s, u"rotated.pdf"_s})
        zoo.add(name);
    zoo.add(u"turned.pdf"_s, {{u"turn"_s, 180}});
    zoo.add(u"both.pdf"_s, {{u"turn"_s, 270}});
    zoo.render();
    keepForLooking(zoo.file(u"dossier.pdf"_s), u"documents"_s);
    for (const QString& name : {u"plain.pdf"_s, u"linear.pdf"_s, u"streams.pdf"_s, u"restricted.pdf"_s,
                                u"damaged.pdf"_s, u"cut.pdf"_s, u"both.pdf"_s})
        BOOST_TEST(zoo.corners(name) == shownCorners(1), name.toStdString());
    BOOST_TEST(zoo.corners(u"rotated.pdf"_s, {3, 4}) == shownCorners(6));
    BOOST_TEST(zoo.corners(u"turned.pdf"_s) == shownCorners(3));
}

BOOST_AUTO_TEST_CASE(forms_seals_annotations_and_layers_look_as_they_did)
{
    Zoo zoo;
    const QByteArray green =
        streamObject("0 1 0 rg 0 0 200 150 re f", "/Type /XObject /Subtype /Form /BBox [0 0 200 150]");
    // A stamp and a signature's seal, each over the red quarter, as annotations
    writeFile(zoo.file(u"stamp.pdf"_s),
              quartersPdf({}, "/Annots [5 0 R]",
                          {"<< /Type /Annot /Subtype /Stamp /Rect [0 150 200 300] /F 4 /AP << /N 6 0 R >> >>",
                           green}));
    writeFile(zoo.file(u"seal.pdf"_s), quartersPdf("/AcroForm << /Fields [5 0 R] >>", "/Annots [5 0 R]",
                                                   {"<< /Type /Annot /Subtype /Widget /FT /Sig /T (s) /Rect "
                                                    "[0 150 200 300] /F 4 /AP << /N 6 0 R >> >>",
                                                    green}));
    writeFile(zoo.file(u"form.pdf"_s),
              quartersPdf("/AcroForm << /Fields [5 0 R] /DA (/Helv 12 Tf) >>", "/Annots [5 0 R]",
                          {"<< /Type /Annot /Subtype /Widget /FT /Tx /T (t) /V (words) /Rect [0 150 200 300] "
                           "/F 4 /AP << /N 6 0 R >> >>",
                           green}));
    // A layer that is off would cover everything
    writeFile(zoo.file(u"layer.pdf"_s),
              quartersPdf("/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>",
                          "/Resources << /XObject << /X 5 0 R >> >> /Contents [4 0 R 7 0 R]",
                          {streamObject("0 g 0 0 400 300 re f",
                                        "/Type /XObject /Subtype /Form /BBox [0 0 400 300] /OC 6 0 R"),
                           "<< /Type /OCG /Name (hidden) >>", streamObject("/X Do")}));
    for (const QString& name : {u"stamp.pdf"_s, u"seal.pdf"_s, u"form.pdf"_s, u"layer.pdf"_s})
        zoo.add(name);
    zoo.render();
    keepForLooking(zoo.file(u"dossier.pdf"_s), u"annotations"_s);
    for (const QString& name : {u"stamp.pdf"_s, u"seal.pdf"_s, u"form.pdf"_s})
        BOOST_TEST(zoo.corners(name) == u"green green yellow blue"_s, name.toStdString());
    BOOST_TEST(zoo.corners(u"layer.pdf"_s) == shownCorners(1));
}

BOOST_AUTO_TEST_CASE(two_hundred_pages_of_mixed_sizes_all_arrive_and_chosen_ones_alone_where_asked)
{
    Zoo zoo;
    QList<QSize> sizes;
    for (int i = 0; i < 200; ++i)
        sizes << (i % 3 == 0 ? QSize(842, 1191) : i % 3 == 1 ? QSize(842, 595) : QSize(300, 500));
    writeFile(zoo.file(u"200.pdf"_s), pagesPdf(sizes));
    writeFile(zoo.file(u"chosen.pdf"_s), pagesPdf(sizes) + "% another file\n");
    zoo.add(u"200.pdf"_s);
    zoo.add(u"chosen.pdf"_s, {{u"pages"_s, u"2、199—200"_s}, {u"originalInside"_s, false}});
    const WrittenDossier& written = zoo.render();
    BOOST_TEST(zoo.pagesOf(u"200.pdf"_s) == 200);
    BOOST_TEST(zoo.pagesOf(u"chosen.pdf"_s) == 3);
    BOOST_TEST(zoo.page(u"200.pdf"_s, 1).width() == 842);
    BOOST_TEST(colourAt(zoo.page(u"200.pdf"_s, 99), 107, 143) == u"red"_s);
    BOOST_TEST(colourAt(zoo.page(u"200.pdf"_s, 199), 148, 105) == u"blue"_s);
    BOOST_TEST(colourAt(zoo.page(u"chosen.pdf"_s, 0), 148, 105) == u"red"_s);
    BOOST_TEST(colourAt(zoo.page(u"chosen.pdf"_s, 1), 107, 143) == u"blue"_s);
    BOOST_REQUIRE(written.attachments.size() == 2);
    BOOST_TEST(written.attachments.at(0).originalBytes == readFile(zoo.file(u"200.pdf"_s)).size());
    BOOST_TEST(written.attachments.at(1).originalBytes == 0);
    BOOST_TEST(written.attachments.at(1).pageBytes > 0);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_printed_is_refused_with_its_reason)
{
    Zoo zoo;
    writeFile(zoo.file(u"plain.pdf"_s), quartersPdf());
    zoo.make(u"qpdf"_s,
             {u"--encrypt"_s, u"secret"_s, u"owner"_s, u"256"_s, u"--"_s, u"@plain.pdf"_s, u"@locked.pdf"_s});
    zoo.make(u"qpdf"_s, {u"--encrypt"_s, u""_s, u"owner"_s, u"256"_s, u"--print=none"_s, u"--"_s,
                         u"@plain.pdf"_s, u"@silent.pdf"_s});
    writeFile(zoo.file(u"portfolio.pdf"_s), quartersPdf("/Collection << /Type /Collection /View /D >>"));
    writeFile(zoo.file(u"xfa.pdf"_s),
              quartersPdf("/NeedsRendering true /AcroForm << /Fields [] /XFA 5 0 R >>", {},
                          {streamObject("<xdp/>")}));
    writeFile(zoo.file(u"half.pdf"_s), quartersPdf().left(quartersPdf().indexOf("4 0 obj")));
    const QMap<QString, QString> words{{u"locked.pdf"_s, u"设有打开密码"_s},
                                       {u"silent.pdf"_s, u"禁止打印"_s},
                                       {u"portfolio.pdf"_s, u"文件包"_s},
                                       {u"xfa.pdf"_s, u"动态表单"_s},
                                       {u"half.pdf"_s, u"没有传完或已损坏"_s}};
    for (auto each = words.begin(); each != words.end(); ++each)
        zoo.add(each.key());
    const Findings findings = zoo.check();
    for (const Finding& finding : findings)
        BOOST_TEST_MESSAGE(finding.message.zh.toStdString());
    BOOST_REQUIRE(findings.size() == words.size());
    for (qsizetype i = 0; i < findings.size(); ++i) {
        BOOST_TEST(findings.at(i).rule == u"file.attachment-unusable"_s);
        BOOST_TEST(findings.at(i).message.zh.contains(words.values().at(i)),
                   findings.at(i).message.zh.toStdString());
        BOOST_TEST(findings.at(i).message.zh.contains(words.keys().at(i)));
        BOOST_TEST(!findings.at(i).message.zh.contains(zoo.folder()));
    }
}

BOOST_AUTO_TEST_CASE(bad_choices_of_pages_are_findings_and_stop_the_printing)
{
    for (const QString& choice : {u"9-2"_s, u"abc"_s, u"2"_s, u"0"_s, u"1,1"_s}) {
        Zoo zoo;
        writeFile(zoo.file(u"one.pdf"_s), quartersPdf());
        zoo.add(u"one.pdf"_s, {{u"pages"_s, choice}});
        const Findings findings = zoo.check();
        BOOST_REQUIRE(findings.size() == 1);
        BOOST_TEST(findings.first().rule == u"file.attachment-pages"_s);
        BOOST_TEST(findings.first().message.zh.contains(u"one.pdf"_s));
        BOOST_CHECK_EXCEPTION(inspectAttachment(zoo.file(u"one.pdf"_s), {}, {choice, 0}), Error,
                              tells(ErrorCode::Malformed, u"one.pdf"_s));
    }
}

BOOST_AUTO_TEST_CASE(repairs_and_fields_that_cannot_be_shown_are_findings)
{
    Zoo zoo;
    writeFile(zoo.file(u"damaged.pdf"_s), quartersPdf().replace("startxref\n", "startxref\n9"));
    writeFile(
        zoo.file(u"field.pdf"_s),
        quartersPdf(
            "/AcroForm << /Fields [5 0 R] >>", "/Annots [5 0 R]",
            {"<< /Type /Annot /Subtype /Widget /FT /Tx /T (t) /V <FEFF4E2D> /Rect [0 0 100 20] /F 4 >>"}));
    zoo.add(u"damaged.pdf"_s);
    zoo.add(u"field.pdf"_s);
    const Findings findings = zoo.check();
    BOOST_REQUIRE(findings.size() == 2);
    BOOST_TEST(findings.at(0).rule == u"file.attachment-repaired"_s);
    BOOST_CHECK(findings.at(0).severity == Severity::Hint);
    BOOST_TEST(findings.at(1).rule == u"file.attachment-unshown-fields"_s);
    BOOST_CHECK(findings.at(1).severity == Severity::Warning);
}

BOOST_AUTO_TEST_SUITE_END()
