// SPDX-License-Identifier: Apache-2.0
#include "model/review/adjusted_scores.h"

#include "model/review/inverse_normal.h"
#include "tests/support/boost_test.h"

#include <cmath>
#include <numeric>
#include <random>

using namespace jz;

namespace {

/// Scores of a panel: quality and severity drawn, every dossier by `each` experts of its part of the list.
std::vector<GivenScore> panel(int experts, int dossiers, int each, unsigned seed, int groups = 1)
{
    std::mt19937_64 engine(seed);
    const auto normal = [&] { return inverseNormal((double(engine() >> 11) + 0.5) * 0x1p-53); };
    std::vector<double> quality(static_cast<size_t>(dossiers)), severity(static_cast<size_t>(experts));
    for (double& value : quality)
        value = 75 + 5 * normal();
    for (double& value : severity)
        value = 4 * normal();
    std::vector<GivenScore> scores;
    const int experts1 = experts / groups;
    for (int i = 0; i < dossiers; ++i) {
        const int first = i % groups * experts1;
        for (int k = 0; k < each; ++k) {
            const int j = first + (i / groups + k * (1 + i / groups / experts1)) % experts1;
            const bool had = std::any_of(scores.begin(), scores.end(), [&](const GivenScore& score) { return score.expert == j && score.dossier == i; });
            if (!had)
                scores.push_back({j, i, std::round(2 * (quality[size_t(i)] + severity[size_t(j)] + 4 * normal())) / 2});
        }
    }
    return scores;
}

/// The same fit another way: severities and dossiers averaged in turn until nothing moves.
struct InTurn
{
    std::vector<double> dossiers, severity, weights;

    InTurn(int experts, int count, const std::vector<GivenScore>& scores, double ridge, double limit)
        : dossiers(size_t(count)), severity(size_t(experts)), weights(scores.size(), 1)
    {
        for (int round = 0; round < 40'000; ++round) {
            std::vector<double> up(dossiers.size()), down(dossiers.size());
            for (size_t i = 0; i < scores.size(); ++i) {
                up[size_t(scores[i].dossier)] += weights[i] * (scores[i].points - severity[size_t(scores[i].expert)]);
                down[size_t(scores[i].dossier)] += weights[i];
            }
            for (size_t i = 0; i < dossiers.size(); ++i)
                dossiers[i] = up[i] / down[i];
            up.assign(severity.size(), 0);
            down.assign(severity.size(), ridge);
            for (size_t i = 0; i < scores.size(); ++i) {
                up[size_t(scores[i].expert)] += weights[i] * (scores[i].points - dossiers[size_t(scores[i].dossier)]);
                down[size_t(scores[i].expert)] += weights[i];
            }
            double change = 0;
            for (size_t j = 0; j < severity.size(); ++j) {
                change = std::max(change, std::abs(severity[j] - up[j] / down[j]));
                severity[j] = up[j] / down[j];
            }
            for (size_t i = 0; i < scores.size(); ++i) {
                const double size = std::abs(scores[i].points - dossiers[size_t(scores[i].dossier)] - severity[size_t(scores[i].expert)]);
                weights[i] = size <= limit ? 1 : limit / size;
            }
            if (change < 1e-14)
                return;
        }
    }
};

double farthest(const std::vector<double>& one, const std::vector<double>& other)
{
    BOOST_REQUIRE(one.size() == other.size());
    double distance = 0;
    for (size_t i = 0; i < one.size(); ++i)
        distance = std::max(distance, std::abs(one[i] - other[i]));
    return distance;
}

AdjustmentRules open()
{
    AdjustmentRules rules;
    rules.cap = 1000;
    rules.leastScores = 0;
    rules.draws = 0;
    return rules;
}

} // namespace

BOOST_AUTO_TEST_SUITE(adjusted_means)

BOOST_AUTO_TEST_CASE(the_inverse_normal_inverts_the_normal_distribution)
{
    for (double p = 1e-12; p < 0.5; p *= 1.37)
        for (const double side : {p, 1 - p}) {
            const double x = inverseNormal(side);
            const double back = 0.5 * std::erfc(-x / std::sqrt(2.0));
            BOOST_TEST(back == side, boost::test_tools::tolerance(1e-13));
        }
    BOOST_TEST(inverseNormal(0.5) == 0.0);
    BOOST_TEST(inverseNormal(0.975) == 1.959963984540054, boost::test_tools::tolerance(1e-15));
}

BOOST_AUTO_TEST_CASE(agree_with_averaging_in_turn)
{
    for (unsigned seed = 1; seed <= 5; ++seed) {
        const std::vector<GivenScore> scores = panel(15, 60, 5, seed);
        AdjustmentRules rules = open();
        rules.robust = false;
        const AdjustedScores fitted = adjustedScores(15, 60, scores, rules, 20);
        const InTurn again(15, 60, scores, rules.ridge, 1e9);
        BOOST_TEST(farthest(fitted.adjusted, again.dossiers) < 1e-9);
        BOOST_TEST(farthest(fitted.severity, again.severity) < 1e-9);
    }
}

BOOST_AUTO_TEST_CASE(agree_with_averaging_in_turn_under_robust_weights)
{
    for (unsigned seed = 1; seed <= 5; ++seed) {
        std::vector<GivenScore> scores = panel(15, 60, 5, seed);
        scores[7].points -= 30;
        scores[40].points += 25;
        const AdjustedScores fitted = adjustedScores(15, 60, scores, open(), 20);
        BOOST_REQUIRE(fitted.huberLimit);
        const InTurn again(15, 60, scores, open().ridge, *fitted.huberLimit);
        BOOST_TEST(farthest(fitted.adjusted, again.dossiers) < 1e-9);
        BOOST_TEST(farthest(fitted.severity, again.severity) < 1e-9);
        BOOST_TEST(farthest(fitted.weights, again.weights) < 1e-9);
        BOOST_TEST(fitted.weights[7] < 0.7);
        BOOST_TEST(fitted.weights[40] < 0.7);
    }
}

