// SPDX-License-Identifier: Apache-2.0
// The office's desk: groups (分组) and assignment (分派).
#include "app/commands.h"
#include "app/office_desk.h"
#include "app/review_table_json.h"

#include "model/procedure/panel_groups.h"

#include <algorithm>

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

/// What every command of this file begins with.
struct AssignDesk
{
    AssignDesk(const Call& call, Workspace::Mode mode) : desk(call, mode), round(roundOf(call, desk.workspace())), pack(packOf(round.call)), table(reviewTable(desk.workspace(), round, pack)) {}

    Workspace& workspace() { return desk.workspace(); }

    Desk desk;
    ReviewRound round;
    const CallPack& pack;
    ReviewTable table;
};

int numberOf(const Call& call, const QString& option, int otherwise)
{
    if (!call.has(option))
        return otherwise;
    bool isNumber = false;
    const int number = call.value(option).toInt(&isNumber);
    if (!isNumber || number < 0)
        throw Error(ErrorCode::Usage, LocalizedText{u"--%1 应是不小于 0 的整数。"_s, u"--%1 is a whole number, 0 or more."_s}.arg(option), option);
    return number;
}

quint64 seedOf(const Call& call)
{
    return quint64(numberOf(call, u"seed"_s, 1));
}

QJsonObject groupsJson(const ReviewTable& table, const QHash<QUuid, QString>& dossiers, const QHash<qint64, QString>& experts)
{
    QMap<QString, std::pair<QJsonArray, QJsonArray>> groups;
    for (const ReviewedDossier& each : table.dossiers)
        groups[dossiers.value(each.submission.dossier)].first.append(
            QJsonObject{{u"dossier"_s, idText(each.submission.dossier)}, {u"title"_s, each.submission.title}, {u"category"_s, each.submission.category}});
    for (const Expert& each : table.experts)
        groups[experts.value(each.key)].second.append(QJsonObject{{u"number"_s, each.key}, {u"name"_s, each.name}, {u"unit"_s, each.unit}});
    QJsonArray list;
    for (auto each = groups.begin(); each != groups.end(); ++each)
        if (!each.key().isEmpty())
            list.append(QJsonObject{{u"name"_s, each.key()}, {u"dossiers"_s, each->first}, {u"experts"_s, each->second}});
    const auto without = groups.value(QString());
    return {{u"round"_s, table.round.name}, {u"groups"_s, list}, {u"ungrouped"_s, QJsonObject{{u"dossiers"_s, without.first}, {u"experts"_s, without.second}}}};
}

void tellGroups(const QJsonObject& json)
{
    const auto names = [](const QJsonArray& list, const QString& member) {
        QStringList all;
        for (const QJsonValue& each : list)
            all << each[member].toString();
        return all.join(u"、"_s);
    };
    const auto tell = [&](const QString& name, const QJsonValue& group) {
        const QJsonArray dossiers = group[u"dossiers"_s].toArray();
        const QJsonArray experts = group[u"experts"_s].toArray();
        print(LocalizedText{u"%1：申报书 %2 份，专家 %3 位"_s, u"%1: %2 dossiers, %3 experts"_s}.arg(name, QString::number(dossiers.size()), QString::number(experts.size())).in(language()));
        print(u"    "_s + names(experts, u"name"_s));
        for (const QJsonValue& each : dossiers)
            print(u"    %1  %2"_s.arg(each[u"dossier"_s].toString().first(8), each[u"title"_s].toString()));
    };
    const QJsonArray groups = json[u"groups"_s].toArray();
    for (const QJsonValue& each : groups)
        tell(each[u"name"_s].toString(), each);
    tell(text(u"未分组", u"without a group").in(language()), json[u"ungrouped"_s]);
}

/// What the call asks for; nothing when it only lists.
std::optional<GroupPlan> askedGroups(const Call& call, AssignDesk& at)
{
    if (call.has(u"auto"_s))
        return planGroups(at.workspace(), at.table, at.pack, numberOf(call, u"auto"_s, 0), seedOf(call));
    if (!call.has(u"group"_s)) {
        if (!call.inputs.isEmpty() || call.has(u"experts"_s))
            throw Error(ErrorCode::Usage, text(u"请用 --group 写明组名；空组名表示移出。", u"Name the group with --group; an empty name takes out."), u"group"_s);
        return {};
    }
    GroupPlan plan;
    const QString name = call.value(u"group"_s).trimmed();
    for (const QString& each : call.inputs)
        plan.dossiers.insert(submissionOf(at.workspace(), at.round, each).dossier, name);
    const QStringList experts = call.value(u"experts"_s).split(u',', Qt::SkipEmptyParts);
    for (const QString& each : experts)
        plan.experts.insert(expertOf(at.workspace(), each).key, name);
    return plan;
}

