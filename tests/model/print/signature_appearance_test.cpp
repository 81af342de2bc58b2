// SPDX-License-Identifier: Apache-2.0
#include "model/base/error.h"
#include "model/call/call_pack_reader.h"
#include "model/print/signature_appearance.h"
#include "tests/model/print/printed_dossier.h"
#include "tests/support/boost_test.h"
#include "tests/support/test_files.h"

#include <QBuffer>
#include <QImage>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

AppearanceContent content()
{
    return {QSizeF(76, 53), u"湖北省科学技术协会"_s, u"2022年5月20日 10:30"_s, u"0123 4567 89AB CDEF"_s, {}, {}};
}

QByteArray drawn(const AppearanceContent& what)
{
    TextShaper shaper(fontsOf(builtInCallPack(u"kczg-2022"_s)));
    return drawSignatureAppearance(what, shaper);
}

} // namespace

BOOST_AUTO_TEST_SUITE(signature_appearance)

BOOST_AUTO_TEST_CASE(it_names_signer_date_and_certificate)
{
    const QString text = rawText(drawn(content()));
    BOOST_TEST(text.contains(u"湖北省科学技术协会"_s));
    BOOST_TEST(text.contains(u"2022年5月20日10:30"_s));
    BOOST_TEST(text.contains(u"0123456789ABCDEF"_s));
}

BOOST_AUTO_TEST_CASE(an_opinion_of_300_characters_fits_whole)
{
    AppearanceContent what = content();
    for (int i = 0; what.opinion.size() < 300; ++i)
        what.opinion += u"同意推荐并加强统筹"_s.mid(i % 9, 1);
    BOOST_TEST(rawText(drawn(what)).contains(what.opinion));
}

BOOST_AUTO_TEST_CASE(an_opinion_that_cannot_be_read_any_more_is_refused)
{
    AppearanceContent what = content();
    what.opinion = QString(2000, u'好');
    BOOST_CHECK_EXCEPTION(drawn(what), Error, [](const Error& e) { return e.code() == ErrorCode::Unusable; });
}

BOOST_AUTO_TEST_CASE(a_seal_is_drawn_and_a_picture_that_is_none_is_refused)
{
    AppearanceContent what = content();
    what.sealPng = "not a picture";
    BOOST_CHECK_EXCEPTION(drawn(what), Error, [](const Error& e) { return e.code() == ErrorCode::Malformed; });

    QImage seal(200, 200, QImage::Format_ARGB32);
    seal.fill(Qt::red);
    QBuffer buffer(&what.sealPng);
    what.sealPng.clear();
    buffer.open(QIODevice::WriteOnly);
    seal.save(&buffer, "PNG");
    const ScratchFolder folder;
    writeFile(folder.file(u"a.pdf"_s), drawn(what));
    run(u"pdftoppm"_s, {u"-r"_s, u"50"_s, u"-png"_s, u"-singlefile"_s, folder.file(u"a.pdf"_s), folder.file(u"a"_s)});
    const QImage image(folder.file(u"a.png"_s));
    int red = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            red += qRed(image.pixel(x, y)) > 200 && qGreen(image.pixel(x, y)) < 60 ? 1 : 0;
    }
    const double side = 42 / 25.4 * 50;
    BOOST_TEST(red > side * side * 0.9);
}

BOOST_AUTO_TEST_SUITE_END()
