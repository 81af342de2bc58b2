// SPDX-License-Identifier: Apache-2.0
#include "model/workspace/sending_store.h"

#include "model/workspace/row_reading.h"

namespace jz {

using namespace Qt::StringLiterals;

QList<Endorsement> SendingStore::endorsements(qint64 batch)
{
    QList<Endorsement> found;
    QSqlQuery& row = m_database.run(u"SELECT e.key, e.candidate, e.kind, e.body, e.joint, e.fingerprint, e.revision, e.before, e.paper, e.opinion, e.pages, e.signer, "
                                    "e.person, e.at FROM endorsement e JOIN candidate c ON c.key = e.candidate WHERE c.batch = ? ORDER BY e.key"_s,
                                    {batch});
    while (row.next()) {
        Endorsement each;
        RowReading(row).all(each.key, each.candidate, each.kind, each.body, each.joint, each.fingerprint, each.revision, each.before, each.paper, each.opinion,
                            each.pages, each.signer, each.person, each.at);
        found << each;
    }
    return found;
}

qint64 SendingStore::endorse(const Endorsement& endorsement)
{
    Transaction transaction(m_database);
    m_database.run(u"INSERT INTO endorsement (candidate, kind, body, joint, fingerprint, revision, before, paper, opinion, pages, signer, person, at) "
                   "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                   {endorsement.candidate, endorsement.kind, endorsement.body, int(endorsement.joint), spelt::blob(endorsement.fingerprint), endorsement.revision,
                    spelt::blob(endorsement.before), spelt::blob(endorsement.paper), endorsement.opinion, endorsement.pages, endorsement.signer, endorsement.person,
                    spelt::now()});
    const qint64 key = m_database.value(u"SELECT last_insert_rowid()"_s).toLongLong();
    if (endorsement.kind == "certificate"_L1)
        m_database.run(u"UPDATE candidate SET paper = ? WHERE key = ?"_s, {spelt::blob(endorsement.paper), endorsement.candidate});
    transaction.commit();
    m_committed();
    return key;
}

QList<Sending> SendingStore::sendings(qint64 batch)
{
    QList<Sending> found;
    QSqlQuery& row = m_database.run(u"SELECT key, batch, number, bundle, size, content, person, at FROM sending WHERE batch = ? ORDER BY number"_s, {batch});
    while (row.next()) {
        Sending each;
        RowReading(row).all(each.key, each.batch, each.number, each.bundle, each.size, each.content, each.person, each.at);
        found << each;
    }
    return found;
}

std::optional<Sending> SendingStore::lastSending(qint64 batch)
{
    const QList<Sending> all = sendings(batch);
    return all.isEmpty() ? std::nullopt : std::optional(all.last());
}

int SendingStore::addSending(const Sending& sending)
{
    Transaction transaction(m_database);
    const int number = m_database.value(u"SELECT coalesce(max(number), 0) + 1 FROM sending WHERE batch = ?"_s, {sending.batch}).toInt();
    m_database.run(u"INSERT INTO sending (batch, number, bundle, size, content, person, at) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                   {sending.batch, number, spelt::blob(sending.bundle), sending.size, spelt::json(sending.content), sending.person, spelt::now()});
    transaction.commit();
    m_committed();
    return number;
}

QList<Parcel> SendingStore::parcels(qint64 batch)
{
    QList<Parcel> found;
    QSqlQuery& row = m_database.run(u"SELECT key, batch, number, courier, waybill, posted, arrived, content FROM parcel WHERE batch = ? ORDER BY number"_s, {batch});
    while (row.next()) {
        Parcel each;
        RowReading(row).all(each.key, each.batch, each.number, each.courier, each.waybill, each.posted, each.arrived, each.content);
        found << each;
    }
    return found;
}

void SendingStore::keepParcel(const Parcel& parcel)
{
    m_database.run(u"INSERT INTO parcel (batch, number, courier, waybill, posted, arrived, content) VALUES (?, ?, ?, ?, ?, ?, ?) "
                   "ON CONFLICT (batch, number) DO UPDATE SET courier = excluded.courier, waybill = excluded.waybill, posted = excluded.posted, "
                   "arrived = excluded.arrived, content = excluded.content"_s,
                   {parcel.batch, parcel.number, parcel.courier, parcel.waybill, spelt::day(parcel.posted), parcel.arrived.toString(Qt::ISODateWithMs),
                    spelt::json(parcel.content)});
    m_committed();
}

QList<SupplementRecord> SendingStore::supplements(qint64 batch)
{
    QList<SupplementRecord> found;
    QSqlQuery& row = m_database.run(u"SELECT key, number, paper, data, at FROM supplement WHERE batch = ? ORDER BY number"_s, {batch});
    while (row.next()) {
        SupplementRecord each;
        RowReading(row).all(each.key, each.number, each.paper, each.data, each.at);
        found << each;
    }
    return found;
}

void SendingStore::addSupplement(qint64 batch, const SupplementRecord& supplement, qint64 person)
{
    m_database.run(u"INSERT INTO supplement (batch, number, paper, data, person, at) VALUES (?, ?, ?, ?, ?, ?)"_s,
                   {batch, supplement.number, spelt::blob(supplement.paper), spelt::json(supplement.data), person, spelt::now()});
    m_committed();
}

} // namespace jz
