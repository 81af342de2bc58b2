// SPDX-License-Identifier: Apache-2.0
#include "model/reference/personal_numbers.h"

#include "tests/support/boost_test.h"

using namespace jz;
using namespace Qt::StringLiterals;

BOOST_AUTO_TEST_SUITE(personal_numbers)

BOOST_AUTO_TEST_CASE(are_known_by_their_check_digits)
{
    BOOST_TEST(isCitizenNumber(u"11010519491231002X"_s));
    BOOST_TEST(isCitizenNumber(u"１１０１０５ 19491231 002x"_s));
    BOOST_TEST(!isCitizenNumber(u"110105194912310021"_s));
    BOOST_TEST(!isCitizenNumber(u"11010519491331002X"_s));
    BOOST_TEST(isBankNumber(u"6222 0212 3456 7894"_s));
    BOOST_TEST(isBankNumber(u"4111 1111 1111 1111"_s));
    BOOST_TEST(!isBankNumber(u"4111111111111112"_s));
    BOOST_TEST(!isBankNumber(u"13800138000"_s));
}

BOOST_AUTO_TEST_CASE(are_seen_amid_a_text_and_after_a_spreadsheet_rounded_them)
{
    BOOST_TEST(holdsPersonalNumber(u"身份证11010519491231002X，汉族"_s));
    BOOST_TEST(holdsPersonalNumber(u"卡号 4111 1111 1111 1111"_s));
    BOOST_TEST(holdsPersonalNumber(u"110105194912310000"_s));
    BOOST_TEST(!holdsPersonalNumber(u"12420000000000000U"_s));
    BOOST_TEST(!holdsPersonalNumber(u"13800138000、027-87540000"_s));
    BOOST_TEST(!holdsPersonalNumber(u"2022年5月20日"_s));
}

BOOST_AUTO_TEST_CASE(are_known_by_the_head_of_their_column)
{
    for (const QString& each : {u"身份证号"_s, u"证件号码"_s, u"银行卡"_s, u"开户行"_s, u"账 号"_s, u"ID Card"_s})
        BOOST_TEST(namesPersonalNumber(each));
    for (const QString& each : {u"姓名"_s, u"工作单位"_s, u"联系电话"_s, u"统一社会信用代码"_s})
        BOOST_TEST(!namesPersonalNumber(each));
}

BOOST_AUTO_TEST_SUITE_END()
