// SPDX-License-Identifier: Apache-2.0
#include "model/base/error.h"
#include "model/call/call_pack_reader.h"
#include "model/print/signature_appearance.h"
#include "tests/model/print/printed_dossier.h"
#include "tests/support/boost_test.h"
#include "tests/support/test_files.h"

#include <QBuffer>
#include <QImage>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

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

QString longOpinion()
{
    QString opinion;
    for (int i = 0; opinion.size() < 300; ++i)
        opinion += u"同意推荐并加强统筹"_s.mid(i % 9, 1);
    return opinion;
}

/// The middles of the lines of a PDF page as poppler finds them, points from the top, in order.
QList<double> lineMiddles(const QByteArray& pdf)
{
    const ScratchFolder folder;
    writeFile(folder.file(u"a.pdf"_s), pdf);
    const ProcessResult result = run(u"pdftotext"_s, {u"-bbox"_s, folder.file(u"a.pdf"_s), u"-"_s});
    static const QRegularExpression box(u"yMin=\"([0-9.]+)\" xMax=\"[0-9.]+\" yMax=\"([0-9.]+)\""_s);
    QSet<double> middles;
    for (auto it = box.globalMatch(QString::fromUtf8(result.out)); it.hasNext();) {
        const QRegularExpressionMatch word = it.next();
        middles << qRound(word.captured(1).toDouble() + word.captured(2).toDouble()) / 2.0;
    }
    QList<double> sorted = middles.values();
    std::sort(sorted.begin(), sorted.end());
    return sorted;
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
    what.opinion = longOpinion();
    BOOST_TEST(rawText(drawn(what)).contains(what.opinion));
}

BOOST_AUTO_TEST_CASE(no_line_lies_over_another_or_outside_the_field)
{
    for (const QString& signer : {u"湖北省科学技术协会"_s, u"新疆维吾尔自治区科学技术与工程教育合作交流促进会"_s, QString(200, u'长')}) {
        for (const QString& opinion : {QString(), u"同意推荐"_s, longOpinion()}) {
            AppearanceContent what = content();
            what.signer = signer;
            what.opinion = opinion;
            what.fingerprint = u"0123 4567 89AB CDEF 0123 4567 89AB CDEF"_s;
            const QByteArray pdf = drawn(what);
            BOOST_TEST(rawText(pdf).contains(u"0123456789ABCDEF0123456789ABCDEF"_s));
            const QList<double> middles = lineMiddles(pdf);
            BOOST_TEST(middles.first() > 0);
            BOOST_TEST(middles.last() < what.size.height() * pointsPerMm);
            for (qsizetype i = 1; i < middles.size(); ++i)
                BOOST_TEST(middles.at(i) - middles.at(i - 1) >= 5.5, signer.toStdString());
        }
    }
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
