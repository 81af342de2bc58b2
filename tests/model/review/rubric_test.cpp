// SPDX-License-Identifier: Apache-2.0
#include "model/base/error.h"
#include "model/call/call_pack_reader.h"
#include "model/review/rubric.h"
#include "model/review/score_average.h"
#include "tests/support/boost_test.h"

using namespace jz;
using namespace Qt::StringLiterals;

namespace {

const CallPack& pack()
{
    return *findBuiltInCallPack(builtInCallPackIds().first());
}

Rubric rubric()
{
    return rubricOf(pack(), pack().rubric.value("categories"_L1).toObject().begin().key());
}

} // namespace

BOOST_AUTO_TEST_SUITE(a_rubric)

BOOST_AUTO_TEST_CASE(has_criteria_of_a_hundred_points_for_every_category)
{
    const QJsonObject categories = pack().rubric.value("categories"_L1).toObject();
    for (auto each = categories.begin(); each != categories.end(); ++each) {
        const Rubric rubric = rubricOf(pack(), each.key());
        BOOST_TEST(rubric.total() == 10000);
        BOOST_TEST(!rubric.official);
        BOOST_TEST(!rubric.remark.zh.isEmpty());
        for (const QString& id : rubric.tieBreak)
            BOOST_TEST(rubric.criterion(id) != nullptr);
    }
}

BOOST_AUTO_TEST_CASE(refuses_a_category_that_it_does_not_have)
{
    BOOST_CHECK_EXCEPTION(rubricOf(pack(), u"none"_s), Error, [](const Error& error) { return error.code() == ErrorCode::NotFound && error.subject() == u"none"_s; });
}

BOOST_AUTO_TEST_CASE(takes_points_as_people_type_them)
{
    const Criterion criterion{u"c"_s, u"基础"_s, {}, 2000, {}};
    for (const auto& [typed, points] : {std::pair{u"12.5"_s, 1250}, {u" 12.5分 "_s, 1250}, {u"１２．５"_s, 1250}, {u"12。5"_s, 1250}, {u"12，5"_s, 1250}, {u"20"_s, 2000},
                                        {u"0"_s, 0}, {u".5"_s, 50}, {u"8."_s, 800}, {u"１８ 分"_s, 1800}}) {
        const TypedPoints read = readPoints(typed, criterion, rubric());
        BOOST_REQUIRE_MESSAGE(read.points, typed.toStdString());
        BOOST_TEST(*read.points == points);
    }
    BOOST_TEST(!readPoints(u"  "_s, criterion, rubric()).points);
    BOOST_TEST(readPoints(u"  "_s, criterion, rubric()).problem.zh.isEmpty());
}

BOOST_AUTO_TEST_CASE(says_what_is_wrong_with_points_that_cannot_be)
{
    const Criterion criterion{u"c"_s, u"基础"_s, {}, 2000, {}};
    for (const auto& [typed, word] : {std::pair{u"20.5"_s, u"最高 20 分"_s}, {u"12.3"_s, u"0.5"_s}, {u"12.501"_s, u"0.5"_s}, {u"-3"_s, u"不是分数"_s}, {u"1e2"_s, u"不是分数"_s},
                                      {u"十五"_s, u"不是分数"_s}, {u"999999999"_s, u"不是分数"_s}}) {
        const TypedPoints read = readPoints(typed, criterion, rubric());
        BOOST_TEST(!read.points);
        BOOST_TEST_CONTEXT(typed.toStdString()) BOOST_TEST(read.problem.zh.contains(word));
    }
}

BOOST_AUTO_TEST_CASE(names_the_band_of_a_total)
{
    Rubric bands;
    bands.bands = {{u"优"_s, 9000}, {u"良"_s, 7000}};
    BOOST_TEST(bands.band(90) == u"优"_s);
    BOOST_TEST(bands.band(89.99) == u"良"_s);
    BOOST_TEST(bands.band(10).isEmpty());
}

BOOST_AUTO_TEST_CASE(averages_are_exact_and_round_half_up)
{
    BOOST_TEST(averageOf({7812, 7813}).text(2) == u"78.13"_s);
    BOOST_TEST(averageOf({8000, 8050, 8050}).text(2) == u"80.33"_s);
    BOOST_TEST(averageOf({100}).text(0) == u"1"_s);
    BOOST_TEST((averageOf({1, 2}) == Average{6, 4}));
    BOOST_TEST((averageOf({1, 1, 2}) < averageOf({1, 2})));
    BOOST_TEST((Average{} < averageOf({0})));
    BOOST_TEST(Average{}.text(2).isEmpty());
    BOOST_TEST(!trimmedAverageOf({1, 2, 3, 4}, 5));
    BOOST_TEST((*trimmedAverageOf({100, 9000, 8000, 8100, 10000}, 5) == averageOf({9000, 8000, 8100})));
    BOOST_TEST(*deviationOf({7000, 8000}) == 7.0710678118654755, boost::test_tools::tolerance(1e-15));
    BOOST_TEST(!deviationOf({7000}));
}

BOOST_AUTO_TEST_SUITE_END()
