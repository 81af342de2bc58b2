// SPDX-License-Identifier: Apache-2.0
#include "tests/support/boost_test.h"
#include "ui/print/page_range.h"
#include "ui/print/print_plan.h"

using namespace jz::ui;
using namespace Qt::StringLiterals;

BOOST_AUTO_TEST_SUITE(page_range)

BOOST_AUTO_TEST_CASE(pages_are_read_as_people_type_them)
{
    BOOST_TEST((pagesTyped(u"1-3, 5"_s, 8) == QList<int>{0, 1, 2, 4}));
    BOOST_TEST((pagesTyped(u"１－３，５"_s, 8) == QList<int>{0, 1, 2, 4}));
    BOOST_TEST((pagesTyped(u"8、1至2、2"_s, 8) == QList<int>{7, 0, 1}));
}

BOOST_AUTO_TEST_CASE(what_names_no_page_of_the_paper_is_refused)
{
    for (const QString& wrong : {u""_s, u","_s, u"0"_s, u"9"_s, u"3-2"_s, u"1-"_s, u"x"_s, u"1-3-5"_s, u"99999999999"_s})
        BOOST_TEST(!pagesTyped(wrong, 8).has_value(), wrong.toStdString());
}

BOOST_AUTO_TEST_CASE(pages_are_written_as_they_would_be_typed)
{
    BOOST_TEST(typedPages({0, 1, 2, 4}) == u"1-3, 5"_s);
    BOOST_TEST(typedPages({6}) == u"7"_s);
}

BOOST_AUTO_TEST_CASE(copies_printed_on_both_sides_begin_on_a_sheet_of_their_own)
{
    BOOST_TEST(sheetsOf({{}, {0, 1, 2}, 2, true, {}, {}}) == 4);
    BOOST_TEST(sheetsOf({{}, {0, 1, 2}, 2, false, {}, {}}) == 6);
}

BOOST_AUTO_TEST_SUITE_END()
