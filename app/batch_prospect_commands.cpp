// SPDX-License-Identifier: Apache-2.0
// The recommending body's desk: the register of units that mean to apply (意向单位), and reminding them (催办).
#include "app/batch_desk.h"
#include "app/commands.h"
#include "app/finding_lines.h"

#include "model/exchange/check_report.h"
#include "model/procedure/prospect_register.h"
#include "model/reference/text_forms.h"

#include <algorithm>

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

/// The unit meant: its place in the list, its name, or a part that only one has.
Prospect prospectOf(const QList<Prospect>& all, const QString& asked)
{
    bool isNumber = false;
    const int number = asked.toInt(&isNumber);
    if (isNumber && number >= 1 && number <= all.size())
        return all.at(number - 1);
    QList<Prospect> found;
    for (const Prospect& each : all) {
        if (comparisonKey(each.unit) == comparisonKey(asked))
            return each;
        if (!asked.trimmed().isEmpty() && comparisonKey(each.unit).contains(comparisonKey(asked)))
            found << each;
    }
    if (found.size() == 1)
        return found.first();
    throw Error(ErrorCode::Usage,
                (found.isEmpty() ? LocalizedText{u"名录里没有“%1”。可用 batch prospects list 查看。"_s, u"The register has no unit “%1”. See batch prospects list."_s}
                                 : LocalizedText{u"名录里有几个单位的名称含“%1”，请多写几个字。"_s, u"Several units of the register have “%1” in their names: write more of it."_s})
                    .arg(asked),
                asked);
}

QJsonObject prospectJson(const Prospect& prospect, const BatchView& view, const CallPack& pack, Workspace& workspace)
{
    QJsonArray missing;
    const QList<LocalizedText> owed = missingFrom(prospect, view, pack);
    for (const LocalizedText& each : owed)
        missing.append(each.in(language()));
    QJsonArray reminders;
    const QList<Reminder> sent = workspace.prospects().reminders(prospect.key);
    for (const Reminder& each : sent)
        reminders.append(QJsonObject{{u"at"_s, each.at.toString(Qt::ISODate)}, {u"means"_s, each.means}, {u"text"_s, each.words}});
    const auto dossier = std::find_if(view.candidates.begin(), view.candidates.end(), [&](const Candidate& each) { return prospect.candidate == each.key; });
    return {{u"unit"_s, prospect.unit},
            {u"code"_s, prospect.code},
            {u"contact"_s, prospect.contact},
            {u"phone"_s, prospect.phone},
            {u"state"_s, prospect.state},
            {u"online"_s, prospect.online},
            {u"last"_s, prospect.last.isValid() ? QJsonValue(prospect.last.toString(Qt::ISODate)) : QJsonValue()},
            {u"remark"_s, prospect.remark},
            {u"dossier"_s, prospect.candidate && dossier != view.candidates.end() ? QJsonValue(idText(dossier->dossier)) : QJsonValue()},
            {u"missing"_s, missing},
            {u"reminders"_s, reminders}};
}

int tellRegister(const Call& call, Workspace& workspace, const Batch& batch, const Findings& findings = {})
{
    const CallPack& pack = packOf(batch.call);
    const BatchView view = batchView(workspace, batch.key, pack);
    const QList<Prospect> all = workspace.prospects().of(batch.key);
    if (call.has(u"json"_s)) {
        QJsonArray json;
        for (const Prospect& each : all)
            json.append(prospectJson(each, view, pack, workspace));
        printJson({{u"batch"_s, batch.name}, {u"prospects"_s, json}, {u"findings"_s, findingsJson(findings, language())}});
        return Fine;
    }
    for (const Finding& finding : findings)
        print(findingLine(finding));
    for (qsizetype i = 0; i < all.size(); ++i) {
        const Prospect& each = all.at(i);
        print(u"%1  %2　%3　%4 %5"_s.arg(QString::number(i + 1), each.unit, prospectStateWord(each.state).in(language()), each.contact, each.phone));
        const QList<LocalizedText> missing = missingFrom(each, view, pack);
        for (const LocalizedText& what : missing)
            print(u"    "_s + text(u"还缺：", u"missing: ").in(language()) + what.in(language()));
    }
    return Fine;
}

