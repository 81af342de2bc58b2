// SPDX-License-Identifier: Apache-2.0
// Works in a workspace as a program does, for tests that kill it or make its disk fail. Prints a line after each thing that is
// done, so that the test knows what must be there afterwards.
//
//   workspace_driver edit FOLDER SEED COUNT     random edits, some undone
//   workspace_driver attach FOLDER SEED COUNT   files into the object store, then into the dossier
//   workspace_driver states FOLDER SEED COUNT   edit, finalise, revise, over and over
//   workspace_driver open FOLDER 0 0            opens (and migrates) only
#include "tests/model/workspace/driven_work.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 5)
        return 2;
    const auto tell = [](const QString& line) {
        std::printf("%s\n", line.toUtf8().constData());
        std::fflush(stdout);
    };
    try {
        jz::test::work(arguments.at(1), arguments.at(2), arguments.at(3).toUInt(), arguments.at(4).toInt(), tell);
    } catch (const jz::Error& error) {
        tell(u"failed " + QString::fromUtf8(error.what()));
        return 3;
    }
    return 0;
}
