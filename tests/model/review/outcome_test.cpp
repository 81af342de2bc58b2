// SPDX-License-Identifier: Apache-2.0
#include "model/review/outcome.h"

#include "tests/support/boost_test.h"

#include <random>

using namespace jz;
using namespace Qt::StringLiterals;

namespace {

ScoreEntry entry(int dossier, int expert, Hundredths first, Hundredths second)
{
    return {expert, dossier, {{u"a"_s, first}, {u"b"_s, second}}, false};
}

OutcomeRules rules(RankingRule rule = RankingRule::Trimmed)
{
    OutcomeRules made;
    made.rule = rule;
    made.tieBreak = {u"a"_s, u"b"_s};
    made.line = 1;
    return made;
}

QList<int> order(const ReviewOutcome& outcome)
{
    QList<int> dossiers;
    for (const DossierOutcome& each : outcome.dossiers)
        dossiers << each.dossier;
    return dossiers;
}

} // namespace

BOOST_AUTO_TEST_SUITE(an_outcome)

BOOST_AUTO_TEST_CASE(leaves_the_highest_and_the_lowest_out_from_five_scores)
{
    QList<ScoreEntry> entries;
    for (int j = 0; j < 5; ++j)
        entries << entry(0, j, 4000, 3000) << entry(1, j, 4000, 3100);
    entries[8] = entry(0, 4, 6000, 4000); // one wild friend of dossier 0
    const ReviewOutcome trimmed = outcomeOf(entries, 5, 2, rules());
    BOOST_TEST((order(trimmed) == QList<int>{1, 0}));
    BOOST_TEST(trimmed.dossiers[1].trimmed->text(2) == u"70.00"_s);
    BOOST_TEST(trimmed.dossiers[1].mean.text(2) == u"76.00"_s);
    BOOST_TEST((order(outcomeOf(entries, 5, 2, rules(RankingRule::Mean))) == QList<int>{0, 1}));
}

BOOST_AUTO_TEST_CASE(breaks_equal_totals_by_the_published_order_of_criteria)
{
    QList<ScoreEntry> entries;
    for (int j = 0; j < 3; ++j)
        entries << entry(0, j, 3000, 4000) << entry(1, j, 3500, 3500);
    const ReviewOutcome outcome = outcomeOf(entries, 3, 2, rules());
    BOOST_TEST((order(outcome) == QList<int>{1, 0}));
    BOOST_TEST(outcome.dossiers[0].place == 1);
    BOOST_TEST(outcome.dossiers[1].place == 2);
    BOOST_TEST(outcome.dossiers[1].decidedBy == u"a"_s);
    BOOST_TEST(!outcome.dossiers[0].tied);
}

BOOST_AUTO_TEST_CASE(lets_equal_ones_share_a_place_whatever_order_they_came_in)
{
    QList<ScoreEntry> entries;
    for (int j = 0; j < 3; ++j)
        entries << entry(0, j, 3000, 4000) << entry(1, j, 3000, 4000) << entry(2, j, 2000, 4000);
    const ReviewOutcome outcome = outcomeOf(entries, 3, 3, rules());
    BOOST_TEST(outcome.dossiers[0].place == 1);
    BOOST_TEST(outcome.dossiers[1].place == 1);
    BOOST_TEST(outcome.dossiers[2].place == 3);
    BOOST_TEST((outcome.dossiers[0].tied && outcome.dossiers[1].tied && !outcome.dossiers[2].tied));
}

BOOST_AUTO_TEST_CASE(counts_annulled_scores_nowhere_and_does_not_rank_what_has_too_few)
{
    QList<ScoreEntry> entries;
    for (int j = 0; j < 3; ++j)
        entries << entry(0, j, 5000, 4500) << entry(1, j, 3000, 3000);
    entries[0].annulled = true;
    const ReviewOutcome outcome = outcomeOf(entries, 3, 2, rules());
    BOOST_TEST((order(outcome) == QList<int>{1, 0}));
    BOOST_TEST(outcome.dossiers[1].tooFew);
    BOOST_TEST(outcome.dossiers[1].place == 0);
    BOOST_TEST(outcome.dossiers[1].counted() == 2);
    BOOST_TEST(outcome.dossiers[1].entries.size() == 3);
    BOOST_TEST((outcome.counts == QList<int>{1, 2, 2}));
}

BOOST_AUTO_TEST_CASE(is_the_same_whatever_order_the_scores_came_in)
{
    std::mt19937_64 engine(3);
    QList<ScoreEntry> entries;
    for (int i = 0; i < 30; ++i)
        for (int k = 0; k < 5; ++k)
            entries << entry(i, (i + k * (1 + i / 10)) % 11, int(engine() % 80) * 50, int(engine() % 60) * 50);
    const auto same = [](const ScoreEntry& one, const ScoreEntry& other) { return one.dossier == other.dossier && one.expert == other.expert; };
    entries.erase(std::unique(entries.begin(), entries.end(), same), entries.end());
    OutcomeRules asked = rules(RankingRule::Adjusted);
    asked.line = 10;
    const ReviewOutcome one = outcomeOf(entries, 11, 30, asked);
    for (int round = 0; round < 5; ++round) {
        std::shuffle(entries.begin(), entries.end(), engine);
        const ReviewOutcome other = outcomeOf(entries, 11, 30, asked);
        BOOST_TEST((order(one) == order(other)));
        for (qsizetype i = 0; i < one.dossiers.size(); ++i) {
            BOOST_TEST(one.dossiers[i].place == other.dossiers[i].place);
            BOOST_TEST(*one.dossiers[i].adjusted == *other.dossiers[i].adjusted);
            BOOST_TEST(*one.dossiers[i].probability == *other.dossiers[i].probability);
        }
    }
}

BOOST_AUTO_TEST_CASE(names_outlying_scores_for_a_human_look)
{
    QList<ScoreEntry> entries;
    for (int i = 0; i < 10; ++i)
        for (int j = 0; j < 5; ++j)
            entries << entry(i, j, 4000 + 50 * ((i * 7 + j * 3) % 5), 3000 + 100 * i);
    entries[23] = entry(4, 3, 500, 500);
    const ReviewOutcome outcome = outcomeOf(entries, 5, 10, rules());
    for (const DossierOutcome& each : outcome.dossiers)
        BOOST_TEST(each.outliers.contains(23) == (each.dossier == 4));
}

BOOST_AUTO_TEST_CASE(of_no_scores_ranks_nothing)
{
    const ReviewOutcome outcome = outcomeOf({}, 3, 2, rules(RankingRule::Adjusted));
    BOOST_TEST(outcome.dossiers.size() == 2);
    BOOST_TEST(outcome.dossiers[0].place == 0);
    BOOST_TEST(rankedText(outcome.dossiers[0], RankingRule::Adjusted, 2).isEmpty());
}

BOOST_AUTO_TEST_SUITE_END()
