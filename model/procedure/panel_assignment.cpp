// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/panel_assignment.h"

#include "model/base/sha256.h"
#include "model/procedure/assignment_task.h"
#include "model/review/rubric.h"

#include <QSet>

#include <algorithm>
#include <functional>
#include <set>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

[[noreturn]] void refuse(const LocalizedText& why, const QString& subject)
{
    throw Error(ErrorCode::Usage, why, subject);
}

QString idOf(const QUuid& id)
{
    return id.toString(QUuid::WithoutBraces);
}

void gatherTexts(const QJsonValue& value, QSet<QString>& texts)
{
    if (value.isString())
        texts.insert(value.toString().toLower());
    for (const QJsonValue& each : value.toArray())
        gatherTexts(each, texts);
    const QJsonObject object = value.toObject();
    for (const QJsonValue& each : object)
        gatherTexts(each, texts);
}

/// The dossiers of a panel bundle; a review copy stands for the original whose SHA-256 is kept with the bundle.
QSet<QUuid> dossiersIn(const PanelBundle& bundle, const QHash<QString, QUuid>& byPaper)
{
    QSet<QUuid> found;
    const QSet<QUuid> known(byPaper.begin(), byPaper.end());
    const QJsonArray dossiers = bundle.content.value("dossiers"_L1).toArray();
    for (const QJsonValue& each : dossiers)
        if (const QUuid id = QUuid::fromString(each["dossier"_L1].toString()); known.contains(id))
            found.insert(id);
    QSet<QString> originals;
    gatherTexts(bundle.content.value("originals"_L1), originals);
    for (const QString& each : originals) {
        if (byPaper.contains(each))
            found.insert(byPaper.value(each));
        if (const QUuid id = QUuid::fromString(each); known.contains(id))
            found.insert(id);
    }
    return found;
}

QHash<QString, QUuid> papersOf(Workspace& workspace, qint64 round)
{
    QHash<QString, QUuid> byPaper;
    const QList<ReceivedBundle> intakes = workspace.intakes().intakes(round);
    for (const ReceivedBundle& intake : intakes) {
        const QList<Submission> submissions = workspace.intakes().submissionsOf(intake.key);
        for (const Submission& each : submissions)
            byPaper.insert(hexText(each.paper), each.dossier);
    }
    return byPaper;
}

/// Builds one plan.
class Planner
{
public:
    Planner(Workspace& workspace, const ReviewTable& table, AssignOrder order)
        : m_table(table), m_order(std::move(order)), m_progress(progressOf(workspace, table.round)), m_current(workspace.experts().assignment(table.round.key).pairs)
    {
    }

    const ReviewProgress& progress() const { return m_progress; }
    const QList<ReviewPair>& current() const { return m_current; }

    AssignmentPlan made(const QString& mode, const QList<ReviewPair>& fixed, const std::function<Assignment(const AssignmentTask&)>& solve) const
    {
        AssignmentPlan plan;
        std::vector<int> places = takingPart(m_table, m_progress, m_order);
        addHolders(places, fixed);
        if (places.empty())
            refuse(m_order.mode == "groups"_L1 ? text(u"还没有专家分到组里。请先用 office groups 分组。", u"No expert has a group yet: office groups makes them.")
                                               : text(u"专家库里没有可分派的专家。请先用 office experts import 收入。", u"The register has no expert to assign: office experts import."),
                   m_table.round.name);
        if (m_table.dossiers.empty())
            refuse(text(u"还没有申报书提交评审。请先用 office admit 标明。", u"No dossier goes to review yet: mark them with office admit."), m_table.round.name);
        plan.task = taskOf(m_table, places, m_progress, fixed, m_order);
        for (const int place : places)
            plan.experts.push_back(m_table.experts.at(place).key);
        for (int i = 0; i < plan.task.dossiers; ++i)
            plan.dossiers.push_back(i);
        plan.result = solve(plan.task);
        plan.record.mode = mode;
        fillRecord(plan);
        tell(plan, places);
        return plan;
    }

private:
    /// Experts who have a pair that stays take part, whatever became of their group.
    void addHolders(std::vector<int>& places, const QList<ReviewPair>& fixed) const
    {
        std::set<int> all(places.begin(), places.end());
        for (const ReviewPair& each : fixed)
            if (const int at = m_table.expertAt(each.second); at >= 0 && !m_progress.declined.contains(each.second))
                all.insert(at);
        places.assign(all.begin(), all.end());
    }

