// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/review_results.h"

#include "model/reference/text_forms.h"
#include "model/review/assignment.h"

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int ownPanelCost = 0;
constexpr int otherPanelCost = 40;
constexpr int noLimit = 10'000;

/// Who may score what, beside what was decided already.
class ReplacementTask
{
public:
    ReplacementTask(Workspace& workspace, const ReviewRound& round, const ReviewData& data) : m_data(data)
    {
        for (const Expert& each : workspace.experts().all())
            if (!each.isDeleted())
                m_experts << each;
        for (const Submission& each : workspace.intakes().submissions(round.key))
            m_submissions.insert(each.dossier, each);
        for (const ConflictDecision& each : workspace.experts().decisions(round.key))
            m_decisions.insert({each.expert, each.dossier}, each.decision);
        for (const ScoreSheetRecord& each : workspace.scores().sheets(round.key)) {
            if (each.standing != u"counts")
                continue;
            m_answered << each.expert;
            if (keptSheet(each).answer == u"declined")
                m_declined << each.expert;
        }
        for (const ReviewPair& each : workspace.experts().assignment(round.key).pairs)
            m_assigned[each.first] << each.second;
        for (const GivenSheetScore& each : data.scores)
            m_scored << QPair(data.dossiers.at(each.entry.dossier).id, qint64(data.experts.at(each.entry.expert).number));
    }

    /// Of the experts assigned to it those whose sheets have not come.
    int expected(const QUuid& dossier) const
    {
        const QList<qint64> assigned = m_assigned.value(dossier);
        return int(std::count_if(assigned.begin(), assigned.end(), [&](qint64 expert) { return !m_answered.contains(expert) && !isExcluded(expert, dossier); }));
    }

    /// The best `missing` experts for each dossier, or as many as there are.
    QList<ReplacementProposal> proposals(QList<ReplacementProposal> wanted) const
    {
        AssignmentTask task;
        task.experts = int(m_experts.size());
        task.dossiers = int(wanted.size());
        task.least = std::accumulate(wanted.begin(), wanted.end(), 0, [](int most, const ReplacementProposal& each) { return std::max(most, each.missing); });
        task.normal = task.least;
        for (const Expert& each : m_experts)
            task.loads.push_back(freeLoad(each));
        for (const ReplacementProposal& each : wanted)
            task.cost.push_back(costs(each.dossier));
        for (const AssignedPair& pair : assigned(task).pairs) {
            ReplacementProposal& proposal = wanted[pair.dossier];
            if (proposal.experts.size() < proposal.missing)
                proposal.experts << m_experts.at(pair.expert).key;
        }
        return wanted;
    }

private:
    bool isExcluded(qint64 expert, const QUuid& dossier) const
    {
        const QString decision = m_decisions.value({expert, dossier});
        return !decision.isEmpty() && decision != u"cleared";
    }

    int freeLoad(const Expert& expert) const
    {
        if (expert.load == 0)
            return noLimit;
        const auto has = std::count_if(m_assigned.begin(), m_assigned.end(), [&](const QList<qint64>& each) { return each.contains(expert.key); });
        return std::max(0, expert.load - int(has));
    }

    bool isOfUnit(const Expert& expert, const Submission& submission) const
    {
        if (!expert.unitCode.isEmpty() && expert.unitCode == submission.code)
            return true;
        const QStringList names = QStringList{expert.unit} + expert.aliases + expert.declared;
        return std::any_of(names.begin(), names.end(), [&](const QString& name) { return !name.isEmpty() && comparisonKey(name) == comparisonKey(submission.applicant); });
    }

    std::vector<int> costs(const QUuid& dossier) const
    {
        const Submission submission = m_submissions.value(dossier);
        const int at = m_data.dossierAt(dossier);
        const QString panel = at < 0 ? QString() : m_data.dossiers.at(at).panel;
        std::vector<int> costs;
        for (const Expert& each : m_experts) {
            const bool has = m_assigned.value(dossier).contains(each.key) || m_scored.contains({dossier, each.key});
            const bool fits = each.categories.isEmpty() || each.categories.contains(submission.category);
            const bool never = has || !fits || m_declined.contains(each.key) || isExcluded(each.key, dossier) || isOfUnit(each, submission);
            costs.push_back(never ? AssignmentTask::conflict : each.panel == panel ? ownPanelCost : otherPanelCost);
        }
        return costs;
    }

    const ReviewData& m_data;
    QList<Expert> m_experts;
    QHash<QUuid, Submission> m_submissions;
    QHash<QPair<qint64, QUuid>, QString> m_decisions;
    QSet<qint64> m_answered;
    QSet<qint64> m_declined;
    QHash<QUuid, QList<qint64>> m_assigned;
    QSet<QPair<QUuid, qint64>> m_scored;
};

} // namespace

QList<ReplacementProposal> replacementProposals(Workspace& workspace, const ReviewRound& round, const ReviewData& data, const RoundResults& results)
{
    const ReplacementTask task(workspace, round, data);
    QList<ReplacementProposal> wanted;
    for (const DossierOutcome& each : results.now.dossiers) {
        const QUuid dossier = data.dossiers.at(each.dossier).id;
        const int expected = task.expected(dossier);
        const int missing = data.rules.outcome.least - each.counted() - expected;
        if (missing > 0)
            wanted << ReplacementProposal{dossier, missing, expected, {}};
    }
    return wanted.isEmpty() ? wanted : task.proposals(wanted);
}

} // namespace jz
