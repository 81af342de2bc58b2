// SPDX-License-Identifier: Apache-2.0
#include "model/review/adjusted_scores.h"

#include "model/review/inverse_normal.h"

#include <Eigen/Dense>

#include <cmath>
#include <numeric>
#include <random>
#include <stdexcept>

namespace jz {

namespace {

constexpr double settledWeight = 1e-12;
constexpr int mostRounds = 20'000;

struct Solution
{
    Eigen::VectorXd dossiers;
    Eigen::VectorXd severity;
};

/// The fit for given weights. Dossiers are eliminated: what is left is a system of the experts.
class Fit
{
public:
    Fit(int experts, int dossiers, const std::vector<GivenScore>& scores, double ridge)
        : m_experts(experts), m_dossiers(dossiers), m_scores(scores), m_ridge(ridge), m_ofDossier(size_t(dossiers))
    {
        for (size_t i = 0; i < scores.size(); ++i)
            m_ofDossier[size_t(scores[i].dossier)].push_back(i);
    }

    Solution solved(const std::vector<double>& weights)
    {
        build(weights);
        Solution solution{Eigen::VectorXd(m_dossiers), m_factor.solve(m_right)};
        averageDossiers(solution, weights);
        return solution;
    }

    /// The best dossiers for given severities.
    void averageDossiers(Solution& solution, const std::vector<double>& weights) const
    {
        solution.dossiers.setZero();
        for (size_t i = 0; i < m_scores.size(); ++i)
            solution.dossiers[m_scores[i].dossier] += weights[i] * (m_scores[i].points - solution.severity[m_scores[i].expert]);
        solution.dossiers.array() /= m_sums.array();
    }

    double residual(const Solution& solution, size_t i) const
    {
        return m_scores[i].points - solution.dossiers[m_scores[i].dossier] - solution.severity[m_scores[i].expert];
    }

    /// Of the last system solved: sums of weights by dossier, shares of each expert in a dossier (dossier × expert), its factor.
    const Eigen::VectorXd& sums() const { return m_sums; }
    const Eigen::MatrixXd& shares() const { return m_shares; }
    const Eigen::LLT<Eigen::MatrixXd>& factor() const { return m_factor; }

private:
    void build(const std::vector<double>& weights)
    {
        Eigen::MatrixXd system = Eigen::MatrixXd::Zero(m_experts, m_experts);
        system.diagonal().setConstant(m_ridge);
        m_right = Eigen::VectorXd::Zero(m_experts);
        m_sums = Eigen::VectorXd::Zero(m_dossiers);
        m_shares = Eigen::MatrixXd::Zero(m_dossiers, m_experts);
        for (size_t i = 0; i < m_scores.size(); ++i)
            m_sums[m_scores[i].dossier] += weights[i];
        for (const std::vector<size_t>& together : m_ofDossier)
            addDossier(together, weights, system);
        m_factor.compute(system);
    }

    void addDossier(const std::vector<size_t>& together, const std::vector<double>& weights, Eigen::MatrixXd& system)
    {
        double mean = 0;
        for (const size_t i : together)
            mean += weights[i] * m_scores[i].points;
        const int dossier = m_scores[together.front()].dossier;
        const double sum = m_sums[dossier];
        mean /= sum;
        for (const size_t i : together) {
            const int expert = m_scores[i].expert;
            m_shares(dossier, expert) = weights[i] / sum;
            system(expert, expert) += weights[i];
            m_right[expert] += weights[i] * (m_scores[i].points - mean);
            for (const size_t other : together)
                system(expert, m_scores[other].expert) -= weights[i] * weights[other] / sum;
        }
    }

    int m_experts;
    int m_dossiers;
    const std::vector<GivenScore>& m_scores;
    double m_ridge;
    std::vector<std::vector<size_t>> m_ofDossier;
    Eigen::VectorXd m_right;
    Eigen::VectorXd m_sums;
    Eigen::MatrixXd m_shares;
    Eigen::LLT<Eigen::MatrixXd> m_factor;
};

/// Numbers the groups of dossiers that share experts, and those that share experts with these, and so on.
void findComponents(int experts, const std::vector<GivenScore>& scores, AdjustedScores& result)
{
    const size_t dossiers = result.component.size();
    std::vector<size_t> parent(dossiers + size_t(experts));
    std::iota(parent.begin(), parent.end(), size_t(0));
    const auto root = [&](size_t node) {
        while (parent[node] != node)
            node = parent[node] = parent[parent[node]];
        return node;
    };
    for (const GivenScore& each : scores)
        parent[root(size_t(each.dossier))] = root(dossiers + size_t(each.expert));
    std::vector<int> number(parent.size(), -1);
    for (size_t i = 0; i < dossiers; ++i) {
        int& mine = number[root(i)];
        if (mine < 0)
            mine = result.components++;
        result.component[i] = mine;
    }
}

std::optional<double> deviationOf(const Fit& fit, const Solution& solution, const std::vector<double>& weights, double freedom)
{
    if (freedom < 1)
        return {};
    double squares = 0;
    for (size_t i = 0; i < weights.size(); ++i)
        squares += weights[i] * fit.residual(solution, i) * fit.residual(solution, i);
    return std::sqrt(squares / freedom);
}

/// Weights by Huber for a fixed limit, and the solution they settle at.
Solution settled(Fit& fit, Solution solution, double limit, std::vector<double>& weights)
{
    for (int round = 0; round < mostRounds; ++round) {
        double change = 0;
        for (size_t i = 0; i < weights.size(); ++i) {
            const double size = std::abs(fit.residual(solution, i));
            const double weight = size <= limit ? 1 : limit / size;
            change = std::max(change, std::abs(weight - weights[i]));
            weights[i] = weight;
        }
        if (change <= settledWeight)
            return solution;
        solution = fit.solved(weights);
    }
    throw std::runtime_error("robust weights do not settle");
}

class Draws
{
public:
    explicit Draws(quint64 seed) : m_engine(seed) {}