    void fillRecord(AssignmentPlan& plan) const
    {
        QStringList ids;
        for (const ReviewedDossier& each : m_table.dossiers)
            ids << idOf(each.submission.dossier);
        QSet<ReviewPair> taken;
        for (const AssignedPair& each : plan.result.pairs) {
            const ReviewPair pair(m_table.dossiers[size_t(each.dossier)].submission.dossier, plan.experts[size_t(each.expert)]);
            plan.record.pairs << pair;
            taken.insert(pair);
        }
        for (const ReviewPair& each : m_progress.begun)
            if (!taken.contains(each)) {
                plan.record.pairs << each;
                taken.insert(each);
            }
        const QSet<ReviewPair> before(m_current.begin(), m_current.end());
        for (const ReviewPair& each : plan.record.pairs)
            if (!before.contains(each))
                plan.added << each;
        for (const ReviewPair& each : m_current)
            if (!taken.contains(each))
                plan.removed << each;
        QJsonArray shortages;
        for (const AssignmentShortage& each : plan.result.shortages)
            shortages.append(QJsonObject{{u"dossier"_s, ids.at(each.dossier)},     {u"missing"_s, each.missing}, {u"missingForeign"_s, each.missingForeign},
                                         {u"possible"_s, each.possible}, {u"full"_s, each.full}});
        QJsonArray below;
        for (const int each : plan.result.belowNormal)
            below.append(ids.at(each));
        plan.record.detail = {{u"rules"_s, orderJson(m_order)}, {u"cost"_s, plan.result.cost}, {u"complete"_s, plan.isComplete()},
                              {u"shortages"_s, shortages},      {u"belowNormal"_s, below},     {u"task"_s, taskJson(plan.task, plan.experts, ids)}};
    }

    void tell(AssignmentPlan& plan, const std::vector<int>& places) const
    {
        for (const AssignmentShortage& each : plan.result.shortages)
            plan.shortages << wordsFor(each);
        std::vector<int> loads(size_t(plan.task.experts));
        for (const AssignedPair& each : plan.result.pairs) {
            ++loads[size_t(each.expert)];
            const Conflict& conflict = m_table.conflict(each.dossier, places[size_t(each.expert)]);
            if (conflict.grade == ConflictGrade::LookAt)
                plan.remarks << LocalizedText{u"%1 与“%2”的回避情形还没有核实：%3"_s, u"%1 and “%2”: a conflict of interest is still to be looked at: %3"_s}.arg(
                    m_table.experts.at(places[size_t(each.expert)]).name, titleOf(each.dossier), conflict.evidence.first().message);
        }
        for (size_t j = 0; j < loads.size(); ++j)
            if (loads[j] > plan.task.loads[j])
                plan.remarks << LocalizedText{u"%1 分到 %2 份，超过上限 %3 份。"_s, u"%1 has %2 dossiers, above the limit of %3."_s}.arg(m_table.experts.at(places[j]).name, QString::number(loads[j]),
                                                                                                                          QString::number(plan.task.loads[j]));
    }

    QString titleOf(int dossier) const { return m_table.dossiers[size_t(dossier)].submission.title; }

    LocalizedText wordsFor(const AssignmentShortage& shortage) const
    {
        const ReviewedDossier& dossier = m_table.dossiers[size_t(shortage.dossier)];
        LocalizedText words = LocalizedText{u"“%1”（%2）"_s, u"“%1” (%2) "_s}.arg(dossier.submission.title, dossier.submission.applicant);
        const auto add = [&](const LocalizedText& more) { words = {words.zh + more.zh, words.en + more.en}; };
        if (m_order.mode == "groups"_L1 && dossier.panel.isEmpty())
            add(text(u"还没有分组；", u"has no group; "));
        if (shortage.missing > 0)
            add(LocalizedText{u"还缺 %1 位专家；"_s, u"lacks %1 experts; "_s}.arg(QString::number(shortage.missing)));
        if (shortage.missingForeign > 0)
            add(LocalizedText{u"还缺 %1 位其他组的专家；"_s, u"lacks %1 experts of other groups; "_s}.arg(QString::number(shortage.missingForeign)));
        add(LocalizedText{u"不需回避的共 %1 位，其中 %2 位份数已满。"_s, u"%1 have no conflict, %2 of them have their load full."_s}.arg(QString::number(shortage.possible), QString::number(shortage.full)));
        return words;
    }

