// SPDX-License-Identifier: Apache-2.0
#include "model/recommendation/batch.h"

#include "model/base/make_finding.h"
#include "model/recommendation/duplicates.h"
#include "model/workspace/workspace.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

QString named(const Candidate& candidate)
{
    return candidate.title.isEmpty() ? candidate.applicant : candidate.title;
}

/// The same finding, saying which dossier it is about.
Finding about(const Candidate& candidate, Finding finding)
{
    finding.message.zh = named(candidate) + u"："_s + finding.message.zh;
    finding.message.en = named(candidate) + u": "_s + finding.message.en;
    return finding;
}

bool isDeclared(const Body& body, const QString& condition)
{
    return std::any_of(body.declarations.begin(), body.declarations.end(), [&](const Declaration& each) { return each.condition == condition && each.made; });
}

} // namespace

QList<BodyCondition> bodyConditions(const CallPack& pack)
{
    QList<BodyCondition> conditions;
    const QJsonObject all = pack.facts.raw.value("bodyConditions"_L1).toObject();
    for (auto each = all.begin(); each != all.end(); ++each) {
        const QJsonObject words = each.value()["text"_L1].toObject();
        conditions << BodyCondition{each.key(), {words["zh"_L1].toString(), words["en"_L1].toString()}, each.value()["clause"_L1].toString()};
    }
    std::sort(conditions.begin(), conditions.end(), [](const BodyCondition& a, const BodyCondition& b) { return a.clause < b.clause; });
    return conditions;
}

std::optional<CallFacts::Quota> quotaOf(const Body& body, const CallPack& pack)
{
    for (const CallFacts::Quota& quota : pack.facts.quotas)
        if (quota.bodyKind == body.kind)
            return quota;
    return {};
}

Findings bodyFindings(const Body& body, const CallPack& pack)
{
    Findings findings;
    if (!quotaOf(body, pack))
        findings << makeFinding("batch.body", Severity::Error,
                                LocalizedText{u"“%1”不属于通知规定的推荐单位类别，没有名额，不能报送。请核对单位名称和类别。"_s,
                                              u"“%1” is of no kind that has a quota in the call: it cannot send a batch. Check its name and kind."_s}
                                    .arg(body.name));
    const QList<BodyCondition> conditions = bodyConditions(pack);
    for (const BodyCondition& condition : conditions)
        if (!isDeclared(body, condition.id))
            findings << makeFinding("batch.declaration", Severity::Error,
                                    LocalizedText{u"本单位尚未声明不存在下列情形，不得作为推荐单位报送：%1。请核实后作出声明。"_s,
                                                  u"The body has not declared that this does not apply to it, and may not recommend until it has: %1. Look into it and declare."_s}
                                        .arg(condition.text),
                                    condition.clause);
    return findings;
}

const Candidate* BatchView::candidate(const QUuid& dossier) const
{
    const auto found = std::find_if(candidates.begin(), candidates.end(), [&](const Candidate& each) { return each.dossier == dossier; });
    return found == candidates.end() ? nullptr : &*found;
}

QList<const Candidate*> BatchView::ranked() const
{
    QHash<QUuid, const Candidate*> byDossier;
    for (const Candidate& each : candidates)
        byDossier.insert(each.dossier, &each);
    QList<const Candidate*> found;
    for (const QUuid& dossier : ranking.order)
        found << byDossier.value(dossier);
    return found;
}

QList<const Candidate*> BatchView::recommended() const
{
    return ranked().mid(0, ranking.line);
}

BatchView batchView(Workspace& workspace, qint64 key, const CallPack& pack)
{
    const std::optional<Batch> batch = workspace.batches().byKey(key);
    if (!batch)
        throw Error(ErrorCode::NotFound, text(u"资料库里没有这个批次。请先建立批次。", u"The workspace has no such batch. Begin one first."), QString::number(key));
    BatchView view;
    view.batch = *batch;
    view.candidates = workspace.batches().candidates(key);
    const std::optional<CallFacts::Quota> quota = quotaOf(batch->body, pack);
    view.ranking = settled(workspace.batches().ranking(key), view.candidates, quota ? quota->most : 0);
    view.decision = workspace.batches().decision(key);
    view.endorsements = workspace.sendings().endorsements(key);
    return view;
}

