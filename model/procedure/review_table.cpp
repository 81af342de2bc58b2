// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/review_table.h"

#include "model/base/cancelled.h"
#include "model/base/sha256.h"
#include "model/dossier/dossier_json.h"
#include "model/pdf/embedded_files.h"

#include <QSet>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestData = 20'000'000;

DossierParties readParties(const Submission& submission, const ObjectStore& objects, const CallPack& pack)
{
    const QString path = objects.path(submission.paper);
    try {
        const QByteArray data = readEmbeddedFile(path, dossierDataName(), largestData);
        if (!submission.fingerprint.isEmpty() && dossierFingerprint(data) != submission.fingerprint)
            throw Error(ErrorCode::Malformed,
                        LocalizedText{u"“%1”的文件与收到时不同。请用 workspace check 检查资料库，并从备份恢复。"_s, u"The file of “%1” is not what came. Run workspace check and bring it back from a backup."_s}.arg(submission.title),
                        submission.title);
        return partiesOf(parseDossierJson(data, path), pack);
    } catch (const Error& error) {
        throw error.naming(submission.title);
    }
}

using PairKey = std::pair<QUuid, qint64>;

} // namespace

int ReviewTable::dossierAt(const QUuid& id) const
{
    const auto found = std::find_if(dossiers.begin(), dossiers.end(), [&](const ReviewedDossier& each) { return each.submission.dossier == id; });
    return found == dossiers.end() ? -1 : int(found - dossiers.begin());
}

int ReviewTable::expertAt(qint64 key) const
{
    const auto found = std::find_if(experts.begin(), experts.end(), [&](const Expert& each) { return each.key == key; });
    return found == experts.end() ? -1 : int(found - experts.begin());
}

QList<int> ReviewTable::ownDossiers(int expert) const
{
    static const QSet<QString> rules{u"same-code"_s, u"same-unit"_s, u"person-and-unit"_s};
    QList<int> own;
    for (size_t i = 0; i < dossiers.size(); ++i) {
        const QList<ConflictEvidence>& evidence = conflicts[i][size_t(expert)].evidence;
        if (std::any_of(evidence.begin(), evidence.end(), [](const ConflictEvidence& each) { return rules.contains(each.rule); }))
            own << int(i);
    }
    return own;
}

QList<Submission> reviewedSubmissions(Workspace& workspace, qint64 round, bool onlyAdmitted)
{
    QSet<QUuid> admitted;
    const QList<Admission> admissions = workspace.intakes().admissions(round);
    for (const Admission& each : admissions)
        if (each.admitted)
            admitted.insert(each.dossier);
    QList<Submission> found;
    QSet<QUuid> seen;
    const QList<Submission> all = workspace.intakes().submissions(round);
    for (const Submission& each : all) {
        const bool counts = admitted.contains(each.dossier) || (!onlyAdmitted && admitted.isEmpty());
        if (counts && !seen.contains(each.dossier))
            found << each;
        seen.insert(each.dossier);
    }
    return found;
}

ReviewTable reviewTable(Workspace& workspace, const ReviewRound& round, const CallPack& pack, const ReviewTableOrder& order, const WorkControl& control)
{
    ReviewTable table;
    table.round = round;
    table.experts = order.candidates.isEmpty() ? workspace.experts().all() : order.candidates;
    table.experts.removeIf([](const Expert& each) { return each.isDeleted(); });
    QHash<PairKey, ConflictDecision> decisions;
    const QList<ConflictDecision> decided = workspace.experts().decisions(round.key);
    for (const ConflictDecision& each : decided)
        decisions.insert({each.dossier, each.expert}, each);
    const QHash<QUuid, QString> panels = workspace.experts().panels(round.key);
    const QList<Submission> submissions = reviewedSubmissions(workspace, round.key, order.onlyAdmitted);
    const size_t count = size_t(submissions.size());
    std::vector<DossierParties> parties(count);
    table.conflicts.resize(count);
    const ObjectStore& objects = workspace.objects();
    const bool done = runInParallel(int(count), [&](int i) {
        const ComparedDossier compared(parties[size_t(i)] = readParties(submissions.at(i), objects, pack));
        for (const Expert& expert : std::as_const(table.experts)) {
            const auto decision = decisions.constFind({submissions.at(i).dossier, expert.key});
            table.conflicts[size_t(i)].push_back(
                conflictOf(expert, compared, decision == decisions.cend() || expert.key == 0 ? std::nullopt : std::optional(*decision)));
        }
    }, control);
    if (!done)
        throw Cancelled();
    for (size_t i = 0; i < count; ++i) {
        const Submission& submission = submissions.at(qsizetype(i));
        table.dossiers.push_back({submission, ComparedDossier(parties[i]), panels.value(submission.dossier)});
    }
    return table;
}

void decideConflict(Workspace& workspace, const ReviewTable& table, int dossier, int expert, bool excluded, const QString& reason, qint64 person)
{
    const Expert& who = table.experts.at(expert);
    const Submission& what = table.dossiers[size_t(dossier)].submission;
    if (reason.trimmed().isEmpty())
        throw Error(ErrorCode::Usage, text(u"请写明理由（--reason）。", u"Give the reason (--reason)."), u"reason"_s);
    if (!excluded)
        for (const ConflictEvidence& each : table.conflict(dossier, expert).evidence)
            if (each.grade == ConflictGrade::Excluded && each.rule != "decided"_L1)
                throw Error(ErrorCode::Usage,
                            LocalizedText{u"%1 对“%2”必须回避，不能解除：%3"_s, u"%1 is excluded from “%2”, and nothing overrides that: %3"_s}.arg(who.name, what.title, each.message), who.name);
    workspace.experts().decide(table.round.key, {who.key, what.dossier, excluded ? u"excluded"_s : u"cleared"_s, reason.trimmed(), person, {}});
}

} // namespace jz
