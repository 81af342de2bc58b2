// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

namespace jz {

/// Reads the columns of a row one after another, in the spellings that all tables have: days as ISO dates, times as ISO 8601 with
/// milliseconds, ids without braces, JSON as text.
class RowReading
{
public:
    explicit RowReading(const QSqlQuery& row) : m_row(row) {}

    template<typename... Members>
    void all(Members&... members)
    {
        (into(members), ...);
    }

private:
    QVariant next() { return m_row.value(m_column++); }
    void into(QString& text) { text = next().toString(); }
    void into(QByteArray& bytes) { bytes = next().toByteArray(); }
    void into(bool& truth) { truth = next().toBool(); }
    void into(int& number) { number = next().toInt(); }
    void into(qint64& number) { number = next().toLongLong(); }
    void into(QDate& day) { day = QDate::fromString(next().toString(), Qt::ISODate); }
    void into(QDateTime& time) { time = QDateTime::fromString(next().toString(), Qt::ISODateWithMs); }
    void into(QUuid& id) { id = QUuid::fromString(next().toString()); }
    void into(QJsonArray& array) { array = QJsonDocument::fromJson(next().toString().toUtf8()).array(); }
    void into(QJsonObject& object) { object = QJsonDocument::fromJson(next().toString().toUtf8()).object(); }

    const QSqlQuery& m_row;
    int m_column = 0;
};

/// Values as the tables spell them.
namespace spelt {
inline QString now()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
}
inline QString day(QDate date)
{
    return date.toString(Qt::ISODate);
}
inline QString time(const QDateTime& at)
{
    return at.toUTC().toString(Qt::ISODateWithMs);
}
inline QByteArray blob(const QByteArray& bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes; // null would be no BLOB
}
inline QString id(const QUuid& uuid)
{
    return uuid.toString(QUuid::WithoutBraces);
}
inline QString json(const QJsonArray& array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}
inline QString json(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}
} // namespace spelt

} // namespace jz