    double normal() { return inverseNormal((double(m_engine() >> 11) + 0.5) * 0x1p-53); }

private:
    std::mt19937_64 m_engine;
};

/// How often each dossier is among the first `line` when dossiers are drawn from what the fit leaves open.
std::vector<double> probabilities(const Fit& fit, const std::vector<double>& centre, double deviation, const AdjustmentRules& rules, int line)
{
    const auto dossiers = Eigen::Index(centre.size());
    const auto first = std::min(size_t(std::max(line, 0)), centre.size());
    std::vector<int> hits(centre.size());
    std::vector<size_t> order(centre.size());
    Draws draws(rules.seed);
    Eigen::VectorXd chance(fit.shares().cols());
    Eigen::VectorXd drawn(dossiers);
    for (int round = 0; round < rules.draws; ++round) {
        for (double& each : chance)
            each = draws.normal();
        const Eigen::VectorXd severity = fit.factor().matrixU().solve(chance);
        drawn.noalias() = fit.shares() * severity;
        for (Eigen::Index i = 0; i < dossiers; ++i)
            drawn[i] = centre[size_t(i)] + deviation * (drawn[i] + draws.normal() / std::sqrt(fit.sums()[i]));
        std::iota(order.begin(), order.end(), size_t(0));
        std::nth_element(order.begin(), order.begin() + std::ptrdiff_t(first), order.end(),
                         [&](size_t one, size_t other) { return drawn[Eigen::Index(one)] > drawn[Eigen::Index(other)]; });
        for (size_t i = 0; i < first; ++i)
            ++hits[order[i]];
    }
    std::vector<double> probability(centre.size());
    std::transform(hits.begin(), hits.end(), probability.begin(), [&](int hit) { return double(hit) / rules.draws; });
    return probability;
}

/// Standard errors: of a dossier's own average, and of the severities in it.
std::vector<double> errorsOf(const Fit& fit, double deviation)
{
    const Eigen::MatrixXd half = fit.factor().matrixL().solve(fit.shares().transpose());
    std::vector<double> errors(size_t(fit.sums().size()));
    for (Eigen::Index i = 0; i < fit.sums().size(); ++i)
        errors[size_t(i)] = deviation * std::sqrt(1 / fit.sums()[i] + half.col(i).squaredNorm());
    return errors;
}

std::vector<double> listOf(const Eigen::VectorXd& values)
{
    return {values.begin(), values.end()};
}

} // namespace

AdjustedScores adjustedScores(int experts, int dossiers, const std::vector<GivenScore>& scores, const AdjustmentRules& rules, int line)
{
    AdjustedScores result;
    result.component.resize(size_t(dossiers));
    findComponents(experts, scores, result);
    result.counts.resize(size_t(experts));
    for (const GivenScore& each : scores)
        ++result.counts[size_t(each.expert)];
    if (scores.empty())
        return result;

    Fit fit(experts, dossiers, scores, rules.ridge);
    result.weights.assign(scores.size(), 1);
    Solution solution = fit.solved(result.weights);
    const double freedom = double(scores.size()) - dossiers - experts + result.components;
    const std::optional<double> equal = deviationOf(fit, solution, result.weights, freedom);
    if (rules.robust && equal && *equal > 0) {
        result.huberLimit = rules.huber * *equal;
        solution = settled(fit, solution, *result.huberLimit, result.weights);
    }
    result.deviation = deviationOf(fit, solution, result.weights, freedom);
    for (size_t i = 0; i < scores.size(); ++i)
        result.residuals.push_back(fit.residual(solution, i));
    result.fullSeverity = listOf(solution.severity);
    for (Eigen::Index j = 0; j < experts; ++j) {
        const bool few = result.counts[size_t(j)] < rules.leastScores;
        solution.severity[j] = few ? 0 : std::clamp(solution.severity[j], -rules.cap, rules.cap);
    }
    fit.averageDossiers(solution, result.weights);
    result.severity = listOf(solution.severity);
    result.adjusted = listOf(solution.dossiers);
    if (result.deviation) {
        result.error = errorsOf(fit, *result.deviation);
        result.probability = probabilities(fit, result.adjusted, *result.deviation, rules, line);
    }
    return result;
}

} // namespace jz
