// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/workspace/workspace.h"
#include "tests/support/test_files.h"

#include <QDir>

namespace jz::test {

/// A workspace as that version of the schema wrote it.
inline void makeVersion(int version, const QString& folder)
{
    QDir().mkpath(folder);
    Database database(Workspace::databaseFile(folder), Database::Access::Write);
    const QString sql = QString::fromUtf8(readFile(dataFile(QStringLiteral("workspace/version-%1.sql").arg(version))));
    const QStringList statements = sql.split(QStringLiteral("\n\n"), Qt::SkipEmptyParts);
    for (const QString& statement : statements)
        if (!statement.startsWith(QLatin1String("--")))
            database.run(statement);
}

} // namespace jz::test
