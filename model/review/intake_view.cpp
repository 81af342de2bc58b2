// SPDX-License-Identifier: Apache-2.0
#include "model/review/intake_view.h"

#include "model/base/counted_text.h"
#include "model/base/make_finding.h"
#include "model/exchange/check_report.h"
#include "model/recommendation/duplicates.h"
#include "model/workspace/workspace.h"

#include <QSet>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

/// Compares all submissions of a view. Lives for one call of compare().
class Comparison
{
public:
    Comparison(IntakeView& view, const CallPack& pack) : m_view(view), m_pack(pack) {}

    void run()
    {
        m_view.together = QList<Findings>(m_view.submissions.size());
        compareBases();
        compareIds();
        countBodies();
    }

private:
    QString labelOf(const Submission& each) const { return u"%1：%2（%3）"_s.arg(each.body, each.title, each.applicant); }

    void compareBases()
    {
        QList<ComparedBase> bases;
        bases.reserve(m_view.submissions.size());
        for (const Submission& each : std::as_const(m_view.submissions))
            bases << ComparedBase{{}, each.applicant, each.code, each.base, {}, {}};
        const QList<RelatedBases> related = relatedBases(bases);
        for (const RelatedBases& each : related) {
            if (m_view.submissions.at(each.one).dossier == m_view.submissions.at(each.other).dossier)
                continue; // said by compareIds()
            m_view.together[each.one] << findingOf(each.relation, each.one, each.other);
            m_view.together[each.other] << findingOf(each.relation, each.other, each.one);
        }
    }

    void compareIds()
    {
        QHash<QUuid, QList<qsizetype>> byId;
        for (qsizetype i = 0; i < m_view.submissions.size(); ++i)
            byId[m_view.submissions.at(i).dossier] << i;
        for (const QList<qsizetype>& same : std::as_const(byId))
            for (const qsizetype one : same)
                for (const qsizetype other : same)
                    if (one != other)
                        m_view.together[one] << findingOf(BaseRelation::Duplicate, one, other);
    }

    Finding findingOf(BaseRelation relation, qsizetype mine, qsizetype theirs) const
    {
        const Submission& one = m_view.submissions.at(mine);
        const Submission& other = m_view.submissions.at(theirs);
        const QString channelClause = m_pack.facts.raw.value("channel"_L1).toObject().value("clause"_L1).toString();
        if (relation == BaseRelation::Duplicate && one.body != other.body)
            return makeFinding("intake.two-channels", Severity::Error,
                               LocalizedText{u"同一项还经另一渠道报来——%1。只能选一个渠道：请向两家推荐单位和申报单位核实，由其中一家撤回。"_s,
                                             u"The same also came through another channel — %1. Only one is allowed: ask both bodies and the unit, one of them takes it back."_s}
                                   .arg(labelOf(other)),
                               channelClause);
        if (relation == BaseRelation::Duplicate)
            return makeFinding("batch.duplicate", Severity::Error,
                               LocalizedText{u"同一推荐单位报了两次——%1。请其留下一份，重新导出报送包。"_s, u"The same body sent it twice — %1. It keeps one of them and sends its bundle again."_s}.arg(
                                   labelOf(other)));
        if (relation == BaseRelation::Near)
            return makeFinding("intake.near", Severity::Warning,
                               LocalizedText{u"与另一份相近——%1。请核对是否同一项。"_s, u"Close to another one — %1. Check whether they are the same."_s}.arg(labelOf(other)));
        return makeFinding("intake.same-host", Severity::Hint,
                           LocalizedText{u"同一单位另有一项——%1。"_s, u"The same unit also applies with another one — %1."_s}.arg(labelOf(other)));
    }

