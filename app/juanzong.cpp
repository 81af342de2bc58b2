// SPDX-License-Identifier: Apache-2.0
// The program with windows: juanzong [--workspace DIR] [FILE…]
#include "model/call/call_pack_reader.h"
#include "model/procedure/open_dossier.h"
#include "ui/shell/program.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QCommandLineParser>

using namespace Qt::StringLiterals;

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"juanzong"_s);
    QCommandLineParser parser;
    const QCommandLineOption workspace(u"workspace"_s, jz::ui::say(u"资料库文件夹", u"folder of the workspace"), u"DIR"_s);
    parser.addOption(workspace);
    parser.addHelpOption();
    parser.process(application);

    jz::ui::translateQt(jz::ui::language());
    jz::ui::Theme::apply(jz::ui::ThemeChoice::System, 100);
    jz::ui::DesktopDialogs dialogs;
    jz::ui::Program program(parser.isSet(workspace) ? parser.value(workspace) : jz::Workspace::usualFolder(), dialogs);
    jz::Workspace& opened = program.workspace();
    if (opened.dossiers().list().isEmpty())
        jz::beginDossier(opened, jz::builtInCallPackIds().constFirst(), opened.operators().current().key, u"form"_s);
    program.openDossier(opened.dossiers().list().constFirst().id);
    program.window().resize(1366, 768);
    program.window().show();
    return QApplication::exec();
}
