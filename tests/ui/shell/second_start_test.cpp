// SPDX-License-Identifier: Apache-2.0
#include "tests/support/boost_test.h"
#include "tests/ui/shell/shell_fixture.h"

#include <QCoreApplication>
#include <QProcess>
#include <QThread>

#include <atomic>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

/// The program itself, as a process of its own.
struct SecondStart
{
    explicit SecondStart(const QStringList& arguments)
    {
        process.start(QCoreApplication::applicationDirPath() + u"/juanzong"_s, arguments);
    }
    ~SecondStart()
    {
        process.kill();
        process.waitForFinished();
    }
    int exitCode()
    {
        waitFor([&] { return process.state() == QProcess::NotRunning; });
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }

    QProcess process;
};

/// The same from this process; the program answers meanwhile.
bool handed(const QString& folder, const ui::StartWish& wish)
{
    std::atomic_bool taken = false;
    const std::unique_ptr<QThread> thread(QThread::create([&] { taken = ui::Handover(folder).handTo(wish); }));
    thread->start();
    waitFor([&] { return thread->isFinished(); });
    return taken;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(second_start, ShellFixture)

BOOST_AUTO_TEST_CASE(its_files_open_in_the_program_that_runs)
{
    prepare();
    const QString paper = samplePaper();
    start();
    SecondStart second({u"--workspace"_s, workspaceFolder(), paper});
    BOOST_TEST(second.exitCode() == 0);
    waitForPage(u"applicantDesk"_s);
    BOOST_TEST(dossiers().size() == 1);
}

BOOST_AUTO_TEST_CASE(without_files_it_brings_the_window_to_the_front)
{
    prepare();
    start();
    window().showMinimized();
    BOOST_TEST(handed(workspaceFolder(), {}));
    waitFor([&] { return !window().isMinimized(); });
}

BOOST_AUTO_TEST_CASE(another_workspace_is_another_program)
{
    prepare();
    start();
    BOOST_TEST(!ui::Handover(folder.file(u"另一个"_s)).handTo({}));
}

BOOST_AUTO_TEST_CASE(a_socket_that_a_killed_program_left_is_no_problem)
{
    prepare();
    {
        SecondStart killed({u"--workspace"_s, workspaceFolder()});
        waitFor([&] { return ui::Handover(workspaceFolder()).handTo({}); });
    }
    BOOST_TEST(!ui::Handover(workspaceFolder()).handTo({}));
    start();
    BOOST_TEST(handed(workspaceFolder(), {}));
    BOOST_TEST(pageName() == u"startPage"_s);
    BOOST_TEST(!program->workspace()->isReadOnly());
}

BOOST_AUTO_TEST_CASE(a_file_that_is_not_there_is_named)
{
    prepare();
    start();
    BOOST_TEST(handed(workspaceFolder(), {{u"/nowhere/没有.pdf"_s}, false}));
    waitFor([&] { return !message().isEmpty(); });
    BOOST_TEST(message().contains(u"没有.pdf"_s));
}

BOOST_AUTO_TEST_SUITE_END()