/// {"round", "dryRun", "groups": [{"name", "dossiers": [{"dossier", "title", "category"}], "experts": [{"number", "name", "unit"}]}], "ungrouped": {"dossiers", "experts"}}
int groups(const Call& call)
{
    const bool isList = !call.has(u"auto"_s) && !call.has(u"group"_s);
    AssignDesk at(call, isList ? Workspace::Mode::WriteOrRead : Workspace::Mode::Write);
    QHash<QUuid, QString> dossiers;
    QHash<qint64, QString> experts;
    for (const ReviewedDossier& each : at.table.dossiers)
        dossiers.insert(each.submission.dossier, each.panel);
    for (const Expert& each : std::as_const(at.table.experts))
        experts.insert(each.key, each.panel);
    if (const auto plan = askedGroups(call, at)) {
        dossiers.insert(plan->dossiers);
        experts.insert(plan->experts);
        if (!call.has(u"dry-run"_s))
            keepGroups(at.workspace(), at.table, *plan, at.desk.person());
    }
    QJsonObject json = groupsJson(at.table, dossiers, experts);
    json.insert(u"dryRun"_s, call.has(u"dry-run"_s));
    if (call.has(u"json"_s))
        printJson(json);
    else
        tellGroups(json);
    return Fine;
}

QJsonArray pairsJson(const QList<ReviewPair>& pairs)
{
    QJsonArray json;
    for (const ReviewPair& each : pairs)
        json.append(QJsonArray{idText(each.first), each.second});
    return json;
}

QJsonArray wordsJson(const QList<LocalizedText>& words)
{
    QJsonArray json;
    for (const LocalizedText& each : words)
        json.append(each.in(language()));
    return json;
}

QJsonArray loadsJson(const ReviewTable& table, const QList<ReviewPair>& pairs)
{
    QMap<qint64, int> loads;
    for (const ReviewPair& each : pairs)
        ++loads[each.second];
    QJsonArray json;
    for (const Expert& each : table.experts)
        if (loads.contains(each.key))
            json.append(QJsonObject{{u"number"_s, each.key}, {u"name"_s, each.name}, {u"dossiers"_s, loads.value(each.key)}});
    return json;
}

QJsonObject planJson(const AssignDesk& at, const AssignmentPlan& plan, bool isKept)
{
    const QJsonObject& detail = plan.record.detail;
    return {{u"round"_s, at.round.name},
            {u"mode"_s, plan.record.mode},
            {u"rules"_s, detail.value(u"rules"_s)},
            {u"complete"_s, plan.isComplete()},
            {u"cost"_s, plan.result.cost},
            {u"kept"_s, isKept},
            {u"pairs"_s, pairsJson(plan.record.pairs)},
            {u"added"_s, pairsJson(plan.added)},
            {u"removed"_s, pairsJson(plan.removed)},
            {u"experts"_s, loadsJson(at.table, plan.record.pairs)},
            {u"shortages"_s, detail.value(u"shortages"_s)},
            {u"belowNormal"_s, detail.value(u"belowNormal"_s)},
            {u"words"_s, wordsJson(plan.shortages)},
            {u"remarks"_s, wordsJson(plan.remarks)}};
}

void tellPairs(const AssignDesk& at, const QList<ReviewPair>& pairs, const LocalizedText& word)
{
    for (const ReviewPair& each : pairs) {
        const int dossier = at.table.dossierAt(each.first);
        const int expert = at.table.expertAt(each.second);
        print(u"%1　%2  %3　%4"_s.arg(word.in(language()), idText(each.first).first(8), dossier < 0 ? QString() : at.table.dossiers[size_t(dossier)].submission.title,
                                    expert < 0 ? QString::number(each.second) : at.table.experts.at(expert).name));
    }
}

/// Keeps a plan where it may be kept, and prints it: exit code 1 while a dossier lacks something.
int settle(const Call& call, AssignDesk& at, const AssignmentPlan& plan, bool mayLack)
{
    const bool isDry = call.has(u"dry-run"_s);
    const bool isKept = !isDry && (plan.isComplete() || mayLack);
    if (isKept)
        keepPlan(at.workspace(), at.round, plan, call.value(u"reason"_s).trimmed(), at.desk.person());
    if (call.has(u"json"_s)) {
        printJson(planJson(at, plan, isKept));
        return plan.isComplete() ? Fine : Wrong;
    }
    tellPairs(at, plan.added, text(u"新分派", u"assigned"));
    tellPairs(at, plan.removed, text(u"取消", u"taken back"));
    for (const LocalizedText& each : plan.shortages)
        print(each.in(language()));
    for (const LocalizedText& each : plan.remarks)
        print(each.in(language()));
    print(LocalizedText{u"共 %1 对，代价 %2；%3"_s, u"%1 pairs, cost %2; %3"_s}
              .arg(QString::number(plan.record.pairs.size()), QString::number(plan.result.cost),
                   isKept  ? text(u"已保存。", u"kept.")
                   : isDry ? text(u"预览，没有保存。", u"a preview, not kept.")
                           : text(u"有申报书不够位数，没有保存。增加专家或上限后重做；确要先保存的，加 --partial。", u"dossiers lack experts, not kept. Add experts or loads; --partial keeps it all the same."))
              .in(language()));
    return plan.isComplete() ? Fine : Wrong;
}

