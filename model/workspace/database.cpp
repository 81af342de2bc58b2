// SPDX-License-Identifier: Apache-2.0
#include "model/workspace/database.h"

#include <QFile>
#include <QSqlError>
#include <QStorageInfo>

#include <atomic>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

std::atomic<int> connections = 0;

enum SqliteCode { Busy = 5, Locked = 6, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26 };

struct Diagnosis
{
    ErrorCode code;
    LocalizedText message;
};

Diagnosis diagnose(int code)
{
    switch (code & 0xff) {
    case Full:
        return {ErrorCode::NotWritable,
                {u"磁盘已满，资料库“%1”没有写入。请腾出空间后再试；此前已保存的内容完好。"_s,
                 u"The disk is full: nothing was written to the workspace “%1”. Free some space and try again; what was "
                 "saved before is safe."_s}};
    case Busy:
    case Locked:
        return {ErrorCode::NotWritable,
                {u"资料库“%1”正被另一个程序占用，没有写入。请关闭另一个程序后再试。"_s,
                 u"The workspace “%1” is held by another program: nothing was written. Close that program and try again."_s}};
    case ReadOnly:
        return {ErrorCode::NotWritable,
                {u"资料库“%1”只能读，不能写。请检查文件夹权限，或把资料库复制到可写的位置。"_s,
                 u"The workspace “%1” can only be read. Check the rights of its folder or copy it to a place that can be "
                 "written to."_s}};
    case Corrupt:
    case NotADatabase:
        return {ErrorCode::Malformed,
                {u"资料库文件“%1”已损坏。请用 workspace restore 从备份恢复；原文件不会被改动。"_s,
                 u"The workspace file “%1” is damaged. Restore a backup with workspace restore; the file stays as it is."_s}};
    case CannotOpen:
        return {ErrorCode::NotFound,
                {u"无法打开资料库“%1”。请检查文件夹是否还在（U 盘、网络盘是否已断开）。"_s,
                 u"The workspace “%1” cannot be opened. Check that its folder is still there (stick or network drive "
                 "removed?)."_s}};
    case IoError:
        return {ErrorCode::Unreadable,
                {u"读写资料库“%1”时设备出错。请检查 U 盘、网络盘或硬盘；未写入的内容仍在窗口中。"_s,
                 u"The device failed while reading or writing the workspace “%1”. Check the stick, network drive or disk; "
                 "what was not written is still in the window."_s}};
    default:
        return {ErrorCode::NotWritable,
                {u"资料库“%1”没有接受这次写入。请运行 workspace check 检查资料库。"_s,
                 u"The workspace “%1” did not accept this. Run workspace check."_s}};
    }
}

/// Shared folders promise locks and shared memory that they do not keep.
bool isNetworkFolder(const QString& folder)
{
    const QByteArray kind = QStorageInfo(folder).fileSystemType().toLower();
    for (const char* name : {"nfs", "cifs", "smb", "sshfs", "webdav", "davfs", "fuse.rclone", "9p", "afs", "ncp"})
        if (kind.contains(name))
            return true;
    return false;
}

bool tryWriteAheadLog(const QString& file)
{
    try {
        Database first(file, Database::Access::Write);
        first.run(u"PRAGMA synchronous = OFF"_s);
        if (first.value(u"PRAGMA journal_mode = WAL"_s).toString() != u"wal")
            return false;
        first.run(u"PRAGMA user_version = 7"_s);
        // Only another connection that sees the write proves that memory is shared.
        Database second(file, Database::Access::Write);
        return second.value(u"PRAGMA user_version"_s).toInt() == 7;
    } catch (const Error&) {
        return false;
    }
}

QVariant stored(const QVariant& value)
{
    const bool text = value.typeId() == QMetaType::QString && value.toString().isNull();
    const bool bytes = value.typeId() == QMetaType::QByteArray && value.toByteArray().isNull();
    return text ? QVariant(u""_s) : bytes ? QVariant(QByteArray("")) : value;
}

} // namespace

Database::Database(const QString& path, Access access)
    : m_path(path), m_connection(u"jz-%1"_s.arg(++connections))
{
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    m_database.setDatabaseName(path);
    m_database.setConnectOptions(access == Access::Read ? u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"_s
                                                        : u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    try {
        if (!m_database.isValid())
            throw Error(ErrorCode::Unsupported,
                        {u"缺少 SQLite 驱动程序，无法打开资料库。请重新安装本程序。"_s,
                         u"The SQLite driver is missing: no workspace can be opened. Install the program anew."_s});
        if (!m_database.open())
            fail(m_database.lastError());
        run(u"PRAGMA foreign_keys = ON"_s);
        value(u"PRAGMA wal_autocheckpoint = 0"_s);
    } catch (const Error&) {
        m_statements.clear();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_connection);
        throw;
    }
}

Database::~Database()
{
    m_statements.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

QSqlQuery& Database::run(const QString& sql, const QVariantList& values)
{
    auto statement = m_statements.find(sql);
    if (statement == m_statements.end()) {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        if (!query.prepare(sql))
            fail(query.lastError());
        statement = m_statements.insert(sql, query);
    }
    for (int i = 0; i < values.size(); ++i)
        statement->bindValue(i, stored(values.at(i)));
    if (!statement->exec()) {
        const QSqlError error = statement->lastError();
        statement->finish();
        fail(error);
    }
    if (!statement->isSelect())
        statement->finish();
    return *statement;
}

QVariant Database::value(const QString& sql, const QVariantList& values)
{
    QSqlQuery& query = run(sql, values);
    const QVariant result = query.next() ? query.value(0) : QVariant();
    query.finish();
    return result;
}

void Database::setJournal(bool log)
{
    if (log) {
        value(u"PRAGMA journal_mode = WAL"_s);
        run(u"PRAGMA synchronous = NORMAL"_s);
        return;
    }
    // A log left from another place is only read in exclusive mode here, which needs no shared memory.
    value(u"PRAGMA locking_mode = EXCLUSIVE"_s);
    value(u"PRAGMA journal_mode = DELETE"_s);
    value(u"PRAGMA locking_mode = NORMAL"_s);
    run(u"PRAGMA synchronous = FULL"_s);
    value(u"PRAGMA user_version"_s);
}

void Database::fail(const QSqlError& error) const
{
    const Diagnosis diagnosis = diagnose(error.nativeErrorCode().toInt());
    throw Error(diagnosis.code, diagnosis.message.arg(m_path), m_path, error.text());
}

bool writeAheadLogWorks(const QString& folder)
{
    if (isNetworkFolder(folder))
        return false;
    const QString file = folder + u"/workspace.trial";
    const bool works = tryWriteAheadLog(file);
    for (const QString& end : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::remove(file + end);
    return works;
}

Transaction::Transaction(Database& database) : m_database(database)
{
    m_database.run(u"BEGIN IMMEDIATE"_s);
}

Transaction::~Transaction()
{
    if (!m_open)
        return;
    try {
        m_database.run(u"ROLLBACK"_s);
    } catch (const Error&) {
        // SQLite has rolled back by itself, as it does after some failures.
    }
}

void Transaction::commit()
{
    m_database.run(u"COMMIT"_s);
    m_open = false;
}

} // namespace jz
