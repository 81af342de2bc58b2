// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/workspace/batch_records.h"
#include "model/workspace/database.h"

#include <functional>

namespace jz {

/// The register of units that mean to apply (意向单位), and the reminders (催办) that went to them.
class ProspectStore
{
public:
    ProspectStore(Database& database, std::function<void()> committed) : m_database(database), m_committed(std::move(committed)) {}

    /// In the order in which they were registered.
    QList<Prospect> of(qint64 batch);
    /// Keeps a unit, new (`key` 0) or changed; `changed` is not read. Returns its key.
    qint64 keep(const Prospect& prospect);
    /// Takes a unit out, with its reminders.
    void remove(qint64 key);
    /// Several at once, from a table: all or none.
    void keepAll(const QList<Prospect>& prospects);

    /// What went to a unit, the first first.
    QList<Reminder> reminders(qint64 prospect);
    /// Writes a reminder down, and its day as the last contact. `key` and `at` are not read.
    qint64 remind(const Reminder& reminder);

private:
    qint64 store(const Prospect& prospect);

    Database& m_database;
    std::function<void()> m_committed;
};

} // namespace jz
