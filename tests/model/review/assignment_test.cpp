// SPDX-License-Identifier: Apache-2.0
#include "model/review/assignment.h"

#include "tests/support/boost_test.h"

#include <limits>
#include <random>
#include <set>

using namespace jz;

namespace {

AssignmentTask task(int experts, int dossiers, int load, unsigned seed, int conflictsOfTen = 1)
{
    std::mt19937_64 engine(seed);
    AssignmentTask made;
    made.experts = experts;
    made.dossiers = dossiers;
    made.loads.assign(size_t(experts), load);
    made.cost.resize(size_t(dossiers));
    for (auto& row : made.cost)
        for (int j = 0; j < experts; ++j)
            row.push_back(int(engine() % 10) < conflictsOfTen ? AssignmentTask::conflict : int(engine() % 101));
    return made;
}

/// Every assignment there is, one dossier after the other: the least (missing, below normal, cost).
class Exhaustive
{
public:
    explicit Exhaustive(const AssignmentTask& task) : m_task(task), m_loads(size_t(task.experts)) { choose(0, {}); }

    std::tuple<int, int, qint64> best{std::numeric_limits<int>::max(), 0, 0};

private:
    void choose(int dossier, const std::vector<AssignedPair>& pairs)
    {
        if (dossier == m_task.dossiers)
            return judge(pairs);
        for (unsigned set = 0; set < 1U << m_task.experts; ++set) {
            if (__builtin_popcount(set) > m_task.normal)
                continue;
            std::vector<AssignedPair> with = pairs;
            bool possible = true;
            for (int j = 0; j < m_task.experts; ++j)
                if (set >> j & 1U) {
                    possible = possible && m_task.cost[size_t(dossier)][size_t(j)] != AssignmentTask::conflict;
                    with.push_back({dossier, j});
                    ++m_loads[size_t(j)];
                    possible = possible && m_loads[size_t(j)] <= m_task.loads[size_t(j)];
                }
            if (possible)
                choose(dossier + 1, with);
            for (int j = 0; j < m_task.experts; ++j)
                m_loads[size_t(j)] -= int(set >> j & 1U);
        }
    }

    void judge(const std::vector<AssignedPair>& pairs)
    {
        int missing = 0, below = 0;
        for (int i = 0; i < m_task.dossiers; ++i) {
            int has = 0, foreign = 0;
            for (const AssignedPair& pair : pairs)
                if (pair.dossier == i) {
                    ++has;
                    foreign += !m_task.expertGroups.empty() && m_task.expertGroups[size_t(pair.expert)] != m_task.dossierGroups[size_t(i)];
                }
            const int lacksForeign = std::max(0, m_task.foreign - foreign);
            const int lacks = std::max({0, m_task.least - has, lacksForeign});
            missing += lacks;
            below += m_task.normal - has - lacks;
        }
        best = std::min(best, std::tuple(missing, below, assignmentCost(m_task, pairs)));
    }

    const AssignmentTask& m_task;
    std::vector<int> m_loads;
};

std::tuple<int, int, qint64> worthOf(const AssignmentTask& task, const Assignment& assignment)
{
    int missing = 0, below = 0;
    for (int i = 0; i < task.dossiers; ++i) {
        int has = 0;
        for (const AssignedPair& pair : assignment.pairs)
            has += pair.dossier == i;
        int lacks = 0;
        for (const AssignmentShortage& each : assignment.shortages)
            if (each.dossier == i)
                lacks = std::max(each.missing, each.missingForeign);
        missing += lacks;
        below += task.normal - has - lacks;
    }
    return {missing, below, assignment.cost};
}

void requireLawful(const AssignmentTask& task, const Assignment& assignment)
{
    const std::set<AssignedPair> begun(task.begun.begin(), task.begun.end());
    std::vector<int> loads(size_t(task.experts));
    std::set<AssignedPair> seen;
    for (const AssignedPair& pair : assignment.pairs) {
        BOOST_TEST(seen.insert(pair).second);
        BOOST_TEST((begun.contains(pair) || task.cost[size_t(pair.dossier)][size_t(pair.expert)] != AssignmentTask::conflict));
        ++loads[size_t(pair.expert)];
    }
    for (int j = 0; j < task.experts; ++j)
        BOOST_TEST(loads[size_t(j)] <= task.loads[size_t(j)]);
    for (const AssignedPair& pair : begun)
        BOOST_TEST(seen.contains(pair));
}

} // namespace

BOOST_AUTO_TEST_SUITE(an_assignment)

