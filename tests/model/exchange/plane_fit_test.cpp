// SPDX-License-Identifier: Apache-2.0
#include "model/exchange/plane_fit.h"
#include "tests/support/boost_test.h"

#include <cmath>

using namespace jz;

namespace {

/// A page seen in perspective, and points spread over it.
struct Fixture
{
    QTransform truth{2.9, 0.31, 0.0004, -0.2, 3.1, 0.0006, 140, 90, 1};
    QList<PointPair> pairs;

    Fixture()
    {
        for (int x = 10; x < 210; x += 30) {
            for (int y = 10; y < 297; y += 40)
                pairs.append({QPointF(x, y), truth.map(QPointF(x, y))});
        }
    }

    double worstError(const QTransform& map) const
    {
        double worst = 0;
        for (const QPointF corner : {QPointF(0, 0), QPointF(210, 0), QPointF(210, 297), QPointF(0, 297)}) {
            const QPointF off = map.map(corner) - truth.map(corner);
            worst = std::max(worst, std::hypot(off.x(), off.y()));
        }
        return worst;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(plane_fit, Fixture)

BOOST_AUTO_TEST_CASE(perspective_is_recovered_from_points)
{
    const auto map = fitPlane(pairs, PlaneModel::Projective);
    BOOST_REQUIRE(map.has_value());
    BOOST_TEST(worstError(*map) < 0.01);
}

BOOST_AUTO_TEST_CASE(wrong_pairs_do_no_harm)
{
    for (qsizetype i = 0; i < pairs.size(); i += 3)
        pairs[i].picture += QPointF(40.0 + double(i), -25);
    const auto fit = fitRobustly(pairs, PlaneModel::Projective, 2);
    BOOST_REQUIRE(fit.has_value());
    BOOST_TEST(worstError(fit->toPicture) < 0.01);
    BOOST_TEST(fit->agreeing.size() < pairs.size());
}

BOOST_AUTO_TEST_CASE(points_on_a_line_or_too_few_give_no_map)
{
    const QList<PointPair> line{{{0, 0}, {0, 0}}, {{10, 0}, {20, 0}}, {{20, 0}, {40, 0}}, {{30, 0}, {60, 0}}};
    BOOST_TEST(!fitPlane(line, PlaneModel::Affine).has_value());
    BOOST_TEST(!fitPlane(line, PlaneModel::Projective).has_value());
    BOOST_TEST(!fitPlane(pairs.first(2), PlaneModel::Affine).has_value());
    BOOST_TEST(!fitRobustly(pairs.first(5), PlaneModel::Affine, 2).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
