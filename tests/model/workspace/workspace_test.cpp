// SPDX-License-Identifier: Apache-2.0
#include "model/base/sha256.h"
#include "model/dossier/dossier_json.h"
#include "model/workspace/migrations.h"
#include "tests/model/workspace/refusals.h"
#include "tests/model/workspace/old_versions.h"
#include "tests/model/workspace/workspace_fixture.h"
#include "tests/support/boost_test.h"

#include <QDir>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

void write(DossierEditor& editor, const QString& text)
{
    editor.apply(setValue(editor.dossier(), u"text"_s, text));
}

} // namespace

BOOST_AUTO_TEST_SUITE(workspace)

BOOST_AUTO_TEST_CASE(lists_find_full_and_half_width_and_two_characters)
{
    WorkspaceFixture desk;
    DossierStore& store = desk.workspace().dossiers();
    BOOST_TEST(store.list().size() == 1);
    BOOST_TEST(store.list(u"基地"_s).size() == 1);
    BOOST_TEST(store.list(u"没有"_s).isEmpty());
    write(desk.editor(), u"ＡＢＣ１２３ 光电"_s);
    BOOST_TEST(store.list(u"abc123"_s).size() == 1);
    BOOST_TEST(store.list(u"光电"_s).size() == 1);
    BOOST_TEST(store.list(u"起初"_s).isEmpty());
    BOOST_TEST(store.startingWith(u"1111"_s).size() == 1);
    BOOST_TEST(store.startingWith(u"2"_s).isEmpty());
}

BOOST_AUTO_TEST_CASE(a_dossier_is_not_made_twice)
{
    WorkspaceFixture desk;
    refused([&] { desk.workspace().dossiers().create(plainDossier(), {}, desk.person(), u"test"_s); }, ErrorCode::Unsupported,
            u"没有重复建立"_s);
    BOOST_TEST(desk.workspace().dossiers().list().size() == 1);
}

BOOST_AUTO_TEST_CASE(one_writes_and_the_second_is_told_who)
{
    WorkspaceFixture desk;
    refused([&] { const Workspace second(desk.folder()); }, ErrorCode::NotWritable, u"张三"_s);
    Workspace reader(desk.folder(), Workspace::Mode::WriteOrRead);
    BOOST_TEST(reader.isReadOnly());
    BOOST_TEST(reader.writer().person == u"张三"_s);
    BOOST_TEST(!reader.writer().machine.isEmpty());
    BOOST_TEST(reader.dossiers().list().size() == 1);
    write(desk.editor(), u"甲"_s);
    BOOST_TEST(reader.dossiers().journal(desk.entry().key)->load().dossier.text(u"text"_s) == u"甲"_s);
    refused([&] { reader.operators().add(u"李四"_s, u"x"_s); }, ErrorCode::NotWritable, u"只能读"_s);
}

BOOST_AUTO_TEST_CASE(what_a_process_that_died_left_behind_locks_nobody_out)
{
    WorkspaceFixture desk;
    desk.close();
    writeFile(desk.folder() + u"/workspace.lock", "");
    writeFile(desk.folder() + u"/workspace.owner", "{\"person\": \"李四\"");
    desk.reopen();
    BOOST_TEST(!desk.workspace().isReadOnly());
    BOOST_TEST(WorkspaceLock::owner(desk.folder()).person == u"张三"_s);
}

BOOST_AUTO_TEST_CASE(a_newer_workspace_is_refused_by_its_version_and_left_alone)
{
    WorkspaceFixture desk;
    desk.workspace().database().run(u"PRAGMA user_version = 77"_s);
    desk.close();
    const QByteArray before = sha256(readFile(Workspace::databaseFile(desk.folder())));
    refused([&] { desk.reopen(); }, ErrorCode::Unsupported, u"77"_s);
    BOOST_TEST(sha256(readFile(Workspace::databaseFile(desk.folder()))) == before);
}

