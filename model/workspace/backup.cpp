// SPDX-License-Identifier: Apache-2.0
#include "model/workspace/backup.h"

#include "model/base/platform.h"
#include "model/workspace/migrations.h"
#include "model/workspace/object_store.h"
#include "model/workspace/workspace.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>

#include <filesystem>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostOfAKind = 10;
constexpr qint64 secondsOfADay = 24 * 60 * 60;
const QString stampFormat = u"yyyyMMdd-HHmmss-zzz"_s;

QString backupFolder(const QString& workspace)
{
    return workspace + u"/backups"_s;
}

Error notWritten(const QString& path, const QString& detail)
{
    return Error(ErrorCode::NotWritable,
                 LocalizedText{u"无法写入备份“%1”。请检查磁盘是否已满、文件夹是否可写；资料库本身没有改动。"_s,
                               u"The backup “%1” cannot be written. Check that the disk is not full and the folder is writable; the workspace "
                               "itself is unchanged."_s}
                     .arg(path),
                 path, detail);
}

void makeFolder(const QString& folder)
{
    if (!QDir().mkpath(folder))
        throw notWritten(folder, {});
}

QString besideOf(const QString& path)
{
    return path + u".part";
}

/// A copy as of now, whole or not at all; the file beside it, if there is one, is empty and the caller's.
void writeCopy(Database& database, const QString& path)
{
    const QString beside = besideOf(path);
    try {
        database.run(u"VACUUM INTO ?"_s, {beside});
    } catch (const Error& error) {
        QFile::remove(beside);
        throw notWritten(path, error.detail());
    }
    flushToDisk(beside);
    QFile::remove(path);
    if (!QFile::rename(beside, path)) {
        QFile::remove(beside);
        throw notWritten(path, {});
    }
}

void copyDatabase(Database& database, const QString& path)
{
    QFile::remove(besideOf(path));
    writeCopy(database, path);
}

void checkSound(const QString& path)
{
    Database database(path, Database::Access::Read);
    schemaOf(database);
    const QString answer = database.value(u"PRAGMA quick_check(1)"_s).toString();
    if (answer != u"ok")
        throw Error(ErrorCode::Malformed,
                    LocalizedText{u"备份“%1”已损坏，没有使用。请换一份备份。"_s, u"The backup “%1” is damaged and was not used. Choose another."_s}.arg(path),
                    path, answer);
}

void removeOldest(const QString& workspace, const QString& occasion)
{
    int kept = 0;
    const QList<Backup> all = backupsOf(workspace);
    for (const Backup& backup : all)
        if (backup.occasion == occasion && ++kept > mostOfAKind)
            QFile::remove(backup.path);
}

/// A name that no backup has, claimed by an empty file beside it until the backup is there: another thread may be making one at the
/// same moment. Of two within one millisecond the second is dated by the next.
QString claimName(const QString& workspace, const QString& occasion, QDateTime now)
{
    makeFolder(backupFolder(workspace));
    for (;; now = now.addMSecs(1)) {
        const QString name = backupFolder(workspace) + u'/' + now.toString(stampFormat) + u'-' + occasion + u".sqlite";
        QFile beside(besideOf(name));
        if (QFile::exists(name) || (!beside.open(QIODevice::WriteOnly | QIODevice::NewOnly) && beside.exists()))
            continue;
        if (!beside.isOpen())
            throw notWritten(name, beside.errorString());
        // Whoever claimed it before may have finished between the two looks.
        if (!QFile::exists(name))
            return name;
        beside.remove();
    }
}

/// Keeps what is there now, sound or not, with its log.
void setAside(const QString& workspace)
{
    const QString current = Workspace::databaseFile(workspace);
    if (!QFile::exists(current))
        return;
    try {
        // An empty log can be removed at any moment without loss.
        Database(current, Database::Access::Write).value(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    } catch (const Error&) {
        // A damaged database is kept as it is, log and all.
    }
    const QString aside = claimName(workspace, u"before-restore"_s, QDateTime::currentDateTimeUtc());
    if (QFile::exists(current + u"-wal"))
        QFile::copy(current + u"-wal", aside + u"-wal");
    const bool isKept = QFile::copy(current, aside);
    QFile::remove(besideOf(aside));
    if (!isKept)
        throw notWritten(aside, {});
    flushToDisk(aside);
}

bool isBackupDue(const QString& workspace, const QDateTime& lastChange)
{
    const QList<Backup> all = backupsOf(workspace);
    const auto last = std::find_if(all.begin(), all.end(), [](const Backup& backup) { return backup.occasion == u"daily"; });
    return last == all.end()
           || (last->at.secsTo(QDateTime::currentDateTimeUtc()) >= secondsOfADay && lastChange > last->at);
}

} // namespace

