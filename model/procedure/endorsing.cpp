// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/endorsing.h"

#include "model/base/error.h"
#include "model/base/make_finding.h"
#include "model/procedure/batch_pack.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/paper_signing.h"

#include <QJsonArray>
#include <QTemporaryDir>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

using Outcome = EndorsedDossier::Outcome;

/// Bodies that a dossier names as joint ones.
QStringList jointBodiesOf(const Dossier& dossier, const CallPack& pack)
{
    QStringList names;
    for (const Section& section : pack.sections)
        for (const Field& field : section.fields)
            if (field.type == FieldType::RecommendingBodies) {
                const QJsonArray list = dossier.values.value(field.id).toArray();
                for (const QJsonValue& each : list)
                    names << each.toString();
            }
    return names;
}

/// One ceremony.
class Ceremony
{
public:
    Ceremony(Workspace& workspace, const BatchView& view, const CallPack& pack, const EndorsingOrder& order, const Aside& aside)
        : m_workspace(workspace), m_view(view), m_pack(pack), m_order(order), m_aside(aside), m_body(order.isJoint() ? order.body : view.batch.body.name)
    {
    }

    void endorse(const Candidate& candidate, EndorsedDossier& result)
    {
        if (hasEndorsed(candidate)) {
            result.outcome = Outcome::Before;
            return;
        }
        result.findings = endorsingFindings(candidate);
        if (m_order.isJoint())
            result.findings += jointFindings(candidate);
        result.outcome = Outcome::Refused;
        if (hasError(result.findings))
            return;
        const QString signedPaper = m_scratch.filePath(u"signed.pdf"_s);
        if (!sign(candidate, signedPaper, result))
            return;
        keep(candidate, signedPaper);
        result.outcome = Outcome::Endorsed;
    }

private:
    bool hasEndorsed(const Candidate& candidate) const
    {
        return std::any_of(m_view.endorsements.begin(), m_view.endorsements.end(), [&](const Endorsement& each) {
            return each.candidate == candidate.key && each.body == m_body && each.joint == m_order.isJoint() && each.fingerprint == candidate.fingerprint;
        });
    }

    Findings jointFindings(const Candidate& candidate) const
    {
        const Dossier dossier = readDossierData(m_workspace.objects().path(candidate.paper));
        if (jointBodiesOf(dossier, m_pack).contains(m_body))
            return {};
        return {makeFinding("batch.joint", Severity::Warning,
                            LocalizedText{u"申报书没有把“%1”列为联合推荐单位。请核对。"_s, u"The dossier does not name “%1” as a joint body. Check that."_s}.arg(m_body))};
    }

    QString opinionFor(const Candidate& candidate) const { return m_order.opinions.value(candidate.dossier, m_order.opinion); }

    bool sign(const Candidate& candidate, const QString& out, EndorsedDossier& result)
    {
        try {
            const QString paper = m_workspace.objects().path(candidate.paper);
            m_aside([&] { signPaper(paper, out, {SignatureRole::Recommender, m_order.identity, opinionFor(candidate), m_body, m_order.time, m_order.sealPath}); });
            return true;
        } catch (const Error& error) {
            if (error.code() != ErrorCode::NoFreeField)
                throw error.naming(candidate.title);
            result.findings << makeFinding("batch.no-field", Severity::Error,
                                           text(u"申报书的推荐单位签名栏都已用完。请改用签章件（签字盖章后扫描）。",
                                                u"All fields for recommending bodies are used up. Endorse it in ink: sign and seal the printed page, and take the scan in."));
            return false;
        }
    }

    void keep(const Candidate& candidate, const QString& signedPaper)
    {
        Endorsement made = endorsementOn(candidate, m_body, m_order.isJoint());
        made.kind = u"certificate"_s;
        made.paper = m_workspace.objects().add(signedPaper);
        made.opinion = opinionFor(candidate);
        made.signer = m_order.identity.fingerprint();
        made.person = m_order.person;
        m_workspace.sendings().endorse(made);
    }

    Workspace& m_workspace;
    const BatchView& m_view;
    const CallPack& m_pack;
    const EndorsingOrder& m_order;
    const Aside& m_aside;
    QString m_body;
    QTemporaryDir m_scratch;
};

} // namespace

QList<Candidate> candidatesToEndorse(const BatchView& view, const QList<QUuid>& asked)
{
    QList<Candidate> chosen;
    for (const QUuid& id : asked)
        if (!view.candidate(id))
            throw Error(ErrorCode::NotFound, text(u"这一批里没有这份申报书。", u"This dossier is not in the batch."), id.toString(QUuid::WithoutBraces));
    const QList<const Candidate*> ranked = view.ranked();
    for (const Candidate* const each : ranked)
        if (asked.isEmpty() ? view.isRecommended(each->dossier) : asked.contains(each->dossier))
            chosen << *each;
    if (chosen.isEmpty())
        throw Error(ErrorCode::Usage, text(u"还没有推荐任何申报书，没有可签章的。请先排序。", u"No dossier is recommended yet, so there is nothing to endorse. Rank first."));
    return chosen;
}

QList<EndorsedDossier> endorseByCertificate(Workspace& workspace, qint64 batch, const EndorsingOrder& order, const WorkControl& control, const Aside& aside)
{
    const CallPack& pack = batchPack(workspace, batch);
    const BatchView view = batchView(workspace, batch, pack);
    const QList<Candidate> candidates = candidatesToEndorse(view, order.dossiers);
    QList<EndorsedDossier> results;
    for (const Candidate& each : candidates)
        results << EndorsedDossier{each.dossier, each.title, Outcome::NotBegun, {}};
    Ceremony ceremony(workspace, view, pack, order, aside);
    for (qsizetype i = 0; i < candidates.size(); ++i) {
        if (control.isCancelled && control.isCancelled())
            break;
        ceremony.endorse(candidates.at(i), results[i]);
        if (control.progress)
            control.progress(int(i) + 1, int(candidates.size()));
    }
    return results;
}

QString outcomeName(Outcome outcome)
{
    return QStringList{u"endorsed"_s, u"before"_s, u"refused"_s, u"not-begun"_s}.at(qsizetype(outcome));
}

LocalizedText outcomeWord(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Endorsed: return text(u"已签章", u"endorsed");
    case Outcome::Before: return text(u"此前已签章", u"endorsed before");
    case Outcome::Refused: return text(u"不能签章", u"cannot be endorsed");
    case Outcome::NotBegun: break;
    }
    return text(u"未开始", u"not begun");
}

} // namespace jz
