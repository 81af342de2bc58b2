// SPDX-License-Identifier: Apache-2.0
// All commands of juanzong-cli, which starts this program for those that need the libraries that draw.
#include "app/commands.h"
#include "app/run_commands.h"

#include <QCoreApplication>

using namespace jz::cli;

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    return runCommands(QCoreApplication::arguments().mid(1),
                       paperCommands() + signingCommands() + scanCommands() + verificationCommands() + trustCommands()
                           + dossierCommands()
                           + editCommands() + workspaceCommands() + batchCommands());
}
