// SPDX-License-Identifier: Apache-2.0
#include "app/run_commands.h"

#include <algorithm>
#include <new>

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

const Command* findCommand(const QList<Command>& commands, const QStringList& arguments)
{
    for (const Command& command : commands) {
        const QStringList words = command.name.split(u' ');
        if (arguments.mid(0, words.size()) == words)
            return &command;
    }
    return nullptr;
}

int failed(const Error& error)
{
    complain(error.message().in(language()));
    if (!error.detail().isEmpty())
        complain(LocalizedText{u"（详情：%1）"_s, u"(detail: %1)"_s}.arg(error.detail()).in(language()));
    return error.code() == ErrorCode::Usage ? BadUsage : Failed;
}

[[noreturn]] void refuseCommand(const QList<Command>& commands, const QString& first)
{
    for (const Command& command : commands) {
        if (command.name.startsWith(first + u' '))
            throw Error(ErrorCode::Usage,
                        LocalizedText{u"“%1”后面还要写一个词：juanzong-cli %2 --help。"_s,
                                      u"“%1” takes one more word: juanzong-cli %2 --help."_s}
                            .arg(first, command.name),
                        first);
    }
    throw Error(ErrorCode::Usage,
                LocalizedText{u"没有命令“%1”。全部命令见 juanzong-cli --help。"_s,
                              u"There is no command “%1”. See juanzong-cli --help."_s}
                    .arg(first),
                first);
}

void chooseLanguage(const QString& name)
{
    if (name != u"zh" && name != u"en")
        throw Error(ErrorCode::Usage,
                    LocalizedText{u"--lang 后面写 zh（中文）或 en（英文），不能是“%1”。"_s,
                                  u"--lang takes zh (Chinese) or en (English), not “%1”."_s}
                        .arg(name),
                    u"lang"_s);
    setLanguage(name == u"en" ? Language::English : Language::Chinese);
}

bool isHelp(const QString& argument)
{
    return argument == u"--help" || argument == u"-h";
}

int dispatch(QStringList arguments, const QList<Command>& commands)
{
    if (arguments.value(0) == u"--lang") {
        chooseLanguage(arguments.value(1));
        arguments = arguments.mid(2);
    }
    if (arguments.size() > 1 && arguments.first() == u"help")
        arguments = arguments.mid(1) << u"--help"_s;
    const QString first = arguments.value(0);
    if (first == u"--version") {
        print(u"juanzong-cli " JUANZONG_VERSION ""_s);
        return Fine;
    }
    if (first.isEmpty() || isHelp(first) || first == u"help") {
        print(help(commands));
        return first.isEmpty() ? BadUsage : Fine;
    }
    const Command* command = findCommand(commands, arguments);
    if (!command)
        refuseCommand(commands, first);
    const QStringList rest = arguments.mid(command->name.split(u' ').size());
    if (std::any_of(rest.begin(), rest.end(), isHelp)) {
        print(help(*command));
        return Fine;
    }
    return command->run(parse(*command, rest));
}

} // namespace

int runCommands(const QStringList& arguments, const QList<Command>& commands)
{
    try {
        return dispatch(arguments, commands);
    } catch (const Error& error) {
        return failed(error);
    } catch (const std::bad_alloc&) {
        return failed(Error(ErrorCode::TooLarge, text(u"内存不足。请关闭其他程序，或减小附件后再试。",
                                                      u"Out of memory. Close other programs or use smaller attachments.")));
    }
}

} // namespace jz::cli
