// SPDX-License-Identifier: Apache-2.0
#include "model/exchange/check_report.h"
#include "tests/support/boost_test.h"

using namespace jz;
using namespace Qt::StringLiterals;

BOOST_AUTO_TEST_SUITE(check_report)

BOOST_AUTO_TEST_CASE(it_has_the_shape_of_the_contract)
{
    const Finding cell{u"a.b"_s, Severity::Error, u"t"_s, 2, u"c"_s, {u"中"_s, u"en"_s}, u"附件 五"_s, false, {}};
    const Finding whole{u"c.d"_s, Severity::Warning, u"f"_s, {}, {}, {u"二"_s, u"two"_s}, {}, true, u"理由"_s};
    const QJsonObject expected{
        {u"subject"_s, u"x.json"_s},
        {u"errors"_s, 1},
        {u"warnings"_s, 1},
        {u"hints"_s, 0},
        {u"findings"_s,
         QJsonArray{QJsonObject{{u"rule"_s, u"a.b"_s},
                                {u"severity"_s, u"error"_s},
                                {u"field"_s, u"t"_s},
                                {u"row"_s, 2},
                                {u"column"_s, u"c"_s},
                                {u"message"_s, u"en"_s},
                                {u"clause"_s, u"附件 五"_s}},
                    QJsonObject{{u"rule"_s, u"c.d"_s},
                                {u"severity"_s, u"warning"_s},
                                {u"field"_s, u"f"_s},
                                {u"row"_s, QJsonValue()},
                                {u"column"_s, QJsonValue()},
                                {u"message"_s, u"two"_s},
                                {u"clause"_s, QString()},
                                {u"reason"_s, u"理由"_s}}}},
    };
    BOOST_TEST(checkReportJson(u"x.json"_s, {cell, whole}, Language::English) == expected);
    const QJsonObject chinese = checkReportJson(u"x.json"_s, {cell}, Language::Chinese);
    BOOST_TEST(chinese.value("findings"_L1).toArray().first().toObject().value("message"_L1).toString() == u"中"_s);
}

BOOST_AUTO_TEST_CASE(nothing_found_is_an_empty_list)
{
    const QJsonObject report = checkReportJson(u"id"_s, {}, Language::Chinese);
    BOOST_TEST(report.value("findings"_L1).isArray());
    BOOST_TEST(report.value("errors"_L1).toInt(-1) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