BOOST_AUTO_TEST_CASE(severities_cancel_out_within_each_connected_group)
{
    const std::vector<GivenScore> scores = panel(15, 60, 4, 3, 3);
    AdjustmentRules rules = open();
    rules.robust = false;
    const AdjustedScores fitted = adjustedScores(15, 60, scores, rules, 20);
    BOOST_TEST(fitted.components == 3);
    for (int group = 0; group < 3; ++group) {
        double sum = 0;
        for (int j = group * 5; j < group * 5 + 5; ++j)
            sum += fitted.severity[size_t(j)];
        BOOST_TEST(std::abs(sum) < 1e-9);
    }
    for (const GivenScore& score : scores)
        BOOST_TEST(fitted.component[size_t(score.dossier)] == fitted.component[size_t(score.expert / 5)]);
}

BOOST_AUTO_TEST_CASE(one_severe_expert_no_longer_decides)
{
    // Two equal dossiers, one of them scored by somebody who gives ten less to everything.
    std::vector<GivenScore> scores;
    for (int i = 0; i < 12; ++i)
        for (const int j : {0, 1, 2, i % 2 == 0 ? 3 : 4})
            scores.push_back({j, i, j == 3 ? 70.0 : 80.0});
    AdjustmentRules rules = open();
    rules.robust = false;
    const AdjustedScores fitted = adjustedScores(5, 12, scores, rules, 6);
    BOOST_TEST(fitted.severity[3] < -5);
    BOOST_TEST(std::abs(fitted.adjusted[0] - fitted.adjusted[1]) < 1);
}

BOOST_AUTO_TEST_CASE(the_cap_is_applied_once_and_experts_with_few_scores_are_left_alone)
{
    std::vector<GivenScore> scores = panel(15, 60, 5, 2);
    for (GivenScore& score : scores)
        if (score.expert == 0)
            score.points -= 25;
    scores.push_back({15, 0, 20.0});
    AdjustmentRules rules = open();
    rules.cap = 5;
    rules.leastScores = 4;
    rules.robust = false;
    const AdjustedScores fitted = adjustedScores(16, 60, scores, rules, 20);
    BOOST_TEST(fitted.severity[0] == -5);
    BOOST_TEST(fitted.fullSeverity[0] < -10);
    BOOST_TEST(fitted.severity[15] == 0);
    BOOST_TEST(fitted.fullSeverity[15] != 0);
    for (int i = 0; i < 60; ++i) {
        double sum = 0;
        int count = 0;
        for (const GivenScore& score : scores)
            if (score.dossier == i)
                sum += score.points - fitted.severity[size_t(score.expert)], ++count;
        BOOST_TEST(fitted.adjusted[size_t(i)] == sum / count, boost::test_tools::tolerance(1e-12));
    }
}

BOOST_AUTO_TEST_CASE(draws_are_reproducible_and_their_probabilities_fill_the_line)
{
    const std::vector<GivenScore> scores = panel(15, 60, 5, 4);
    const AdjustmentRules rules;
    const AdjustedScores one = adjustedScores(15, 60, scores, rules, 20);
    const AdjustedScores two = adjustedScores(15, 60, scores, rules, 20);
    BOOST_TEST(one.probability == two.probability);
    BOOST_TEST(std::accumulate(one.probability.begin(), one.probability.end(), 0.0) == 20, boost::test_tools::tolerance(1e-9));
    AdjustmentRules other = rules;
    other.seed = 7;
    const AdjustedScores three = adjustedScores(15, 60, scores, other, 20);
    BOOST_TEST(one.probability != three.probability);
    BOOST_TEST(farthest(one.probability, three.probability) < 0.06);
    const auto best = std::max_element(one.adjusted.begin(), one.adjusted.end()) - one.adjusted.begin();
    BOOST_TEST(one.probability[size_t(best)] > 0.9);
}

BOOST_AUTO_TEST_CASE(standard_errors_are_those_of_the_inverted_normal_matrix)
{
    // Two experts, one dossier each and one in common: the matrix [[w 0 …] …] inverted by hand for this case.
    const std::vector<GivenScore> scores{{0, 0, 80}, {1, 0, 84}, {0, 1, 70}, {1, 1, 78}, {0, 2, 60}, {1, 2, 63}};
    AdjustmentRules rules = open();
    rules.robust = false;
    const AdjustedScores fitted = adjustedScores(2, 3, scores, rules, 1);
    BOOST_REQUIRE(fitted.deviation);
    // A = [2I, 1; 1', 5I]: the part of A⁻¹ for a dossier is 1/2 + h' S⁻¹ h, with h = (1/2, 1/2) and S = [5 − 3/2, −3/2; −3/2, 5 − 3/2].
    const double a = 3.5, b = -1.5, determinant = a * a - b * b;
    const double quadratic = 2 * 0.25 * a / determinant - 2 * 0.25 * b / determinant;
    BOOST_TEST(fitted.error[0] == *fitted.deviation * std::sqrt(0.5 + quadratic), boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(without_degrees_of_freedom_nothing_is_claimed_about_chance)
{
    const AdjustedScores fitted = adjustedScores(3, 1, {{0, 0, 70}, {1, 0, 80}, {2, 0, 90}}, {}, 1);
    BOOST_TEST(!fitted.deviation);
    BOOST_TEST(fitted.probability.empty());
    BOOST_TEST(fitted.adjusted[0] == 80, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_SUITE_END()