int listProspects(const Call& call)
{
    Desk desk(call, Workspace::Mode::WriteOrRead);
    return tellRegister(call, desk.workspace(), batchOf(call, desk.workspace()));
}

/// What the options say laid over a unit.
Prospect asAsked(const Call& call, Prospect prospect)
{
    const QList<std::pair<QString, QString Prospect::*>> options{{u"unit"_s, &Prospect::unit},   {u"code"_s, &Prospect::code},     {u"contact"_s, &Prospect::contact}, {u"phone"_s, &Prospect::phone},
                                                                 {u"state"_s, &Prospect::state}, {u"online"_s, &Prospect::online}, {u"remark"_s, &Prospect::remark}};
    for (const auto& [name, member] : options)
        if (call.has(name))
            prospect.*member = call.value(name);
    if (call.has(u"last"_s))
        prospect.last = call.dateTime(u"last"_s).date();
    return prospect;
}

int addProspect(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const Batch batch = batchOf(call, desk.workspace());
    Prospect prospect;
    prospect.batch = batch.key;
    prospect.unit = call.inputs.first();
    keepProspect(desk.workspace(), asAsked(call, prospect));
    return tellRegister(call, desk.workspace(), batch);
}

int setProspect(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const Batch batch = batchOf(call, desk.workspace());
    keepProspect(desk.workspace(), asAsked(call, prospectOf(desk.workspace().prospects().of(batch.key), call.inputs.first())));
    return tellRegister(call, desk.workspace(), batch);
}

int removeProspect(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const Batch batch = batchOf(call, desk.workspace());
    desk.workspace().prospects().remove(prospectOf(desk.workspace().prospects().of(batch.key), call.inputs.first()).key);
    return tellRegister(call, desk.workspace(), batch);
}

int importRegister(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const Batch batch = batchOf(call, desk.workspace());
    const ProspectImport taken = importProspects(desk.workspace(), batch.key, call.inputs.first());
    if (!call.has(u"json"_s))
        print(LocalizedText{u"新增 %1 个单位，更新 %2 个。"_s, u"%1 units added, %2 changed."_s}.arg(QString::number(taken.added), QString::number(taken.changed)).in(language()));
    return tellRegister(call, desk.workspace(), batch, taken.findings);
}

QString meansOf(const Call& call)
{
    const QString means = call.has(u"means"_s) ? call.value(u"means"_s) : u"messenger"_s;
    if (!QStringList{u"mail"_s, u"messenger"_s, u"telephone"_s}.contains(means))
        throw Error(ErrorCode::Usage, text(u"--means 是 mail（邮件）、messenger（即时消息）或 telephone（电话）。", u"--means is mail, messenger or telephone."), u"means"_s);
    return means;
}

int remind(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const Batch batch = batchOf(call, desk.workspace());
    const CallPack& pack = packOf(batch.call);
    const BatchView view = batchView(desk.workspace(), batch.key, pack);
    const QString means = meansOf(call);
    const QDateTime now = call.has(u"date"_s) ? call.dateTime(u"date"_s) : QDateTime::currentDateTime();
    const QList<Prospect> all = desk.workspace().prospects().of(batch.key);
    QList<Prospect> asked;
    for (const QString& each : call.inputs)
        asked << prospectOf(all, each);
    QJsonArray json;
    for (const Prospect& each : call.inputs.isEmpty() ? all : asked) {
        const LocalizedText words = reminderText(each, view, pack, now);
        if (words.isEmpty())
            continue;
        desk.workspace().prospects().remind({0, each.key, words.in(language()), means, desk.person(), {}});
        json.append(QJsonObject{{u"unit"_s, each.unit}, {u"contact"_s, each.contact}, {u"phone"_s, each.phone}, {u"text"_s, words.in(language())}});
        if (!call.has(u"json"_s))
            print(u"———— %1　%2 %3\n%4\n"_s.arg(each.unit, each.contact, each.phone, words.in(language())));
    }
    if (call.has(u"json"_s))
        printJson({{u"batch"_s, batch.name}, {u"means"_s, means}, {u"reminders"_s, json}});
    else if (json.isEmpty())
        print(text(u"没有需要催办的单位。", u"Nobody has to be reminded.").in(language()));
    return Fine;
}

