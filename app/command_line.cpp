// SPDX-License-Identifier: Apache-2.0
#include "app/command_line.h"

#include "model/base/counted_text.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

Language chosenLanguage = Language::Chinese;

void write(std::FILE* stream, const QByteArray& bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

[[noreturn]] void misused(const LocalizedText& message, const QString& subject)
{
    throw Error(ErrorCode::Usage, message, subject);
}

const Option* findOption(const Command& command, const QString& name)
{
    for (const Option& option : command.options) {
        if (option.name == name)
            return &option;
    }
    return nullptr;
}

void checkComplete(const Command& command, const Call& call)
{
    const bool enough = command.moreInputs ? call.inputs.size() >= command.inputs : call.inputs.size() == command.inputs;
    if (!enough)
        misused(CountedText{u"用法：juanzong-cli %1 %2（%5 %3 个参数，给了 %4 个；文件名里有空格的要加引号）。"
                              "例子见 juanzong-cli %1 --help。"_s,
                              u"Usage: juanzong-cli %1 %2 (%6%3 {argument|arguments}, %4 given; put names with blanks in quotes). For "
                              "examples see juanzong-cli %1 --help."_s}
                    .arg(command.name, command.arguments, QString::number(command.inputs),
                         QString::number(call.inputs.size()), command.moreInputs ? u"至少应有"_s : u"应有"_s,
                         command.moreInputs ? u"at least "_s : QString()),
                command.name);
    for (const Option& option : command.options) {
        if (option.required && !call.has(option.name))
            misused({u"缺少选项 --%1 %2：%3。例子见 juanzong-cli %4 --help。"_s.arg(option.name, option.value, option.help.zh, command.name),
                     u"The option --%1 %2 is missing: %3. For examples see juanzong-cli %4 --help."_s
                         .arg(option.name, option.value, option.help.en, command.name)},
                    option.name);
    }
}

} // namespace

Language language()
{
    return chosenLanguage;
}

void setLanguage(Language language)
{
    chosenLanguage = language;
}

void print(const QString& line)
{
    write(stdout, line.toUtf8() + '\n');
}

void complain(const QString& line)
{
    write(stderr, line.toUtf8() + '\n');
}

void printJson(const QJsonObject& object)
{
    write(stdout, QJsonDocument(object).toJson());
}

QString Call::required(const QString& option) const
{
    if (!has(option))
        misused(LocalizedText{u"缺少选项 --%1。"_s, u"The option --%1 is missing."_s}.arg(option), option);
    return value(option);
}

QDateTime Call::dateTime(const QString& option) const
{
    const QDateTime moment = QDateTime::fromString(value(option), Qt::ISODate);
    if (!moment.isValid())
        misused(LocalizedText{u"--%1 的值“%2”不是日期。请写成 2030-05-20 或 2030-05-20T10:30。"_s,
                              u"--%1: “%2” is not a date. Write 2030-05-20 or 2030-05-20T10:30."_s}
                    .arg(option, value(option)),
                option);
    return moment;
}

Call parse(const Command& command, const QStringList& arguments)
{
    Call call;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& argument = arguments.at(i);
        if (!argument.startsWith(u"--") || argument == u"--") {
            call.inputs << argument;
            continue;
        }
        const QString name = argument.mid(2).section(u'=', 0, 0);
        const Option* option = findOption(command, name);
        if (!option)
            misused(LocalizedText{u"没有选项 --%1。可用的选项见 juanzong-cli %2 --help。"_s,
                                  u"There is no option --%1. See juanzong-cli %2 --help."_s}
                        .arg(name, command.name),
                    name);
        if (option->value.isEmpty()) {
            call.options.insert(name, {});
        } else if (argument.contains(u'=')) {
            call.options.insert(name, argument.section(u'=', 1));
        } else if (i + 1 < arguments.size()) {
            call.options.insert(name, arguments.at(++i));
        } else {
            misused(LocalizedText{u"选项 --%1 后面缺少 %2。"_s, u"The option --%1 needs %2."_s}.arg(name, option->value), name);
        }
    }
    checkComplete(command, call);
    return call;
}

int withErrorJson(const Call& call, const std::function<int()>& run)
{
    try {
        return run();
    } catch (const Error& error) {
        if (call.has(u"json"_s))
            printJson({{u"subject"_s, call.inputs.value(0)},
                       {u"error"_s, QJsonObject{{u"subject"_s, error.subject()}, {u"message"_s, error.message().in(language())}}}});
        throw;
    }
}

QString help(const Command& command)
{
    const bool zh = language() == Language::Chinese;
    QString words = command.summary.in(language()) + (zh ? u"\n\n用法：\n  juanzong-cli "_s : u"\n\nUsage:\n  juanzong-cli "_s)
                    + command.name + u' ' + command.arguments;
    for (const Option& option : command.options) {
        if (option.required)
            words += u" --"_s + option.name + u' ' + option.value;
    }
    const bool hasMore = std::any_of(command.options.begin(), command.options.end(),
                                     [](const Option& option) { return !option.required; });
    words += hasMore ? (zh ? u" [选项]\n"_s : u" [OPTIONS]\n"_s) : u"\n"_s;
    if (!command.options.isEmpty())
        words += zh ? u"\n选项：\n"_s : u"\nOptions:\n"_s;
    for (const Option& option : command.options) {
        const QString left = u"--"_s + option.name + (option.value.isEmpty() ? QString() : QString(u' ' + option.value));
        const QString must = option.required ? (zh ? u"（必填）"_s : u" (required)"_s) : QString();
        words += u"  "_s + left.leftJustified(24) + u"  " + option.help.in(language()) + must + u'\n';
    }
    words += zh ? u"\n例：\n"_s : u"\nExamples:\n"_s;
    for (const QString& example : command.examples)
        words += u"  juanzong-cli "_s + example + u'\n';
    words += zh ? u"\n退出码：0 正常；1 检查出错误，或签名不成立、签后有改动；2 用法不对；3 未能完成。"_s
                : u"\nExit codes: 0 fine; 1 errors found, or a signature that does not hold or was followed by changes; "
                  "2 wrong usage; 3 not done."_s;
    return words;
}

QString help(const QList<Command>& commands)
{
    const bool zh = language() == Language::Chinese;
    QString words = zh ? u"卷宗：申报书的编制、检查、签名与核验\n\n用法：juanzong-cli [--lang zh|en] 命令 …\n\n"_s
                       : u"Juanzong: prepare, check, sign and verify dossiers\n\nUsage: juanzong-cli [--lang zh|en] COMMAND …\n\n"_s;
    for (const Command& command : commands) {
        const QString left = command.name + u' ' + command.arguments;
        words += u"  "_s + left.leftJustified(34) + u"  " + command.summary.in(language()).section(u'\n', 0, 0) + u'\n';
    }
    words += zh ? u"\n每个命令都有 --help，例如 juanzong-cli check --help。--version 显示版本。"_s
                : u"\nEvery command has --help, e.g. juanzong-cli check --help. --version shows the version."_s;
    return words;
}

} // namespace jz::cli
