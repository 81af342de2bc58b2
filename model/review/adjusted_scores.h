// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <optional>
#include <vector>

namespace jz {

/// A total that one expert gave one dossier. Both are places in lists, from 0.
struct GivenScore
{
    int expert = 0;
    int dossier = 0;
    double points = 0;
};

/// How scores are adjusted. Published before the review, printed with every result.
struct AdjustmentRules
{
    double ridge = 2;        ///< λ: how strongly an expert's severity is drawn towards none
    double cap = 5;          ///< no expert's severity counts for more, in points
    int leastScores = 4;     ///< of an expert with fewer, severity is not corrected
    bool robust = true;      ///< Huber weights: wild scores count less
    double huber = 1.5;      ///< c: a residual beyond so many residual deviations weighs less. The deviation is that of the solution with equal
                             ///< weights, taken once, so that c is fixed while weights are found
    double outlier = 0.7;    ///< a score of less weight is for a human look
    int draws = 2000;
    quint64 seed = 1;
};

/// Adjusted means (调整分) and what they rest on. Lists are by expert, dossier or score as they were given.
struct AdjustedScores
{
    std::vector<double> adjusted;     ///< by dossier, points
    std::vector<double> severity;     ///< by expert, points above what others give: negative is severe. As it was corrected for
    std::vector<double> fullSeverity; ///< before the cap and before experts with few scores were left alone
    std::vector<int> counts;          ///< scores by expert
    std::vector<double> weights;      ///< by score, at most 1
    std::vector<double> residuals;    ///< by score, points, of the solution before the cap
    std::vector<int> component;       ///< by dossier: which connected group of experts scored it, from 0
    int components = 0;               ///< more than 1: between the groups only raw levels compare
    std::optional<double> deviation;  ///< of residuals, points; nothing when there are no degrees of freedom left
    std::optional<double> huberLimit; ///< c in points; nothing without robust weights
    std::vector<double> error;        ///< standard error of `adjusted`; empty without deviation
    std::vector<double> probability;  ///< that a dossier is among the first `line`, of the draws; empty without deviation
};

/// Fits score = dossier + severity + chance, dossiers as they are, severities drawn towards 0 by λ; solved by its normal equations. With robust
/// weights solved again until no weight changes by more than 1e-12. The cap is applied once, afterwards, and dossiers are averaged
/// anew. Linear in the scores but for a system as large as there are experts.
///
/// Every dossier and expert in the lists has a score; a pair comes once at most. `line`: how many are above the line. Throws std::runtime_error when
/// weights do not settle, which convexity rules out.
AdjustedScores adjustedScores(int experts, int dossiers, const std::vector<GivenScore>& scores, const AdjustmentRules& rules, int line);

} // namespace jz
