// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/review_results.h"

#include "model/base/json_file.h"

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

const QString typedMember = u"typed"_s;

/// Collects the data of one round.
class DataCollector
{
public:
    DataCollector(Workspace& workspace, const ReviewRound& round) : m_workspace(workspace), m_round(round), m_submissions(workspace.intakes().submissions(round.key))
    {
        for (const Annulment& each : workspace.scores().annulments(round.key))
            m_annulments.insert({each.expert, each.dossier}, {++m_order, each});
        for (const ConflictDecision& each : workspace.experts().decisions(round.key))
            m_decisions.insert({each.expert, each.dossier}, each);
    }

    void collect(ReviewData& data)
    {
        readSheets();
        addDossiers(data);
        addExperts(data);
        addScores(data);
        data.asOf = m_asOf;
    }

private:
    using Pair = QPair<qint64, QUuid>; // expert, dossier

    struct Given
    {
        qint64 expert = 0;
        QUuid dossier;
        DossierScores scores;
    };

    void readSheets()
    {
        QHash<QString, QHash<QUuid, QUuid>> originals;
        for (const PanelBundle& bundle : m_workspace.scores().bundles(m_round.key))
            originals.insert(bundle.number, originalsOf(bundle, m_submissions));
        for (const ScoreSheetRecord& record : m_workspace.scores().sheets(m_round.key)) {
            if (record.standing != u"counts")
                continue;
            noteTime(record.at);
            m_sheetExperts << record.expert;
            for (const DossierScores& each : keptSheet(record).dossiers)
                if (!each.isVoid() && !each.points.isEmpty())
                    m_given << Given{record.expert, originals.value(record.panel).value(each.dossier, each.dossier), each};
        }
    }

    void addDossiers(ReviewData& data)
    {
        QSet<QUuid> wanted;
        for (const Admission& each : m_workspace.intakes().admissions(m_round.key))
            if (each.admitted)
                wanted << each.dossier;
        for (const ReviewPair& each : m_workspace.experts().assignment(m_round.key).pairs)
            wanted << each.first;
        for (const Given& each : m_given)
            wanted << each.dossier;
        const QHash<QUuid, QString> panels = m_workspace.experts().panels(m_round.key);
        for (const Submission& each : m_submissions)
            if (wanted.remove(each.dossier))
                data.dossiers << ScoredDossier{each.dossier, each.title, each.applicant, each.category, panels.value(each.dossier), each.base};
        // By id: the order in which bundles came decides nothing, not even between equal ones.
        std::sort(data.dossiers.begin(), data.dossiers.end(), [](const ScoredDossier& one, const ScoredDossier& other) { return one.id < other.id; });
        for (int i = 0; i < data.dossiers.size(); ++i)
            m_dossiers.insert(data.dossiers.at(i).id, i);
    }

    void addExperts(ReviewData& data)
    {
        QSet<qint64> wanted(m_sheetExperts.begin(), m_sheetExperts.end());
        for (const ReviewPair& each : m_workspace.experts().assignment(m_round.key).pairs)
            wanted << each.second;
        for (const Expert& each : m_workspace.experts().all()) {
            if (!wanted.contains(each.key))
                continue;
            m_experts.insert(each.key, int(data.experts.size()));
            data.experts << ScoringExpert{int(each.key), each.isDeleted() ? u"（已删除）"_s : each.name};
        }
    }

    void addScores(ReviewData& data)
    {
        for (const Given& each : std::as_const(m_given)) {
            if (!m_dossiers.contains(each.dossier) || !m_experts.contains(each.expert))
                continue;
            GivenSheetScore score;
            score.entry = {m_experts.value(each.expert), m_dossiers.value(each.dossier), each.scores.points, false};
            score.opinion = each.scores.opinion;
            score.visit = each.scores.visit;
            judge(score, {each.expert, each.dossier});
            score.entry.annulled = score.standing != ScoreStanding::Counts;
            data.scores << score;
        }
        std::sort(data.scores.begin(), data.scores.end(), [](const GivenSheetScore& one, const GivenSheetScore& other) {
            return std::pair(one.entry.dossier, one.entry.expert) < std::pair(other.entry.dossier, other.entry.expert);
        });
    }

    void judge(GivenSheetScore& score, const Pair& pair)
    {
        const auto alone = m_annulments.value(pair);
        const auto all = m_annulments.value({pair.first, QUuid()});
        const auto& last = alone.first > all.first ? alone : all;
        if (last.first > 0)
            noteTime(last.second.at);
        if (last.first > 0 && last.second.annulled) {
            score.standing = ScoreStanding::Annulled;
            score.reason = last.second.reason;
        }
        const auto decision = m_decisions.constFind(pair);
        if (decision == m_decisions.cend())
            return;
        noteTime(decision->at);
        if (decision->decision != u"cleared") {
            score.standing = ScoreStanding::Conflict;
            score.reason = decision->reason;
        }
    }

    void noteTime(const QDateTime& at)
    {
        if (!m_asOf.isValid() || at > m_asOf)
            m_asOf = at;
    }

