// SPDX-License-Identifier: Apache-2.0
#include "model/workspace/workspace.h"

#include "model/workspace/backup.h"
#include "model/workspace/migrations.h"

#include <QDir>
#include <QStandardPaths>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

void makeFolder(const QString& folder)
{
    if (!QDir().mkpath(folder))
        throw Error(ErrorCode::NotWritable,
                    LocalizedText{u"无法建立资料库文件夹“%1”。请检查位置是否可写，或用 --workspace 指定别的文件夹。"_s,
                                  u"The workspace folder “%1” cannot be made. Check that its place is writable or name another with "
                                  "--workspace."_s}
                        .arg(folder),
                    folder);
}

std::unique_ptr<WorkspaceLock> lock(const QString& folder, Workspace::Mode mode, const QString& person)
{
    if (mode == Workspace::Mode::Read)
        return nullptr;
    auto lock = std::make_unique<WorkspaceLock>(folder, person);
    if (lock->isHeld())
        return lock;
    if (mode == Workspace::Mode::Write)
        throw Error(ErrorCode::NotWritable, WorkspaceLock::sentence(folder), folder);
    return nullptr;
}

std::unique_ptr<Database> openForWriting(const QString& folder, bool log)
{
    const QString file = Workspace::databaseFile(folder);
    auto database = std::make_unique<Database>(file, Database::Access::Write);
    database->setJournal(log);
    migrate(*database, [&](int version) { makeBackup(*database, folder, u"version-%1"_s.arg(version)); });
    return database;
}

std::unique_ptr<Database> openForReading(const QString& folder)
{
    const QString file = Workspace::databaseFile(folder);
    auto database = std::make_unique<Database>(file, Database::Access::Read);
    const int version = schemaOf(*database);
    if (version < newestSchema())
        throw Error(ErrorCode::NotWritable,
                    LocalizedText{u"资料库“%1”是旧版本建立的，须先升级才能查看，而现在不能写入。请在没有其他程序使用时再打开。"_s,
                                  u"The workspace “%1” is of an older version and has to be brought up to date first, which is not possible "
                                  "while it cannot be written to. Open it when nobody else uses it."_s}
                        .arg(folder),
                    folder);
    return database;
}

} // namespace

QString Workspace::usualFolder()
{
    const QString named = qEnvironmentVariable("JUANZONG_WORKSPACE");
    return named.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/juanzong"_s : named;
}

QString Workspace::databaseFile(const QString& folder)
{
    return folder + u"/workspace.sqlite"_s;
}

Workspace::Workspace(const QString& folder, Mode mode, const QString& person)
    : m_folder((mode == Mode::Read ? void() : makeFolder(folder), QDir(folder).absolutePath())), m_lock(lock(m_folder, mode, person)),
      m_usesLog(m_lock && writeAheadLogWorks(m_folder)), m_database(m_lock ? openForWriting(m_folder, m_usesLog) : openForReading(m_folder)), m_operators(*m_database),
      m_dossiers(*m_database, committed()),
      m_notes(*m_database), m_profiles(*m_database), m_records(*m_database, committed()), m_batches(*m_database, committed()),
      m_sendings(*m_database, committed()), m_prospects(*m_database, committed()), m_notices(*m_database, committed()), m_intakes(*m_database, committed()),
      m_experts(*m_database, committed()), m_scores(*m_database, committed()), m_panels(*m_database, committed()), m_trust(*m_database, committed()),
      m_verdicts(*m_database, committed()), m_objects(m_folder + u"/objects"_s)
{
    if (!m_lock)
        return;
    const auto told = [this](const std::optional<Error>& failure) {
        const std::lock_guard guard(m_toldMutex);
        if (m_told)
            m_told(failure);
    };
    m_backup = m_backedUp.get_future().share();
    m_disk = std::make_unique<DiskWriter>(databaseFile(m_folder), told, [this] {
        makeDailyBackup(m_folder);
        m_backedUp.set_value();
    });
}

std::function<void()> Workspace::committed()
{
    return [this] {
        if (m_disk)
            m_disk->committed();
    };
}

Workspace::~Workspace()
{
    m_disk.reset();
}

void Workspace::setPerson(const QString& person)
{
    if (m_lock)
        m_lock->setPerson(person);
}

void Workspace::settle()
{
    if (m_disk)
        m_disk->flushNow();
}

void Workspace::finishBackup()
{
    if (m_backup.valid())
        m_backup.wait();
}

void Workspace::onDiskWritten(DiskWriter::Told told)
{
    const std::lock_guard guard(m_toldMutex);
    m_told = std::move(told);
}

} // namespace jz
