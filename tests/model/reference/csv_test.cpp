// SPDX-License-Identifier: Apache-2.0
#include "model/base/error.h"
#include "model/reference/csv.h"
#include "tests/support/boost_test.h"

using namespace jz;
using namespace Qt::StringLiterals;

BOOST_AUTO_TEST_SUITE(csv)

BOOST_AUTO_TEST_CASE(quotes_commas_and_line_ends_are_read_as_the_standard_says)
{
    const QList<CsvRow> rows = readCsv("\xEF\xBB\xBF" "a,b\r\n\"x,\"\"y\"\"\",\"two\nlines\"\r\n\r\n1,\n", {u"a"_s, u"b"_s}, u"t"_s);
    BOOST_REQUIRE(rows.size() == 2);
    BOOST_TEST(rows.at(0)[u"a"_s] == u"x,\"y\""_s);
    BOOST_TEST(rows.at(0)[u"b"_s] == u"two\nlines"_s);
    BOOST_TEST(rows.at(1)[u"a"_s] == u"1"_s);
    BOOST_TEST(rows.at(1)[u"b"_s] == QString());
    BOOST_TEST(rows.at(1).line() == 5);
}

BOOST_AUTO_TEST_CASE(a_broken_table_is_refused_with_its_line)
{
    const auto refused = [](const QByteArray& bytes, const QString& line) {
        BOOST_CHECK_EXCEPTION(readCsv(bytes, {u"a"_s}, u"名单.csv"_s), Error, [&](const Error& error) {
            return error.code() == ErrorCode::Malformed && error.message().zh.contains(u"名单.csv"_s)
                   && error.message().zh.contains(u"第 %1 行"_s.arg(line));
        });
    };
    refused("a,b\n1\n", u"2"_s);
    refused("b\n1\n", u"1"_s);
    refused("a\n\"1\n", u"2"_s);
    refused("a\n\xC3\x28\n", u"1"_s);
    refused("", u"1"_s);
}

BOOST_AUTO_TEST_SUITE_END()
