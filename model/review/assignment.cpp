// SPDX-License-Identifier: Apache-2.0
#include "model/review/assignment.h"

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <set>

namespace jz {

namespace {

using Graph = lemon::SmartDigraph;
using Node = Graph::Node;
using Arc = Graph::Arc;

// One expert more changes a flow along one path: no path is so dear as one below normal, no heap of those as one that is missing.
constexpr qint64 belowNormalCost = 100'000'000;
constexpr qint64 missingCost = 1'000'000'000'000;

bool isForeign(const AssignmentTask& task, const AssignedPair& pair)
{
    return !task.expertGroups.empty() && !task.dossierGroups.empty()
           && task.expertGroups[size_t(pair.expert)] != task.dossierGroups[size_t(pair.dossier)];
}

std::vector<size_t> shuffled(int count, std::mt19937_64& engine)
{
    std::vector<size_t> order(static_cast<size_t>(count));
    std::iota(order.begin(), order.end(), size_t(0));
    for (size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[size_t(engine() % i)]);
    return order;
}

/// The flow: every dossier sends as many units as it should have experts, some of them through a node that only experts of
/// other groups are behind; each goes to an expert and from there to the end, or straight to the end as a missing one.
class AssignmentFlow
{
public:
    explicit AssignmentFlow(const AssignmentTask& task)
        : m_task(task), m_costs(m_graph), m_bounds(m_graph), m_supply(m_graph), m_end(m_graph.addNode()),
          m_had(task.begun.begin(), task.begun.end())
    {
        for (const AssignedPair& pair : m_had) {
            ++at(m_taken, pair.expert, task.experts);
            ++at(m_has, pair.dossier, task.dossiers);
            at(m_hasForeign, pair.dossier, task.dossiers) += isForeign(task, pair) ? 1 : 0;
        }
        std::mt19937_64 engine(task.seed);
        const std::vector<size_t> expertOrder = shuffled(task.experts, engine);
        const std::vector<size_t> dossierOrder = shuffled(task.dossiers, engine);
        m_experts.resize(size_t(task.experts), lemon::INVALID);
        for (const size_t expert : expertOrder)
            addExpert(expert);
        for (const size_t dossier : dossierOrder)
            addDossier(dossier, expertOrder);
        m_supply[m_end] = -m_units;
    }

    std::vector<AssignedPair> solved()
    {
        lemon::NetworkSimplex<Graph, int, qint64> simplex(m_graph);
        simplex.upperMap(m_bounds).costMap(m_costs).supplyMap(m_supply);
        const auto end = simplex.run();
        Q_ASSERT(end == simplex.OPTIMAL); // every unit may be missing
        std::vector<AssignedPair> pairs(m_had.begin(), m_had.end());
        if (end == simplex.OPTIMAL)
            for (const auto& [arc, pair] : m_pairs)
                if (simplex.flow(arc) > 0)
                    pairs.push_back(pair);
        std::sort(pairs.begin(), pairs.end());
        return pairs;
    }

private:
    static int& at(std::vector<int>& counts, int place, int size)
    {
        counts.resize(size_t(size));
        return counts[size_t(place)];
    }

    void addArc(Node from, Node to, int bound, qint64 cost)
    {
        if (bound <= 0)
            return;
        const Arc arc = m_graph.addArc(from, to);
        m_bounds[arc] = bound;
        m_costs[arc] = cost;
    }

    void addExpert(size_t expert)
    {
        m_experts[expert] = m_graph.addNode();
        const int taken = at(m_taken, int(expert), m_task.experts);
        for (int t = taken + 1; t <= std::min(m_task.loads[expert], m_task.dossiers); ++t)
            addArc(m_experts[expert], m_end, 1, qint64(m_task.balance) * (2 * t - 1));
    }

    void addDossier(size_t dossier, const std::vector<size_t>& expertOrder)
    {
        const int has = at(m_has, int(dossier), m_task.dossiers);
        const int wanted = std::max(0, m_task.normal - has);
        const int foreign = std::min(wanted, std::max(0, m_task.foreign - at(m_hasForeign, int(dossier), m_task.dossiers)));
        const int must = std::max(0, m_task.least - has);
        const Node any = m_graph.addNode();
        const Node outside = m_graph.addNode();
        m_supply[any] = wanted - foreign;
        m_supply[outside] = foreign;
        m_units += wanted;
        addArc(any, outside, wanted, 0);
        addArc(outside, m_end, foreign, missingCost);
        addArc(any, m_end, std::max(0, must - foreign), missingCost);
        addArc(any, m_end, wanted - foreign - std::max(0, must - foreign), belowNormalCost);
        for (const size_t expert : expertOrder) {
            const AssignedPair pair{int(dossier), int(expert)};
            const int cost = m_task.cost[dossier][expert];
            if (cost == AssignmentTask::conflict || m_had.contains(pair))
                continue;
            addArc(isForeign(m_task, pair) ? outside : any, m_experts[expert], 1, cost);
            m_pairs.emplace_back(m_graph.arcFromId(m_graph.maxArcId()), pair);
        }
    }

