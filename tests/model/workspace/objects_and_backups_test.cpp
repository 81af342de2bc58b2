// SPDX-License-Identifier: Apache-2.0
#include "model/base/sha256.h"
#include "tests/model/workspace/refusals.h"
#include "tests/model/workspace/workspace_fixture.h"
#include "tests/support/boost_test.h"

#include <QDir>
#include <QFile>
#include <QSet>

#include <array>
#include <thread>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

void allowWriting(const QString& path)
{
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
}

} // namespace

BOOST_AUTO_TEST_SUITE(objects_and_backups)

BOOST_AUTO_TEST_CASE(objects_are_kept_once_and_never_changed)
{
    WorkspaceFixture desk;
    ObjectStore& objects = desk.workspace().objects();
    const QString file = desk.outsideFile(u"照片 😀.jpg"_s, "bytes");
    const QByteArray hash = objects.add(file);
    BOOST_TEST(hash == sha256("bytes"));
    BOOST_TEST(objects.add(file) == hash);
    BOOST_TEST(objects.all().size() == 1);
    BOOST_TEST(readFile(objects.path(hash)) == "bytes");
    BOOST_TEST(!(QFile::permissions(objects.path(hash)) & QFile::WriteOwner));
    refused([&] { objects.add(desk.folder() + u"/nothing"); }, ErrorCode::NotFound, u"nothing"_s);
    BOOST_TEST(objects.cleanUp({hash}) == 0);
    BOOST_TEST(objects.cleanUp({}) == 5);
    BOOST_TEST(!objects.has(hash));
}

BOOST_AUTO_TEST_CASE(a_damaged_object_is_named_and_healed_by_adding_it_again)
{
    WorkspaceFixture desk;
    ObjectStore& objects = desk.workspace().objects();
    const QString file = desk.outsideFile(u"a.jpg"_s, "bytes");
    const QByteArray hash = objects.add(file);
    desk.editor().apply(addAttachment(desk.editor().dossier(), u"files"_s, {u"a.jpg"_s, {}, {}, 5, hash, {}}));
    BOOST_TEST(broken(desk.workspace()) == QStringList());
    allowWriting(objects.path(hash));
    writeFile(objects.path(hash), "bitez");
    BOOST_TEST(broken(desk.workspace()) == QStringList{u"object-sound"_s});
    objects.add(file);
    BOOST_TEST(broken(desk.workspace()) == QStringList());
    QFile::remove(objects.path(hash));
    BOOST_TEST(broken(desk.workspace()) == QStringList{u"object-present"_s});
}

BOOST_AUTO_TEST_CASE(a_file_of_an_undone_step_stays)
{
    WorkspaceFixture desk;
    const QByteArray hash = desk.workspace().objects().add(desk.outsideFile(u"a.jpg"_s, "bytes"));
    desk.editor().apply(addAttachment(desk.editor().dossier(), u"files"_s, {u"a.jpg"_s, {}, {}, 5, hash, {}}));
    desk.editor().undo();
    desk.workspace().objects().cleanUp(desk.workspace().dossiers().objectsNamed());
    BOOST_TEST(desk.workspace().objects().has(hash));
}

BOOST_AUTO_TEST_CASE(what_is_damaged_is_named_and_what_can_be_repaired_is)
{
    WorkspaceFixture desk;
    for (const QString& text : {u"甲"_s, u"乙"_s, u"丙"_s})
        desk.editor().apply(setValue(desk.editor().dossier(), u"text"_s, text));
    Database& database = desk.workspace().database();
    DossierJournal(database, desk.entry().key, [] {}).keepSnapshot(3, plainDossier());
    database.run(u"UPDATE dossier SET state = 'sent', revision = 9"_s);
    QDir().mkpath(desk.folder() + u"/objects/ab");
    writeFile(desk.folder() + u"/objects/ab/halb.Xy12", "x");
    const QStringList expected{u"snapshot-agrees"_s, u"entry-agrees"_s, u"nothing-left-over"_s};
    BOOST_TEST(broken(desk.workspace()) == expected);
    BOOST_TEST(broken(desk.workspace(), true) == expected);
    BOOST_TEST(broken(desk.workspace()) == QStringList());
    desk.reopen();
    BOOST_TEST(desk.editor().dossier().text(u"text"_s) == u"丙"_s);
}

BOOST_AUTO_TEST_CASE(a_journal_that_was_tampered_with_is_named)
{
    WorkspaceFixture desk;
    for (const QString& text : {u"甲"_s, u"乙"_s, u"丙"_s})
        desk.editor().apply(setValue(desk.editor().dossier(), u"text"_s, text));
    Database& database = desk.workspace().database();
    database.run(u"DROP TRIGGER only_the_last_step_grows"_s);
    database.run(u"UPDATE change SET was = '\"假\"' WHERE step = 3"_s);
    BOOST_TEST(broken(desk.workspace()) == QStringList{u"changes-fit"_s});
    database.run(u"DROP TRIGGER step_remains"_s);
    database.run(u"DROP TRIGGER change_remains"_s);
    database.run(u"DELETE FROM change WHERE step = 3"_s);
    database.run(u"DELETE FROM step WHERE number = 3"_s);
    const QStringList now = broken(desk.workspace());
    BOOST_TEST(now.contains(u"steps-numbered"_s));
    BOOST_TEST(now.contains(u"changes-fit"_s));
}

