// SPDX-License-Identifier: Apache-2.0
// A program that is killed, and a disk that fails, under every write path. tests/support/fault_shim.cpp does both.
#include "model/base/sha256.h"
#include "model/dossier/dossier_json.h"
#include "tests/model/workspace/driven_work.h"
#include "tests/model/workspace/refusals.h"
#include "tests/model/workspace/old_versions.h"
#include "tests/model/workspace/workspace_fixture.h"

#include <QDir>
#include <QProcess>

#include <cerrno>
#include <iostream>
#include <random>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct Faults
{
    QString path = u"资料库"_s;
    int kill = 0;
    int fail = 0;
    int error = 0;
    QString only;
};

struct DrivenResult
{
    QStringList lines;
    int calls = 0;
    bool killed = false;

    int stored() const { return int(lines.filter(u"stored "_s).size()); }
};

DrivenResult drive(const QString& what, const QString& folder, unsigned seed, int count, const Faults& faults)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QString countFile = folder + u"-count";
    environment.insert(u"LD_PRELOAD"_s, QStringLiteral(JZ_FAULT_SHIM));
    environment.insert(u"ASAN_OPTIONS"_s, u"verify_asan_link_order=0"_s);
    environment.insert(u"JZ_FAULT_PATH"_s, faults.path);
    environment.insert(u"JZ_FAULT_KILL"_s, QString::number(faults.kill));
    environment.insert(u"JZ_FAULT_FAIL"_s, QString::number(faults.fail));
    environment.insert(u"JZ_FAULT_ERRNO"_s, QString::number(faults.error));
    environment.insert(u"JZ_FAULT_ONLY"_s, faults.only);
    environment.insert(u"JZ_FAULT_COUNT"_s, countFile);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(JZ_WORKSPACE_DRIVER), {what, folder, QString::number(seed), QString::number(count)});
    BOOST_REQUIRE(process.waitForFinished(120'000));
    DrivenResult result;
    result.lines = QString::fromUtf8(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    result.killed = process.exitStatus() == QProcess::CrashExit;
    if (QFile::exists(countFile))
        result.calls = readFile(countFile).toInt();
    return result;
}

QString hashOf(const Dossier& dossier)
{
    return QString::fromLatin1(sha256(dossierJson(dossier)).toHex().left(16));
}

/// After whatever happened: it opens, every invariant holds, and the dossier is as the last thing told, or one further.
void checkWhatIsLeft(WorkspaceFixture& desk, const QStringList& expected, int told, const std::string& about)
{
    BOOST_TEST_CONTEXT(about)
    {
        desk.reopen();
        BOOST_TEST(broken(desk.workspace(), true).filter(QRegularExpression(u"^(?!nothing-left-over)"_s)) == QStringList());
        BOOST_TEST(broken(desk.workspace()) == QStringList());
        const QString found = hashOf(desk.editor().dossier());
        BOOST_TEST((found == expected.value(told) || found == expected.value(told + 1)));
    }
}

/// Kills the work at `points` places, spread at random over all its writing calls.
void killAtRandomPoints(const QString& what, int count, int points, unsigned seed)
{
    std::mt19937 random(seed);
    const QStringList expected = expectedHashes(what, seed, count);
    int calls = 0;
    {
        WorkspaceFixture desk;
        desk.close();
        const DrivenResult whole = drive(what, desk.folder(), seed, count, {});
        BOOST_REQUIRE(whole.stored() == count);
        calls = whole.calls;
        checkWhatIsLeft(desk, expected, count, "not killed");
    }
    int killed = 0;
    for (int i = 0; i < points; ++i) {
        Faults faults;
        faults.kill = 1 + int(random() % unsigned(calls));
        WorkspaceFixture desk;
        desk.close();
        const DrivenResult result = drive(what, desk.folder(), seed, count, faults);
        killed += result.killed;
        checkWhatIsLeft(desk, expected, result.stored(),
                        what.toStdString() + ", seed " + std::to_string(seed) + ", killed at call " + std::to_string(faults.kill));
    }
    std::cout << what.toStdString() << ": killed " << killed << " of " << points << " times, at random among " << calls << " calls, seed " << seed
              << '\n';
    BOOST_TEST(killed > points / 2); // a run that is less disturbed than the whole one makes fewer calls
}

unsigned seedOfTheDay()
{
    const QByteArray named = qgetenv("JUANZONG_TEST_SEED");
    return named.isEmpty() ? std::random_device()() % 1'000'000 : named.toUInt();
}

void failingDisk(const QString& path, const QString& only, int error, const QString& word)
{
    BOOST_TEST_CONTEXT(path.toStdString() << " " << only.toStdString() << " errno " << error)
    {
        WorkspaceFixture desk;
        desk.close();
        Faults faults;
        faults.path = path;
        faults.only = only;
        faults.error = error;
        faults.fail = 12;
        const QString what = path.contains(u"objects") ? u"attach"_s : u"edit"_s;
        const QStringList expected = expectedHashes(what, 7, 40);
        const DrivenResult result = drive(what, desk.folder(), 7, 40, faults);
        BOOST_TEST(!result.killed);
        BOOST_TEST(result.stored() < 40);
        const QStringList told = result.lines.filter(u"waiting "_s) + result.lines.filter(u"failed "_s);
        BOOST_REQUIRE(!told.isEmpty());
        BOOST_TEST(told.first().contains(word), told.first().toStdString());
        checkWhatIsLeft(desk, expected, result.stored(), "after the failure");
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(faults)

BOOST_AUTO_TEST_CASE(a_program_killed_while_editing_loses_the_edit_in_flight_at_most)
{
    killAtRandomPoints(u"edit"_s, 40, 120, seedOfTheDay());
}

BOOST_AUTO_TEST_CASE(a_program_killed_while_attaching_leaves_no_dossier_without_its_file)
{
    killAtRandomPoints(u"attach"_s, 12, 80, seedOfTheDay());
}

BOOST_AUTO_TEST_CASE(a_program_killed_while_finalising_is_before_or_after_it)
{
    killAtRandomPoints(u"states"_s, 20, 80, seedOfTheDay());
}

BOOST_AUTO_TEST_CASE(a_program_killed_while_migrating_leaves_one_version_or_the_next)
{
    const unsigned seed = seedOfTheDay();
    std::mt19937 random(seed);
    int calls = 200;
    for (int i = 0; i <= 40; ++i) {
        const ScratchFolder scratch;
        const QString folder = scratch.file(u"资料库"_s);
        makeVersion(1, folder);
        Faults faults;
        faults.kill = i == 0 ? 0 : 1 + int(random() % unsigned(calls));
        const DrivenResult result = drive(u"open"_s, folder, 0, 0, faults);
        if (i == 0)
            calls = result.calls;
        BOOST_TEST_CONTEXT("seed " << seed << ", killed at call " << faults.kill << " of " << calls)
        {
            Workspace workspace(folder);
            broken(workspace, true);
            BOOST_TEST(broken(workspace) == QStringList());
            BOOST_REQUIRE(workspace.dossiers().list().size() == 1);
            const qint64 key = workspace.dossiers().list().first().key;
            BOOST_TEST(workspace.dossiers().journal(key)->load().dossier.text(u"text"_s) == u"第二"_s);
        }
    }
    std::cout << "migrate: 40 times, at random among " << calls << " calls, seed " << seed << '\n';
}

BOOST_AUTO_TEST_CASE(a_full_disk_is_named_and_what_was_stored_is_there)
{
    failingDisk(u"workspace.sqlite"_s, u"write"_s, ENOSPC, u"磁盘已满"_s);
    failingDisk(u"objects"_s, u"write"_s, ENOSPC, u"无法写入"_s);
}

BOOST_AUTO_TEST_CASE(a_folder_that_turned_read_only_is_named)
{
    failingDisk(u"workspace.sqlite"_s, u"write"_s, EROFS, u"设备出错"_s);
    failingDisk(u"objects"_s, u"open"_s, EROFS, u"无法写入"_s);
    failingDisk(u"objects"_s, u"mkdir"_s, EROFS, u"无法在资料库中建立文件夹"_s);
}

BOOST_AUTO_TEST_CASE(a_device_that_fails_is_named)
{
    failingDisk(u"workspace.sqlite"_s, u"write"_s, EIO, u"设备出错"_s);
    failingDisk(u"objects"_s, u"write"_s, EIO, u"无法写入"_s);
}

BOOST_AUTO_TEST_CASE(a_final_name_that_is_refused_is_named)
{
    failingDisk(u"objects"_s, u"link"_s, EACCES, u"无法写入"_s);
}

BOOST_AUTO_TEST_CASE(a_device_that_does_not_confirm_is_told_though_the_edits_are_in_the_database)
{
    WorkspaceFixture desk;
    desk.close();
    const DrivenResult result = drive(u"edit"_s, desk.folder(), 7, 10, {u"workspace.sqlite-wal"_s, 0, 1, EIO, u"sync"_s});
    BOOST_TEST(!result.lines.isEmpty());
    BOOST_TEST(result.lines.last().startsWith(u"failed"));
    checkWhatIsLeft(desk, expectedHashes(u"edit"_s, 7, 10), result.stored(), "after the failure");
}

BOOST_AUTO_TEST_SUITE_END()
