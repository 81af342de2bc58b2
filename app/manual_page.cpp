// SPDX-License-Identifier: Apache-2.0
#include "app/manual_page.h"

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

/// Text that roff prints as it stands: no escapes, no line that begins like a request.
QString plain(QString words)
{
    words.replace(u'\\', u"\\e"_s).replace(u'-', u"\\-"_s);
    if (words.startsWith(u'.') || words.startsWith(u'\''))
        words.prepend(u"\\&"_s);
    return words.replace(u"\n."_s, u"\n\\&."_s).replace(u"\n'"_s, u"\n\\&'"_s);
}

QString say(const char16_t* zh, const char16_t* en)
{
    return text(zh, en).in(language());
}

QString section(const QString& title, const QString& body)
{
    return u".SH \""_s + title + u"\"\n"_s + body;
}

QString option(const Option& option)
{
    QString words = u".TP\n.BR \"\\-\\-"_s + plain(option.name) + u'"';
    if (!option.value.isEmpty())
        words += u" \" "_s + plain(option.value) + u'"';
    const QString must = option.required ? say(u"（必填）", u" (required)") : QString();
    return words + u'\n' + plain(option.help.in(language()) + must) + u'\n';
}

QString command(const Command& command)
{
    QString words = u".SS \""_s + plain(command.name + u' ' + command.arguments) + u"\"\n"_s
                    + plain(command.summary.in(language())) + u'\n';
    for (const Option& each : command.options)
        words += option(each);
    if (command.examples.isEmpty())
        return words;
    words += u".PP\n.EX\n"_s;
    for (const QString& example : command.examples)
        words += plain(u"juanzong-cli "_s + example) + u'\n';
    return words + u".EE\n"_s;
}

} // namespace

QString manualPage(const QList<Command>& commands)
{
    QString page = u".TH JUANZONG\\-CLI 1 \"\" \"Juanzong " JUANZONG_VERSION "\"\n.ad l\n.nh\n"_s;
    page += section(say(u"名称", u"NAME"),
                    u"juanzong\\-cli \\- "_s + say(u"申报书的编制、检查、签名与核验", u"prepare, check, sign and verify dossiers") + u'\n');
    page += section(say(u"用法", u"SYNOPSIS"),
                    u".B juanzong\\-cli\n[\\-\\-lang zh|en] "_s + say(u"命令 …", u"COMMAND …") + u"\n"_s);
    page += section(say(u"说明", u"DESCRIPTION"),
                    say(u"窗口程序 juanzong 能做的，这里不用窗口也能做。每个命令加 --help 可看说明和例子；带 --json 的命令在标准输出给出一份 JSON，"
                        "提示写到标准错误。不会替您在网上提交。",
                        u"Does without windows what juanzong does in them. Every command has --help with examples; those with --json print one "
                        "JSON document on standard output, messages go to standard error. Nothing is submitted online.")
                            .replace(u'-', u"\\-"_s)
                        + u'\n');
    QString all;
    for (const Command& each : commands)
        all += command(each);
    page += section(say(u"命令", u"COMMANDS"), all);
    page += section(say(u"退出码", u"EXIT STATUS"),
                    say(u"0 正常；1 检查出错误，或签名不成立、签后有改动；2 用法不对；3 未能完成。",
                        u"0 fine; 1 errors found, or a signature that does not hold or was followed by changes; 2 wrong usage; 3 not done.")
                        + u'\n');
    page += section(say(u"环境变量", u"ENVIRONMENT"),
                    u".TP\n.B JUANZONG_WORKSPACE\n"_s
                        + say(u"资料库文件夹，相当于 \\-\\-workspace。", u"Folder of the workspace, as \\-\\-workspace.") + u'\n');
    return page;
}

} // namespace jz::cli
