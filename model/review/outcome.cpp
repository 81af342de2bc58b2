// SPDX-License-Identifier: Apache-2.0
#include "model/review/outcome.h"

#include <cmath>
#include <numeric>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr double sameAdjusted = 1e-9;
constexpr std::array rankingRules{RankingRule::Trimmed, RankingRule::Mean, RankingRule::Adjusted};

void addScores(DossierOutcome& outcome, const QList<ScoreEntry>& entries, const OutcomeRules& rules)
{
    QList<Hundredths> totals;
    for (const int at : std::as_const(outcome.entries)) {
        const ScoreEntry& entry = entries.at(at);
        if (entry.annulled)
            continue;
        totals << entry.total();
        for (auto each = entry.points.begin(); each != entry.points.end(); ++each) {
            Average& average = outcome.criteria[each.key()];
            average.sum += each.value();
            ++average.count;
        }
    }
    outcome.mean = averageOf(totals);
    outcome.trimmed = trimmedAverageOf(totals, rules.trimFrom);
    outcome.deviation = deviationOf(totals);
    outcome.tooFew = totals.size() < rules.least;
    if (!totals.isEmpty()) {
        const auto [lowest, highest] = std::minmax_element(totals.begin(), totals.end());
        outcome.lowest = *lowest;
        outcome.highest = *highest;
    }
}

/// Only those experts and dossiers that have a score, numbered anew.
struct Fitted
{
    QList<int> entries;  // of each score
    QList<int> experts;  // of each number
    QList<int> dossiers;
    std::vector<GivenScore> scores;
};

int numberOf(QList<int>& numbers, QList<int>& known, int place)
{
    if (numbers.at(place) < 0) {
        numbers[place] = int(known.size());
        known << place;
    }
    return numbers.at(place);
}

Fitted fittedFrom(const QList<ScoreEntry>& entries, int experts, int dossiers)
{
    Fitted fitted;
    QList<int> expertNumbers(experts, -1);
    QList<int> dossierNumbers(dossiers, -1);
    // By places, not as they came: sums of the fit do not depend on the order of the mail.
    QList<int> order(entries.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int one, int other) {
        return std::pair(entries.at(one).dossier, entries.at(one).expert) < std::pair(entries.at(other).dossier, entries.at(other).expert);
    });
    for (const int i : std::as_const(order)) {
        const ScoreEntry& entry = entries.at(i);
        if (entry.annulled)
            continue;
        fitted.entries << i;
        fitted.scores.push_back({numberOf(expertNumbers, fitted.experts, entry.expert), numberOf(dossierNumbers, fitted.dossiers, entry.dossier), entry.total() / 100.0});
    }
    return fitted;
}

void adjust(ReviewOutcome& result, const QList<ScoreEntry>& entries, int experts)
{
    const Fitted fitted = fittedFrom(entries, experts, int(result.dossiers.size()));
    result.severity = QList<double>(experts, 0);
    result.fullSeverity = QList<double>(experts, 0);
    result.counts = QList<int>(experts, 0);
    const AdjustedScores scores = adjustedScores(int(fitted.experts.size()), int(fitted.dossiers.size()), fitted.scores, result.rules.adjustment, result.rules.line);
    for (qsizetype j = 0; j < fitted.experts.size(); ++j) {
        result.severity[fitted.experts.at(j)] = scores.severity[size_t(j)];
        result.fullSeverity[fitted.experts.at(j)] = scores.fullSeverity[size_t(j)];
        result.counts[fitted.experts.at(j)] = scores.counts[size_t(j)];
    }
    result.components = scores.components;
    result.deviation = scores.deviation;
    result.huberLimit = scores.huberLimit;
    for (qsizetype i = 0; i < fitted.dossiers.size(); ++i) {
        DossierOutcome& outcome = result.dossiers[fitted.dossiers.at(i)];
        outcome.adjusted = scores.adjusted[size_t(i)];
        outcome.component = scores.component[size_t(i)];
        if (scores.deviation) {
            outcome.error = scores.error[size_t(i)];
            outcome.probability = scores.probability[size_t(i)];
        }
    }
    for (qsizetype i = 0; i < fitted.entries.size(); ++i)
        if (scores.weights[size_t(i)] < result.rules.adjustment.outlier)
            result.dossiers[entries.at(fitted.entries.at(i)).dossier].outliers << fitted.entries.at(i);
}

const Average& rankedAverage(const DossierOutcome& outcome, RankingRule rule)
{
    return rule == RankingRule::Trimmed && outcome.trimmed ? *outcome.trimmed : outcome.mean;
}