    const ReviewTable& m_table;
    AssignOrder m_order;
    ReviewProgress m_progress;
    QList<ReviewPair> m_current;
};

AssignOrder rulesInForce(Workspace& workspace, const ReviewRound& round)
{
    const AssignmentRecord record = workspace.experts().assignment(round.key);
    if (record.key == 0)
        refuse(text(u"这次评审还没有分派。请先用 office assign 分派。", u"Nothing is assigned in this review yet: office assign."), round.name);
    return orderFrom(record.detail.value("rules"_L1).toObject());
}

/// As it stands: nothing is added.
Assignment asItIs(const AssignmentTask& task)
{
    Assignment result;
    result.pairs = task.begun;
    std::sort(result.pairs.begin(), result.pairs.end());
    result.shortages = shortagesOf(task, result.pairs);
    result.cost = assignmentCost(task, result.pairs);
    return result;
}

/// Fills up those below the minimum alone.
Assignment toTheLeast(const AssignmentTask& task)
{
    AssignmentTask least = task;
    least.normal = task.least;
    return assigned(least);
}

Assignment solved(const QString& mode, const AssignmentTask& task)
{
    return mode == "groups"_L1 ? assignedByGroups(task) : mode == "hand"_L1 ? asItIs(task) : mode == "replacement"_L1 ? toTheLeast(task) : assigned(task);
}

void requireFree(const Planner& planner, const ReviewTable& table, const HandChange& change)
{
    const int dossier = table.dossierAt(change.dossier);
    const int to = table.expertAt(change.to);
    if (dossier < 0 || to < 0)
        refuse(text(u"这份申报书没有提交评审，或没有这位专家。", u"That dossier does not go to review, or there is no such expert."), idOf(change.dossier));
    const Expert& expert = table.experts.at(to);
    const QString title = table.dossiers[size_t(dossier)].submission.title;
    const Conflict& conflict = table.conflict(dossier, to);
    if (conflict.grade == ConflictGrade::Excluded)
        refuse(LocalizedText{u"%1 对“%2”必须回避，没有分派：%3"_s, u"%1 is excluded from “%2” and was not assigned: %3"_s}.arg(expert.name, title, conflict.evidence.first().message), expert.name);
    if (planner.progress().declined.contains(expert.key))
        refuse(LocalizedText{u"%1 已表示不能承担评审。"_s, u"%1 has declined."_s}.arg(expert.name), expert.name);
    if (planner.current().contains(ReviewPair(change.dossier, change.to)))
        refuse(LocalizedText{u"“%1”已经分派给 %2。"_s, u"“%1” is assigned to %2 already."_s}.arg(title, expert.name), expert.name);
    const auto load = std::count_if(planner.current().begin(), planner.current().end(), [&](const ReviewPair& each) { return each.second == change.to; });
    if (expert.load > 0 && load >= expert.load)
        refuse(LocalizedText{u"%1 的份数已满（%2 份）。可换一位，或用 office experts set 改上限。"_s, u"The load of %1 is full (%2): choose another, or change the limit with office experts set."_s}
                   .arg(expert.name, QString::number(expert.load)),
               expert.name);
}

} // namespace

ReviewProgress progressOf(Workspace& workspace, const ReviewRound& round)
{
    ReviewProgress progress;
    const QList<ScoreSheetRecord> sheets = workspace.scores().sheets(round.key);
    for (const ScoreSheetRecord& each : sheets)
        if (each.standing == "counts"_L1 && each.content.value("answer"_L1).toString() == "declined"_L1)
            progress.declined << each.expert;
    QSet<ReviewPair> against;
    const QList<ConflictDecision> decisions = workspace.experts().decisions(round.key);
    for (const ConflictDecision& each : decisions)
        if (each.decision != "cleared"_L1)
            against.insert({each.dossier, each.expert});
    const QList<Annulment> annulments = workspace.scores().annulments(round.key);
    QHash<ReviewPair, bool> annulled;
    for (const Annulment& each : annulments)
        annulled.insert({each.dossier, each.expert}, each.annulled);
    const QHash<QString, QUuid> papers = papersOf(workspace, round.key);
    const QList<PanelBundle> bundles = workspace.scores().bundles(round.key);
    for (const PanelBundle& bundle : bundles) {
        if (!bundle.isInForce())
            continue;
        const QSet<QUuid> dossiers = dossiersIn(bundle, papers);
        for (const QUuid& dossier : dossiers) {
            const ReviewPair pair(dossier, bundle.expert);
            progress.begun << pair;
            const bool isStruck = annulled.value(pair) || annulled.value({QUuid(), bundle.expert});
            if (against.contains(pair) || isStruck || progress.declined.contains(bundle.expert))
                progress.voided << pair;
        }
    }
    std::sort(progress.begun.begin(), progress.begun.end());
    return progress;
}

