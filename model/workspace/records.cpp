// SPDX-License-Identifier: Apache-2.0
#include "model/workspace/records.h"

#include "model/base/json_file.h"

#include <QJsonDocument>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

const QString columns = u"key, revision, kind, who, day, detail, paper, person, at"_s;

Record recordOf(const QSqlQuery& row)
{
    Record record;
    record.key = row.value(0).toLongLong();
    record.revision = row.value(1).toInt();
    record.kind = row.value(2).toString();
    record.who = row.value(3).toString();
    record.day = QDate::fromString(row.value(4).toString(), Qt::ISODate);
    record.detail = QJsonDocument::fromJson(row.value(5).toString().toUtf8()).object();
    record.paper = row.value(6).toByteArray();
    record.person = row.value(7).toLongLong();
    record.at = QDateTime::fromString(row.value(8).toString(), Qt::ISODateWithMs);
    return record;
}

} // namespace

QList<Record> Records::of(qint64 dossier)
{
    QList<Record> records;
    QSqlQuery& row = m_database.run(u"SELECT "_s + columns + u" FROM record WHERE dossier = ? ORDER BY key"_s, {dossier});
    while (row.next())
        records.append(recordOf(row));
    return records;
}

std::optional<Record> Records::last(qint64 dossier, const QString& kind)
{
    const QList<Record> records = of(dossier);
    for (auto record = records.rbegin(); record != records.rend(); ++record)
        if (record->kind == kind)
            return *record;
    return {};
}

std::optional<Record> Records::lastOfAny(const QString& kind)
{
    QSqlQuery& row = m_database.run(u"SELECT "_s + columns + u" FROM record WHERE kind = ? ORDER BY key DESC LIMIT 1"_s, {kind});
    return row.next() ? std::optional(recordOf(row)) : std::nullopt;
}

qint64 Records::add(qint64 dossier, const Record& record)
{
    const QString at = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    const QByteArray paper = record.paper.isNull() ? QByteArray("") : record.paper; // null would be no BLOB
    m_database.run(u"INSERT INTO record (dossier, revision, kind, who, day, detail, paper, person, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                   {dossier, record.revision, record.kind, record.who, record.day.toString(Qt::ISODate),
                    QString::fromUtf8(canonicalJson(record.detail)), paper, record.person, at});
    const qint64 key = m_database.value(u"SELECT last_insert_rowid()"_s).toLongLong();
    m_committed();
    return key;
}

} // namespace jz
