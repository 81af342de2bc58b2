// SPDX-License-Identifier: Apache-2.0
// The office's desk: conflicts of interest (回避) between experts and dossiers.
#include "app/commands.h"
#include "app/office_desk.h"
#include "app/review_table_json.h"

#include "model/review/expert_table.h"

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

/// A table of people who were not asked yet, in the shape of the register's; nothing is kept of them.
QList<Expert> candidatesIn(const QString& path, const CallPack& pack, QJsonArray* leftOut)
{
    const QDate today = QDate::currentDate();
    const ExpertImport read = expertImport(readTableFile(path), {}, {u"candidates"_s, today.addDays(1), today, categoriesOf(pack)});
    for (const ExpertRow& each : read.rows) {
        if (each.outcome != ExpertRow::Outcome::LeftOut)
            continue;
        leftOut->append(QJsonObject{{u"row"_s, each.number}, {u"reason"_s, each.reason.in(language())}});
        complain(LocalizedText{u"第 %1 行没有核查：%2"_s, u"Row %1 was not looked at: %2"_s}.arg(QString::number(each.number), each.reason).in(language()));
    }
    return read.kept();
}

QString requireExpert(const ReviewTable& table, const QString& asked)
{
    for (const Expert& each : table.experts)
        if (each.name == asked.trimmed() || QString::number(each.key) == asked.trimmed())
            return asked.trimmed();
    throw Error(ErrorCode::Usage, LocalizedText{u"没有专家“%1”。"_s, u"There is no expert “%1”."_s}.arg(asked), asked);
}

/// {"round", "experts", "dossiers", "excluded", "lookAt", "notes", "conflicts": [{"expert", "name", "dossier", "title", "grade", "decided",
/// "evidence": [{"rule", "grade", "field", "row", "column", "words", "of", "message"}]}], "elsewhere": [{"expert", "name", "dossiers"}], "leftOut": [{"row", "reason"}]}
int listConflicts(const Call& call)
{
    Desk desk(call, Workspace::Mode::WriteOrRead);
    const ReviewRound round = roundOf(call, desk.workspace());
    const CallPack& pack = packOf(round.call);
    QJsonArray leftOut;
    ReviewTableOrder order;
    order.onlyAdmitted = false;
    if (call.has(u"candidates"_s)) {
        order.candidates = candidatesIn(call.value(u"candidates"_s), pack, &leftOut);
        if (order.candidates.isEmpty())
            throw Error(ErrorCode::Usage, text(u"表里没有可以核查的人选。", u"The table has no candidate that could be looked at."), call.value(u"candidates"_s));
    }
    const ReviewTable table = reviewTable(desk.workspace(), round, pack, order);
    ConflictChoice choice;
    choice.withNotes = call.has(u"notes"_s) || call.has(u"expert"_s) || call.has(u"dossier"_s);
    if (call.has(u"dossier"_s))
        choice.dossier = submissionOf(desk.workspace(), round, call.value(u"dossier"_s)).dossier;
    if (call.has(u"expert"_s))
        choice.expert = requireExpert(table, call.value(u"expert"_s));
    if (call.has(u"json"_s)) {
        QJsonObject json = conflictsJson(table, choice);
        json.insert(u"leftOut"_s, leftOut);
        printJson(json);
    } else {
        tellConflicts(table, choice);
    }
    return Fine;
}

/// {"expert", "dossier", "decision", "reason"}
int decide(const Call& call, bool excluded)
{
    Desk desk(call, Workspace::Mode::Write);
    const ReviewRound round = roundOf(call, desk.workspace());
    const Expert expert = expertOf(desk.workspace(), call.inputs.at(0));
    const Submission submission = submissionOf(desk.workspace(), round, call.inputs.at(1));
    ReviewTableOrder order;
    order.onlyAdmitted = false;
    const ReviewTable table = reviewTable(desk.workspace(), round, packOf(round.call), order);
    const int dossier = table.dossierAt(submission.dossier);
    if (dossier < 0)
        throw Error(ErrorCode::Usage, LocalizedText{u"“%1”没有提交评审。"_s, u"“%1” does not go to review."_s}.arg(submission.title), submission.title);
    decideConflict(desk.workspace(), table, dossier, table.expertAt(expert.key), excluded, call.value(u"reason"_s), desk.person());
    if (call.has(u"json"_s))
        printJson({{u"expert"_s, expert.key}, {u"dossier"_s, idText(submission.dossier)}, {u"decision"_s, excluded ? u"excluded"_s : u"cleared"_s}, {u"reason"_s, call.value(u"reason"_s).trimmed()}});
    else
        print((excluded ? LocalizedText{u"已决定：%1 对“%2”回避。"_s, u"Decided: %1 is excluded from “%2”."_s} : LocalizedText{u"已决定：%1 对“%2”不需回避。"_s, u"Decided: %1 is cleared for “%2”."_s})
                  .arg(expert.name, submission.title)
                  .in(language()));
    return Fine;
}

int exclude(const Call& call)
{
    return decide(call, true);
}

int clearPair(const Call& call)
{
    return decide(call, false);
}

QList<Option> withOptions(const QList<Option>& more)
{
    return more + QList<Option>{roundOption(), {u"json"_s, {}, text(u"在标准输出打印一个 JSON 文档", u"print one JSON document on standard output")}};
}

const Option reasonOption{u"reason"_s, u"TEXT"_s, text(u"理由", u"why"), true};

} // namespace

QList<Command> officeConflictCommands()
{
    return {
        // The shorter name comes last: commands are found by the words they begin with.
        deskCommand(u"office conflicts exclude"_s, u"EXPERT DOSSIER"_s, 2, text(u"（办公室）核实后决定回避", u"(office) looked at: excluded"), withOptions({reasonOption}),
                    {u"office conflicts exclude 12 3f2a --reason 电话核实为同一人"_s}, reported<exclude>),
        deskCommand(u"office conflicts clear"_s, u"EXPERT DOSSIER"_s, 2, text(u"（办公室）核实后决定不需回避；回避情形不能解除", u"(office) looked at: no conflict; what is excluded stays so"), withOptions({reasonOption}),
                    {u"office conflicts clear 12 3f2a --reason 同名不同人"_s}, reported<clearPair>),
        deskCommand(u"office conflicts"_s, {}, 0,
                    text(u"（办公室）专家与申报书之间的回避情形：回避、待核实、提示，附依据；可对尚未邀请的人选表核查", u"(office) conflicts of interest between experts and dossiers with their evidence; of a table of candidates before anyone is asked"),
                    withOptions({{u"expert"_s, u"EXPERT"_s, text(u"只看这位专家（编号或姓名）", u"only this expert, by number or name")},
                                 {u"dossier"_s, u"ID"_s, text(u"只看这份申报书", u"only this dossier")},
                                 {u"candidates"_s, u"FILE"_s, text(u"对这张表（xlsx、csv）里的人选核查，不保存", u"look at the candidates of this table, keep nothing")},
                                 {u"notes"_s, {}, text(u"连同提示", u"with notes too")}}),
                    {u"office conflicts --json"_s, u"office conflicts --candidates 拟聘专家.xlsx"_s}, reported<listConflicts>),
    };
}

} // namespace jz::cli
