// SPDX-License-Identifier: Apache-2.0
// The office's desk: the register of experts (专家库).
#include "app/commands.h"
#include "app/office_desk.h"

#include "model/call/call_pack_reader.h"
#include "model/procedure/expert_register.h"

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

/// Categories are those of --call, else of the review begun last, else of the one call installed; none when that is not clear.
QList<Choice> categoriesFor(const Call& call, Workspace& workspace)
{
    if (call.has(u"call"_s))
        return categoriesOf(packOf(call.value(u"call"_s)));
    const auto round = workspace.intakes().lastRound();
    const QStringList ids = builtInCallPackIds();
    if (round && ids.contains(round->call))
        return categoriesOf(packOf(round->call));
    return ids.size() == 1 ? categoriesOf(packOf(ids.first())) : QList<Choice>();
}

QDate todayOf(const Call& call)
{
    return call.has(u"date"_s) ? call.dateTime(u"date"_s).date() : QDate::currentDate();
}

QString dayText(const QDate& day)
{
    return day.toString(Qt::ISODate);
}

QJsonObject expertJson(const Expert& expert, const QDate& today)
{
    return {{u"number"_s, expert.key},
            {u"name"_s, expert.name},
            {u"unit"_s, expert.unit},
            {u"code"_s, expert.unitCode},
            {u"aliases"_s, QJsonArray::fromStringList(expert.aliases)},
            {u"field"_s, expert.field},
            {u"title"_s, expert.title},
            {u"mail"_s, expert.mail},
            {u"phone"_s, expert.phone},
            {u"categories"_s, QJsonArray::fromStringList(expert.categories)},
            {u"load"_s, expert.load},
            {u"panel"_s, expert.panel},
            {u"declared"_s, QJsonArray::fromStringList(expert.declared)},
            {u"remark"_s, expert.remark},
            {u"purpose"_s, expert.purpose},
            {u"deleteOn"_s, dayText(expert.deleteOn)},
            {u"overdue"_s, expert.deleteOn.isValid() && expert.deleteOn <= today}};
}

void tellOverdue(Workspace& workspace, const QDate& today)
{
    const QList<Expert> overdue = overdueExperts(workspace, today);
    for (const Expert& each : overdue)
        complain(LocalizedText{u"%1 号 %2 应于 %3 删除，已到期。请用 office experts delete %1 删除，或用 office experts set %1 --delete-on 写明新的日期和理由。"_s,
                               u"Number %1, %2, was to be deleted on %3. Delete it (office experts delete %1) or give another day (office experts set %1 --delete-on)."_s}
                     .arg(QString::number(each.key), each.name, dayText(each.deleteOn))
                     .in(language()));
}

/// {"experts": [{"number", "name", …, "overdue"}]}
int listExperts(const Call& call)
{
    Desk desk(call, Workspace::Mode::WriteOrRead);
    const QDate today = todayOf(call);
    QJsonArray json;
    const QList<Expert> all = desk.workspace().experts().all();
    for (const Expert& each : all) {
        if (each.isDeleted())
            continue;
        json.append(expertJson(each, today));
        if (!call.has(u"json"_s))
            print(u"%1  %2　%3　%4　%5"_s.arg(QString::number(each.key), each.name, each.unit, each.title, each.panel));
    }
    if (call.has(u"json"_s))
        printJson({{u"experts"_s, json}});
    else if (json.isEmpty())
        print(text(u"专家库是空的。可用 office experts template 得到空表，填好后用 office experts import 收入。", u"The register is empty: office experts template writes a table to fill in.").in(language()));
    tellOverdue(desk.workspace(), today);
    return Fine;
}