BOOST_AUTO_TEST_CASE(is_as_good_as_the_best_of_all_there_are)
{
    for (unsigned seed = 1; seed <= 30; ++seed) {
        AssignmentTask small = task(5, 4, 2 + int(seed % 3), seed, 2);
        small.least = 2;
        small.normal = 3;
        const Assignment found = assigned(small);
        requireLawful(small, found);
        BOOST_TEST_CONTEXT("seed " << seed) BOOST_TEST((worthOf(small, found) == Exhaustive(small).best));
    }
}

BOOST_AUTO_TEST_CASE(is_the_best_with_experts_of_other_groups_too)
{
    for (unsigned seed = 1; seed <= 30; ++seed) {
        AssignmentTask small = task(5, 4, 3, seed, 2);
        small.least = 2;
        small.normal = 3;
        small.foreign = 1;
        small.expertGroups = {0, 0, 0, 1, 1};
        small.dossierGroups = {0, 0, 1, 1};
        const Assignment found = assigned(small);
        requireLawful(small, found);
        BOOST_TEST_CONTEXT("seed " << seed) BOOST_TEST((worthOf(small, found) == Exhaustive(small).best));
    }
}

BOOST_AUTO_TEST_CASE(keeps_what_has_begun_even_against_a_conflict)
{
    AssignmentTask given = task(8, 10, 10, 5);
    given.cost[0][0] = AssignmentTask::conflict;
    given.begun = {{0, 0}, {3, 2}, {3, 2}};
    const Assignment found = assigned(given);
    requireLawful(given, found);
    BOOST_TEST(found.isComplete());
    BOOST_TEST(found.pairs.size() == 50U);
}

BOOST_AUTO_TEST_CASE(adding_an_expert_moves_nothing_that_has_begun)
{
    AssignmentTask given = task(8, 12, 8, 6);
    const Assignment before = assigned(given);
    given.begun = before.pairs;
    ++given.experts;
    given.loads.push_back(8);
    for (auto& row : given.cost)
        row.push_back(0);
    const Assignment after = assigned(given);
    BOOST_TEST(std::includes(after.pairs.begin(), after.pairs.end(), before.pairs.begin(), before.pairs.end()));
}

BOOST_AUTO_TEST_CASE(balances_loads)
{
    AssignmentTask even = task(10, 20, 20, 1, 0);
    for (auto& row : even.cost)
        row.assign(10, 50);
    const Assignment found = assigned(even);
    std::vector<int> loads(10);
    for (const AssignedPair& pair : found.pairs)
        ++loads[size_t(pair.expert)];
    for (const int load : loads)
        BOOST_TEST(load == 10);
}

BOOST_AUTO_TEST_CASE(is_the_same_for_the_same_seed_and_may_differ_for_another)
{
    AssignmentTask even = task(10, 20, 20, 1, 0);
    for (auto& row : even.cost)
        row.assign(10, 50);
    const Assignment one = assigned(even);
    BOOST_TEST((assigned(even).pairs == one.pairs));
    even.seed = 99;
    const Assignment other = assigned(even);
    BOOST_TEST((other.pairs != one.pairs));
    BOOST_TEST(other.cost == one.cost);
}

BOOST_AUTO_TEST_CASE(says_which_dossier_lacks_what)
{
    AssignmentTask scarce = task(4, 3, 3, 1, 0);
    for (int j = 1; j < 4; ++j)
        scarce.cost[1][size_t(j)] = AssignmentTask::conflict;
    const Assignment found = assigned(scarce);
    BOOST_TEST(!found.isComplete());
    BOOST_REQUIRE(found.shortages.size() == 1U);
    BOOST_TEST(found.shortages[0].dossier == 1);
    BOOST_TEST(found.shortages[0].missing == 2);
    BOOST_TEST(found.shortages[0].possible == 1);
    BOOST_TEST(found.shortages[0].full == 0);
    BOOST_TEST(found.belowNormal.size() == 2U);
}

BOOST_AUTO_TEST_CASE(of_groups_gives_every_expert_all_of_his_group)
{
    AssignmentTask groups = task(6, 8, 1, 1, 0);
    groups.expertGroups = {0, 0, 0, 1, 1, 1};
    groups.dossierGroups = {0, 0, 0, 0, 1, 1, 1, 1};
    groups.cost[2][1] = AssignmentTask::conflict;
    const Assignment found = assignedByGroups(groups);
    BOOST_TEST(found.pairs.size() == 23U);
    BOOST_REQUIRE(found.shortages.size() == 1U);
    BOOST_TEST(found.shortages[0].dossier == 2);
    BOOST_TEST(found.shortages[0].missing == 1);
}

BOOST_AUTO_TEST_CASE(of_nothing_is_nothing)
{
    BOOST_TEST(assigned(AssignmentTask{}).pairs.empty());
    BOOST_TEST(assigned(task(0, 2, 0, 1)).shortages.size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