Backup makeBackup(Database& database, const QString& workspace, const QString& occasion, const QDateTime& now)
{
    const QString path = claimName(workspace, occasion, now);
    writeCopy(database, path);
    removeOldest(workspace, occasion);
    return {path, occasion, now, QFileInfo(path).size()};
}

void makeDailyBackup(const QString& workspace)
{
    try {
        Database database(Workspace::databaseFile(workspace), Database::Access::Read);
        const QString lastChange = database.value(u"SELECT max(changed) FROM dossier"_s).toString();
        if (!lastChange.isEmpty() && isBackupDue(workspace, QDateTime::fromString(lastChange, Qt::ISODateWithMs)))
            makeBackup(database, workspace, u"daily"_s);
    } catch (const Error&) {
        // A full disk must not keep anyone from the work itself.
    }
}

QList<Backup> backupsOf(const QString& workspace)
{
    static const QRegularExpression name(u"^(\\d{8}-\\d{6}-\\d{3})-(.+)\\.sqlite$"_s);
    QList<Backup> found;
    const QFileInfoList files = QDir(backupFolder(workspace)).entryInfoList(QDir::Files, QDir::Name | QDir::Reversed);
    for (const QFileInfo& file : files) {
        const QRegularExpressionMatch match = name.match(file.fileName());
        if (!match.hasMatch())
            continue;
        QDateTime at = QDateTime::fromString(match.captured(1), stampFormat);
        at.setTimeSpec(Qt::UTC);
        found.append({file.filePath(), match.captured(2), at, file.size()});
    }
    return found;
}

void copyWorkspace(Database& database, const QString& workspace, const QString& target)
{
    if (QDir(target).absolutePath() == QDir(workspace).absolutePath())
        throw Error(ErrorCode::Usage,
                    LocalizedText{u"备份不能放在资料库自己的文件夹“%1”里。请换一个位置（如 U 盘）。"_s,
                                  u"A backup cannot go into the workspace's own folder “%1”. Choose another place, such as a stick."_s}
                        .arg(target),
                    target);
    makeFolder(target);
    ObjectStore from(workspace + u"/objects"_s);
    ObjectStore to(target + u"/objects"_s);
    const QSet<QByteArray> all = from.all();
    for (const QByteArray& object : all)
        if (!to.has(object))
            to.add(from.path(object));
    copyDatabase(database, Workspace::databaseFile(target));
}

void restoreBackup(const QString& backup, const QString& workspace)
{
    const bool isFolder = QFileInfo(backup).isDir();
    const QString source = isFolder ? Workspace::databaseFile(backup) : backup;
    if (!QFileInfo::exists(source))
        throw Error(ErrorCode::NotFound,
                    LocalizedText{u"没有找到备份“%1”。可用 workspace backup --list 查看已有的备份。"_s,
                                  u"The backup “%1” was not found. workspace backup --list shows those there are."_s}
                        .arg(source),
                    source);
    checkSound(source);
    makeFolder(workspace);
    const WorkspaceLock lock(workspace, {});
    if (!lock.isHeld())
        throw Error(ErrorCode::NotWritable, WorkspaceLock::sentence(workspace), workspace);
    setAside(workspace);
    if (isFolder) {
        ObjectStore from(backup + u"/objects"_s);
        ObjectStore to(workspace + u"/objects"_s);
        const QSet<QByteArray> all = from.all();
        for (const QByteArray& object : all)
            to.add(from.path(object));
    }
    const QString current = Workspace::databaseFile(workspace);
    {
        Database copy(source, Database::Access::Read);
        copyDatabase(copy, current + u".restored");
    }
    // The log belongs to the database that was set aside; with the restored one it would be another's.
    QFile::remove(current + u"-wal");
    QFile::remove(current + u"-shm");
    std::error_code failure;
    std::filesystem::rename(QFileInfo(current + u".restored").filesystemFilePath(), QFileInfo(current).filesystemFilePath(), failure);
    if (failure)
        throw notWritten(current, QString::fromStdString(failure.message()));
    flushToDisk(workspace);
}

} // namespace jz