/// One of the experts of list, with "assigned", "bundles", "sheets", "decisions": what else is kept.
int showExpert(const Call& call)
{
    Desk desk(call, Workspace::Mode::WriteOrRead);
    const Expert expert = expertOf(desk.workspace(), call.inputs.first());
    const ExpertTraces traces = tracesOf(desk.workspace(), expert.key);
    if (call.has(u"json"_s)) {
        QJsonObject json = expertJson(expert, todayOf(call));
        json.insert(u"assigned"_s, traces.assigned);
        json.insert(u"bundles"_s, traces.bundles);
        json.insert(u"sheets"_s, traces.sheets);
        json.insert(u"decisions"_s, traces.decisions);
        printJson(json);
        return Fine;
    }
    const QList<Choice> categories = categoriesFor(call, desk.workspace());
    print(LocalizedText{u"%1 号"_s, u"number %1"_s}.arg(QString::number(expert.key)).in(language()));
    for (const ExpertField& field : expertFields())
        print(u"%1：%2"_s.arg(field.name.in(language()), expertValue(expert, field.id, categories)));
    print(LocalizedText{u"用途：%1\n删除日期：%2"_s, u"kept for: %1\nto be deleted on: %2"_s}.arg(expert.purpose, dayText(expert.deleteOn)).in(language()));
    print(LocalizedText{u"另有：分派 %1 份，评审包 %2 个，评分表 %3 份，回避决定 %4 条"_s, u"besides: %1 dossiers assigned, %2 bundles, %3 score sheets, %4 decisions on conflicts"_s}
              .arg(QString::number(traces.assigned), QString::number(traces.bundles), QString::number(traces.sheets), QString::number(traces.decisions))
              .in(language()));
    return Fine;
}

/// What the options say laid over a record.
Expert asAsked(const Call& call, Expert expert, const QList<Choice>& categories)
{
    for (const ExpertField& field : expertFields())
        if (call.has(field.id))
            setExpertValue(expert, field.id, call.value(field.id), categories);
    if (call.has(u"purpose"_s))
        expert.purpose = call.value(u"purpose"_s).trimmed();
    if (call.has(u"delete-on"_s))
        expert.deleteOn = call.dateTime(u"delete-on"_s).date();
    return expert;
}

/// Keeps a record and prints it as show does; with --dry-run only prints it.
int keepAsAsked(const Call& call, Desk& desk, Expert expert)
{
    const QDate today = todayOf(call);
    if (call.has(u"dry-run"_s))
        requireWholeExpert(expert, today);
    else
        expert.key = keepExpert(desk.workspace(), expert, today);
    if (call.has(u"json"_s)) {
        QJsonObject json = expertJson(expert, today);
        json.insert(u"dryRun"_s, call.has(u"dry-run"_s));
        printJson(json);
    } else {
        print((call.has(u"dry-run"_s) ? LocalizedText{u"检查通过，没有保存：%1（%2）"_s, u"Nothing is wrong; not kept: %1 (%2)"_s} : LocalizedText{u"已保存：%1（%2），%3 号"_s, u"Kept: %1 (%2), number %3"_s})
                  .arg(expert.name, expert.unit, QString::number(expert.key))
                  .in(language()));
    }
    return Fine;
}

int addExpert(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    Expert expert;
    const QList<Choice> categories = categoriesFor(call, desk.workspace());
    setExpertValue(expert, u"name"_s, call.inputs.first(), categories);
    return keepAsAsked(call, desk, asAsked(call, expert, categories));
}

int setExpert(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    return keepAsAsked(call, desk, asAsked(call, expertOf(desk.workspace(), call.inputs.first()), categoriesFor(call, desk.workspace())));
}

/// {"number", "deleted": boolean, "assigned", "bundles", "sheets", "decisions"}
int removeExpert(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const Expert expert = expertOf(desk.workspace(), call.inputs.first());
    const ExpertTraces traces = tracesOf(desk.workspace(), expert.key);
    if (!call.has(u"dry-run"_s))
        deleteExpert(desk.workspace(), expert.key);
    if (call.has(u"json"_s))
        printJson({{u"number"_s, expert.key}, {u"deleted"_s, !call.has(u"dry-run"_s)}, {u"assigned"_s, traces.assigned}, {u"bundles"_s, traces.bundles}, {u"sheets"_s, traces.sheets},
                   {u"decisions"_s, traces.decisions}});
    else
        print((call.has(u"dry-run"_s) ? LocalizedText{u"将删除 %1 号 %2 的全部信息；编号保留在分派和评分里。"_s, u"All that is known of number %1, %2, would be deleted; the number stays in assignments and scores."_s}
                                      : LocalizedText{u"已删除 %1 号 %2 的信息；编号保留在分派和评分里。以前的备份里仍有，请一并处理。"_s, u"Number %1, %2, is deleted; the number stays in assignments and scores. Earlier backups still have the record."_s})
                  .arg(QString::number(expert.key), expert.name)
                  .in(language()));
    return Fine;
}

