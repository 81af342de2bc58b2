// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/review/adjusted_scores.h"
#include "model/review/score_average.h"

#include <QMap>

namespace jz {

/// What one expert gave one dossier, as his sheet in force says. Expert and dossier are places in the lists of the round, from 0.
struct ScoreEntry
{
    int expert = 0;
    int dossier = 0;
    QMap<QString, Hundredths> points; ///< by criterion
    bool annulled = false;            ///< struck out: shown, counted nowhere

    Hundredths total() const;
};

/// What a dossier is ranked by, chosen before the review and printed with the result.
enum class RankingRule {
    Trimmed,  ///< the mean without highest and lowest where there are enough scores, otherwise the mean
    Mean,
    Adjusted, ///< see adjusted_scores.h
};
/// `trimmed`, `mean`, `adjusted`: stable names.
QString rankingRuleName(RankingRule rule);
std::optional<RankingRule> rankingRuleFrom(const QString& name);
LocalizedText rankingRuleWord(RankingRule rule);

/// The rules of a round.
struct OutcomeRules
{
    RankingRule rule = RankingRule::Trimmed;
    int least = 3;         ///< scores a dossier has to have
    int trimFrom = 5;
    QStringList tieBreak;  ///< criteria
    AdjustmentRules adjustment;
    int line = 0;          ///< how many are above it
};

/// What became of one dossier.
struct DossierOutcome
{
    int dossier = 0;
    QList<int> entries;                 ///< places of its scores in the list given, those annulled too
    Average mean;                       ///< of those that count
    std::optional<Average> trimmed;
    std::optional<double> deviation;    ///< spread, points
    Hundredths lowest = 0;
    Hundredths highest = 0;
    QMap<QString, Average> criteria;    ///< mean of each criterion
    std::optional<double> adjusted;     ///< points; nothing without a score that counts
    std::optional<double> error;
    std::optional<double> probability;  ///< of being above the line
    int component = -1;                 ///< connected group of experts
    QList<int> outliers;                ///< entries that the robust fit gives little weight: for a human look
    int place = 0;                      ///< 1 for the best; equal ones share it; 0: not ranked
    bool tied = false;                  ///< equal to another in all that the rules compare: the panel decides
    QString decidedBy;                  ///< criterion that put it behind the one before it, although what they are ranked by is equal; empty for none
    bool tooFew = false;                ///< fewer scores than `least`: not ranked

    int counted() const { return mean.count; }
    /// Among those that the draws put neither clearly above nor clearly below the line.
    bool isGrey() const { return probability && *probability > 0.1 && *probability < 0.9; }
};

/// The result of a round.
struct ReviewOutcome
{
    OutcomeRules rules;
    QList<DossierOutcome> dossiers;     ///< best first; those not ranked at the end, in the order of the list
    QList<double> severity;             ///< by expert, as corrected for; 0 for one without scores
    QList<double> fullSeverity;
    QList<int> counts;                  ///< scores that count, by expert
    int components = 0;
    std::optional<double> deviation;    ///< of residuals
    std::optional<double> huberLimit;
};

/// Puts the dossiers of a round in order: by the rule, exactly compared; equal ones by the criteria of the published order; what is still equal
/// shares a place. Never by the order in which anything came. `experts` and `dossiers`: how many there are in the lists. Pure and reproducible.
ReviewOutcome outcomeOf(const QList<ScoreEntry>& entries, int experts, int dossiers, const OutcomeRules& rules);

/// What the dossier is ranked by under the rule, in points.
double rankedValue(const DossierOutcome& outcome, RankingRule rule);
/// The same as text with so many decimal places.
QString rankedText(const DossierOutcome& outcome, RankingRule rule, int digits);

} // namespace jz
