// SPDX-License-Identifier: Apache-2.0
// The expert's desk: points, comments, opinion; by hand or out of a spreadsheet.
#include "app/commands.h"
#include "app/review_desk.h"

#include "model/base/counted_text.h"
#include "model/review/score_table.h"

#include <algorithm>

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

int tellProgress(const Call& call, const ExpertPanel& panel)
{
    if (call.has(u"json"_s))
        printJson(progressJson(panel));
    else
        printProgress(panel);
    return Fine;
}

void enterPoints(PanelEntry& entry, const QStringList& given, const Rubric& rubric)
{
    for (const QString& each : given) {
        const Criterion& criterion = criterionOf(rubric, each.section(u'=', 0, 0).trimmed());
        if (!each.contains(u'='))
            throw Error(ErrorCode::Usage, LocalizedText{u"分数的写法是“评分项=分数”，写的是“%1”。"_s, u"Points are written CRITERION=POINTS, not “%1”."_s}.arg(each), each);
        const TypedPoints typed = readPoints(each.section(u'=', 1), criterion, rubric);
        if (typed.points)
            entry.points.insert(criterion.id, *typed.points);
        else if (typed.problem.zh.isEmpty())
            entry.points.remove(criterion.id);
        else
            throw Error(ErrorCode::Usage, typed.problem, criterion.id);
    }
}

void enterWords(PanelEntry& entry, const Call& call, const Rubric& rubric)
{
    for (const auto& [criterion, words] : pairsOf(call, u"comment"_s)) {
        const QString id = criterionOf(rubric, criterion).id;
        if (words.trimmed().isEmpty())
            entry.comments.remove(id);
        else
            entry.comments.insert(id, words.trimmed());
    }
    if (call.has(u"remark"_s))
        entry.comment = call.value(u"remark"_s).trimmed();
    if (call.has(u"note"_s))
        entry.note = call.value(u"note"_s);
    if (call.has(u"opinion"_s)) {
        entry.opinion = call.value(u"opinion"_s);
        if (!QStringList{u"agree"_s, u"revise"_s, u"disagree"_s, QString()}.contains(entry.opinion))
            throw Error(ErrorCode::Usage, LocalizedText{u"结论是 agree（同意）、revise（修改后同意）或 disagree（不同意），写的是“%1”。"_s, u"The opinion is agree, revise or disagree, not “%1”."_s}.arg(entry.opinion), u"opinion"_s);
    }
    if (call.has(u"visit"_s) || call.has(u"no-visit"_s))
        entry.visit = call.has(u"visit"_s);
}

int score(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    ExpertPanel panel(desk.workspace(), call.inputs.first());
    const PanelDossier& dossier = panel.dossier(dossierNumber(call.inputs.at(1)));
    PanelEntry entry = panel.entry(dossier);
    const Rubric rubric = panel.rubric(dossier);
    enterPoints(entry, call.inputs.mid(2), rubric);
    enterWords(entry, call, rubric);
    if (call.has(u"void"_s)) {
        entry.conflict = call.value(u"void"_s).trimmed();
        if (entry.conflict.isEmpty())
            throw Error(ErrorCode::Usage, text(u"作废评分请写明理由（--void 理由）。", u"Give the reason for voiding the scores (--void REASON)."), u"void"_s);
    }
    if (call.has(u"judge"_s))
        entry.conflict.clear();
    panel.keep({entry});
    return tellProgress(call, panel);
}

int rank(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    ExpertPanel panel(desk.workspace(), call.inputs.first());
    QList<int> numbers;
    for (const QString& each : call.inputs.mid(1))
        numbers << dossierNumber(each);
    panel.rank(numbers);
    return tellProgress(call, panel);
}

int exportTable(const Call& call)
{
    Desk desk(call, Workspace::Mode::WriteOrRead);
    const ExpertPanel panel(desk.workspace(), call.inputs.first());
    const QString& out = call.inputs.at(1);
    writeScoreTable(panel.panel(), panel.scores(), panel.pack(), out);
    if (call.has(u"json"_s))
        printJson({{u"panel"_s, panel.panel().number}, {u"file"_s, out}, {u"code"_s, formCode(panel.panel())}});
    else
        print(LocalizedText{u"已写出 %1（代码 %2）"_s, u"Written: %1 (code %2)"_s}.arg(out, formCode(panel.panel())).in(language()));
    return Fine;
}

