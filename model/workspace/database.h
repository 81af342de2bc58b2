// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/error.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

namespace jz {

/// One connection to an SQLite file. Bound to the thread that made it. Every failure is an Error naming the file: NotFound,
/// NotWritable (disk full, read-only, folder gone, held by another program), Unreadable (device), Malformed (no SQLite
/// file, damaged).
class Database
{
public:
    enum class Access { Write, Read };

    /// Opens the file; with Access::Write makes it when it is not there. Foreign keys are on.
    Database(const QString& path, Access access);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    const QString& path() const { return m_path; }

    /// Runs one statement with these values (null texts and bytes are stored as empty ones) and leaves the cursor before its first row: `while (q.next()) q.value(0)`. The statement is
    /// prepared once and kept: the next run of the same text ends this one.
    QSqlQuery& run(const QString& sql, const QVariantList& values = {});
    /// The first column of the first row; invalid when there is none.
    QVariant value(const QString& sql, const QVariantList& values = {});

    /// With `log`, writes go to a log first, readers are not blocked and commits do not wait for the disk (WAL). Without, a
    /// rollback journal is used and commits wait: slower, but right on every file system. See writeAheadLogWorks().
    void setJournal(bool log);

private:
    [[noreturn]] void fail(const QSqlError& error) const;

    QString m_path;
    QString m_connection;
    QSqlDatabase m_database;
    QHash<QString, QSqlQuery> m_statements;
};

/// Whether a write-ahead log works in a folder, by a trial with a file of its own: network folders and some sticks lack what it
/// needs, and network folders lie about it.
bool writeAheadLogWorks(const QString& folder);

/// A write transaction (BEGIN IMMEDIATE) that is rolled back unless commit() was reached.
class Transaction
{
public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();

private:
    Database& m_database;
    bool m_open = true;
};

} // namespace jz