QJsonObject rowJson(const ExpertRow& row)
{
    QJsonArray changes;
    for (const ExpertRow::Change& each : row.changes)
        changes.append(QJsonObject{{u"field"_s, each.field}, {u"was"_s, each.was}, {u"now"_s, each.now}});
    QJsonArray remarks;
    for (const LocalizedText& each : row.remarks)
        remarks.append(each.in(language()));
    return {{u"row"_s, row.number},    {u"outcome"_s, expertOutcomeName(row.outcome)}, {u"name"_s, row.expert.name},           {u"unit"_s, row.expert.unit},
            {u"changes"_s, changes},   {u"reason"_s, row.reason.isEmpty() ? QJsonValue() : QJsonValue(row.reason.in(language()))}, {u"remarks"_s, remarks}};
}

QJsonObject importJson(const ExpertImport& preview, bool isDry)
{
    QJsonArray columns;
    for (const ExpertColumn& each : preview.columns)
        columns.append(QJsonObject{{u"heading"_s, each.heading},
                                   {u"field"_s, each.field.isEmpty() ? QJsonValue() : QJsonValue(each.field)},
                                   {u"leftOut"_s, each.leftOut.isEmpty() ? QJsonValue() : QJsonValue(each.leftOut.in(language()))}});
    QJsonArray rows;
    for (const ExpertRow& each : preview.rows)
        rows.append(rowJson(each));
    using Outcome = ExpertRow::Outcome;
    return {{u"sheet"_s, preview.sheet},
            {u"dryRun"_s, isDry},
            {u"added"_s, preview.count(Outcome::Added)},
            {u"changed"_s, preview.count(Outcome::Changed)},
            {u"unchanged"_s, preview.count(Outcome::Unchanged)},
            {u"leftOut"_s, preview.count(Outcome::LeftOut)},
            {u"columns"_s, columns},
            {u"rows"_s, rows}};
}

void tellImport(const ExpertImport& preview, bool isDry)
{
    for (const ExpertColumn& each : preview.columns)
        if (!each.leftOut.isEmpty())
            print(LocalizedText{u"列“%1”没有收：%2"_s, u"Column “%1” was left out: %2"_s}.arg(each.heading, each.leftOut).in(language()));
        else if (each.field.isEmpty())
            print(LocalizedText{u"列“%1”专家库里没有对应的栏目，没有收"_s, u"Column “%1”: the register has no such field, left out"_s}.arg(each.heading).in(language()));
    for (const ExpertRow& each : preview.rows) {
        print(LocalizedText{u"第 %1 行  %2　%3　%4"_s, u"row %1  %2  %3  %4"_s}.arg(QString::number(each.number), expertOutcomeWord(each.outcome), each.expert.name, each.expert.unit).in(language())
              + (each.reason.isEmpty() ? QString() : QString(u"："_s + each.reason.in(language()))));
        for (const ExpertRow::Change& change : each.changes)
            print(u"    %1：%2 → %3"_s.arg(change.field, change.was, change.now));
        for (const LocalizedText& remark : each.remarks)
            print(u"    "_s + remark.in(language()));
    }
    using Outcome = ExpertRow::Outcome;
    print((isDry ? LocalizedText{u"预览，没有保存：新增 %1，更新 %2，没有变化 %3，没有收 %4。"_s, u"Preview, nothing kept: %1 added, %2 changed, %3 unchanged, %4 left out."_s}
                 : LocalizedText{u"新增 %1，更新 %2，没有变化 %3，没有收 %4。"_s, u"%1 added, %2 changed, %3 unchanged, %4 left out."_s})
              .arg(QString::number(preview.count(Outcome::Added)), QString::number(preview.count(Outcome::Changed)), QString::number(preview.count(Outcome::Unchanged)),
                   QString::number(preview.count(Outcome::LeftOut)))
              .in(language()));
}

/// {"sheet", "dryRun", "added", "changed", "unchanged", "leftOut", "columns": [{"heading", "field": id or null, "leftOut": reason or null}],
/// "rows": [{"row", "outcome", "name", "unit", "changes": [{"field", "was", "now"}], "reason", "remarks"}]}
int importRegister(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const bool isDry = call.has(u"dry-run"_s);
    const ExpertImportOrder order{call.value(u"purpose"_s).trimmed(), call.has(u"delete-on"_s) ? call.dateTime(u"delete-on"_s).date() : QDate(), todayOf(call), categoriesFor(call, desk.workspace())};
    const ExpertImport preview = previewExperts(desk.workspace(), call.inputs.first(), order);
    if (!isDry)
        keepExperts(desk.workspace(), preview);
    if (call.has(u"json"_s))
        printJson(importJson(preview, isDry));
    else
        tellImport(preview, isDry);
    return Fine;
}

