// SPDX-License-Identifier: Apache-2.0
// The office's desk: score sheets that come back, typed in from paper, scores struck out.
#include "app/commands.h"
#include "app/office_desk.h"

#include "model/base/json_file.h"
#include "model/procedure/review_results.h"
#include "model/procedure/score_intake.h"
#include "model/procedure/typed_scores.h"
#include "model/review/results_json.h"

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestTyped = 5'000'000;

Option dryRunOption()
{
    return {u"dry-run"_s, {}, text(u"只看会怎样，什么也不改", u"only say what would happen")};
}

QString outcomeName(SheetArrival::Outcome outcome)
{
    switch (outcome) {
    case SheetArrival::Outcome::Accepted: return u"accepted"_s;
    case SheetArrival::Outcome::Known: return u"known"_s;
    case SheetArrival::Outcome::Refused: return u"refused"_s;
    }
    return {};
}

LocalizedText outcomeWord(SheetArrival::Outcome outcome)
{
    switch (outcome) {
    case SheetArrival::Outcome::Accepted: return text(u"已收入", u"accepted");
    case SheetArrival::Outcome::Known: return text(u"以前已收入", u"accepted before");
    case SheetArrival::Outcome::Refused: return text(u"没有收入", u"refused");
    }
    return {};
}

QJsonObject arrivalJson(const SheetArrival& arrival)
{
    QJsonArray reasons;
    for (const SheetRefusal& each : arrival.refusals)
        reasons << QJsonObject{{u"code"_s, each.code}, {u"message"_s, each.words.in(language())}};
    QJsonArray notes;
    for (const LocalizedText& each : arrival.notes)
        notes << each.in(language());
    QJsonArray conflicts;
    for (const ConflictDecision& each : arrival.declared)
        conflicts << QJsonObject{{u"dossier"_s, idText(each.dossier)}, {u"reason"_s, each.reason}};
    return {{u"file"_s, arrival.file},
            {u"outcome"_s, outcomeName(arrival.outcome)},
            {u"expert"_s, arrival.expert ? QJsonValue(arrival.expert) : QJsonValue()},
            {u"name"_s, arrival.expertName},
            {u"panel"_s, arrival.panel},
            {u"version"_s, arrival.version},
            {u"replaces"_s, arrival.replaces ? QJsonValue(arrival.replaces) : QJsonValue()},
            {u"answer"_s, arrival.answer},
            {u"code"_s, arrival.code},
            {u"scored"_s, arrival.scored},
            {u"conflicts"_s, conflicts},
            {u"reasons"_s, reasons},
            {u"notes"_s, notes}};
}

void printArrival(const SheetArrival& arrival)
{
    QString line = arrival.file + u"  "_s + outcomeWord(arrival.outcome).in(language());
    if (arrival.outcome != SheetArrival::Outcome::Refused)
        line += u"  "_s
                + (arrival.answer == u"declined" ? LocalizedText{u"%1 不能承担评审"_s, u"%1 declines"_s}.arg(arrival.expertName)
                                                 : LocalizedText{u"%1 第 %2 版，%3 项有评分"_s, u"%1, version %2, %3 dossiers scored"_s}.arg(
                                                       arrival.expertName, QString::number(arrival.version), QString::number(arrival.scored)))
                      .in(language());
    print(line);
    for (const SheetRefusal& each : arrival.refusals)
        print(u"    "_s + each.words.in(language()));
    for (const LocalizedText& each : arrival.notes)
        print(u"    "_s + each.in(language()));
    for (const ConflictDecision& each : arrival.declared)
        print(u"    "_s + LocalizedText{u"声明回避 %1：%2"_s, u"conflict declared on %1: %2"_s}.arg(idText(each.dossier), each.reason).in(language()));
}

/// {"round", "sheets": [see arrivalJson()], "accepted", "refused"}; exit 1 when one was refused.
int collect(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const ReviewRound round = roundOf(call, desk.workspace());
    const CallPack& pack = packOf(round.call);
    QJsonArray sheets;
    int accepted = 0;
    int refused = 0;
    for (const QString& file : call.inputs) {
        const SheetArrival arrival = collectSheet(desk.workspace(), round, pack, file, desk.person(), call.has(u"dry-run"_s));
        accepted += arrival.outcome == SheetArrival::Outcome::Accepted;
        refused += arrival.outcome == SheetArrival::Outcome::Refused;
        sheets << arrivalJson(arrival);
        if (!call.has(u"json"_s))
            printArrival(arrival);
    }
    if (call.has(u"json"_s))
        printJson({{u"round"_s, round.name}, {u"sheets"_s, sheets}, {u"accepted"_s, accepted}, {u"refused"_s, refused}});
    return refused ? Wrong : Fine;
}