BOOST_AUTO_TEST_CASE(another_programs_database_and_a_broken_file_are_refused)
{
    const ScratchFolder scratch;
    QDir().mkpath(scratch.file(u"a"_s));
    {
        Database other(scratch.file(u"a/workspace.sqlite"_s), Database::Access::Write);
        other.run(u"CREATE TABLE x (y)"_s);
    }
    refused([&] { const Workspace workspace(scratch.file(u"a"_s)); }, ErrorCode::Malformed, u"其他程序"_s);
    QDir().mkpath(scratch.file(u"b"_s));
    writeFile(scratch.file(u"b/workspace.sqlite"_s), QByteArray(8192, 'x'));
    refused([&] { const Workspace workspace(scratch.file(u"b"_s)); }, ErrorCode::Malformed, u"损坏"_s);
    refused([&] { const Workspace workspace(scratch.file(u"nowhere"_s), Workspace::Mode::Read); }, ErrorCode::NotFound, u"无法打开"_s);
}

BOOST_AUTO_TEST_CASE(every_released_schema_migrates_and_is_backed_up_first)
{
    for (int version = 1; version < newestSchema(); ++version) {
        const ScratchFolder scratch;
        makeVersion(version, scratch.path());
        Workspace workspace(scratch.path());
        BOOST_TEST(schemaOf(workspace.database()) == newestSchema());
        BOOST_REQUIRE(workspace.dossiers().list().size() == 1);
        const DossierEntry entry = workspace.dossiers().list().first();
        BOOST_TEST(workspace.dossiers().journal(entry.key)->load().dossier.text(u"text"_s) == u"第二"_s);
        BOOST_TEST(workspace.notes().of(entry.key).size() == (version < 2 ? 0 : 1));
        BOOST_TEST(workspace.batches().all().size() == (version < 5 ? 0 : 1));
        BOOST_TEST(broken(workspace) == QStringList());
        BOOST_REQUIRE(!backupsOf(scratch.path()).isEmpty());
        BOOST_TEST(backupsOf(scratch.path()).last().occasion == u"version-%1"_s.arg(version));
    }
}

BOOST_AUTO_TEST_CASE(where_a_write_ahead_log_does_not_work_a_rollback_journal_does)
{
    const ScratchFolder scratch;
    // A folder in the place of the shared memory file makes the log impossible, as some sticks do.
    QDir().mkpath(scratch.file(u"workspace.trial-shm/x"_s));
    Workspace workspace(scratch.path());
    BOOST_TEST(!workspace.usesLog());
    workspace.dossiers().create(plainDossier(), {}, workspace.operators().add(u"张三"_s, u"x"_s).key, u"test"_s);
    BOOST_TEST(workspace.dossiers().list().size() == 1);
    BOOST_TEST(broken(workspace) == QStringList());
    WorkspaceFixture usual;
    BOOST_TEST(usual.workspace().usesLog());
}

BOOST_AUTO_TEST_CASE(edits_reach_the_disk_by_themselves_and_when_a_field_is_left)
{
    WorkspaceFixture desk;
    write(desk.editor(), u"甲"_s);
    desk.workspace().settle();
    BOOST_TEST(desk.workspace().isOnDisk());
    std::mutex mutex;
    std::condition_variable heard;
    bool written = false;
    desk.workspace().onDiskWritten([&](const std::optional<Error>& failure) {
        const std::lock_guard lock(mutex);
        written = !failure;
        heard.notify_one();
    });
    write(desk.editor(), u"乙"_s);
    {
        std::unique_lock lock(mutex);
        BOOST_TEST(heard.wait_for(lock, std::chrono::seconds(30), [&] { return written; }));
    }
    BOOST_TEST(desk.workspace().isOnDisk());
    desk.workspace().onDiskWritten({});
}

BOOST_AUTO_TEST_CASE(a_folder_that_vanishes_is_told_and_the_word_stays)
{
    WorkspaceFixture desk;
    write(desk.editor(), u"甲"_s);
    const QString elsewhere = desk.folder() + u"-moved";
    BOOST_REQUIRE(QDir().rename(desk.folder(), elsewhere));
    write(desk.editor(), u"乙"_s);
    BOOST_TEST(!desk.editor().isStored());
    BOOST_TEST(desk.editor().whyNotStored().message().zh.contains(u"不见了"));
    BOOST_TEST(desk.editor().dossier().text(u"text"_s) == u"乙"_s);
    BOOST_CHECK_THROW(desk.workspace().settle(), Error);
    BOOST_REQUIRE(QDir().rename(elsewhere, desk.folder()));
    BOOST_TEST(desk.editor().retry());
    desk.reopen();
    BOOST_TEST(desk.editor().dossier().text(u"text"_s) == u"乙"_s);
}