/// {"round", "mode", "rules": {"mode", "seed", "least", "normal", "foreign", "load"}, "complete", "cost", "kept", "pairs": [[dossier, number]], "added", "removed", "experts": [{"number", "name", "dossiers"}],
/// "shortages": [{"dossier", "missing", "missingForeign", "possible", "full"}], "belowNormal": [dossier], "words", "remarks"}; so of all that change it
int assign(const Call& call)
{
    AssignDesk at(call, Workspace::Mode::Write);
    AssignOrder order = orderOf(at.pack);
    if (call.has(u"mode"_s))
        order.mode = call.value(u"mode"_s);
    order.seed = seedOf(call);
    order.least = numberOf(call, u"least"_s, order.least);
    order.normal = numberOf(call, u"normal"_s, std::max(order.least, order.normal));
    order.foreign = numberOf(call, u"foreign"_s, 0);
    order.load = numberOf(call, u"load"_s, 0);
    return settle(call, at, planAssignment(at.workspace(), at.table, order), call.has(u"partial"_s));
}

int replace(const Call& call)
{
    AssignDesk at(call, Workspace::Mode::Write);
    return settle(call, at, planReplacement(at.workspace(), at.table), call.has(u"partial"_s));
}

int changeByHand(const Call& call, int from, int to)
{
    AssignDesk at(call, Workspace::Mode::Write);
    HandChange change;
    change.dossier = submissionOf(at.workspace(), at.round, call.inputs.first()).dossier;
    if (from > 0)
        change.from = expertOf(at.workspace(), call.inputs.at(from)).key;
    if (to > 0)
        change.to = expertOf(at.workspace(), call.inputs.at(to)).key;
    if (call.value(u"reason"_s).trimmed().isEmpty())
        throw Error(ErrorCode::Usage, text(u"请写明理由（--reason）。", u"Give the reason (--reason)."), u"reason"_s);
    return settle(call, at, planByHand(at.workspace(), at.table, change), true);
}

int moveByHand(const Call& call)
{
    return changeByHand(call, 1, 2);
}

int addByHand(const Call& call)
{
    return changeByHand(call, 0, 1);
}

int removeByHand(const Call& call)
{
    return changeByHand(call, 1, 0);
}

int showAssignment(const Call& call)
{
    AssignDesk at(call, Workspace::Mode::WriteOrRead);
    const AssignmentPlan plan = assessedPlan(at.workspace(), at.table);
    if (call.has(u"json"_s)) {
        printJson(planJson(at, plan, true));
        return plan.isComplete() ? Fine : Wrong;
    }
    tellPairs(at, plan.record.pairs, text(u"分派", u"assigned"));
    for (const LocalizedText& each : plan.shortages)
        print(each.in(language()));
    for (const LocalizedText& each : plan.remarks)
        print(each.in(language()));
    return plan.isComplete() ? Fine : Wrong;
}

/// {"round", "records": [{"mode", "at", "reason", "pairs": number, "cost", "reproduced"}]}
int history(const Call& call)
{
    Desk desk(call, Workspace::Mode::WriteOrRead);
    const ReviewRound round = roundOf(call, desk.workspace());
    QJsonArray json;
    bool isFine = true;
    const QList<AssignmentRecord> all = desk.workspace().experts().assignments(round.key);
    for (const AssignmentRecord& each : all) {
        const bool same = isReproduced(each);
        isFine = isFine && same;
        const qint64 cost = each.detail.value(u"cost"_s).toInteger();
        json.append(QJsonObject{{u"mode"_s, each.mode}, {u"at"_s, each.at.toString(Qt::ISODate)}, {u"reason"_s, each.reason}, {u"pairs"_s, each.pairs.size()}, {u"cost"_s, cost}, {u"reproduced"_s, same}});
        if (!call.has(u"json"_s))
            print(u"%1　%2　%3　%4　%5"_s.arg(each.at.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s), each.mode, QString::number(each.pairs.size()),
                                             (same ? text(u"重算一致", u"comes out again") : text(u"重算不一致", u"does not come out again")).in(language()), each.reason));
    }
    if (call.has(u"json"_s))
        printJson({{u"round"_s, round.name}, {u"records"_s, json}});
    return isFine ? Fine : Wrong;
}

