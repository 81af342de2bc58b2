// SPDX-License-Identifier: Apache-2.0
#include "tests/support/boost_test.h"
#include "ui/style/theme.h"

#include <cmath>

using namespace jz::ui;

namespace {

double linear(double part)
{
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

/// Contrast as WCAG 2 has it, from 1 to 21.
double contrast(const QColor& one, const QColor& other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

void readable(const QColor& text, std::initializer_list<QColor> grounds, double least = 4.5)
{
    for (const QColor& ground : grounds)
        BOOST_TEST(contrast(text, ground) >= least,
                   text.name().toStdString() << " on " << ground.name().toStdString() << " has " << contrast(text, ground));
}

void checkColours(const Colours& c)
{
    readable(c.text, {c.window, c.surface, c.sunken, c.accentSoft, c.errorSoft, c.warningSoft, c.hintSoft, c.goodSoft});
    readable(c.quiet, {c.window, c.surface, c.sunken, c.accentSoft});
    readable(c.accent, {c.window, c.surface, c.accentSoft});
    readable(c.onAccent, {c.accent});
    readable(c.error, {c.window, c.surface, c.sunken, c.errorSoft});
    readable(c.warning, {c.window, c.surface, c.sunken, c.warningSoft});
    readable(c.hint, {c.window, c.surface, c.sunken, c.hintSoft});
    readable(c.good, {c.window, c.surface, c.sunken, c.goodSoft});
    readable(c.strongBorder, {c.window, c.surface}, 3);
}

} // namespace

BOOST_AUTO_TEST_SUITE(colours)

BOOST_AUTO_TEST_CASE(every_text_is_readable_on_every_ground_it_stands_on)
{
    BOOST_TEST_CONTEXT("light")
        checkColours(Theme::light());
    BOOST_TEST_CONTEXT("dark")
        checkColours(Theme::dark());
}

BOOST_AUTO_TEST_CASE(contrast_is_computed_as_the_standard_has_it)
{
    BOOST_TEST(contrast(QColor(Qt::black), QColor(Qt::white)) == 21.0, boost::test_tools::tolerance(1e-6));
    BOOST_TEST(contrast(QColor(0x777777), QColor(Qt::white)) == 4.478, boost::test_tools::tolerance(1e-3));
}

BOOST_AUTO_TEST_CASE(distances_grow_with_the_text)
{
    Theme::apply(ThemeChoice::Light, 200);
    BOOST_TEST(Theme::space(3) == 24);
    BOOST_TEST(Theme::font(TextStyle::Body).pointSizeF() == 21.0);
    Theme::apply(ThemeChoice::Light, 100);
    BOOST_TEST(Theme::space(3) == 12);
}

BOOST_AUTO_TEST_SUITE_END()