QString stateName(TypedOutcome::State state)
{
    switch (state) {
    case TypedOutcome::State::Kept: return u"kept"_s;
    case TypedOutcome::State::Differs: return u"differs"_s;
    case TypedOutcome::State::Accepted: return u"accepted"_s;
    }
    return {};
}

void printTyped(const TypedOutcome& outcome)
{
    switch (outcome.state) {
    case TypedOutcome::State::Kept:
        print(text(u"第一遍已录入。请再录一遍（最好换一位经办人），两遍一致才收入。", u"Typed once. Type it again, best by another person: it counts when both agree.").in(language()));
        break;
    case TypedOutcome::State::Differs:
        print(text(u"两遍不一致，没有收入。请对照原件，用 --pass 1 或 --pass 2 重录有误的一遍：", u"The two differ, nothing counts yet. Look at the sheet and type the wrong one again (--pass 1 or 2):")
                  .in(language()));
        break;
    case TypedOutcome::State::Accepted:
        print(LocalizedText{u"两遍一致，已收入（第 %1 版）。"_s, u"Both agree: accepted (version %1)."_s}.arg(QString::number(outcome.version)).in(language()));
        break;
    }
    for (const TypedDifference& each : outcome.differences)
        print(LocalizedText{u"    %1　%2：第一遍 %3，第二遍 %4"_s, u"    %1, %2: first %3, second %4"_s}.arg(each.title, each.label, each.first.isEmpty() ? u"—"_s : each.first, each.second.isEmpty() ? u"—"_s : each.second).in(language()));
    if (outcome.state != TypedOutcome::State::Kept && !outcome.hasPhoto)
        print(text(u"还没有签字评分表的照片，请用 --photo 附上。", u"There is no photo of the signed sheet: add one with --photo.").in(language()));
    if (outcome.state == TypedOutcome::State::Accepted && outcome.samePerson)
        print(text(u"两遍由同一位经办人录入。", u"Both were typed by the same person.").in(language()));
}

/// {"expert", "name", "state": "kept"|"differs"|"accepted", "pass", "differences": [{"dossier", "title", "criterion", "label", "first", "second"}], "version", "samePerson", "photo"};
/// exit 1 when the two differ.
int enterTyped(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const ReviewRound round = roundOf(call, desk.workspace());
    const Expert expert = expertOf(desk.workspace(), call.inputs.first());
    TypedEntry entry;
    entry.expert = expert.key;
    entry.photo = call.value(u"photo"_s);
    if (call.inputs.size() > 1)
        entry.lines = typedLines(readJsonObject(call.inputs.at(1), largestTyped), call.inputs.at(1));
    for (const QString& setting : call.options.values(u"set"_s))
        addTypedLine(entry.lines, setting);
    if (entry.lines.isEmpty())
        throw Error(ErrorCode::Usage, text(u"没有可录入的内容：请给出 SHEET.json，或用 --set 序号.评分项=分数。", u"Nothing to enter: give SHEET.json, or --set NUMBER.criterion=points."), u"set"_s);
    if (call.has(u"pass"_s)) {
        entry.pass = call.value(u"pass"_s).toInt();
        if (entry.pass != 1 && entry.pass != 2)
            throw Error(ErrorCode::Usage, text(u"--pass 后面写 1 或 2。", u"--pass takes 1 or 2."), u"pass"_s);
    }
    const TypedOutcome outcome = enterSheet(desk.workspace(), round, packOf(round.call), entry, desk.person(), call.has(u"dry-run"_s));
    QJsonArray differences;
    for (const TypedDifference& each : outcome.differences)
        differences << QJsonObject{{u"dossier"_s, idText(each.dossier)}, {u"title"_s, each.title}, {u"criterion"_s, each.criterion}, {u"label"_s, each.label}, {u"first"_s, each.first}, {u"second"_s, each.second}};
    if (call.has(u"json"_s))
        printJson({{u"expert"_s, expert.key}, {u"name"_s, expert.name}, {u"state"_s, stateName(outcome.state)}, {u"pass"_s, outcome.pass}, {u"differences"_s, differences},
                   {u"version"_s, outcome.version ? QJsonValue(outcome.version) : QJsonValue()}, {u"samePerson"_s, outcome.samePerson}, {u"photo"_s, outcome.hasPhoto}});
    else
        printTyped(outcome);
    return outcome.state == TypedOutcome::State::Differs ? Wrong : Fine;
}