BOOST_AUTO_TEST_CASE(kept_revisions_are_found_by_their_fingerprint_and_checked)
{
    WorkspaceFixture desk;
    DossierStore& store = desk.workspace().dossiers();
    KeptRevision kept;
    kept.data = dossierJson(desk.editor().dossier());
    kept.fingerprint = dossierFingerprint(kept.data);
    kept.at = QDateTime::currentDateTimeUtc();
    store.keep(desk.entry().key, kept);
    BOOST_REQUIRE(store.revisionOf(desk.entry().key, kept.fingerprint));
    BOOST_TEST(store.revisionOf(desk.entry().key, kept.fingerprint)->data == kept.data);
    BOOST_TEST(!store.revisionOf(desk.entry().key, QByteArray(32, 'x')));
    desk.workspace().database().run(u"UPDATE revision SET data = ?"_s, {QByteArray("{}")});
    BOOST_TEST(broken(desk.workspace()) == QStringList{u"revision-sound"_s});
}

BOOST_AUTO_TEST_CASE(notes_and_todos_come_by_date)
{
    WorkspaceFixture desk;
    Notes& notes = desk.workspace().notes();
    const qint64 dossier = desk.entry().key;
    notes.keep(dossier, {0, {Address::Part::Value, u"text"_s, {}, {}}, u"只是备注"_s, false, {}, {}, false, desk.person(), {}});
    notes.keep(dossier, {0, {}, u"缺合作协议"_s, true, u"李四"_s, QDate(2022, 5, 20), false, desk.person(), {}});
    const qint64 first = notes.keep(dossier, {0, {}, u"缺执照"_s, true, u"王五"_s, QDate(2022, 5, 10), false, desk.person(), {}});
    QList<Note> all = notes.of(dossier);
    BOOST_REQUIRE(all.size() == 3);
    BOOST_TEST(all.at(0).text == u"缺执照"_s);
    BOOST_TEST(all.at(1).who == u"李四"_s);
    BOOST_TEST(all.at(2).place.field == u"text"_s);
    all[0].done = true;
    notes.keep(dossier, all.at(0));
    BOOST_TEST(notes.of(dossier).first().text == u"缺合作协议"_s);
    notes.remove(first);
    BOOST_TEST(notes.of(dossier).size() == 2);
}

BOOST_AUTO_TEST_CASE(profiles_are_kept_by_name)
{
    WorkspaceFixture desk;
    UnitProfiles& profiles = desk.workspace().profiles();
    profiles.keep({u"示例研究院"_s, u"x-1"_s, {{u"text"_s, u"甲"_s}}});
    profiles.keep({u"示例研究院"_s, u"x-1"_s, {{u"text"_s, u"乙"_s}}});
    BOOST_REQUIRE(profiles.all().size() == 1);
    BOOST_TEST(profiles.byName(u"示例研究院"_s)->values.value(u"text"_s).toString() == u"乙"_s);
    BOOST_TEST(!profiles.byName(u"别的"_s));
    profiles.remove(u"示例研究院"_s);
    BOOST_TEST(profiles.all().isEmpty());
}

BOOST_AUTO_TEST_CASE(operators_are_kept_once_and_a_pin_protects_one)
{
    WorkspaceFixture desk;
    BOOST_TEST(desk.workspace().operators().add(u"张三"_s, u"示例研究院"_s).key == desk.person());
    const Operator other = desk.workspace().operators().add(u"李四"_s, u"示例研究院"_s);
    BOOST_TEST(desk.workspace().operators().current().isNull());
    desk.workspace().operators().setCurrent(other.key);
    desk.reopen();
    Operators& again = desk.workspace().operators();
    BOOST_TEST(again.current().name == u"李四"_s);
    BOOST_TEST(again.pinFits(other.key, u"任何"_s));
    again.setPin(other.key, u"2468"_s);
    BOOST_TEST(again.byKey(other.key).hasPin);
    BOOST_TEST(again.pinFits(other.key, u"2468"_s));
    BOOST_TEST(!again.pinFits(other.key, u"1357"_s));
}

BOOST_AUTO_TEST_SUITE_END()
