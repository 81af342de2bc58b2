// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/workspace/database.h"

#include <QDateTime>

namespace jz {

/// A copy of the database in the folder `backups/` of its workspace. Objects are never changed and are kept as long as a
/// backup names them, so a backup is whole with them.
struct Backup
{
    QString path;
    QString occasion; ///< `daily`, `version-N`, `before-restore`
    QDateTime at;     ///< UTC
    qint64 size = 0;
};

/// Copies the database as it is now into `backups/`; the ten newest are kept of each occasion, and no two have one name. `now` dates
/// it. Throws Error.
Backup makeBackup(Database& database, const QString& workspace, const QString& occasion,
                  const QDateTime& now = QDateTime::currentDateTimeUtc());

/// makeBackup("daily") over a connection of its own, when the last one is a day old and something was changed since. A
/// backup that fails stops nobody.
void makeDailyBackup(const QString& workspace);

/// Newest first.
QList<Backup> backupsOf(const QString& workspace);

/// Copies database and all objects to another folder, which then is a workspace of its own; what lies there already of an
/// earlier copy is not copied again. Throws Error.
void copyWorkspace(Database& database, const QString& workspace, const QString& target);

/// Puts a backup (a file of backupsOf(), or a folder that copyWorkspace() wrote) in place of the database of a workspace that is not
/// open. What was there is kept as a backup `before-restore` first; a damaged database is kept as it is. Throws Error NotFound,
/// Malformed (the backup is damaged; nothing is changed then), NotWritable.
void restoreBackup(const QString& backup, const QString& workspace);

} // namespace jz
