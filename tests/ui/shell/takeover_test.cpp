// SPDX-License-Identifier: Apache-2.0
// Going on with the work of somebody who hands over.
#include "model/call/call_pack_reader.h"
#include "model/procedure/handover.h"
#include "tests/support/boost_test.h"
#include "tests/ui/shell/shell_fixture.h"
#include "ui/recommender/recommender_desk.h"

#include <QAbstractButton>
#include <QDir>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct TakeOverFixture : ShellFixture
{
    TakeOverFixture()
    {
        file = folder.file(u"交接.zip"_s);
        Workspace before(folder.file(u"前任的资料库"_s));
        before.operators().setCurrent(before.operators().add(u"赵前任"_s, u"湖北省科协"_s).key);
        Batch batch;
        batch.call = builtInCallPackIds().first();
        batch.body = {u"湖北省科学技术协会"_s, u"provincial"_s, u"42"_s, {}, {}, {}};
        batch.name = batch.body.name;
        before.batches().add(batch, before.operators().current().key);
        writeHandover(before, handoverList(before, u"赵前任"_s, QDateTime::currentDateTime()), file);
        target = folder.file(u"放这里"_s);
        QDir().mkpath(target);
        prepare();
        start();
        waitForPage(u"startPage"_s);
    }

    QString file;
    QString target;
    QString mine() { return program->workspace()->operators().current().name; }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(taking_over, TakeOverFixture)

BOOST_AUTO_TEST_CASE(opens_the_workspace_that_came_under_ones_own_name)
{
    const QString name = mine();
    dialogs.willOpen({file});
    dialogs.willAnswer(0);
    dialogs.willChooseFolder(target);
    click(find<QAbstractButton>(window(), u"takeOver"_s));
    waitForPage(u"recommenderDesk"_s);
    BOOST_TEST(program->workspace()->folder() == target);
    BOOST_TEST(program->workspace()->batches().all().size() == 1);
    BOOST_TEST(mine() == name);
    BOOST_TEST(message().contains(u"已接收"_s));
    BOOST_TEST(QFile::exists(QDir(target).filePath(handoverListName())));
    BOOST_TEST(settings->workspaceFolder() == target); // so the next start is there too
}

BOOST_AUTO_TEST_CASE(a_file_dropped_on_the_window_is_known_and_a_full_folder_stays_as_it_is)
{
    const QString kept = QDir(target).filePath(u"别的.txt"_s);
    writeFile(kept, "other");
    dialogs.willAnswer(0);
    dialogs.willChooseFolder(target);
    program->openFiles({file});
    waitForPage(u"recommenderDesk"_s);
    BOOST_TEST(QDir(program->workspace()->folder()).absolutePath().startsWith(target + u'/'));
    BOOST_TEST(QFile::exists(kept));
}

BOOST_AUTO_TEST_CASE(a_damaged_file_is_named_and_nothing_changes)
{
    const QString damaged = folder.file(u"坏.zip"_s);
    writeFile(damaged, readFile(file).first(4000));
    const QString before = program->workspace()->folder();
    dialogs.willOpen({damaged});
    dialogs.willAnswer(0);
    dialogs.willChooseFolder(target);
    click(find<QAbstractButton>(window(), u"takeOver"_s));
    BOOST_REQUIRE(waitFor([&] { return !message().isEmpty(); }));
    BOOST_TEST(program->workspace()->folder() == before);
    BOOST_TEST(pageName() == u"startPage"_s);
    BOOST_TEST(QDir(target).isEmpty());
}

BOOST_AUTO_TEST_CASE(waits_with_opening_while_a_desk_is_at_work)
{
    program->openRecommender();
    waitForPage(u"recommenderDesk"_s);
    dialogs.willAnswer(0);
    dialogs.willChooseFolder(target);
    dynamic_cast<ui::RecommenderDesk&>(*window().page()).receive({file});
    BOOST_REQUIRE(waitFor([&] { return window().messages().message() && !window().messages().message()->actions.isEmpty(); }));
    BOOST_TEST(program->workspace()->folder() == workspaceFolder());
    window().messages().message()->actions.first().run();
    BOOST_REQUIRE(waitFor([&] { return program->workspace()->folder() == target; }));
}

BOOST_AUTO_TEST_SUITE_END()