Ranking settled(const Ranking& ranking, const QList<Candidate>& candidates, int quota)
{
    QSet<QUuid> there;
    for (const Candidate& candidate : candidates)
        if (!candidate.isWithdrawn())
            there.insert(candidate.dossier);
    Ranking result = ranking;
    result.order.clear();
    result.line = 0;
    for (qsizetype place = 0; place < ranking.order.size(); ++place) {
        if (!there.remove(ranking.order.at(place)))
            continue;
        result.order << ranking.order.at(place);
        if (place < ranking.line)
            result.line = int(result.order.size());
    }
    for (const Candidate& candidate : candidates)
        if (there.remove(candidate.dossier))
            result.order << candidate.dossier;
    if (ranking.key == 0)
        result.line = int(std::min<qsizetype>(quota, result.order.size()));
    return result;
}

Ranking moved(const Ranking& ranking, const QUuid& dossier, int place)
{
    Ranking result = ranking;
    if (result.order.removeAll(dossier) > 0)
        result.order.insert(std::clamp<qsizetype>(place - 1, 0, result.order.size()), dossier);
    return result;
}

Ranking withLine(const Ranking& ranking, int line)
{
    Ranking result = ranking;
    result.line = int(std::clamp<qsizetype>(line, 0, result.order.size()));
    return result;
}

Findings rankingFindings(const Ranking& ranking, const Body& body, const CallPack& pack)
{
    const std::optional<CallFacts::Quota> quota = quotaOf(body, pack);
    if (!quota || ranking.line <= quota->most)
        return {};
    return {makeFinding("batch.quota", Severity::Error,
                        LocalizedText{u"推荐 %1 个，超过名额 %2 个（%3）。名额以外的只能作为备选。"_s, u"%1 recommended, over the quota of %2 (%3). Beyond the quota there are only reserves."_s}
                            .arg(QString::number(ranking.line), QString::number(quota->most), quota->label),
                        quota->clause)};
}

QHash<QUuid, Findings> duplicatesAmong(const QList<Candidate>& candidates, const CallPack& pack)
{
    const auto fieldOf = [&](FieldType type) {
        for (const Section& section : pack.sections)
            for (const Field& field : section.fields)
                if (field.type == type)
                    return field.id;
        return QString();
    };
    const QString codeField = fieldOf(FieldType::CreditCode);
    const QString baseField = fieldOf(FieldType::ComposedName);
    QList<QUuid> dossiers;
    QList<ComparedBase> bases;
    for (const Candidate& each : candidates) {
        if (each.isWithdrawn())
            continue;
        dossiers << each.dossier;
        bases << ComparedBase{u"%1 %2"_s.arg(each.applicant, each.base), each.applicant, each.code, each.base, codeField, baseField};
    }
    const QList<Findings> found = duplicateFindings(bases);
    QHash<QUuid, Findings> byDossier;
    for (qsizetype i = 0; i < dossiers.size(); ++i)
        byDossier.insert(dossiers.at(i), found.at(i));
    return byDossier;
}

Endorsement endorsementOn(const Candidate& candidate, const QString& body, bool joint)
{
    Endorsement made;
    made.candidate = candidate.key;
    made.body = body;
    made.joint = joint;
    made.fingerprint = candidate.fingerprint;
    made.revision = candidate.revision;
    made.before = candidate.paper;
    return made;
}

EndorsementState endorsementOf(const Candidate& candidate, const QList<Endorsement>& endorsements)
{
    EndorsementState state;
    bool before = false;
    for (const Endorsement& each : endorsements) {
        if (each.candidate != candidate.key)
            continue;
        const bool current = each.fingerprint == candidate.fingerprint;
        if (!current)
            before = before || !each.joint;
        else if (each.joint)
            state.joint << each;
        else
            state.own << each;
    }
    if (!state.own.isEmpty())
        state.kind = state.own.last().kind == "ink"_L1 ? EndorsementState::Kind::Ink : EndorsementState::Kind::Certificate;
    else if (before)
        state.kind = EndorsementState::Kind::Outdated;
    return state;
}

