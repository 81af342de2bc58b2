// SPDX-License-Identifier: Apache-2.0
#include "model/reference/contact.h"
#include "model/reference/credit_code.h"
#include "model/reference/csv.h"
#include "model/reference/text_forms.h"
#include "tests/support/test_files.h"

using namespace jz;
using namespace Qt::StringLiterals;

BOOST_AUTO_TEST_SUITE(codes)

BOOST_AUTO_TEST_CASE(all_credit_code_vectors_hold)
{
    const QString name = u"reference/uscc-vectors.csv"_s;
    const QList<CsvRow> rows = readCsv(test::readFile(test::dataFile(name)), {u"code"_s, u"valid"_s}, name);
    BOOST_TEST(rows.size() == 13);
    for (const CsvRow& row : rows) {
        const QString code = row[u"code"_s];
        BOOST_TEST(credit_code::checks(code) == (row[u"uscc_check_ok"_s] == u"1"_s), code.toStdString());
        const bool valid = credit_code::checks(code) && credit_code::innerChecks(code);
        BOOST_TEST(valid == (row[u"valid"_s] == u"1"_s), code.toStdString());
    }
}

BOOST_AUTO_TEST_CASE(the_example_of_the_standard_checks)
{
    BOOST_TEST(QString(credit_code::checkCharacter(u"91350100M000100Y4"_s)) == u"3"_s);
    BOOST_TEST(credit_code::checks(u"91350100M000100Y43"_s));
}

BOOST_AUTO_TEST_CASE(every_single_wrong_digit_is_found)
{
    const QString code = u"12100000400000624D"_s;
    const QString alphabet = u"0123456789ABCDEFGHJKLMNPQRTUWXY"_s;
    for (qsizetype at = 0; at < code.size(); ++at) {
        for (const QChar c : alphabet) {
            QString wrong = code;
            wrong[at] = c;
            BOOST_TEST(credit_code::checks(wrong) == (wrong == code));
        }
    }
}

BOOST_AUTO_TEST_CASE(a_code_of_the_wrong_shape_has_no_check_character_to_speak_of)
{
    for (const QString& code : {u""_s, u"1"_s, u"12100000400000624"_s, u"12100000400000624DD"_s, u"1210000040000062ID"_s,
                                u"12A00000400000624D"_s, u"１２100000400000624D"_s, u"12100000400000624d"_s}) {
        BOOST_TEST(!credit_code::hasShape(code), code.toStdString());
        BOOST_TEST(!credit_code::checks(code), code.toStdString());
        BOOST_TEST(!credit_code::innerChecks(code), code.toStdString());
    }
    BOOST_TEST(credit_code::checkCharacter(u"12"_s).isNull());
}

BOOST_AUTO_TEST_CASE(class_and_authority_are_read_from_the_code)
{
    BOOST_TEST(credit_code::classOf(u"12440300455752807L"_s) == u"12"_s);
    BOOST_TEST(credit_code::authorityOf(u"12440300455752807L"_s) == u"440300"_s);
}

BOOST_AUTO_TEST_CASE(codes_are_stored_in_one_form)
{
    BOOST_TEST(normalisedCode(u" １２10 0000\u30004000 00624d "_s) == u"12100000400000624D"_s);
    BOOST_TEST(normalisedMobile(u"+86 138-0013-8000"_s) == u"13800138000"_s);
    BOOST_TEST(normalisedMobile(u"0086１３８00138000"_s) == u"13800138000"_s);
    BOOST_TEST(normalisedMobile(u"13800138000"_s) == u"13800138000"_s);
}

BOOST_AUTO_TEST_CASE(mobile_numbers_have_eleven_digits_from_13_to_19)
{
    for (const QString& good : {u"13800138000"_s, u"19912345678"_s, u"16600000000"_s})
        BOOST_TEST(isMobile(good), good.toStdString());
    for (const QString& bad : {u""_s, u"1380013800"_s, u"138001380000"_s, u"12800138000"_s, u"23800138000"_s,
                               u"1380013800a"_s, u"13800138000\n"_s})
        BOOST_TEST(!isMobile(bad), bad.toStdString());
}

BOOST_AUTO_TEST_CASE(a_unit_is_reached_by_many_kinds_of_number)
{
    for (const QString& good :
         {u"027-87540000-812"_s, u"027-87540000"_s, u"02787540000"_s, u"(027)87540000"_s, u"（0728）3200000转6018"_s,
          u"400-810-8888"_s, u"4008108888"_s, u"800-810-8888"_s, u"+86-27-87540000"_s, u"+86 138 0013 8000"_s,
          u"010—68571898"_s})
        BOOST_TEST(isPhone(good), good.toStdString());
    for (const QString& bad : {u""_s, u"87540000"_s, u"027-875400"_s, u"027-87540000-1234567"_s, u"无"_s, u"110"_s})
        BOOST_TEST(!isPhone(bad), bad.toStdString());
}

BOOST_AUTO_TEST_CASE(an_email_address_has_one_at_and_a_domain_with_a_dot)
{
    for (const QString& good : {u"linyuan@guangdian.example.cn"_s, u"a.b+c@x-y.org"_s, u"info@例子.中国"_s})
        BOOST_TEST(isEmail(good), good.toStdString());
    for (const QString& bad : {u""_s, u"a"_s, u"a@b"_s, u"@b.cn"_s, u"a@@b.cn"_s, u"a b@c.cn"_s, u"a@b..cn"_s,
                               u".a@b.cn"_s, u"a@-b.cn"_s, u"a@b.cn "_s})
        BOOST_TEST(!isEmail(bad), bad.toStdString());
}

BOOST_AUTO_TEST_CASE(a_web_address_begins_with_http_or_https)
{
    for (const QString& good : {u"https://www.example.cn/news/2021/0917.html"_s, u"http://例子.中国/路径?a=1#x"_s,
                                u"HTTPS://example.cn"_s})
        BOOST_TEST(isWebAddress(good), good.toStdString());
    for (const QString& bad : {u""_s, u"www.example.cn"_s, u"ftp://example.cn"_s, u"https://"_s, u"https://a b.cn"_s,
                               u"javascript:alert(1)"_s, u"file:///etc/passwd"_s})
        BOOST_TEST(!isWebAddress(bad), bad.toStdString());
}

BOOST_AUTO_TEST_SUITE_END()
