// SPDX-License-Identifier: Apache-2.0
#include "model/workspace/operators.h"

#include <QDateTime>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int pinRounds = 100'000;
constexpr int saltBytes = 16;

/// PBKDF2 with HMAC-SHA-256 (RFC 8018), one block of 32 bytes.
QByteArray pinHash(const QByteArray& salt, const QString& pin)
{
    QMessageAuthenticationCode hmac(QCryptographicHash::Sha256, pin.toUtf8());
    hmac.addData(salt + QByteArray("\0\0\0\1", 4));
    QByteArray block = hmac.result();
    QByteArray sum = block;
    for (int round = 1; round < pinRounds; ++round) {
        hmac.reset();
        hmac.addData(block);
        block = hmac.result();
        for (qsizetype i = 0; i < sum.size(); ++i)
            sum[i] = char(sum.at(i) ^ block.at(i));
    }
    return sum;
}

Operator operatorFrom(const QSqlQuery& row)
{
    return {row.value(0).toLongLong(), row.value(1).toString(), row.value(2).toString(), !row.value(3).toString().isEmpty()};
}

} // namespace

QList<Operator> Operators::all()
{
    QList<Operator> found;
    QSqlQuery& row = m_database.run(u"SELECT key, name, unit, pin FROM operator ORDER BY key"_s);
    while (row.next())
        found.append(operatorFrom(row));
    return found;
}

Operator Operators::byKey(qint64 key)
{
    QSqlQuery& row = m_database.run(u"SELECT key, name, unit, pin FROM operator WHERE key = ?"_s, {key});
    const Operator found = row.next() ? operatorFrom(row) : Operator();
    row.finish();
    return found;
}

Operator Operators::add(const QString& name, const QString& unit)
{
    m_database.run(u"INSERT OR IGNORE INTO operator (name, unit, added) VALUES (?, ?, ?)"_s,
                   {name, unit, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)});
    return byKey(m_database.value(u"SELECT key FROM operator WHERE name = ? AND unit = ?"_s, {name, unit}).toLongLong());
}

Operator Operators::current()
{
    return byKey(m_database.value(u"SELECT value FROM setting WHERE name = 'operator'"_s).toLongLong());
}

void Operators::setCurrent(qint64 key)
{
    m_database.run(u"INSERT INTO setting (name, value) VALUES ('operator', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s,
                   {QString::number(key)});
}

void Operators::setPin(qint64 key, const QString& pin)
{
    QString stored;
    if (!pin.isEmpty()) {
        QByteArray salt(saltBytes, Qt::Uninitialized);
        for (char& byte : salt)
            byte = char(QRandomGenerator::system()->bounded(256));
        stored = QString::fromLatin1(salt.toHex() + ':' + pinHash(salt, pin).toHex());
    }
    m_database.run(u"UPDATE operator SET pin = ? WHERE key = ?"_s, {stored, key});
}

bool Operators::pinFits(qint64 key, const QString& pin)
{
    const QString stored = m_database.value(u"SELECT pin FROM operator WHERE key = ?"_s, {key}).toString();
    if (stored.isEmpty())
        return true;
    const QByteArray salt = QByteArray::fromHex(stored.section(u':', 0, 0).toLatin1());
    return pinHash(salt, pin).toHex() == stored.section(u':', 1).toLatin1();
}

} // namespace jz
