// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/expert_register.h"

#include <QFileInfo>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

ExpertImport previewExperts(Workspace& workspace, const QString& path, const ExpertImportOrder& order)
{
    try {
        return expertImport(readTableFile(path), workspace.experts().all(), order);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::Malformed && error.subject() == "name"_L1)
            throw Error(error.code(), error.message(), QFileInfo(path).fileName());
        throw;
    }
}

QList<qint64> keepExperts(Workspace& workspace, const ExpertImport& preview)
{
    return workspace.experts().keep(preview.kept());
}

qint64 keepExpert(Workspace& workspace, const Expert& expert, const QDate& today)
{
    requireWholeExpert(expert, today);
    const QList<Expert> all = workspace.experts().all();
    for (const Expert& each : all)
        if (each.key != expert.key && isSamePerson(each, expert))
            throw Error(ErrorCode::Usage,
                        LocalizedText{u"“%1”（%2）已经在专家库里，是 %3 号。请改用 office experts set。"_s, u"“%1” (%2) is in the register already, number %3: use office experts set."_s}
                            .arg(each.name, each.unit, QString::number(each.key)),
                        each.name);
    return workspace.experts().keep({expert}).first();
}

ExpertTraces tracesOf(Workspace& workspace, qint64 expert)
{
    ExpertTraces traces;
    const QList<ReviewRound> rounds = workspace.intakes().rounds();
    for (const ReviewRound& round : rounds) {
        const QList<ReviewPair> pairs = workspace.experts().assignment(round.key).pairs;
        traces.assigned += int(std::count_if(pairs.begin(), pairs.end(), [&](const ReviewPair& each) { return each.second == expert; }));
        const QList<PanelBundle> bundles = workspace.scores().bundles(round.key);
        traces.bundles += int(std::count_if(bundles.begin(), bundles.end(), [&](const PanelBundle& each) { return each.expert == expert && each.isInForce(); }));
        const QList<ScoreSheetRecord> sheets = workspace.scores().sheets(round.key);
        traces.sheets += int(std::count_if(sheets.begin(), sheets.end(), [&](const ScoreSheetRecord& each) { return each.expert == expert && each.standing == "counts"_L1; }));
        const QList<ConflictDecision> decisions = workspace.experts().decisions(round.key);
        traces.decisions += int(std::count_if(decisions.begin(), decisions.end(), [&](const ConflictDecision& each) { return each.expert == expert; }));
    }
    return traces;
}

void deleteExpert(Workspace& workspace, qint64 expert)
{
    const ExpertTraces traces = tracesOf(workspace, expert);
    if (traces.assigned > 0 && traces.sheets == 0)
        throw Error(ErrorCode::Usage,
                    LocalizedText{u"这位专家还有 %1 份申报书待评，没有删除。请先用 office assign remove 取消分派。"_s, u"This expert has %1 dossiers to judge and was not deleted. Take them back first: office assign remove."_s}
                        .arg(QString::number(traces.assigned)),
                    QString::number(expert));
    workspace.experts().remove(expert);
}

QList<Expert> overdueExperts(Workspace& workspace, const QDate& today)
{
    QList<Expert> overdue;
    const QList<Expert> all = workspace.experts().all();
    for (const Expert& each : all)
        if (!each.isDeleted() && each.deleteOn.isValid() && each.deleteOn <= today)
            overdue << each;
    return overdue;
}

} // namespace jz
