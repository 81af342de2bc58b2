// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/page_raster.h"
#include "model/pdf/scanned_pages.h"
#include "tests/model/pdf/pdf_fixtures.h"
#include "tests/support/boost_test.h"

#include <QBuffer>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

/// A page of 200 × 400 pt with a JPEG of 400 × 800 pixels, green above and yellow below.
struct Scan
{
    QByteArray content = "q 200 0 0 400 0 0 cm /Im0 Do Q";
    QByteArray page = {};
    QByteArray image = "/ColorSpace /DeviceRGB /Filter /DCTDecode";

    QString write() const
    {
        QImage sheet(400, 800, QImage::Format_RGB32);
        sheet.fill(Qt::yellow);
        for (int y = 0; y < 400; ++y)
            for (int x = 0; x < 400; ++x)
                sheet.setPixelColor(x, y, Qt::green);
        QBuffer jpeg;
        sheet.save(&jpeg, "JPG", 90);
        const QString path = folder.file(u"scan.pdf"_s);
        writeFile(path, pdfOf({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>",
                               "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 200 400 ] /Contents 4 0 R /Resources << /XObject << /Im0 5 0 R >> >> " + page
                                   + " >>",
                               streamObject(content),
                               streamObject(jpeg.data(), "/Type /XObject /Subtype /Image /Width 400 /Height 800 /BitsPerComponent 8 " + image)}));
        return path;
    }
    QImage drawn(QSize size) const { return ScannedPages(write()).draw(0, size); }

    ScratchFolder folder = {};
};

int distance(QColor one, QColor other)
{
    return std::abs(one.red() - other.red()) + std::abs(one.green() - other.green()) + std::abs(one.blue() - other.blue());
}

} // namespace

BOOST_AUTO_TEST_SUITE(scanned_pages)

BOOST_AUTO_TEST_CASE(a_page_that_is_one_jpeg_looks_as_pdfium_draws_it_at_every_size)
{
    const Scan scan;
    for (const QSize& size : {QSize(50, 100), QSize(123, 246), QSize(400, 800)}) {
        const QImage ours = scan.drawn(size);
        const QImage theirs = PageRaster(scan.folder.file(u"scan.pdf"_s)).draw(0, size);
        BOOST_REQUIRE((ours.size() == size));
        for (const QPoint& place : {QPoint(size.width() / 2, size.height() / 4), QPoint(size.width() / 2, size.height() * 3 / 4)})
            BOOST_TEST(distance(ours.pixelColor(place), theirs.pixelColor(place)) < 12);
    }
    BOOST_TEST(ScannedPages(scan.write()).isQuick(0));
}

BOOST_AUTO_TEST_CASE(a_page_with_anything_else_on_it_is_left_to_pdfium)
{
    const QSize size(100, 200);
    BOOST_TEST(Scan{"q 200 0 0 400 0 0 cm /Im0 Do Q 0 0 10 10 re f"}.drawn(size).isNull());
    BOOST_TEST(Scan{"q 200 0 0 400 0 0 cm /Im0 Do Q BT (x) Tj ET"}.drawn(size).isNull());
    BOOST_TEST(Scan{"q 200 0 0 400 0 0 cm /Im0 Do /Im0 Do Q"}.drawn(size).isNull());
    BOOST_TEST(Scan{"0 0 100 100 re W n q 200 0 0 400 0 0 cm /Im0 Do Q"}.drawn(size).isNull());
    BOOST_TEST(Scan{"q 100 0 0 400 0 0 cm /Im0 Do Q"}.drawn(size).isNull());
    BOOST_TEST(Scan{"q 0 400 -200 0 200 0 cm /Im0 Do Q"}.drawn(size).isNull());
    BOOST_TEST(Scan{"q 200 0 0 -400 0 400 cm /Im0 Do Q"}.drawn(size).isNull());
    Scan turned;
    turned.page = "/Rotate 90";
    BOOST_TEST(turned.drawn(size).isNull());
    Scan annotated;
    annotated.page = "/Annots [ << /Subtype /Square /Rect [ 0 0 50 50 ] >> ]";
    BOOST_TEST(annotated.drawn(size).isNull());
    Scan inverted;
    inverted.image += " /Decode [ 1 0 1 0 1 0 ]";
    BOOST_TEST(inverted.drawn(size).isNull());
    BOOST_TEST(ScannedPages(Scan().write()).draw(7, size).isNull());
}

BOOST_AUTO_TEST_CASE(a_page_larger_than_its_picture_is_left_to_pdfium)
{
    BOOST_TEST(Scan().drawn({1200, 2400}).isNull());
}

BOOST_AUTO_TEST_SUITE_END()
