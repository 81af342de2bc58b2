// SPDX-License-Identifier: Apache-2.0
// What people call. Verifying a signature is done here, without the libraries that draw papers: loading those
// takes longer than verifying a file of 5 MB. Every other command is done by juanzong-cli-papers, which has all
// of them and lies beside this program.
#include "app/commands.h"
#include "app/run_commands.h"
#include "model/base/platform.h"
#include "model/pdf/pdf_structure.h"

#include <QCoreApplication>

using namespace jz::cli;
using namespace Qt::StringLiterals;

namespace {

bool isLight(const QStringList& arguments)
{
    const qsizetype first = arguments.value(0) == u"--lang" ? 2 : 0;
    const bool asksForHelp = arguments.contains(u"--help"_s);
    return !asksForHelp && arguments.value(first) == u"verify";
}

int runPapersProgram(char** argv)
{
    try {
        return jz::runInstead(jz::programBeside(u"juanzong-cli-papers"_s), argv);
    } catch (const jz::Error& error) {
        complain(error.message().in(language()));
        return Failed;
    }
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (!isLight(arguments))
        return runPapersProgram(argv);
    jz::keepMemoryUntilExit();
    jz::leaveParsedFilesToExit();
    return runCommands(arguments, verificationCommands());
}
