// SPDX-License-Identifier: Apache-2.0
#include "model/print/page_code.h"
#include "model/print/value_text.h"
#include "tests/support/boost_test.h"

using namespace jz;
using namespace Qt::StringLiterals;

namespace {

const PageCode small{u"ABCDE23456"_s, 2, 17, u"ABCDEFGHIJKLMNOP"_s, {}};
const PageCode large{u"ABCDE23456"_s, 99, 1, u"ABCDEFGHIJKLMNOP"_s, u"QRSTUVWXYZ234567"_s};

} // namespace

BOOST_AUTO_TEST_SUITE(page_code)

BOOST_AUTO_TEST_CASE(a_code_reads_back_as_it_was_written)
{
    BOOST_TEST(small.text() == u"JZ1ABCDE2345602017ABCDEFGHIJKLMNOP"_s);
    BOOST_CHECK(parsePageCode(small.text()) == small);
    BOOST_CHECK(parsePageCode(large.text()) == large);
}

BOOST_AUTO_TEST_CASE(other_codes_are_not_taken_for_ours)
{
    for (const QString& text : {QString(), u"https://example.cn"_s, small.text().chopped(1), QString(small.text() + u'A'),
                                small.text().toLower(), QString(small.text()).replace(u"JZ1"_s, u"JZ2"_s)})
        BOOST_CHECK(!parsePageCode(text));
}

BOOST_AUTO_TEST_CASE(the_short_id_is_ten_base_32_characters_of_the_uuid)
{
    const QUuid id = QUuid::fromString(u"00112233-4455-6677-8899-aabbccddeeff"_s);
    BOOST_TEST(shortId(id) == u"AAISEM2EKV"_s);
}

BOOST_AUTO_TEST_CASE(numbers_are_written_as_chinese_forms_number_them)
{
    BOOST_TEST(chineseNumber(1) == u"一"_s);
    BOOST_TEST(chineseNumber(10) == u"十"_s);
    BOOST_TEST(chineseNumber(12) == u"十二"_s);
    BOOST_TEST(chineseNumber(20) == u"二十"_s);
    BOOST_TEST(chineseNumber(36) == u"三十六"_s);
}

BOOST_AUTO_TEST_SUITE_END()