/// {"file"}
int writeTemplate(const Call& call)
{
    const QStringList ids = builtInCallPackIds();
    const bool isClear = call.has(u"call"_s) || ids.size() == 1;
    writeSheetFile(call.inputs.first(), {expertTemplate(isClear ? categoriesOf(packOf(call.has(u"call"_s) ? call.value(u"call"_s) : ids.first())) : QList<Choice>())});
    if (call.has(u"json"_s))
        printJson({{u"file"_s, call.inputs.first()}});
    else
        print(LocalizedText{u"已写出空表 %1"_s, u"Empty table written: %1"_s}.arg(call.inputs.first()).in(language()));
    return Fine;
}

QList<Option> withOptions(const QList<Option>& more = {})
{
    return more
           + QList<Option>{{u"call"_s, u"ID"_s, text(u"申报通知编号，类别按它认；不给则按最后建立的评审", u"id of the call that categories are of; of the review begun last when not given")},
                           {u"date"_s, u"ISO"_s, text(u"以哪一天为今天；不给则为今天", u"which day is today; today when not given")},
                           {u"json"_s, {}, text(u"在标准输出打印一个 JSON 文档", u"print one JSON document on standard output")}};
}

QList<Option> keepingOptions()
{
    return {{u"purpose"_s, u"TEXT"_s, text(u"保存专家信息的用途", u"what the record is kept for")},
            {u"delete-on"_s, u"ISO"_s, text(u"删除日期", u"day on which the record is deleted")},
            {u"dry-run"_s, {}, text(u"只检查和预览，不保存", u"only check and show, keep nothing")}};
}

QList<Option> fieldOptions(bool withName)
{
    QList<Option> options;
    for (const ExpertField& field : expertFields())
        if (withName || field.id != "name"_L1)
            options << Option{field.id, field.id == "load"_L1 ? u"N"_s : u"TEXT"_s, field.name};
    return withOptions(options + keepingOptions());
}

} // namespace

QList<Command> officeExpertCommands()
{
    return {
        deskCommand(u"office experts list"_s, {}, 0, text(u"（办公室）专家库；到期应删除的记录另行指出", u"(office) the register of experts; records past their day of deletion are named"), withOptions(),
                    {u"office experts list --json"_s}, reported<listExperts>),
        deskCommand(u"office experts show"_s, u"EXPERT"_s, 1, text(u"（办公室）一位专家（编号或姓名）：保存了什么、为什么、到哪天", u"(office) one expert, by number or name: what is kept, why and until when"), withOptions(),
                    {u"office experts show 12"_s}, reported<showExpert>),
        deskCommand(u"office experts add"_s, u"NAME"_s, 1, text(u"（办公室）登记一位专家；用途和删除日期必填", u"(office) register an expert; purpose and day of deletion are needed"), fieldOptions(false),
                    {u"office experts add 张三 --unit 某大学 --field 光电子 --purpose 本次评审 --delete-on 2030-12-31"_s}, reported<addExpert>),
        deskCommand(u"office experts set"_s, u"EXPERT"_s, 1, text(u"（办公室）更正一位专家的信息", u"(office) correct what is kept of an expert"), fieldOptions(true), {u"office experts set 12 --load 20"_s},
                    reported<setExpert>),
        deskCommand(u"office experts delete"_s, u"EXPERT"_s, 1, text(u"（办公室）删除一位专家的信息；编号保留", u"(office) delete what is kept of an expert; the number stays"),
                    withOptions({{u"dry-run"_s, {}, text(u"只说明会删除什么", u"only say what would be deleted")}}), {u"office experts delete 12"_s}, reported<removeExpert>),
        deskCommand(u"office experts import"_s, u"FILE.xlsx|FILE.csv"_s, 1,
                    text(u"（办公室）从 Excel 或 CSV 表（UTF-8、GBK）收入专家，逐行说明；证件和银行卡号的列不收", u"(office) read experts out of a table, row by row; columns of identity papers and bank cards are left out"),
                    withOptions(keepingOptions()), {u"office experts import 专家.xlsx --purpose 本次评审 --delete-on 2030-12-31 --dry-run"_s}, reported<importRegister>),
        deskCommand(u"office experts template"_s, u"OUT.xlsx"_s, 1, text(u"（办公室）写出专家登记的空表", u"(office) write an empty table for experts"), withOptions(), {u"office experts template 专家登记表.xlsx"_s},
                    reported<writeTemplate>),
    };
}

} // namespace jz::cli
