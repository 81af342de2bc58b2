// SPDX-License-Identifier: Apache-2.0
#include "model/base/error.h"
#include "model/base/output_file.h"
#include "tests/support/boost_test.h"
#include "tests/support/test_files.h"

#include <QDir>

using namespace jz;

BOOST_AUTO_TEST_SUITE(output_file)

BOOST_AUTO_TEST_CASE(without_commit_the_old_file_stays_and_nothing_else_is_left)
{
    const test::ScratchFolder folder;
    test::writeFile(folder.file(QStringLiteral("a.pdf")), "old");
    {
        OutputFile file(folder.file(QStringLiteral("a.pdf")));
        file.write("half");
    }
    BOOST_TEST(test::readFile(folder.file(QStringLiteral("a.pdf"))) == QByteArray("old"));
    BOOST_TEST(QDir(folder.path()).entryList(QDir::Files) == QStringList{QStringLiteral("a.pdf")});
}

BOOST_AUTO_TEST_CASE(a_scratch_file_stays_once_committed_and_vanishes_otherwise)
{
    const test::ScratchFolder folder;
    {
        OutputFile kept(folder.file(QStringLiteral("kept")), FileUse::Scratch);
        OutputFile dropped(folder.file(QStringLiteral("dropped")), FileUse::Scratch);
        kept.write("whole");
        dropped.write("half");
        kept.commit();
    }
    BOOST_TEST(test::readFile(folder.file(QStringLiteral("kept"))) == QByteArray("whole"));
    BOOST_TEST(QDir(folder.path()).entryList(QDir::Files) == QStringList{QStringLiteral("kept")});
    BOOST_CHECK_THROW(OutputFile(folder.file(QStringLiteral("none/a")), FileUse::Scratch), Error);
}

BOOST_AUTO_TEST_CASE(a_folder_that_does_not_exist_is_named)
{
    const test::ScratchFolder folder;
    const QString path = folder.file(QStringLiteral("none/a.pdf"));
    BOOST_CHECK_EXCEPTION(writeWholeFile(path, "x"), Error, [&](const Error& e) {
        return e.code() == ErrorCode::NotWritable && e.subject() == path && e.message().zh.contains(path);
    });
}

BOOST_AUTO_TEST_SUITE_END()
