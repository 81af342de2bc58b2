// SPDX-License-Identifier: Apache-2.0
#include "model/base/json_file.h"
#include "tests/support/boost_test.h"
#include "tests/support/test_files.h"

using namespace jz;

namespace {

void checkMalformed(const QByteArray& bytes, const QString& expectedWords)
{
    BOOST_CHECK_EXCEPTION(parseJsonObject(bytes, QStringLiteral("v.json")), Error, [&](const Error& e) {
        BOOST_TEST(e.message().zh.contains(expectedWords), e.what());
        BOOST_TEST(e.message().en.contains(QStringLiteral("v.json")));
        return e.code() == ErrorCode::Malformed && e.subject() == QStringLiteral("v.json");
    });
}

} // namespace

BOOST_AUTO_TEST_SUITE(json_file)

BOOST_AUTO_TEST_CASE(broken_json_is_named_with_line_and_column)
{
    checkMalformed("{\n  \"a\": 1,\n  \"b\" 2\n}", QStringLiteral("第 3 行"));
}

BOOST_AUTO_TEST_CASE(invalid_utf8_is_named_with_its_place)
{
    checkMalformed("{\n\"名\": \"\xC3\x28\"}", QStringLiteral("不是 UTF-8 编码（第 2 行"));
}

BOOST_AUTO_TEST_CASE(an_array_is_not_an_object)
{
    checkMalformed("[1]", QStringLiteral("最外层"));
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_is_accepted)
{
    BOOST_TEST(parseJsonObject("\xEF\xBB\xBF{\"a\":1}", QStringLiteral("v.json")).value(QStringLiteral("a")).toInt() == 1);
}

BOOST_AUTO_TEST_CASE(canonical_json_sorts_keys_and_has_no_blanks)
{
    const QJsonObject object = parseJsonObject("{ \"b\": [1, 2], \"a\": \"𠮷\" }", QStringLiteral("v.json"));
    BOOST_TEST(canonicalJson(object) == QByteArray("{\"a\":\"𠮷\",\"b\":[1,2]}"));
}

BOOST_AUTO_TEST_CASE(a_file_over_the_limit_is_refused_unread_and_a_missing_one_is_named)
{
    const test::ScratchFolder folder;
    const QString path = folder.file(QStringLiteral("big.json"));
    test::writeFile(path, QByteArray(101, ' '));
    BOOST_CHECK_EXCEPTION(readJsonObject(path, 100), Error,
                          [](const Error& e) { return e.code() == ErrorCode::TooLarge; });
    BOOST_CHECK_EXCEPTION(readJsonObject(folder.file(QStringLiteral("none.json")), 100), Error,
                          [](const Error& e) { return e.code() == ErrorCode::NotFound; });
    BOOST_CHECK_EXCEPTION(readJsonObject(folder.path(), 100), Error,
                          [](const Error& e) { return e.code() == ErrorCode::Unreadable; });
}

BOOST_AUTO_TEST_SUITE_END()