/// What a table says, with the scratch notes that stand here; empty lines change nothing.
QList<PanelEntry> entriesFrom(const FilledTable& filled, const ExpertPanel& panel)
{
    QList<PanelEntry> entries;
    for (const DossierScores& each : filled.dossiers) {
        PanelEntry entry = panel.entry(*panel.panel().dossier(each.dossier));
        if (each.points.isEmpty() && each.comments.isEmpty() && each.opinion.isEmpty() && each.comment.isEmpty() && each.conflict.isEmpty())
            continue;
        entry.points = each.points;
        entry.comments = each.comments;
        entry.opinion = each.opinion;
        entry.visit = each.visit;
        entry.comment = each.comment;
        entry.conflict = each.conflict;
        entries << entry;
    }
    return entries;
}

int importTable(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const QString& path = call.inputs.first();
    ExpertPanel panel(desk.workspace(), panelOfScoreTable(path));
    const FilledTable filled = readScoreTable(path, panel.panel(), panel.pack());
    const QList<PanelEntry> entries = entriesFrom(filled, panel);
    const bool taken = filled.bad.isEmpty() && !call.has(u"dry-run"_s);
    if (taken)
        panel.keep(entries);
    if (call.has(u"json"_s)) {
        QJsonArray bad;
        for (const BadCell& each : filled.bad)
            bad.append(QJsonObject{{u"cell"_s, each.address}, {u"message"_s, each.message.in(language())}});
        printJson({{u"panel"_s, panel.panel().number}, {u"taken"_s, taken}, {u"dossiers"_s, entries.size()}, {u"bad"_s, bad}});
    } else {
        for (const BadCell& each : filled.bad)
            complain(each.address + u"　"_s + each.message.in(language()));
        print(taken ? counted(u"已读入 %1 份。", u"%1 {dossier|dossiers} taken in.").arg(QString::number(entries.size())).in(language())
                    : text(u"没有读入任何内容。", u"Nothing was taken in.").in(language()));
    }
    return filled.bad.isEmpty() ? Fine : Wrong;
}

const Option json{u"json"_s, {}, text(u"在标准输出打印一个 JSON 文档", u"print one JSON document on standard output")};

} // namespace

QList<Command> reviewScoreCommands()
{
    return {
        deskCommand(u"review score"_s, u"PANEL NUMBER [CRITERION=POINTS…]"_s, 2,
                    text(u"（专家）评一份：分数（全角数字、“8分”都可）、评语、结论；写入后即保存", u"(expert) judge one dossier: points, comments, opinion; kept at once"),
                    {{u"comment"_s, u"CRITERION=TEXT"_s, text(u"一个评分项的评语；可重复", u"comment on a criterion; may be repeated")},
                     {u"remark"_s, u"TEXT"_s, text(u"总评", u"comment on the whole")},
                     {u"opinion"_s, u"O"_s, text(u"结论：agree、revise、disagree", u"agree, revise or disagree")},
                     {u"visit"_s, {}, text(u"需实地考察", u"a site visit is needed")},
                     {u"no-visit"_s, {}, text(u"不需实地考察", u"no site visit is needed")},
                     {u"void"_s, u"REASON"_s, text(u"发现利害关系：作废此份评分，写明理由", u"a conflict was found: the scores are void, and why")},
                     {u"judge"_s, {}, text(u"撤回回避，继续评审", u"take the conflict back and go on judging")},
                     {u"note"_s, u"TEXT"_s, text(u"草稿笔记，不离开本机", u"scratch note, never leaves this laptop")},
                     json},
                    {u"review score P-2030-003-1 3 1=7.5 \"2=１０分\" --comment 1=定位清楚 --opinion agree"_s}, reported<score>, true),
        deskCommand(u"review rank"_s, u"PANEL NUMBER…"_s, 1, text(u"（专家）本人排序，从优到次；不给编号则取消", u"(expert) own order, best first; none takes it away"), {json}, {u"review rank P-2030-003-1 3 1 2"_s},
                    reported<rank>, true),
        deskCommand(u"review export-xlsx"_s, u"PANEL OUT"_s, 2, text(u"（专家）写出带锁的电子评分表", u"(expert) write a locked spreadsheet of the scores"), {json}, {u"review export-xlsx P-2030-003-1 评分表.xlsx"_s},
                    reported<exportTable>),
        deskCommand(u"review import-xlsx"_s, u"IN"_s, 1, text(u"（专家）读入填好的电子评分表；有误的单元格逐一指出，都正确才读入", u"(expert) read the filled spreadsheet; bad cells are named, and nothing is taken in then"),
                    {{u"dry-run"_s, {}, text(u"只检查", u"only check it")}, json}, {u"review import-xlsx 评分表.xlsx"_s}, reported<importTable>),
    };
}

} // namespace jz::cli
