// SPDX-License-Identifier: Apache-2.0
#include "model/workspace/prospect_store.h"

#include "model/workspace/row_reading.h"

namespace jz {

using namespace Qt::StringLiterals;

QList<Prospect> ProspectStore::of(qint64 batch)
{
    QList<Prospect> found;
    QSqlQuery& row = m_database.run(u"SELECT key, batch, unit, code, contact, phone, state, online, last, remark, coalesce(candidate, 0), changed FROM prospect "
                                    "WHERE batch = ? ORDER BY key"_s,
                                    {batch});
    while (row.next()) {
        Prospect each;
        RowReading(row).all(each.key, each.batch, each.unit, each.code, each.contact, each.phone, each.state, each.online, each.last, each.remark, each.candidate,
                            each.changed);
        found << each;
    }
    return found;
}

qint64 ProspectStore::store(const Prospect& each)
{
    const QVariant none(QMetaType::fromType<qint64>());
    const QVariant candidate = each.candidate ? QVariant(each.candidate) : none;
    const QVariantList values{each.batch, each.unit, each.code, each.contact, each.phone, each.state, each.online, spelt::day(each.last), each.remark, candidate, spelt::now()};
    if (each.key) {
        m_database.run(u"UPDATE prospect SET batch = ?, unit = ?, code = ?, contact = ?, phone = ?, state = ?, online = ?, last = ?, remark = ?, candidate = ?, "
                       "changed = ? WHERE key = ?"_s,
                       values + QVariantList{each.key});
        return each.key;
    }
    m_database.run(u"INSERT INTO prospect (batch, unit, code, contact, phone, state, online, last, remark, candidate, changed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                   values);
    return m_database.value(u"SELECT last_insert_rowid()"_s).toLongLong();
}

qint64 ProspectStore::keep(const Prospect& prospect)
{
    const qint64 key = store(prospect);
    m_committed();
    return key;
}

void ProspectStore::keepAll(const QList<Prospect>& prospects)
{
    Transaction transaction(m_database);
    for (const Prospect& prospect : prospects)
        store(prospect);
    transaction.commit();
    m_committed();
}

void ProspectStore::remove(qint64 key)
{
    Transaction transaction(m_database);
    m_database.run(u"DELETE FROM reminder WHERE prospect = ?"_s, {key});
    m_database.run(u"DELETE FROM prospect WHERE key = ?"_s, {key});
    transaction.commit();
    m_committed();
}

QList<Reminder> ProspectStore::reminders(qint64 prospect)
{
    QList<Reminder> found;
    QSqlQuery& row = m_database.run(u"SELECT key, prospect, words, means, person, at FROM reminder WHERE prospect = ? ORDER BY key"_s, {prospect});
    while (row.next()) {
        Reminder each;
        RowReading(row).all(each.key, each.prospect, each.words, each.means, each.person, each.at);
        found << each;
    }
    return found;
}

qint64 ProspectStore::remind(const Reminder& reminder)
{
    Transaction transaction(m_database);
    m_database.run(u"INSERT INTO reminder (prospect, words, means, person, at) VALUES (?, ?, ?, ?, ?)"_s,
                   {reminder.prospect, reminder.words, reminder.means, reminder.person, spelt::now()});
    const qint64 key = m_database.value(u"SELECT last_insert_rowid()"_s).toLongLong();
    m_database.run(u"UPDATE prospect SET last = ? WHERE key = ?"_s, {spelt::day(QDate::currentDate()), reminder.prospect});
    transaction.commit();
    m_committed();
    return key;
}

} // namespace jz
