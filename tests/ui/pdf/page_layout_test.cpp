// SPDX-License-Identifier: Apache-2.0
#include "tests/support/boost_test.h"
#include "ui/pdf/page_layout.h"

using namespace jz::ui;

namespace {

constexpr int gap = 10;
const QSizeF a4(595, 842);
const QSizeF a4Across(842, 595);

} // namespace

BOOST_AUTO_TEST_SUITE(page_layout)

BOOST_AUTO_TEST_CASE(pages_that_fit_the_width_fill_it_between_the_gaps)
{
    const PageLayout layout({a4, a4Across}, {}, {620, 800}, gap);
    BOOST_TEST(layout.rect(0).width() == 600);
    BOOST_TEST(layout.rect(1).width() == 600);
    BOOST_TEST(layout.rect(1).top() == layout.rect(0).bottom() + 1 + gap);
}

BOOST_AUTO_TEST_CASE(a_whole_page_is_seen_when_it_is_fitted)
{
    PageArrangement whole;
    whole.fit = PageArrangement::Fit::Page;
    const PageLayout layout({a4, a4Across}, whole, {900, 600}, gap);
    BOOST_TEST(layout.rect(0).height() == 580);
    BOOST_TEST(layout.rect(1).height() <= 580);
    BOOST_TEST(std::abs(layout.rect(0).center().x() - 450) <= 1);
}

BOOST_AUTO_TEST_CASE(two_pages_stand_side_by_side_and_a_last_one_is_no_larger)
{
    PageArrangement two;
    two.twoPages = true;
    const PageLayout layout({a4, a4, a4}, two, {630, 800}, gap);
    BOOST_TEST(layout.rect(0).top() == layout.rect(1).top());
    BOOST_TEST(layout.rect(1).left() > layout.rect(0).right());
    BOOST_TEST(layout.rect(2).width() == layout.rect(0).width());
}

BOOST_AUTO_TEST_CASE(a_turned_page_changes_width_and_height)
{
    PageArrangement turned;
    turned.fit = PageArrangement::Fit::None;
    turned.turn = 90;
    const PageLayout layout({a4}, turned, {2000, 2000}, gap);
    BOOST_TEST(layout.rect(0).width() > layout.rect(0).height());
}

BOOST_AUTO_TEST_CASE(pages_are_found_by_height_among_ten_thousand)
{
    const PageLayout layout(QList<QSizeF>(10000, a4), {}, {620, 800}, gap);
    for (const int page : {0, 1, 4999, 9999}) {
        const QRect rect = layout.rect(page);
        BOOST_TEST(layout.at(rect.center().y()) == page);
        const QList<int> seen = layout.between(rect.top(), rect.top() + 10);
        BOOST_TEST(seen.size() == 1);
        BOOST_TEST(seen.value(0) == page);
    }
    BOOST_TEST(layout.between(0, layout.size().height()).size() == 10000);
}

BOOST_AUTO_TEST_SUITE_END()