    void countBodies()
    {
        m_view.bodies.clear();
        QHash<QString, qsizetype> places;
        QHash<QString, QSet<QUuid>> dossiers;
        for (const ReceivedBundle& bundle : std::as_const(m_view.bundles)) {
            if (bundle.standing != "counts"_L1 || places.contains(bundle.body))
                continue;
            places.insert(bundle.body, m_view.bodies.size());
            m_view.bodies << BodySubmissions{bundle.body, bundle.kind, m_pack.facts.quota(bundle.kind), 0, {}};
        }
        for (const Submission& each : std::as_const(m_view.submissions))
            dossiers[each.body].insert(each.dossier);
        for (BodySubmissions& body : m_view.bodies) {
            body.counted = int(dossiers.value(body.body).size());
            if (body.quota && body.counted > *body.quota)
                body.findings << overQuota(body);
        }
    }

    Finding overQuota(const BodySubmissions& body) const
    {
        const auto& quotas = m_pack.facts.quotas;
        const auto rule = std::find_if(quotas.begin(), quotas.end(), [&](const CallFacts::Quota& each) { return each.bodyKind == body.kind; });
        return makeFinding("intake.quota", Severity::Error,
                           CountedText{u"“%4”共报来 %1 份，超过名额 %2 份（%3）。请其确定留下哪些，重新导出报送包。"_s,
                                       u"%1 {dossier|dossiers} of “%4”, over the quota of %2 (%3). The body says which to keep and sends its bundle again."_s}
                               .arg(QString::number(body.counted), QString::number(*body.quota), rule->label, body.body),
                           rule->clause);
    }

    IntakeView& m_view;
    const CallPack& m_pack;
};

} // namespace

bool hasErrorKept(const QJsonArray& findings)
{
    return std::any_of(findings.begin(), findings.end(), [](const QJsonValue& each) { return each["severity"_L1].toString() == "error"_L1; });
}

QList<QUuid> admissible(const IntakeView& view)
{
    QList<QUuid> open;
    QSet<QUuid> wrong;
    for (qsizetype i = 0; i < view.submissions.size(); ++i)
        if (view.hasError(i))
            wrong.insert(view.submissions.at(i).dossier);
    for (const Submission& each : view.submissions)
        if (!wrong.contains(each.dossier) && !view.admissions.contains(each.dossier) && !open.contains(each.dossier))
            open << each.dossier;
    return open;
}

QJsonArray IntakeView::findingsOf(qsizetype submission, Language language) const
{
    QJsonArray all = submissions.at(submission).findings;
    const QJsonArray shared = findingsJson(together.at(submission), language);
    for (const QJsonValue& each : shared)
        all.append(each);
    return all;
}

bool IntakeView::hasError(qsizetype submission) const
{
    return jz::hasError(together.at(submission)) || hasErrorKept(submissions.at(submission).findings);
}

bool IntakeView::isLate(const QUuid& dossier) const
{
    const auto arrival = arrivals.find(dossier);
    if (arrival == arrivals.end() || !arrival->arrived.isValid() || !deadline.isValid())
        return false;
    return std::pair(arrival->arrived.date(), arrival->arrived.time()) > std::pair(deadline.date(), deadline.time());
}

void compare(IntakeView& view, const CallPack& pack)
{
    Comparison(view, pack).run();
}

IntakeView intakeView(Workspace& workspace, const ReviewRound& round, const CallPack& pack)
{
    IntakeStore& store = workspace.intakes();
    IntakeView view;
    view.round = round;
    view.bundles = store.intakes(round.key);
    view.submissions = store.submissions(round.key);
    for (const Arrival& each : store.arrivals(round.key))
        view.arrivals.insert(each.dossier, each);
    for (const Admission& each : store.admissions(round.key))
        view.admissions.insert(each.dossier, each);
    const auto& deadlines = pack.facts.deadlines;
    const auto arrival = std::find_if(deadlines.begin(), deadlines.end(), [](const CallFacts::Deadline& each) { return each.arrival; });
    if (arrival != deadlines.end()) {
        view.deadline = arrival->at;
        view.deadlineClause = arrival->clause;
    }
    compare(view, pack);
    return view;
}

} // namespace jz
