// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/finding.h"
#include "model/call/call_pack.h"
#include "model/workspace/review_records.h"

#include <QHash>

#include <optional>

namespace jz {

class Workspace;

/// What a recommending body sent, as it counts.
struct BodySubmissions
{
    QString body;
    QString kind;              ///< of the call's quotas
    std::optional<int> quota;  ///< nothing: the call has none for that kind
    int counted = 0;           ///< dossiers, each once
    Findings findings;         ///< `intake.quota` (error)
};

/// Everything known about what came for a review at one time. A plain value.
struct IntakeView
{
    ReviewRound round;
    QList<ReceivedBundle> bundles;      ///< replaced ones too, in the order in which they came
    QList<Submission> submissions;      ///< of those that count, by bundle and rank
    QHash<QUuid, Arrival> arrivals;
    QHash<QUuid, Admission> admissions;
    QDateTime deadline;                 ///< by when paper copies have to have arrived; invalid: the call sets none
    QString deadlineClause;

    QList<BodySubmissions> bodies;      ///< in the order in which they came first
    QList<Findings> together;           ///< of each submission, with the others: see below

    /// All findings of a submission: its own as they were kept, and those with others. As check --json.
    QJsonArray findingsOf(qsizetype submission, Language language) const;
    bool hasError(qsizetype submission) const;
    /// Whether paper copies arrived after the deadline: day and hour in the zone of the call, as the clerk read them off the clock.
    bool isLate(const QUuid& dossier) const;
};

/// Reads it and compares everything with everything: quota by kind of body over all bundles, and of each dossier `intake.two-channels` (error: the same dossier, or
/// the same base of the same unit, through two bodies), `batch.duplicate` (error: twice through one body), `intake.same-host` (hint: another base of the same
/// unit), `intake.near` (warning: names that could be the same).
IntakeView intakeView(Workspace& workspace, const ReviewRound& round, const CallPack& pack);
/// Makes the part of it that is compared anew: `bodies`, `together`, from bundles and submissions.
void compare(IntakeView& view, const CallPack& pack);

/// Dossiers that nobody decided on yet and that have no error, each once.
QList<QUuid> admissible(const IntakeView& view);

/// Whether there is an error among findings as they were kept.
bool hasErrorKept(const QJsonArray& findings);

} // namespace jz