    const AssignmentTask& m_task;
    Graph m_graph;
    Graph::ArcMap<qint64> m_costs;
    Graph::ArcMap<int> m_bounds;
    Graph::NodeMap<int> m_supply;
    Node m_end;
    std::set<AssignedPair> m_had;
    std::vector<int> m_taken;      // by expert: what has begun
    std::vector<int> m_has;        // by dossier
    std::vector<int> m_hasForeign; // by dossier
    std::vector<Node> m_experts;
    std::vector<std::pair<Arc, AssignedPair>> m_pairs;
    int m_units = 0;
};

/// Counts what the pairs come to.
struct Tally
{
    Tally(const AssignmentTask& task, const std::vector<AssignedPair>& pairs)
        : load(size_t(task.experts)), has(size_t(task.dossiers)), foreign(size_t(task.dossiers)), given(pairs.begin(), pairs.end())
    {
        for (const AssignedPair& pair : given) {
            ++load[size_t(pair.expert)];
            ++has[size_t(pair.dossier)];
            foreign[size_t(pair.dossier)] += isForeign(task, pair) ? 1 : 0;
        }
    }
    std::vector<int> load;
    std::vector<int> has;
    std::vector<int> foreign;
    std::set<AssignedPair> given;
};

Assignment assessed(const AssignmentTask& task, std::vector<AssignedPair> pairs)
{
    Assignment result;
    result.shortages = shortagesOf(task, pairs);
    result.cost = assignmentCost(task, pairs);
    const Tally tally(task, pairs);
    for (int i = 0; i < task.dossiers; ++i)
        if (tally.has[size_t(i)] >= task.least && tally.has[size_t(i)] < task.normal)
            result.belowNormal.push_back(i);
    result.pairs = std::move(pairs);
    return result;
}

} // namespace

qint64 assignmentCost(const AssignmentTask& task, const std::vector<AssignedPair>& pairs)
{
    qint64 cost = 0;
    for (const AssignedPair& pair : pairs)
        cost += std::max(0, task.cost[size_t(pair.dossier)][size_t(pair.expert)]);
    const Tally tally(task, pairs);
    for (const int load : tally.load)
        cost += qint64(task.balance) * load * load;
    return cost;
}

std::vector<AssignmentShortage> shortagesOf(const AssignmentTask& task, const std::vector<AssignedPair>& pairs)
{
    const Tally tally(task, pairs);
    std::vector<AssignmentShortage> shortages;
    for (int i = 0; i < task.dossiers; ++i) {
        const size_t dossier = size_t(i);
        AssignmentShortage shortage{i, std::max(0, task.least - tally.has[dossier]), std::max(0, task.foreign - tally.foreign[dossier])};
        if (shortage.missing == 0 && shortage.missingForeign == 0)
            continue;
        for (int j = 0; j < task.experts; ++j) {
            if (task.cost[dossier][size_t(j)] == AssignmentTask::conflict)
                continue;
            ++shortage.possible;
            if (!tally.given.contains({i, j}) && tally.load[size_t(j)] >= task.loads[size_t(j)])
                ++shortage.full;
        }
        shortages.push_back(shortage);
    }
    return shortages;
}

Assignment assigned(const AssignmentTask& task)
{
    return assessed(task, AssignmentFlow(task).solved());
}

Assignment assignedByGroups(const AssignmentTask& task)
{
    std::set<AssignedPair> pairs(task.begun.begin(), task.begun.end());
    for (int i = 0; i < task.dossiers; ++i)
        for (int j = 0; j < task.experts; ++j)
            if (task.expertGroups[size_t(j)] == task.dossierGroups[size_t(i)] && task.cost[size_t(i)][size_t(j)] != AssignmentTask::conflict)
                pairs.insert({i, j});
    AssignmentTask within = task;
    within.foreign = 0;
    within.normal = task.least;
    return assessed(within, {pairs.begin(), pairs.end()});
}

} // namespace jz
