// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/workspace/database.h"
#include "model/workspace/review_records.h"

#include <functional>
#include <optional>

namespace jz {

/// What the office received for its reviews. Every failure is an Error as in Database.
class IntakeStore
{
public:
    IntakeStore(Database& database, std::function<void()> committed) : m_database(database), m_committed(std::move(committed)) {}

    /// In the order in which they were begun.
    QList<ReviewRound> rounds();
    std::optional<ReviewRound> round(qint64 key);
    /// The round begun last of a call, of any call when it is empty.
    std::optional<ReviewRound> lastRound(const QString& call = {});
    /// Begins one; `key` and `at` are not read. Throws Error Usage when the call has one of that name.
    qint64 addRound(const ReviewRound& round, qint64 person);
    void setRules(qint64 round, const QJsonObject& rules);

    /// Bundles in the order in which they came, replaced ones too.
    QList<ReceivedBundle> intakes(qint64 round);
    /// Keeps a bundle with its dossiers, all or nothing; those of `replaced` no longer count. `key`, `standing` and `at` are not read. Returns its key.
    qint64 add(const ReceivedBundle& bundle, const QList<Submission>& submissions, const QList<qint64>& replaced);
    /// Dossiers of the bundles that count, by bundle and rank.
    QList<Submission> submissions(qint64 round);
    /// Those of one bundle, by rank.
    QList<Submission> submissionsOf(qint64 intake);

    /// The last entry of each dossier.
    QList<Arrival> arrivals(qint64 round);
    /// `at` is not read. Nothing written down before is changed.
    void arrive(qint64 round, const Arrival& arrival) { arrive(round, QList{arrival}); }
    /// Several, all or none.
    void arrive(qint64 round, const QList<Arrival>& arrivals);
    /// The last decision on each dossier.
    QList<Admission> admissions(qint64 round);
    void admit(qint64 round, const Admission& admission) { admit(round, QList{admission}); }
    void admit(qint64 round, const QList<Admission>& admissions);

private:
    QList<ReviewRound> selectedRounds(const QString& rest, const QVariantList& values);
    QList<Submission> selected(const QString& condition, const QVariantList& values);

    Database& m_database;
    std::function<void()> m_committed;
};

} // namespace jz