QList<Option> withOptions(const QList<Option>& more = {}, bool changes = true)
{
    QList<Option> options = more;
    if (changes)
        options << Option{u"dry-run"_s, {}, text(u"只预览，不保存", u"only show, keep nothing")};
    return options + QList<Option>{roundOption(), {u"json"_s, {}, text(u"在标准输出打印一个 JSON 文档", u"print one JSON document on standard output")}};
}

const Option reasonOption{u"reason"_s, u"TEXT"_s, text(u"理由", u"why"), true};
const Option seedOption{u"seed"_s, u"N"_s, text(u"随机种子；同样的种子得到同样的结果，默认 1", u"the same seed gives the same result; 1 when not given")};
const Option partialOption{u"partial"_s, {}, text(u"有申报书位数不够时也保存", u"keep it although dossiers lack experts")};

} // namespace

QList<Command> officeAssignCommands()
{
    // The shorter name comes last: commands are found by the words they begin with.
    return {
        deskCommand(u"office groups"_s, u"[DOSSIER…]"_s, 0, text(u"（办公室）分组：列出、自动分成几组，或把申报书和专家放进一组", u"(office) groups: list them, make so many, or put dossiers and experts into one"),
                    withOptions({{u"auto"_s, u"N"_s, text(u"自动分成 N 组", u"divide everything into N groups")},
                                 seedOption,
                                 {u"group"_s, u"NAME"_s, text(u"组名；空的表示移出", u"name of the group; empty takes out")},
                                 {u"experts"_s, u"E,E…"_s, text(u"放进这一组的专家（编号或姓名）", u"experts to put into it, by number or name")}}),
                    {u"office groups --auto 6 --dry-run"_s, u"office groups 3f2a 77b0 --group 光电组 --experts 3,12"_s}, reported<groups>, true),
        deskCommand(u"office assign show"_s, {}, 0, text(u"（办公室）现在的分派，以及还缺什么", u"(office) who scores what, and what is lacking"), withOptions({}, false), {u"office assign show --json"_s}, reported<showAssignment>),
        deskCommand(u"office assign history"_s, {}, 0, text(u"（办公室）历次分派，并逐次重算核对", u"(office) all assignments so far, each computed again"), withOptions({}, false), {u"office assign history"_s}, reported<history>),
        deskCommand(u"office assign move"_s, u"DOSSIER FROM TO"_s, 3, text(u"（办公室）手工改派；回避的和已发出的不能改", u"(office) move by hand; not to an excluded expert, and not what went out"), withOptions({reasonOption}),
                    {u"office assign move 3f2a 3 12 --reason 专业更对口"_s}, reported<moveByHand>),
        deskCommand(u"office assign add"_s, u"DOSSIER EXPERT"_s, 2, text(u"（办公室）手工加一位专家", u"(office) add an expert by hand"), withOptions({reasonOption}), {u"office assign add 3f2a 12 --reason 补一位"_s},
                    reported<addByHand>),
        deskCommand(u"office assign remove"_s, u"DOSSIER EXPERT"_s, 2, text(u"（办公室）手工取消一位专家", u"(office) take an expert away by hand"), withOptions({reasonOption}),
                    {u"office assign remove 3f2a 12 --reason 本人请辞"_s}, reported<removeByHand>),
        deskCommand(u"office assign replace"_s, {}, 0, text(u"（办公室）为不够位数的申报书补专家，其他都不动", u"(office) experts for dossiers below the minimum; nothing else moves"),
                    withOptions({partialOption, {u"reason"_s, u"TEXT"_s, text(u"理由", u"why")}}), {u"office assign replace --dry-run"_s}, reported<replace>),
        deskCommand(u"office assign"_s, {}, 0, text(u"（办公室）分派：按组，或逐份求最优；评审包已发出的不动", u"(office) assign by groups, or dossier by dossier at the least cost; what went out stays"),
                    withOptions({{u"mode"_s, u"groups|flow"_s, text(u"groups 分组评审（默认）、flow 逐份分派", u"groups (default) or flow")},
                                 seedOption,
                                 {u"least"_s, u"N"_s, text(u"每份至少几位；默认按评分标准", u"at least so many experts a dossier; as the rubric says")},
                                 {u"normal"_s, u"N"_s, text(u"每份通常几位；默认按评分标准", u"normally so many; as the rubric says")},
                                 {u"foreign"_s, u"N"_s, text(u"其中至少几位来自其他组（flow）", u"at least so many of them from another group (flow)")},
                                 {u"load"_s, u"N"_s, text(u"没有自己上限的专家最多几份", u"most dossiers of experts without a limit of their own")},
                                 partialOption,
                                 {u"reason"_s, u"TEXT"_s, text(u"说明", u"remark")}}),
                    {u"office assign"_s, u"office assign --mode flow --seed 7 --foreign 1 --dry-run --json"_s}, reported<assign>),
    };
}

} // namespace jz::cli
