// SPDX-License-Identifier: Apache-2.0
// What people call. Verifying a signature is done here, without the libraries that draw papers: loading those
// takes longer than verifying a file of 5 MB. Every other command is done by juanzong-cli-papers, which has all
// of them and lies beside this program.
#include "app/commands.h"
#include "app/run_commands.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

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
    const QString program = QCoreApplication::applicationDirPath() + u"/juanzong-cli-papers"_s;
#ifdef Q_OS_UNIX
    const QByteArray path = QFile::encodeName(program);
    execv(path.constData(), argv);
#else
    Q_UNUSED(argv)
    const int code = QProcess::execute(program, QCoreApplication::arguments().mid(1));
    if (code >= 0)
        return code;
#endif
    complain(jz::LocalizedText{u"程序文件“%1”缺失或不能运行，请重新安装。"_s, u"“%1” is missing or cannot be run. Install the program anew."_s}
                 .arg(QDir::toNativeSeparators(program))
                 .in(language()));
    return Failed;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    return isLight(arguments) ? runCommands(arguments, verificationCommands()) : runPapersProgram(argv);
}