QList<Option> unitOptions()
{
    return {{u"code"_s, u"CODE"_s, text(u"统一社会信用代码", u"credit code")},
            {u"contact"_s, u"NAME"_s, text(u"联系人", u"whom to ask")},
            {u"phone"_s, u"NUMBER"_s, text(u"电话", u"telephone")},
            {u"state"_s, u"STATE"_s, text(u"intends 有意向、drafting 填写中、received 已收电子稿、signed 已签章、paper 纸质已收、given-up 放弃", u"intends, drafting, received, signed, paper, given-up")},
            {u"online"_s, u"TEXT"_s, text(u"网上申报的情况或编号", u"number or word of the online submission")},
            {u"last"_s, u"ISO"_s, text(u"最近联系的日期", u"date of the last contact")},
            {u"remark"_s, u"TEXT"_s, text(u"备注", u"remark")},
            batchOption()};
}

} // namespace

QList<Command> batchProspectCommands()
{
    return {
        deskCommand(u"batch prospects list"_s, {}, 0, text(u"（推荐单位）意向单位名录：各到哪一步、还缺什么、催办过几次", u"(recommending body) units that mean to apply: how far, what is missing, reminders"),
                    {batchOption()}, {u"batch prospects list --json"_s}, reported<listProspects>),
        deskCommand(u"batch prospects add"_s, u"UNIT"_s, 1, text(u"（推荐单位）登记一个意向单位；收到的申报书会自动对上", u"(recommending body) register a unit; what comes from it is tied to it"), unitOptions(),
                    {u"batch prospects add 某研究院 --contact 张三 --phone 13900000000"_s}, reported<addProspect>),
        deskCommand(u"batch prospects set"_s, u"UNIT"_s, 1, text(u"（推荐单位）改一个意向单位；可写序号或名称的一部分", u"(recommending body) change a unit, given by number or part of its name"),
                    unitOptions() + QList<Option>{{u"unit"_s, u"NAME"_s, text(u"新的单位名称", u"another name")}}, {u"batch prospects set 2 --state given-up --remark 今年不报"_s},
                    reported<setProspect>),
        deskCommand(u"batch prospects remove"_s, u"UNIT"_s, 1, text(u"（推荐单位）从名录里去掉一个单位和它的催办记录", u"(recommending body) take a unit out, with its reminders"), {batchOption()},
                    {u"batch prospects remove 2"_s}, reported<removeProspect>),
        deskCommand(u"batch prospects import"_s, u"FILE.xlsx|FILE.csv"_s, 1, text(u"（推荐单位）从 Excel 或 CSV 表收入意向单位；已有的只更新表里写了的", u"(recommending body) read units out of a table; known ones get what it says"),
                    {batchOption()}, {u"batch prospects import 意向单位.xlsx"_s}, reported<importRegister>),
        deskCommand(u"batch prospects remind"_s, u"[UNIT…]"_s, 0,
                    text(u"（推荐单位）催办：每个还缺材料的单位一段话，并存档；不给单位则为全部", u"(recommending body) one text for each unit that misses something, kept; all units when none is given"),
                    {{u"means"_s, u"MEANS"_s, text(u"mail 邮件、messenger 即时消息（默认）、telephone 电话", u"mail, messenger (default), telephone")},
                     {u"date"_s, u"ISO"_s, text(u"以哪一时刻为准；不给则为现在", u"as of when; now when not given")},
                     batchOption()},
                    {u"batch prospects remind"_s, u"batch prospects remind 某研究院 --means mail"_s}, reported<remind>, true),
    };
}

} // namespace jz::cli
