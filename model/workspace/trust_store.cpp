// SPDX-License-Identifier: Apache-2.0
#include "model/workspace/trust_store.h"

#include <QDateTime>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

const QString recordColumns =
    u"trusted.key, fingerprint, certificate, kind, trusted.name, rests, ifnull(list, 0), until, adder.name, at, removed, "
    "ifnull(taker.name, ''), why FROM trusted JOIN operator adder ON adder.key = person LEFT JOIN operator taker ON taker.key = remover"_s;

QString written(const QDateTime& moment)
{
    return moment.toUTC().toString(Qt::ISODateWithMs);
}

QDateTime momentOf(const QVariant& text)
{
    return QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
}

QVariant keyOrNull(qint64 key)
{
    return key ? QVariant(key) : QVariant(QMetaType::fromType<qint64>());
}

QList<TrustRecord> recordsFrom(QSqlQuery& row)
{
    QList<TrustRecord> records;
    while (row.next()) {
        TrustRecord record;
        record.key = row.value(0).toLongLong();
        record.fingerprint = row.value(1).toString();
        record.certificate = row.value(2).toByteArray();
        record.kind = row.value(3).toString();
        record.name = row.value(4).toString();
        record.rests = row.value(5).toString();
        record.list = row.value(6).toLongLong();
        record.until = QDate::fromString(row.value(7).toString(), Qt::ISODate);
        record.by = row.value(8).toString();
        record.at = momentOf(row.value(9));
        record.removed = momentOf(row.value(10));
        record.removedBy = row.value(11).toString();
        record.why = row.value(12).toString();
        records.append(record);
    }
    return records;
}

std::optional<ParticipantsRecord> participantsFrom(QSqlQuery& row)
{
    if (!row.next())
        return std::nullopt;
    ParticipantsRecord list;
    list.key = row.value(0).toLongLong();
    list.call = row.value(1).toString();
    list.number = row.value(2).toInt();
    list.issued = QDate::fromString(row.value(3).toString(), Qt::ISODate);
    list.office = row.value(4).toString();
    list.signer = row.value(5).toString();
    list.paper = row.value(6).toByteArray();
    list.at = momentOf(row.value(7));
    row.finish();
    return list;
}

} // namespace

QList<TrustRecord> TrustStore::all()
{
    return recordsFrom(m_database.run(u"SELECT "_s + recordColumns + u" ORDER BY trusted.key"));
}

QList<TrustRecord> TrustStore::listed()
{
    return recordsFrom(m_database.run(u"SELECT "_s + recordColumns + u" WHERE removed = '' ORDER BY trusted.key"));
}

void TrustStore::add(const TrustRecord& record, qint64 person)
{
    insert(record, person, QDateTime::currentDateTimeUtc());
    m_committed();
}

void TrustStore::replace(const TrustRecord& earlier, const TrustRecord& record, qint64 person, const QString& why)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    Transaction transaction(m_database);
    end(earlier.key, person, now, why);
    insert(record, person, now);
    transaction.commit();
    m_committed();
}

int TrustStore::remove(const TrustRecord& record, qint64 person, const QString& why)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    Transaction transaction(m_database);
    end(record.key, person, now, why);
    int fell = 0;
    if (record.kind == u"office") {
        const QList<TrustRecord> others = listed();
        for (const TrustRecord& other : others) {
            const std::optional<ParticipantsRecord> list = other.list ? participants(other.list) : std::nullopt;
            if (!list || list->signer != record.fingerprint)
                continue;
            end(other.key, person, now, why);
            ++fell;
        }
    }
    transaction.commit();
    m_committed();
    return fell;
}

std::optional<ParticipantsRecord> TrustStore::participants(const QString& call)
{
    return participantsFrom(m_database.run(
        u"SELECT key, call, number, issued, office, signer, paper, at FROM participants WHERE call = ? ORDER BY number DESC LIMIT 1"_s, {call}));
}

std::optional<ParticipantsRecord> TrustStore::participants(qint64 key)
{
    return participantsFrom(
        m_database.run(u"SELECT key, call, number, issued, office, signer, paper, at FROM participants WHERE key = ?"_s, {key}));
}

void TrustStore::replaceParticipants(const ParticipantsRecord& list, const QList<TrustRecord>& entries, qint64 person, const QString& why)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    Transaction transaction(m_database);
    const QList<TrustRecord> earlier = listed();
    for (const TrustRecord& record : earlier) {
        if (record.list && participants(record.list)->call == list.call)
            end(record.key, person, now, why);
    }
    m_database.run(u"INSERT INTO participants (call, number, issued, office, signer, paper, person, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
                   {list.call, list.number, list.issued.toString(Qt::ISODate), list.office, list.signer, list.paper, person, written(now)});
    const qint64 key = m_database.value(u"SELECT last_insert_rowid()"_s).toLongLong();
    for (TrustRecord record : entries) {
        record.list = key;
        insert(record, person, now);
    }
    transaction.commit();
    m_committed();
}

void TrustStore::insert(const TrustRecord& record, qint64 person, const QDateTime& at)
{
    m_database.run(u"INSERT INTO trusted (fingerprint, certificate, kind, name, rests, list, until, person, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                   {record.fingerprint, record.certificate, record.kind, record.name, record.rests, keyOrNull(record.list),
                    record.until.toString(Qt::ISODate), person, written(at)});
}

void TrustStore::end(qint64 key, qint64 person, const QDateTime& at, const QString& why)
{
    m_database.run(u"UPDATE trusted SET removed = ?, remover = ?, why = ? WHERE key = ?"_s, {written(at), person, why, key});
}

std::optional<KeptVerdict> VerdictStore::first(const QString& condition, const QVariantList& values)
{
    QSqlQuery& row = m_database.run(
        u"SELECT file, verdict, basis, sender, dossier, ifnull(operator.name, ''), at FROM verdict LEFT JOIN operator ON operator.key = person WHERE "_s
            + condition + u" LIMIT 1",
        values);
    if (!row.next())
        return std::nullopt;
    const KeptVerdict kept{row.value(0).toByteArray(), row.value(1).toString(), row.value(2).toString().toUtf8(), row.value(3).toString(),
                           row.value(4).toString(), row.value(5).toString(), momentOf(row.value(6))};
    row.finish();
    return kept;
}

std::optional<KeptVerdict> VerdictStore::on(const QByteArray& file)
{
    return first(u"file = ? ORDER BY verdict = 'valid' DESC, verdict.key DESC"_s, {file});
}

void VerdictStore::keep(const KeptVerdict& verdict, qint64 person)
{
    const std::optional<KeptVerdict> last = first(u"file = ? ORDER BY verdict.key DESC"_s, {verdict.file});
    if (last && last->verdict == verdict.verdict && last->basis == verdict.basis)
        return;
    m_database.run(u"INSERT INTO verdict (file, verdict, basis, sender, dossier, person, at) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                   {verdict.file, verdict.verdict, QString::fromUtf8(verdict.basis), verdict.sender, verdict.dossier, keyOrNull(person),
                    written(QDateTime::currentDateTimeUtc())});
    m_committed();
}

QDateTime VerdictStore::senderSince(const QString& sender)
{
    const std::optional<KeptVerdict> oldest = first(u"sender = ? ORDER BY verdict.key"_s, {sender});
    return oldest ? oldest->at : QDateTime();
}

std::optional<KeptVerdict> VerdictStore::otherSender(const QString& dossier, const QString& sender)
{
    return first(u"dossier = ? AND sender <> '' AND sender <> ? ORDER BY verdict.key DESC"_s, {dossier, sender});
}

} // namespace jz
