// SPDX-License-Identifier: Apache-2.0
#include "model/reference/reference_data.h"
#include "model/reference/reference_search.h"
#include "tests/support/boost_test.h"

using namespace jz;
using namespace Qt::StringLiterals;

namespace {

/// The best division for what was typed, by its names from the province down.
QString division(const QString& typed)
{
    return builtInReferenceData().divisions.names(builtInDivisionSearch().find(typed, 1).value(0)).join(u' ');
}

QString body(const QString& typed)
{
    return builtInBodySearch().find(typed, 1).value(0);
}

} // namespace

BOOST_AUTO_TEST_SUITE(name_search)

BOOST_AUTO_TEST_CASE(a_division_is_found_by_characters_pinyin_initials_and_mixtures)
{
    for (const QString& typed : {u"武汉"_s, u"武汉市"_s, u"wuhan"_s, u"hbwh"_s, u"湖北武汉"_s, u"湖北 wh"_s, u"HBWH"_s, u"ｈｂｗｈ"_s,
                                 u"hubeiwuhan"_s, u"湖北省武汉市"_s, u"武h"_s})
        BOOST_TEST_CONTEXT(typed.toStdString())
            BOOST_TEST(division(typed) == u"湖北省 武汉市"_s);
}

BOOST_AUTO_TEST_CASE(of_equals_the_higher_level_comes_first_then_seats_of_provinces)
{
    const QStringList found = builtInDivisionSearch().find(u"wh"_s, 60);
    BOOST_TEST(found.indexOf(u"420100"_s) == 0);                              // 武汉, seat of its province
    BOOST_TEST(found.indexOf(u"150300"_s) > 0);                               // 乌海
    BOOST_TEST(found.indexOf(u"150300"_s) < found.indexOf(u"340200"_s));      // 芜湖: equals in the order of their codes
    BOOST_TEST(division(u"sz"_s) == u"广东省 深圳市"_s);                       // planned separately, before 朔州
}

BOOST_AUTO_TEST_CASE(the_levels_between_may_be_left_out)
{
    BOOST_TEST(division(u"whhs"_s) == u"湖北省 武汉市 洪山区"_s);
    BOOST_TEST(division(u"hbwhhs"_s) == u"湖北省 武汉市 洪山区"_s);
    BOOST_TEST(division(u"北京西城"_s) == u"北京市 西城区"_s);
    BOOST_TEST(division(u"cqyz"_s) == u"重庆市 渝中区"_s);
}

BOOST_AUTO_TEST_CASE(a_whole_name_comes_before_one_that_only_begins_so)
{
    BOOST_TEST(division(u"bj"_s) == u"北京市"_s);
    BOOST_TEST(division(u"吉林"_s) == u"吉林省"_s);
    BOOST_TEST(builtInDivisionSearch().find(u"吉林"_s, 2).value(1) == u"220200"_s);
}

BOOST_AUTO_TEST_CASE(a_former_division_is_found_by_its_former_code)
{
    BOOST_TEST(builtInDivisionSearch().find(u"下城区"_s, 1) == QStringList{u"330103"_s});
    BOOST_TEST(builtInDivisionSearch().find(u"hzxc"_s, 50).contains(u"330103"_s));
}

BOOST_AUTO_TEST_CASE(a_body_is_found_by_full_and_short_name_and_their_initials)
{
    for (const QString& typed : {u"湖北省科学技术协会"_s, u"湖北省科协"_s, u"湖北科协"_s, u"hbkx"_s, u"hbskx"_s, u"hubei"_s})
        BOOST_TEST_CONTEXT(typed.toStdString())
            BOOST_TEST(builtInBodySearch().find(typed, 8).contains(u"湖北省科学技术协会"_s));
    BOOST_TEST(body(u"zggxxh"_s) == u"中国光学学会"_s);
    BOOST_TEST(body(u"光学学会"_s) == u"中国光学学会"_s);
}

BOOST_AUTO_TEST_CASE(what_is_not_there_is_not_found)
{
    for (const QString& typed : {u""_s, u"  "_s, u"·"_s, u"某某星球"_s, u"zzzzzzzz"_s, QString(5000, u'a'), u"12345"_s})
        BOOST_TEST_CONTEXT(typed.toStdString())
        {
            BOOST_TEST(builtInDivisionSearch().find(typed, 10).isEmpty());
            BOOST_TEST(builtInBodySearch().find(typed, 10).isEmpty());
        }
}

BOOST_AUTO_TEST_CASE(no_more_are_given_than_asked_for)
{
    BOOST_TEST(builtInDivisionSearch().find(u"s"_s, 20).size() == 20);
}

BOOST_AUTO_TEST_SUITE_END()