/// The dossiers that it moves: [{"dossier", "title", "before": {"place", "value", "counted"}, "after": {…}}]
QJsonArray effectsJson(const ReviewData& before, const ReviewData& after)
{
    const auto states = [](const ReviewData& data) {
        QHash<QString, QJsonObject> found;
        for (const QJsonValue& each : resultsJson(data, resultsOf(data), false)[u"dossiers"_s].toArray())
            found.insert(each[u"dossier"_s].toString(), {{u"place"_s, each[u"place"_s]}, {u"value"_s, each[u"value"_s]}, {u"counted"_s, each[u"counted"_s]}});
        return found;
    };
    const QHash<QString, QJsonObject> was = states(before);
    const QHash<QString, QJsonObject> now = states(after);
    QJsonArray effects;
    for (const ScoredDossier& each : after.dossiers) {
        const QString id = idText(each.id);
        if (was.value(id) != now.value(id))
            effects << QJsonObject{{u"dossier"_s, id}, {u"title"_s, each.title}, {u"before"_s, was.value(id)}, {u"after"_s, now.value(id)}};
    }
    return effects;
}

QString stateText(const QJsonValue& state)
{
    return u"%1 / %2 / %3"_s.arg(state[u"place"_s].isNull() ? u"—"_s : state[u"place"_s].toVariant().toString(), state[u"value"_s].toString(), state[u"counted"_s].toVariant().toString());
}

/// {"expert", "name", "scores": struck out or taken back, "dossiers": see effectsJson()}
int annul(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    Workspace& workspace = desk.workspace();
    const ReviewRound round = roundOf(call, workspace);
    const Expert expert = expertOf(workspace, call.inputs.first());
    Annulment annulment;
    annulment.expert = expert.key;
    if (call.inputs.size() > 1)
        annulment.dossier = submissionOf(workspace, round, call.inputs.at(1)).dossier;
    annulment.annulled = !call.has(u"back"_s);
    annulment.reason = call.required(u"reason"_s).trimmed();
    annulment.person = desk.person();
    const AnnulmentEffect effect = annulScores(workspace, round, packOf(round.call), annulment, call.has(u"dry-run"_s));
    const QJsonArray dossiers = effectsJson(effect.before, effect.after);
    if (call.has(u"json"_s)) {
        printJson({{u"expert"_s, expert.key}, {u"name"_s, expert.name}, {u"annulled"_s, annulment.annulled}, {u"scores"_s, effect.scores}, {u"dossiers"_s, dossiers}});
        return Fine;
    }
    print((annulment.annulled ? LocalizedText{u"%1 的 %2 份评分作废，留存备查，不再计入。名次 / 分数 / 有效评分数的变化："_s, u"%2 scores of %1 are struck out; they stay on record and count nowhere. Place / value / scores that count:"_s}
                              : LocalizedText{u"%1 的 %2 份评分恢复计入。名次 / 分数 / 有效评分数的变化："_s, u"%2 scores of %1 count again. Place / value / scores that count:"_s})
              .arg(expert.name, QString::number(effect.scores))
              .in(language()));
    for (const QJsonValue& each : dossiers)
        print(u"    %1  %2 → %3"_s.arg(each[u"title"_s].toString(), stateText(each[u"before"_s]), stateText(each[u"after"_s])));
    return Fine;
}

} // namespace

QList<Command> officeCollectCommands()
{
    return {
        deskCommand(u"office collect"_s, u"SHEET…"_s, 1, text(u"（办公室）收回评分表", u"(office) take score sheets in"), {roundOption(), dryRunOption()},
                    {u"office collect 收到/*.pdf"_s, u"office collect 评分表.pdf --dry-run --json"_s}, reported<collect>, true),
        deskCommand(u"office enter"_s, u"EXPERT [SHEET.json]"_s, 1, text(u"（办公室）录入纸质评分表，录两遍，一致才收入", u"(office) type a paper score sheet in: twice, it counts when both agree"),
                    {roundOption(),
                     {u"set"_s, u"N.CRITERION=POINTS"_s, text(u"序号.评分项=分数；结论写 N.opinion=同意", u"points of a criterion; N.opinion=agree, N.visit=yes, N.conflict=TEXT")},
                     {u"photo"_s, u"FILE"_s, text(u"签字评分表的照片或扫描件，留存", u"photo or scan of the signed sheet, kept")},
                     {u"pass"_s, u"1|2"_s, text(u"第几遍；不给则为下一遍", u"which time; the next one when not given")},
                     dryRunOption()},
                    {u"office enter 张三 第一遍.json --photo 评分表.jpg"_s, u"office enter 7 --set 1.people=12.5 --set 1.opinion=同意 --pass 2"_s}, reported<enterTyped>, true),
        deskCommand(u"office annul"_s, u"EXPERT [DOSSIER]"_s, 1, text(u"（办公室）作废评分，或恢复", u"(office) strike scores out, or take that back"),
                    {roundOption(),
                     {u"reason"_s, u"TEXT"_s, text(u"理由", u"why"), true},
                     {u"back"_s, {}, text(u"恢复", u"let them count again")},
                     dryRunOption()},
                    {u"office annul 张三 3f2a --reason 打分与评语不符"_s, u"office annul 7 --reason 复核后恢复 --back"_s}, reported<annul>, true),
    };
}

} // namespace jz::cli
