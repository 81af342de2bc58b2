// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/finding.h"
#include "model/call/call_pack.h"
#include "model/workspace/batch_records.h"

#include <optional>

namespace jz {

class Workspace;

/// A condition of the call on recommending bodies (facts: `bodyConditions`): whoever it applies to may not recommend.
struct BodyCondition
{
    QString id;
    LocalizedText text;
    QString clause;
};
QList<BodyCondition> bodyConditions(const CallPack& pack);

/// How many a body may recommend; nothing when the call has no quota for its kind.
std::optional<CallFacts::Quota> quotaOf(const Body& body, const CallPack& pack);

/// What stands against a body's sending anything: `batch.body` (no quota for its kind), `batch.declaration` (a condition that it has not
/// declared, with its clause). All errors.
Findings bodyFindings(const Body& body, const CallPack& pack);

/// Everything known about a batch at one time. A plain value.
struct BatchView
{
    Batch batch;
    QList<Candidate> candidates;
    Ranking ranking;                  ///< settled: every candidate that is not withdrawn stands in it once
    std::optional<Decision> decision;
    QList<Endorsement> endorsements;

    /// The candidate of that dossier; null when there is none. Lives as long as this.
    const Candidate* candidate(const QUuid& dossier) const;
    /// Those recommended, best first.
    QList<const Candidate*> recommended() const;
    /// All that are ranked, best first.
    QList<const Candidate*> ranked() const;
    bool isRecommended(const QUuid& dossier) const { return ranking.recommended().contains(dossier); }
};

/// Reads a batch. Throws Error NotFound when there is none of that key.
BatchView batchView(Workspace& workspace, qint64 batch, const CallPack& pack);

/// The ranking over those candidates that are there now: withdrawn ones are taken out, new ones come last. While nobody has ranked,
/// they stand in the order in which they came, as many recommended as the quota admits; later, new ones are reserves.
Ranking settled(const Ranking& ranking, const QList<Candidate>& candidates, int quota);
/// Moved to a place (1 for the first; beyond the end: the last). The line stays where it is. Nothing changes for one that is not ranked.
Ranking moved(const Ranking& ranking, const QUuid& dossier, int place);
/// With so many recommended, at most all.
Ranking withLine(const Ranking& ranking, int line);

/// What stands against a ranking: `batch.quota` (more recommended than the body may), an error with the clause.
Findings rankingFindings(const Ranking& ranking, const Body& body, const CallPack& pack);

/// Duplicates among candidates that are not withdrawn, see duplicates.h; by dossier.
QHash<QUuid, Findings> duplicatesAmong(const QList<Candidate>& candidates, const CallPack& pack);

/// How far section 七 of a dossier has come.
struct EndorsementState
{
    enum class Kind {
        None,
        Ink,
        Certificate,
        Outdated, ///< an earlier content of the dossier was endorsed, this one not
    };
    Kind kind = Kind::None;
    QList<Endorsement> own;     ///< of the body, on the dossier as it is now; of ink, pages matched
    QList<Endorsement> joint;   ///< of joint bodies, in the order in which they were given

    bool isEndorsed() const { return kind == Kind::Ink || kind == Kind::Certificate; }
};
/// An endorsement of the dossier as it is now, without what came of it.
Endorsement endorsementOn(const Candidate& candidate, const QString& body, bool joint);
EndorsementState endorsementOf(const Candidate& candidate, const QList<Endorsement>& endorsements);
LocalizedText endorsementWord(EndorsementState::Kind kind);
/// `none`, `ink`, `certificate`, `outdated`: stable names.
QString endorsementName(EndorsementState::Kind kind);

/// Why a dossier cannot be endorsed now: it is a draft (`batch.not-final`), not signed by its unit (`batch.unsigned`), changed after it was signed or
/// broken (`batch.modified`), withdrawn (`batch.withdrawn`), has errors (`batch.errors`). Empty when it can.
Findings endorsingFindings(const Candidate& candidate);

/// Everything that stands against sending the batch or is to be known before: the body, the ranking, duplicates and errors among those
/// recommended, endorsements that are missing (`batch.not-endorsed`), no one recommended (`batch.empty`), no decision (`batch.no-decision`, a warning). Messages
/// name the dossier.
Findings sendingFindings(const BatchView& view, const CallPack& pack);

} // namespace jz