AssignOrder orderOf(const CallPack& pack)
{
    AssignOrder order;
    int least = 0, normal = 0;
    for (const QString& category : pack.rubric.value("categories"_L1).toObject().keys()) {
        const Rubric rubric = rubricOf(pack, category);
        least = std::max(least, rubric.least);
        normal = std::max(normal, rubric.normal);
    }
    order.least = least > 0 ? least : order.least;
    order.normal = normal > 0 ? normal : order.normal;
    return order;
}

AssignmentPlan planAssignment(Workspace& workspace, const ReviewTable& table, const AssignOrder& order)
{
    if (order.mode != "groups"_L1 && order.mode != "flow"_L1)
        refuse(text(u"--mode 是 groups（分组评审）或 flow（逐份分派）。", u"--mode is groups or flow."), order.mode);
    if (order.least < 1 || order.normal < order.least || order.foreign < 0 || order.foreign > order.normal)
        refuse(text(u"最少位数至少为 1，通常位数不少于最少位数，其他组的位数不多于通常位数。", u"The least number is 1 or more, the normal one no less than it, that of other groups no more than the normal one."), u"least"_s);
    const Planner planner(workspace, table, order);
    return planner.made(order.mode, planner.progress().begun, order.mode == "groups"_L1 ? assignedByGroups : assigned);
}

AssignmentPlan planReplacement(Workspace& workspace, const ReviewTable& table)
{
    const Planner planner(workspace, table, rulesInForce(workspace, table.round));
    return planner.made(u"replacement"_s, planner.current(), toTheLeast);
}

AssignmentPlan assessedPlan(Workspace& workspace, const ReviewTable& table)
{
    const Planner planner(workspace, table, rulesInForce(workspace, table.round));
    return planner.made(u"hand"_s, planner.current(), asItIs);
}

AssignmentPlan planByHand(Workspace& workspace, const ReviewTable& table, const HandChange& change)
{
    const Planner planner(workspace, table, rulesInForce(workspace, table.round));
    QList<ReviewPair> pairs = planner.current();
    const ReviewPair taken(change.dossier, change.from);
    if (change.to != 0)
        requireFree(planner, table, change);
    if (change.from != 0) {
        if (planner.progress().begun.contains(taken))
            refuse(text(u"这份申报书已在发出的评审包里，不能改派。确需更换的，请先作废那位专家的评审包或评分，再用 office assign replace 补足。",
                        u"That dossier is in a panel bundle that went out, and does not move. Revoke the bundle or annul the scores first, then office assign replace."),
                   idOf(change.dossier));
        if (!pairs.removeOne(taken))
            refuse(text(u"这份申报书没有分派给这位专家。", u"That dossier is not assigned to that expert."), idOf(change.dossier));
    }
    if (change.to != 0)
        pairs << ReviewPair(change.dossier, change.to);
    return planner.made(u"hand"_s, pairs, asItIs);
}

qint64 keepPlan(Workspace& workspace, const ReviewRound& round, AssignmentPlan plan, const QString& reason, qint64 person)
{
    plan.record.reason = reason;
    plan.record.person = person;
    return workspace.experts().assign(round.key, plan.record);
}

bool isReproduced(const AssignmentRecord& record)
{
    const AssignOrder order = orderFrom(record.detail.value("rules"_L1).toObject());
    const QJsonObject kept = record.detail.value("task"_L1).toObject();
    const AssignmentTask task = taskFrom(kept, order);
    const Assignment again = solved(record.mode, task);
    const QJsonArray dossiers = kept.value("dossiers"_L1).toArray();
    const QJsonArray experts = kept.value("experts"_L1).toArray();
    const QSet<ReviewPair> pairs(record.pairs.begin(), record.pairs.end());
    return again.cost == record.detail.value("cost"_L1).toInteger() && std::all_of(again.pairs.begin(), again.pairs.end(), [&](const AssignedPair& each) {
               return pairs.contains({QUuid::fromString(dossiers.at(each.dossier).toString()), experts.at(each.expert).toInteger()});
           });
}

} // namespace jz
