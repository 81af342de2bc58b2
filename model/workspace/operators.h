// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/workspace/database.h"

namespace jz {

/// Who works here (经办人): asked once, never taken from the system account.
struct Operator
{
    qint64 key = 0;
    QString name;
    QString unit;
    bool hasPin = false;

    bool isNull() const { return key == 0; }
};

/// The operators of a workspace and who of them is at work.
class Operators
{
public:
    explicit Operators(Database& database) : m_database(database) {}

    QList<Operator> all();
    Operator byKey(qint64 key);
    /// The operator of that name and unit; added when there is none.
    Operator add(const QString& name, const QString& unit);

    /// Who is at work; null before the first start was finished.
    Operator current();
    void setCurrent(qint64 key);

    /// Protects an operator by a PIN (kept as a salted hash); empty takes it away.
    void setPin(qint64 key, const QString& pin);
    bool pinFits(qint64 key, const QString& pin);

private:
    Database& m_database;
};

} // namespace jz