BOOST_AUTO_TEST_CASE(a_backup_is_restored_with_its_files_and_what_was_there_is_kept)
{
    WorkspaceFixture desk;
    const ScratchFolder stick;
    const QByteArray hash = desk.workspace().objects().add(desk.outsideFile(u"a.jpg"_s, "bytes"));
    desk.editor().apply(addAttachment(desk.editor().dossier(), u"files"_s, {u"a.jpg"_s, {}, {}, 5, hash, {}}));
    copyWorkspace(desk.workspace().database(), desk.folder(), stick.file(u"备份"_s));
    desk.editor().apply(setValue(desk.editor().dossier(), u"text"_s, u"后来"_s));
    desk.close();
    BOOST_REQUIRE(QDir(desk.folder() + u"/objects").removeRecursively());
    restoreBackup(stick.file(u"备份"_s), desk.folder());
    desk.reopen();
    BOOST_TEST(desk.editor().dossier().text(u"text"_s) == u"起初"_s);
    BOOST_TEST(broken(desk.workspace()) == QStringList());
    const QList<Backup> backups = backupsOf(desk.folder());
    const auto before = std::find_if(backups.begin(), backups.end(), [](const Backup& each) { return each.occasion == u"before-restore"; });
    BOOST_REQUIRE((before != backups.end()));
    desk.close();
    restoreBackup(before->path, desk.folder());
    desk.reopen();
    BOOST_TEST(desk.editor().dossier().text(u"text"_s) == u"后来"_s);
}

BOOST_AUTO_TEST_CASE(a_damaged_backup_or_an_open_workspace_is_not_restored)
{
    WorkspaceFixture desk;
    const QString bad = desk.outsideFile(u"bad.sqlite"_s, QByteArray(5000, 'x'));
    refused([&] { restoreBackup(bad, desk.folder()); }, ErrorCode::Malformed, u"损坏"_s);
    refused([&] { restoreBackup(desk.folder() + u"/none.sqlite", desk.folder()); }, ErrorCode::NotFound, u"none.sqlite"_s);
    const Backup backup = makeBackup(desk.workspace().database(), desk.folder(), u"daily"_s);
    refused([&] { restoreBackup(backup.path, desk.folder()); }, ErrorCode::NotWritable, u"正在使用"_s);
    refused([&] { copyWorkspace(desk.workspace().database(), desk.folder(), desk.folder()); }, ErrorCode::Usage, u"换一个位置"_s);
    BOOST_TEST(desk.editor().dossier().text(u"text"_s) == u"起初"_s);
}

BOOST_AUTO_TEST_CASE(two_backups_of_one_moment_are_two_files)
{
    WorkspaceFixture desk;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const Backup first = makeBackup(desk.workspace().database(), desk.folder(), u"weekly"_s, now);
    const Backup second = makeBackup(desk.workspace().database(), desk.folder(), u"weekly"_s, now);
    BOOST_TEST(first.path != second.path);
    const QList<Backup> all = backupsOf(desk.folder());
    BOOST_TEST(std::count_if(all.begin(), all.end(), [](const Backup& each) { return each.occasion == u"weekly"; }) == 2);
}

BOOST_AUTO_TEST_CASE(backups_of_one_moment_made_by_several_threads_are_files_of_their_own)
{
    WorkspaceFixture desk;
    const QString folder = desk.folder();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    std::array<std::thread, 4> threads;
    std::array<QString, 4> paths;
    for (std::size_t i = 0; i < threads.size(); ++i)
        threads[i] = std::thread([&folder, &now, path = &paths[i]] {
            Database database(Workspace::databaseFile(folder), Database::Access::Read);
            *path = makeBackup(database, folder, u"weekly"_s, now).path;
        });
    for (std::thread& thread : threads)
        thread.join();
    BOOST_TEST(QSet<QString>(paths.begin(), paths.end()).size() == 4);
    for (const QString& path : paths) {
        Database copy(path, Database::Access::Read);
        BOOST_TEST(copy.value(u"PRAGMA quick_check(1)"_s).toString() == u"ok"_s);
    }
    BOOST_TEST(QDir(folder + u"/backups"_s).entryList({u"*.part"_s}).isEmpty());
}

BOOST_AUTO_TEST_CASE(only_the_ten_newest_backups_of_a_kind_stay)
{
    WorkspaceFixture desk;
    for (int i = 0; i < 12; ++i)
        makeBackup(desk.workspace().database(), desk.folder(), u"weekly"_s);
    makeBackup(desk.workspace().database(), desk.folder(), u"version-1"_s);
    int weekly = 0;
    int old = 0;
    for (const Backup& backup : backupsOf(desk.folder())) {
        weekly += backup.occasion == u"weekly";
        old += backup.occasion == u"version-1";
    }
    BOOST_TEST(weekly == 10);
    BOOST_TEST(old == 1);
}

BOOST_AUTO_TEST_SUITE_END()
