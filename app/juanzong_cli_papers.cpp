// SPDX-License-Identifier: Apache-2.0
// All commands of juanzong-cli, which starts this program for those that need the libraries that draw.
#include "app/commands.h"
#include "app/manual_page.h"
#include "app/run_commands.h"
#include "model/base/output_file.h"

#include <QCoreApplication>

using namespace jz::cli;
using namespace Qt::StringLiterals;

namespace {

/// Part of making packages: writes the manual page in place of a command's work.
Command manualPageCommand(const QList<Command>& commands)
{
    Command command;
    command.name = u"manual-page"_s;
    command.arguments = u"OUT.1"_s;
    command.summary = jz::text(u"把这份说明写成手册页（man）", u"write these words as a manual page (man)");
    command.examples = {u"manual-page juanzong-cli.1"_s};
    command.run = [commands](const Call& call) {
        jz::writeWholeFile(call.inputs.first(), manualPage(commands).toUtf8());
        return Fine;
    };
    return command;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QList<Command> commands = paperCommands() + packageCommands() + signingCommands() + scanCommands() + verificationCommands() + trustCommands()
                                    + dossierCommands() + editCommands() + workspaceCommands() + slipCommands() + batchCommands() + batchDeskCommands()
                                    + batchReturnCommands() + batchEndorseCommands() + batchSendCommands() + batchProspectCommands() + batchPaperCommands()
                                    + officeCommands() + officeIntakeCommands() + officeResultCommands() + officeCollectCommands();
    return runCommands(QCoreApplication::arguments().mid(1), commands + QList{manualPageCommand(commands)});
}
