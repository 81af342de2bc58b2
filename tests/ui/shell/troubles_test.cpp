// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/open_dossier.h"
#include "model/workspace/backup.h"
#include "tests/support/boost_test.h"
#include "tests/ui/shell/shell_fixture.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct TroubleFixture : ShellFixture
{
    QString database() const { return Workspace::databaseFile(workspaceFolder()); }
    QString trouble() { return find<QLabel>(window(), u"trouble"_s).text(); }
    void damage()
    {
        QFile::remove(database() + u"-wal");
        writeFile(database(), QByteArray(8192, 'x'));
    }
    void newDossier(Workspace& workspace)
    {
        beginDossier(workspace, u"kczg-2022"_s, workspace.operators().current().key, u"form"_s);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(troubles, TroubleFixture)

BOOST_AUTO_TEST_CASE(a_damaged_workspace_offers_its_backups_and_is_whole_again)
{
    prepare([&](Workspace& workspace) {
        workspace.finishBackup();
        newDossier(workspace);
        makeBackup(workspace.database(), workspace.folder(), u"daily"_s);
    });
    damage();
    start();
    BOOST_TEST(pageName() == u"troublePage"_s);
    BOOST_TEST(!trouble().isEmpty());
    click(find<QPushButton>(window(), u"restore"_s));
    waitForPage(u"startPage"_s);
    BOOST_TEST(dossiers().size() == 1);
    BOOST_TEST(message().contains(u"恢复"_s));
}

BOOST_AUTO_TEST_CASE(a_backup_from_elsewhere_restores_it_too)
{
    prepare([&](Workspace& workspace) {
        newDossier(workspace);
        copyWorkspace(workspace.database(), workspace.folder(), folder.file(u"U盘"_s));
    });
    damage();
    start();
    dialogs.willChooseFolder(folder.file(u"空的"_s));
    click(find<QPushButton>(window(), u"restoreFromFolder"_s));
    waitFor([&] { return !message().isEmpty(); });
    BOOST_TEST(pageName() == u"troublePage"_s);
    dialogs.willChooseFolder(folder.file(u"U盘"_s));
    click(find<QPushButton>(window(), u"restoreFromFolder"_s));
    waitForPage(u"startPage"_s);
    BOOST_TEST(dossiers().size() == 1);
}

BOOST_AUTO_TEST_CASE(another_folder_can_be_chosen_and_is_remembered)
{
    prepare();
    damage();
    start();
    QDir(folder.path()).mkdir(u"新位置"_s);
    dialogs.willChooseFolder(folder.file(u"新位置"_s));
    click(find<QPushButton>(window(), u"otherFolder"_s));
    waitForPage(u"welcomePage"_s);
    BOOST_TEST(settings->workspaceFolder() == folder.file(u"新位置"_s));
    BOOST_TEST(ui::Program::folderFor({}, *settings) == folder.file(u"新位置"_s));
}

BOOST_AUTO_TEST_CASE(a_folder_with_other_things_gets_a_workspace_inside_it)
{
    prepare();
    damage();
    start();
    dialogs.willChooseFolder(folder.path());
    click(find<QPushButton>(window(), u"otherFolder"_s));
    waitForPage(u"welcomePage"_s);
    BOOST_TEST(program->workspace()->folder() == folder.file(u"卷宗资料库"_s));
}

BOOST_AUTO_TEST_CASE(a_newer_workspace_is_refused_naming_the_version_and_left_as_it_is)
{
    prepare([](Workspace& workspace) { workspace.database().run(u"PRAGMA user_version = 99"_s); });
    start();
    BOOST_TEST(pageName() == u"troublePage"_s);
    BOOST_TEST(trouble().contains(u"99"_s));
    click(find<QPushButton>(window(), u"again"_s));
    waitForPage(u"troublePage"_s);
}

BOOST_AUTO_TEST_CASE(a_workspace_that_was_used_and_is_gone_is_missed_not_made_anew)
{
    prepare();
    start();
    program.reset();
    QDir(workspaceFolder()).removeRecursively();
    start();
    BOOST_TEST(pageName() == u"troublePage"_s);
    BOOST_TEST(!QFile::exists(database()));
    BOOST_TEST(trouble().contains(workspaceFolder()));
    click(find<QPushButton>(window(), u"newHere"_s));
    waitForPage(u"welcomePage"_s);
}

BOOST_AUTO_TEST_CASE(a_place_where_no_folder_can_be_made_is_said_in_the_window)
{
    writeFile(workspaceFolder(), "a file is in the way");
    start();
    BOOST_TEST(pageName() == u"troublePage"_s);
    BOOST_TEST(trouble().contains(workspaceFolder()));
}

BOOST_AUTO_TEST_CASE(one_that_another_uses_opens_for_reading_and_says_who_has_it)
{
    prepare([&](Workspace& workspace) { newDossier(workspace); });
    auto other = std::make_unique<Workspace>(workspaceFolder(), Workspace::Mode::Write, u"李四"_s);
    start();
    BOOST_TEST(pageName() == u"startPage"_s);
    BOOST_TEST(message().contains(u"李四"_s));
    BOOST_TEST(window().windowTitle().contains(u"只读"_s));
    BOOST_TEST(!find<QAbstractButton>(window(), u"newDossier"_s).isEnabled());
    BOOST_TEST(!find<QPushButton>(window(), u"openFile"_s).isEnabled());
    window().messages().clearAll();
    drop(window(), {folder.file(u"x.pdf"_s)});
    BOOST_TEST(message().contains(u"只能查看"_s));

    window().messages().clearAll();
    program.reset();
    start();
    other.reset();
    click(find<QPushButton>(window(), u"messageAction"_s));
    waitFor([&] { return program->workspace() && !program->workspace()->isReadOnly(); });
    waitForPage(u"startPage"_s);
    BOOST_TEST(message() == QString());
}

BOOST_AUTO_TEST_SUITE_END()
