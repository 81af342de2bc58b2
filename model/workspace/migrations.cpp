// SPDX-License-Identifier: Apache-2.0
#include "model/workspace/migrations.h"

#include "resources/init_resources.h"

#include <QFile>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int applicationId = 0x4a5a5753; // "JZWS"
constexpr int newest = 6;

QStringList statementsOf(int version)
{
    initResources();
    QFile file(u":/sql/%1.sql"_s.arg(version, 3, 10, QChar(u'0')));
    const bool open = file.open(QIODevice::ReadOnly);
    Q_ASSERT(open);
    Q_UNUSED(open)
    QStringList statements;
    const QStringList paragraphs = QString::fromUtf8(file.readAll()).split(u"\n\n"_s, Qt::SkipEmptyParts);
    for (const QString& paragraph : paragraphs)
        if (!paragraph.trimmed().startsWith(u"--"))
            statements.append(paragraph.trimmed());
    return statements;
}

} // namespace

int newestSchema()
{
    return newest;
}

int schemaOf(Database& database)
{
    const int version = database.value(u"PRAGMA user_version"_s).toInt();
    const int application = database.value(u"PRAGMA application_id"_s).toInt();
    const bool isNew = version == 0 && database.value(u"SELECT count(*) FROM sqlite_schema"_s).toInt() == 0;
    if (isNew)
        return 0;
    if (application != applicationId)
        throw Error(ErrorCode::Malformed,
                    LocalizedText{u"“%1”是其他程序的数据库，不是资料库。请选择正确的文件夹。"_s,
                                  u"“%1” is a database of another program, not a workspace. Choose the right folder."_s}
                        .arg(database.path()),
                    database.path());
    if (version > newest)
        throw Error(ErrorCode::Unsupported,
                    LocalizedText{u"资料库“%1”是更新版本的程序建立的（资料库版本 %2，本程序最高支持 %3）。请安装新版本程序后再打开；"
                                  "资料库没有改动。"_s,
                                  u"The workspace “%1” was made by a newer version (workspace version %2; this program knows up "
                                  "to %3). Install the newer version; the workspace is unchanged."_s}
                        .arg(database.path(), QString::number(version), QString::number(newest)),
                    database.path());
    return version;
}

void migrate(Database& database, const std::function<void(int version)>& beforeChange)
{
    int version = schemaOf(database);
    if (version > 0 && version < newest)
        beforeChange(version);
    while (version < newest) {
        ++version;
        Transaction step(database);
        for (const QString& statement : statementsOf(version))
            database.run(statement);
        database.run(u"PRAGMA application_id = %1"_s.arg(applicationId));
        database.run(u"PRAGMA user_version = %1"_s.arg(version));
        step.commit();
    }
}

} // namespace jz
