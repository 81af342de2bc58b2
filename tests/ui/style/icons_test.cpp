// SPDX-License-Identifier: Apache-2.0
#include "tests/support/boost_test.h"
#include "tests/support/test_files.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"

#include <QDir>
#include <QImage>

using namespace jz;
using namespace jz::ui;
using jz::test::readFile;
using namespace Qt::StringLiterals;

namespace {

QStringList lineIcons()
{
    QStringList names;
    for (const QString& file : QDir(u":/icons"_s).entryList({u"*.svg"_s}, QDir::Files))
        if (file != u"juanzong.svg")
            names << file.chopped(4);
    return names;
}

/// Share of the pixels that have colour.
double inked(const QPixmap& pixmap)
{
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += qAlpha(image.pixel(x, y)) > 64;
    return double(count) / (image.width() * image.height());
}

} // namespace

BOOST_AUTO_TEST_SUITE(icons)

BOOST_AUTO_TEST_CASE(every_icon_is_drawn_in_whole_pixels_at_every_size)
{
    for (const QString& name : lineIcons()) {
        for (const int size : {16, 20, 24, 32, 64}) {
            for (const qreal ratio : {1.0, 1.25, 2.0}) {
                const QPixmap pixmap = iconPixmap(name, size, QColor(Qt::black), ratio);
                BOOST_TEST_CONTEXT(name.toStdString() << " at " << size << " × " << ratio)
                {
                    BOOST_TEST(pixmap.width() == qRound(size * ratio));
                    BOOST_TEST(inked(pixmap) > 0.02);
                    BOOST_TEST(inked(pixmap) < 0.75);
                }
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(icons_are_drawn_by_one_hand)
{
    for (const QString& name : lineIcons()) {
        const QByteArray svg = readFile(u":/icons/"_s + name + u".svg"_s);
        BOOST_TEST_CONTEXT(name.toStdString())
        {
            BOOST_TEST(svg.contains("viewBox=\"0 0 24 24\""));
            BOOST_TEST(svg.contains("stroke=\"currentColor\""));
            BOOST_TEST(svg.contains("stroke-width=\"1.75\""));
            BOOST_TEST(!svg.contains('#'));
        }
    }
}

BOOST_AUTO_TEST_CASE(an_icon_takes_the_colour_it_is_asked_for)
{
    const QImage image = iconPixmap(u"check", 32, QColor(0xb3261e), 1).toImage();
    bool red = false;
    for (int x = 0; x < 32; ++x)
        red = red || image.pixelColor(x, 16).name() == u"#b3261e";
    BOOST_TEST(red);
}

BOOST_AUTO_TEST_CASE(severities_differ_in_shape_and_in_word)
{
    const QList<Severity> all{Severity::Error, Severity::Warning, Severity::Hint};
    for (const Severity one : all)
        for (const Severity other : all)
            if (one != other) {
                BOOST_TEST((severityPixmap(one, 16, 1).toImage() != severityPixmap(other, 16, 1).toImage()));
                BOOST_TEST(severityWord(one) != severityWord(other));
                BOOST_TEST(severityProperty(one) != severityProperty(other));
            }
}

BOOST_AUTO_TEST_CASE(the_program_has_an_icon_in_every_size_that_desktops_ask_for)
{
    const QList<QSize> sizes = programIcon().availableSizes();
    for (const int size : {16, 24, 32, 48, 64, 128, 256})
        BOOST_TEST(sizes.contains(QSize(size, size)));
}

BOOST_AUTO_TEST_SUITE_END()
