// SPDX-License-Identifier: Apache-2.0
#include "app/run_commands.h"

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

int dispatch(QStringList arguments, const QList<Command>& commands)
{
    if (arguments.size() >= 2 && arguments.first() == u"--lang") {
        setLanguage(arguments.at(1) == u"en" ? Language::English : Language::Chinese);
        arguments = arguments.mid(2);
    }
    const QString first = arguments.value(0);
    if (first == u"--version") {
        print(u"juanzong-cli " JUANZONG_VERSION ""_s);
        return Fine;
    }
    if (first.isEmpty() || first == u"--help" || first == u"help") {
        print(help(commands));
        return first.isEmpty() ? BadUsage : Fine;
    }
    const Command* command = findCommand(commands, arguments);
    if (!command)
        throw Error(ErrorCode::Usage,
                    LocalizedText{u"没有命令“%1”。全部命令见 juanzong-cli --help。"_s,
                                  u"There is no command “%1”. See juanzong-cli --help."_s}
                        .arg(first),
                    first);
    const QStringList rest = arguments.mid(command->name.split(u' ').size());
    if (rest.contains(u"--help"_s)) {
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