/// Less: the first is better.
std::weak_ordering byRule(const DossierOutcome& one, const DossierOutcome& other, RankingRule rule)
{
    if (rule != RankingRule::Adjusted)
        return rankedAverage(other, rule) <=> rankedAverage(one, rule);
    // Rounded first: a tolerance alone would not be transitive, and sorting needs that.
    const auto rounded = [](const DossierOutcome& outcome) { return std::llround(*outcome.adjusted / sameAdjusted); };
    return rounded(other) <=> rounded(one);
}

/// The criterion of the published order that tells them apart, and how.
std::pair<std::weak_ordering, QString> byCriteria(const DossierOutcome& one, const DossierOutcome& other, const QStringList& criteria)
{
    for (const QString& id : criteria) {
        const auto order = other.criteria.value(id) <=> one.criteria.value(id);
        if (order != 0)
            return {order, id};
    }
    return {std::weak_ordering::equivalent, {}};
}

std::weak_ordering compared(const DossierOutcome& one, const DossierOutcome& other, const OutcomeRules& rules)
{
    const std::weak_ordering first = byRule(one, other, rules.rule);
    return first != 0 ? first : byCriteria(one, other, rules.tieBreak).first;
}

void giveOut(QList<DossierOutcome>& dossiers, const OutcomeRules& rules)
{
    const auto end = std::stable_partition(dossiers.begin(), dossiers.end(), [](const DossierOutcome& each) { return !each.tooFew && each.mean.exists(); });
    std::stable_sort(dossiers.begin(), end, [&](const DossierOutcome& one, const DossierOutcome& other) { return compared(one, other, rules) < 0; });
    for (auto each = dossiers.begin(); each != end; ++each) {
        each->place = int(each - dossiers.begin()) + 1;
        if (each == dossiers.begin())
            continue;
        DossierOutcome& before = *(each - 1);
        if (byRule(before, *each, rules.rule) != 0)
            continue;
        each->decidedBy = byCriteria(before, *each, rules.tieBreak).second;
        if (each->decidedBy.isEmpty()) {
            each->place = before.place;
            each->tied = before.tied = true;
        }
    }
}

} // namespace

Hundredths ScoreEntry::total() const
{
    return std::accumulate(points.begin(), points.end(), Hundredths(0));
}

QString rankingRuleName(RankingRule rule)
{
    switch (rule) {
    case RankingRule::Trimmed: return u"trimmed"_s;
    case RankingRule::Mean: return u"mean"_s;
    case RankingRule::Adjusted: return u"adjusted"_s;
    }
    return {};
}

std::optional<RankingRule> rankingRuleFrom(const QString& name)
{
    for (const RankingRule rule : rankingRules)
        if (rankingRuleName(rule) == name)
            return rule;
    return {};
}

LocalizedText rankingRuleWord(RankingRule rule)
{
    switch (rule) {
    case RankingRule::Trimmed: return {u"去掉一个最高分和一个最低分后的平均分"_s, u"mean without the highest and the lowest score"_s};
    case RankingRule::Mean: return {u"平均分"_s, u"mean"_s};
    case RankingRule::Adjusted: return {u"调整分（扣除专家宽严差异）"_s, u"mean adjusted for the severity of experts"_s};
    }
    return {};
}

ReviewOutcome outcomeOf(const QList<ScoreEntry>& entries, int experts, int dossiers, const OutcomeRules& rules)
{
    ReviewOutcome result;
    result.rules = rules;
    result.dossiers.resize(dossiers);
    for (int i = 0; i < dossiers; ++i)
        result.dossiers[i].dossier = i;
    for (qsizetype i = 0; i < entries.size(); ++i)
        result.dossiers[entries.at(i).dossier].entries << int(i);
    for (DossierOutcome& each : result.dossiers)
        addScores(each, entries, rules);
    adjust(result, entries, experts);
    giveOut(result.dossiers, rules);
    return result;
}

double rankedValue(const DossierOutcome& outcome, RankingRule rule)
{
    return rule == RankingRule::Adjusted ? outcome.adjusted.value_or(0) : rankedAverage(outcome, rule).value();
}

QString rankedText(const DossierOutcome& outcome, RankingRule rule, int digits)
{
    if (rule == RankingRule::Adjusted)
        return outcome.adjusted ? QString::number(*outcome.adjusted, 'f', digits) : QString();
    return rankedAverage(outcome, rule).text(digits);
}

} // namespace jz
