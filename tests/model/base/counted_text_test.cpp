// SPDX-License-Identifier: Apache-2.0
#include "model/base/counted_text.h"
#include "tests/support/boost_test.h"

using namespace jz;
using namespace Qt::StringLiterals;

BOOST_AUTO_TEST_SUITE(counted_text)

BOOST_AUTO_TEST_CASE(english_words_follow_the_number_before_them)
{
    const CountedText pages = counted(u"%1 页", u"%1 {page|pages}");
    BOOST_TEST(pages.arg(u"1"_s).en == u"1 page"_s);
    BOOST_TEST(pages.arg(u"0"_s).en == u"0 pages"_s);
    BOOST_TEST(pages.arg(u"21"_s).en == u"21 pages"_s);
    BOOST_TEST(pages.arg(u"1"_s).zh == u"1 页"_s);
}

BOOST_AUTO_TEST_CASE(each_number_has_its_own_words)
{
    const CountedText both = counted(u"%2：%1 份，%3 页", u"%2: %1 {copy|copies} of %3 {page|pages} each");
    BOOST_TEST(both.arg(u"1"_s, u"x"_s, u"3"_s).en == u"x: 1 copy of 3 pages each"_s);
    BOOST_TEST(both.arg(u"2"_s, u"x"_s, u"1"_s).en == u"x: 2 copies of 1 page each"_s);
}

BOOST_AUTO_TEST_CASE(words_before_every_number_follow_the_first)
{
    const CountedText are = counted(u"有 %1 处", u"There {is|are} %1 {place|places}");
    BOOST_TEST(are.arg(u"1"_s).en == u"There is 1 place"_s);
    BOOST_TEST(are.arg(u"2"_s).en == u"There are 2 places"_s);
}

BOOST_AUTO_TEST_CASE(braces_of_a_value_are_left_alone)
{
    BOOST_TEST(counted(u"%1", u"%1").arg(u"{a|b}"_s).en == u"{a|b}"_s);
    BOOST_TEST(counted(u"%1", u"%1 {file|files}").arg(u"{a|b}"_s).en == u"{a|b} files"_s);
}

BOOST_AUTO_TEST_SUITE_END()
