// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/workspace/database.h"
#include "model/workspace/review_records.h"

#include <functional>
#include <optional>

namespace jz {

/// The register of experts, what was decided on their conflicts, and who scores what. Every failure is an Error as in Database.
class ExpertStore
{
public:
    ExpertStore(Database& database, std::function<void()> committed) : m_database(database), m_committed(std::move(committed)) {}

    /// In the order in which they were registered, deleted ones too.
    QList<Expert> all();
    std::optional<Expert> byKey(qint64 key);
    /// Keeps experts, new (`key` 0) or changed, all or none; `deleted` and `changed` are not read. Returns their keys.
    QList<qint64> keep(const QList<Expert>& experts);
    /// Deletes what is known of a person; the bytes are overwritten in the file. The key stays, since papers and scores name it. Backups made before keep the record.
    void remove(qint64 expert);

    /// The last decision on each pair.
    QList<ConflictDecision> decisions(qint64 round);
    void decide(qint64 round, const ConflictDecision& decision);

    /// The group of each dossier that has one.
    QHash<QUuid, QString> panels(qint64 round);
    /// Puts dossiers into groups; an empty group takes one out. All or none.
    void setPanels(qint64 round, const QHash<QUuid, QString>& panels, qint64 person);

    /// The assignment in force; key 0 when there is none.
    AssignmentRecord assignment(qint64 round);
    QList<AssignmentRecord> assignments(qint64 round);
    /// Keeps one; `key` and `at` are not read. The earlier ones stay on record.
    qint64 assign(qint64 round, const AssignmentRecord& assignment);

private:
    QList<Expert> selected(const QString& rest, const QVariantList& values);
    QList<AssignmentRecord> selectedAssignments(const QString& rest, const QVariantList& values);

    Database& m_database;
    std::function<void()> m_committed;
};

} // namespace jz
