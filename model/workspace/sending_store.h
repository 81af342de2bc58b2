// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/workspace/batch_records.h"
#include "model/workspace/database.h"

#include <functional>
#include <optional>

namespace jz {

/// What a recommending body signed, gave out and sent. Nothing written down is changed, but for a parcel, which is posted and arrives.
class SendingStore
{
public:
    SendingStore(Database& database, std::function<void()> committed) : m_database(database), m_committed(std::move(committed)) {}

    /// Of all candidates of a batch, in the order in which they were given.
    QList<Endorsement> endorsements(qint64 batch);
    /// Keeps an endorsement and, for one by certificate, the paper that came of it as the candidate's paper in force: both or neither.
    qint64 endorse(const Endorsement& endorsement);

    QList<Sending> sendings(qint64 batch);
    std::optional<Sending> lastSending(qint64 batch);
    /// Writes down that a batch went out; `key`, `number` and `at` are not read. Returns its number.
    int addSending(const Sending& sending);

    QList<Parcel> parcels(qint64 batch);
    /// Keeps a parcel, new or changed, by its number.
    void keepParcel(const Parcel& parcel);

    QList<SupplementRecord> supplements(qint64 batch);
    void addSupplement(qint64 batch, const SupplementRecord& supplement, qint64 person);

private:
    Database& m_database;
    std::function<void()> m_committed;
};

} // namespace jz