    Workspace& m_workspace;
    const ReviewRound& m_round;
    QList<Submission> m_submissions;
    QHash<Pair, std::pair<int, Annulment>> m_annulments; // the last of each pair, with its place in time
    int m_order = 0;
    QHash<Pair, ConflictDecision> m_decisions;
    QList<Given> m_given;
    QList<qint64> m_sheetExperts;
    QHash<QUuid, int> m_dossiers;
    QHash<qint64, int> m_experts;
    QDateTime m_asOf;
};

void addRubric(ReviewData& data, const CallPack& pack)
{
    const QStringList categories = pack.rubric.value("categories"_L1).toObject().keys();
    for (const QString& id : categories) {
        const Rubric rubric = rubricOf(pack, id);
        ScoredCategory category{id, rubric.category, {}};
        for (const Criterion& each : rubric.criteria)
            category.criteria << Criterion{each.id, each.title, {}, each.most, {}};
        data.categories << category;
        data.rubricId = rubric.id;
        data.officialRubric = rubric.official;
        data.rubricRemark = rubric.remark.zh;
    }
}

} // namespace

QHash<QUuid, QUuid> originalsOf(const PanelBundle& bundle, const QList<Submission>& submissions)
{
    QHash<QUuid, QUuid> found;
    const QJsonObject originals = bundle.content.value("originals"_L1).toObject();
    for (auto each = originals.begin(); each != originals.end(); ++each) {
        const QByteArray sha256 = QByteArray::fromHex(each.value().toString().toLatin1());
        const auto original = std::find_if(submissions.begin(), submissions.end(), [&](const Submission& submission) { return submission.paper == sha256; });
        if (original != submissions.end())
            found.insert(QUuid::fromString(each.key()), original->dossier);
    }
    return found;
}

ScoreSheet keptSheet(const ScoreSheetRecord& record)
{
    QJsonObject data = record.content;
    data.remove(typedMember);
    return parseScoreSheet(canonicalJson(data), record.name);
}

ReviewData reviewData(Workspace& workspace, const ReviewRound& round, const CallPack& pack)
{
    ReviewData data;
    data.callId = pack.id;
    data.formHash = pack.formHash;
    data.round = round.name;
    data.rules = rulesOf(round.rules, pack);
    addRubric(data, pack);
    DataCollector(workspace, round).collect(data);
    return data;
}

QList<LocalizedText> changeRules(Workspace& workspace, const ReviewRound& round, const CallPack& pack, const QStringList& settings, const QString& reason, qint64 person, bool dryRun)
{
    const RoundRules before = rulesOf(round.rules, pack);
    RoundRules after = before;
    for (const QString& setting : settings)
        after = withSetting(after, setting, pack);
    const QList<LocalizedText> changes = changesBetween(before, after, pack);
    const auto sheets = workspace.scores().sheets(round.key).size();
    if (!changes.isEmpty() && sheets > 0 && reason.trimmed().isEmpty())
        throw Error(ErrorCode::Usage,
                    LocalizedText{u"已收到 %1 份评分表，规则本应在评审前确定。确需修改时请用 --reason 写明理由，理由会留存，并印在结果上。"_s,
                                  u"%1 score sheets were accepted already, and rules are chosen before the review. To change them give --reason; it is kept and printed with the results."_s}
                        .arg(QString::number(sheets)),
                    u"reason"_s);
    if (changes.isEmpty() || dryRun)
        return changes;
    RuleChange change{QDateTime::currentDateTimeUtc(), workspace.operators().byKey(person).name, reason.trimmed(), int(sheets), {}};
    for (const LocalizedText& each : changes)
        change.words << each.zh;
    after.changes << change;
    workspace.intakes().setRules(round.key, toJson(after));
    return changes;
}

AnnulmentEffect annulScores(Workspace& workspace, const ReviewRound& round, const CallPack& pack, const Annulment& annulment, bool dryRun)
{
    if (annulment.reason.isEmpty())
        throw Error(ErrorCode::Usage, text(u"请写明理由。", u"Give a reason."), u"reason"_s);
    AnnulmentEffect effect;
    effect.before = effect.after = reviewData(workspace, round, pack);
    const ScoreStanding from = annulment.annulled ? ScoreStanding::Counts : ScoreStanding::Annulled;
    for (GivenSheetScore& each : effect.after.scores) {
        const bool meant = effect.after.experts.at(each.entry.expert).number == annulment.expert
                           && (annulment.dossier.isNull() || effect.after.dossiers.at(each.entry.dossier).id == annulment.dossier);
        if (!meant || each.standing != from)
            continue;
        each.standing = annulment.annulled ? ScoreStanding::Annulled : ScoreStanding::Counts;
        each.entry.annulled = annulment.annulled;
        ++effect.scores;
    }
    if (effect.scores == 0)
        throw Error(ErrorCode::Usage,
                    annulment.annulled ? text(u"这位专家没有可作废的有效评分。", u"The expert has no such score that counts.") : text(u"这位专家没有作废的评分可以恢复。", u"The expert has no such score that was struck out."),
                    u"EXPERT"_s);
    if (!dryRun)
        workspace.scores().annul(round.key, annulment);
    return effect;
}

} // namespace jz