LocalizedText endorsementWord(EndorsementState::Kind kind)
{
    switch (kind) {
    case EndorsementState::Kind::Ink:
        return text(u"签字盖章", u"ink");
    case EndorsementState::Kind::Certificate:
        return text(u"电子签章", u"certificate");
    case EndorsementState::Kind::Outdated:
        return text(u"须重新签章", u"to be endorsed anew");
    case EndorsementState::Kind::None:
        break;
    }
    return text(u"未签章", u"not endorsed");
}

QString endorsementName(EndorsementState::Kind kind)
{
    switch (kind) {
    case EndorsementState::Kind::Ink:
        return u"ink"_s;
    case EndorsementState::Kind::Certificate:
        return u"certificate"_s;
    case EndorsementState::Kind::Outdated:
        return u"outdated"_s;
    case EndorsementState::Kind::None:
        break;
    }
    return u"none"_s;
}

Findings endorsingFindings(const Candidate& candidate)
{
    Findings findings;
    if (candidate.isWithdrawn())
        findings << makeFinding("batch.withdrawn", Severity::Error, text(u"已撤回，不能推荐。", u"It was withdrawn and cannot be recommended."));
    if (candidate.kind == "review"_L1)
        findings << makeFinding("batch.not-final", Severity::Error,
                                text(u"还是送审稿，没有定稿。预审通过后，请申报单位定稿、签字盖章再报来。",
                                     u"This is for review, not final. Pass it, and have the applicant finalise, sign and seal it."));
    else if (!candidate.isSigned())
        findings << makeFinding("batch.unsigned", Severity::Error,
                                text(u"申报单位还没有签章。请其签字盖章后把扫描件放入定稿，或用签名证书签名。",
                                     u"The applicant has not signed it yet. It is to be signed and sealed, and the scan taken into the final paper, or signed with a certificate."));
    if (candidate.verdict == "broken"_L1 || candidate.verdict == "modified"_L1)
        findings << makeFinding("batch.modified", Severity::Error,
                                text(u"签章后被改动过或已损坏，不能推荐。请向申报单位索取原始文件。",
                                     u"It was changed after signing or is damaged, and cannot be recommended. Ask the applicant for the original file."));
    if (candidate.errors > 0)
        findings << makeFinding("batch.errors", Severity::Error,
                                LocalizedText{u"有 %1 个错误没有解决。请退回修改。"_s, u"%1 errors are not solved. Return it for revision."_s}.arg(QString::number(candidate.errors)));
    return findings;
}

Findings sendingFindings(const BatchView& view, const CallPack& pack)
{
    Findings findings = bodyFindings(view.batch.body, pack) + rankingFindings(view.ranking, view.batch.body, pack);
    const QList<const Candidate*> recommended = view.recommended();
    if (recommended.isEmpty())
        findings << makeFinding("batch.empty", Severity::Error, text(u"还没有推荐任何申报书。请先排序。", u"No dossier is recommended yet. Rank first."));
    const QHash<QUuid, Findings> duplicates = duplicatesAmong(view.candidates, pack);
    for (const Candidate* const each : recommended) {
        const Findings own = endorsingFindings(*each) + duplicates.value(each->dossier);
        for (const Finding& finding : own)
            findings << about(*each, finding);
        const EndorsementState state = endorsementOf(*each, view.endorsements);
        if (state.isEndorsed())
            continue;
        const bool outdated = state.kind == EndorsementState::Kind::Outdated;
        findings << about(*each, makeFinding("batch.not-endorsed", Severity::Error,
                                             outdated ? text(u"推荐意见是对更早的内容签的。请重新签章。", u"An earlier content was endorsed. Endorse it anew.")
                                                      : text(u"还没有签推荐意见。请先推荐并签章。", u"It is not endorsed yet. Endorse it first.")));
    }
    if (!view.decision)
        findings << makeFinding("batch.no-decision", Severity::Warning,
                                text(u"还没有登记会议决定（会议、日期、文号）。", u"No decision is written down yet (meeting, date, number)."));
    return findings;
}

} // namespace jz
