// SPDX-License-Identifier: Apache-2.0
// The program with windows: juanzong [--workspace DIR] [--sample] [FILE…]
#include "ui/shell/program.h"
#include "ui/style/language.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"juanzong"_s);
    QApplication::setApplicationVersion(QStringLiteral(JUANZONG_VERSION));
    jz::ui::Settings settings;
    jz::ui::setLanguage(settings.preferences().language);

    QCommandLineParser parser;
    parser.setApplicationDescription(jz::ui::say(u"卷宗：填写、检查和保存申报书", u"Juanzong: fill in, check and keep dossiers"));
    const QCommandLineOption workspace(u"workspace"_s, jz::ui::say(u"资料库文件夹", u"folder of the workspace"), u"DIR"_s);
    const QCommandLineOption sample(u"sample"_s, jz::ui::say(u"打开样例，在单独的资料库里试用", u"open the sample, in a workspace of its own"));
    parser.addOptions({workspace, sample});
    parser.addPositionalArgument(u"FILE"_s, jz::ui::say(u"要打开的申报书", u"dossiers to open"), u"[FILE…]"_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(application);

    jz::ui::StartWish wish;
    wish.sample = parser.isSet(sample);
    const QStringList files = parser.positionalArguments();
    for (const QString& file : files)
        wish.files << QFileInfo(file).absoluteFilePath();
    QString folder = jz::ui::Program::folderFor(parser.value(workspace), settings);
    if (wish.sample && !parser.isSet(workspace))
        folder += u"-sample"_s;
    if (jz::ui::Handover(folder).handTo(wish))
        return 0;
    jz::ui::DesktopDialogs dialogs;
    jz::ui::Program program(settings, dialogs);
    program.start(folder, wish);
    return QApplication::exec();
}
