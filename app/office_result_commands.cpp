// SPDX-License-Identifier: Apache-2.0
// The office's desk: the rules of a review, its results, scores struck out.
#include "app/commands.h"
#include "app/delivery_key_option.h"
#include "app/office_desk.h"

#include "model/base/json_file.h"
#include "model/base/output_file.h"
#include "model/procedure/results_output.h"
#include "model/procedure/review_results.h"
#include "model/review/results_json.h"

#include <algorithm>

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestData = 500'000'000;

Option dryRunOption()
{
    return {u"dry-run"_s, {}, text(u"只看会怎样，什么也不改", u"only say what would happen")};
}

QJsonArray wordsJson(const QList<LocalizedText>& words)
{
    QJsonArray json;
    for (const LocalizedText& each : words)
        json << each.in(language());
    return json;
}

/// {"round", "rules": as in a round, "words": [], "changed": []}
int tellRules(const Call& call)
{
    const QStringList settings = call.options.values(u"set"_s);
    const bool changes = !settings.isEmpty();
    Desk desk(call, changes ? Workspace::Mode::Write : Workspace::Mode::WriteOrRead);
    const ReviewRound round = roundOf(call, desk.workspace());
    const CallPack& pack = packOf(round.call);
    QList<LocalizedText> changed;
    if (changes) {
        QStringList inOrder(settings.rbegin(), settings.rend()); // a multi map gives the last first
        changed = changeRules(desk.workspace(), round, pack, inOrder, call.value(u"reason"_s), desk.person(), call.has(u"dry-run"_s));
    }
    const RoundRules rules = rulesOf(desk.workspace().intakes().round(round.key)->rules, pack);
    if (call.has(u"json"_s)) {
        QJsonArray words = QJsonArray::fromStringList(ruleSentences(rules, criterionTitles(pack)) + adjustmentSentences(rules.outcome.adjustment));
        printJson({{u"round"_s, round.name}, {u"rules"_s, toJson(rules)}, {u"words"_s, words}, {u"changed"_s, wordsJson(changed)}});
        return Fine;
    }
    for (const LocalizedText& each : changed)
        print(each.in(language()));
    for (const RuleSetting& each : ruleSettings(rules, pack))
        print(u"%1=%2  %3（%4）"_s.arg(each.name, each.value, each.word.in(language()), each.range.in(language())));
    return Fine;
}

/// The results, and below "tooFew" [{"dossier", "missing", "expected", "experts": [{"expert", "name"}]}].
QJsonObject withProposals(QJsonObject json, const QList<ReplacementProposal>& proposals, Workspace& workspace)
{
    QJsonArray tooFew;
    for (const ReplacementProposal& each : proposals) {
        QJsonArray experts;
        for (const qint64 expert : each.experts)
            experts << QJsonObject{{u"expert"_s, expert}, {u"name"_s, workspace.experts().byKey(expert).value_or(Expert()).name}};
        tooFew << QJsonObject{{u"dossier"_s, idText(each.dossier)}, {u"missing"_s, each.missing}, {u"expected"_s, each.expected}, {u"experts"_s, experts}};
    }
    json.insert(u"tooFew"_s, tooFew);
    return json;
}

void printDossier(const QJsonObject& each)
{
    const QString place = each[u"place"_s].isNull() ? u"—"_s : each[u"place"_s].toVariant().toString() + (each[u"tied"_s].toBool() ? u"="_s : QString());
    print(u"%1  %2  %3（%4 %5）%6"_s.arg(place, each[u"value"_s].toString(), each[u"title"_s].toString(), text(u"有效评分", u"scores").in(language()),
                                         each[u"counted"_s].toVariant().toString(), each[u"tooFew"_s].toBool() ? text(u"  评分不足", u"  too few scores").in(language()) : QString()));
}

void printResults(const QJsonObject& json)
{
    for (const QJsonValue& each : json[u"ruleWords"_s].toArray())
        print(each.toString());
    for (const QJsonValue& each : json[u"dossiers"_s].toArray())
        printDossier(each.toObject());
    for (const QJsonValue& each : json[u"tooFew"_s].toArray()) {
        QStringList names;
        for (const QJsonValue& expert : each[u"experts"_s].toArray())
            names << expert[u"name"_s].toString();
        print(LocalizedText{u"%1 还缺 %2 份评分。可增补：%3"_s, u"%1 lacks %2 scores. Could be asked: %3"_s}
                  .arg(each[u"dossier"_s].toString(), each[u"missing"_s].toVariant().toString(), names.isEmpty() ? u"—"_s : names.join(u'、'))
                  .in(language()));
    }
}

bool showsInternal(const Call& call, const ReviewData& data)
{
    return call.has(u"internal"_s) || data.rules.showsInternal;
}

void tell(const Call& call, QJsonObject json, const QStringList& files)
{
    if (call.has(u"json"_s)) {
        if (!files.isEmpty())
            json.insert(u"files"_s, QJsonArray::fromStringList(files));
        printJson(json);
        return;
    }
    printResults(json);
    for (const QString& file : files)
        print(file);
}

/// See resultsJson(), with "tooFew", and "files" with --out.
int tellResults(const Call& call)
{
    std::optional<Identity> key;
    if (call.has(u"out"_s))
        key = deliveryKeyOf(call);
    Desk desk(call, Workspace::Mode::WriteOrRead);
    Workspace& workspace = desk.workspace();
    const ReviewRound round = roundOf(call, workspace);
    const ReviewData data = reviewData(workspace, round, packOf(round.call));
    QStringList files;
    if (call.has(u"out"_s))
        files = writeResultFiles(data, packOf(round.call), key, call.has(u"internal"_s), call.value(u"out"_s));
    const RoundResults results = resultsOf(data);
    const bool internal = showsInternal(call, data);
    const ReviewData shown = call.has(u"internal"_s) ? data : withoutNames(data);
    tell(call, withProposals(resultsJson(shown, results, internal), replacementProposals(workspace, round, data, results), workspace), files);
    return Fine;
}

/// {"file", "sha256"…}: the data, without names unless --internal.
int exportData(const Call& call)
{
    Desk desk(call, Workspace::Mode::WriteOrRead);
    const ReviewRound round = roundOf(call, desk.workspace());
    const ReviewData data = reviewData(desk.workspace(), round, packOf(round.call));
    writeWholeFile(call.inputs.first(), reviewDataJson(call.has(u"internal"_s) ? data : withoutNames(data)));
    if (call.has(u"json"_s))
        printJson({{u"file"_s, call.inputs.first()}, {u"dossiers"_s, data.dossiers.size()}, {u"experts"_s, data.experts.size()}, {u"scores"_s, data.scores.size()}});
    else
        print(LocalizedText{u"已写出评审数据：%1（%2 项、%3 份评分）"_s, u"Review data written: %1 (%2 dossiers, %3 scores)"_s}
                  .arg(call.inputs.first(), QString::number(data.dossiers.size()), QString::number(data.scores.size()))
                  .in(language()));
    return Fine;
}

int recompute(const Call& call)
{
    const QString file = call.inputs.first();
    const ReviewData data = parseReviewData(readWholeFile(file, largestData), file);
    const bool internal = call.has(u"internal"_s) || data.isInternal();
    QStringList files;
    if (call.has(u"out"_s))
        files = writeResultFiles(data, packOf(data.callId), {}, internal, call.value(u"out"_s));
    tell(call, resultsJson(data, resultsOf(data), internal || data.rules.showsInternal), files);
    return Fine;
}

/// {"files": []}
int explain(const Call& call)
{
    const bool all = call.has(u"all"_s);
    if (call.inputs.size() != (all ? 0 : 2))
        throw Error(ErrorCode::Usage, text(u"写法：office explain 申报书编号 OUT.pdf，或 office explain --all 文件夹。", u"Write office explain DOSSIER OUT.pdf, or office explain --all DIR."), u"DOSSIER"_s);
    Desk desk(call, Workspace::Mode::WriteOrRead);
    const ReviewRound round = roundOf(call, desk.workspace());
    const CallPack& pack = packOf(round.call);
    const ReviewData data = reviewData(desk.workspace(), round, pack);
    const int dossier = all ? -1 : data.dossierAt(submissionOf(desk.workspace(), round, call.inputs.first()).dossier);
    if (!all && dossier < 0)
        throw Error(ErrorCode::Usage, text(u"这份申报书没有进入评审，没有可说明的得分。", u"The dossier did not go to review: there is no result to explain."), call.inputs.first());
    const QStringList files = writeExplanations(data, pack, dossier, all ? call.value(u"all"_s) : call.inputs.at(1));
    if (call.has(u"json"_s))
        printJson({{u"files"_s, QJsonArray::fromStringList(files)}});
    else
        print(files.join(u'\n'));
    return Fine;
}

} // namespace

QList<Command> officeResultCommands()
{
    const Option internal{u"internal"_s, {}, text(u"也给出调整分、专家宽严和姓名（内部资料）", u"with adjusted means, severities and names (internal)")};
    const Option out{u"out"_s, u"DIR"_s, text(u"把结果表（PDF、XLSX）写入文件夹", u"write the papers (PDF, XLSX) into a folder")};
    return {
        deskCommand(u"office rules"_s, {}, 0, text(u"（办公室）查看或确定评审规则", u"(office) show or choose the rules of a review"),
                    {roundOption(),
                     {u"set"_s, u"NAME=VALUE"_s, text(u"改一条规则，可写几个", u"change a rule; may be given several times")},
                     {u"reason"_s, u"TEXT"_s, text(u"理由；收到评分表以后必须写", u"why; needed once a score sheet was accepted")},
                     dryRunOption()},
                    {u"office rules"_s, u"office rules --set line=20 --set rule=trimmed"_s}, reported<tellRules>),
        deskCommand(u"office results export-data"_s, u"OUT.json"_s, 1, text(u"（办公室）导出评审数据，供他人复算", u"(office) export the data that the results are made from"),
                    {roundOption(), internal}, {u"office results export-data 评审数据.json"_s}, reported<exportData>),
        {u"office results recompute"_s, u"DATA.json"_s, 1, text(u"用导出的数据重新算出结果", u"make the results again from exported data"),
         {internal, out, {u"json"_s, {}, text(u"在标准输出打印一个 JSON 文档", u"print one JSON document on standard output")}}, {u"office results recompute 评审数据.json --json"_s},
         reported<recompute>},
        deskCommand(u"office results"_s, {}, 0, text(u"（办公室）汇总评分，排出名次", u"(office) aggregate the scores and rank"), {roundOption(), internal, out},
                    {u"office results"_s, u"office results --out 结果 --internal"_s}, reported<tellResults>),
        deskCommand(u"office explain"_s, u"DOSSIER OUT.pdf"_s, 0, text(u"（办公室）说明一份申报书的得分和名次怎样得出", u"(office) explain how the result of a dossier came about"),
                    {roundOption(), {u"all"_s, u"DIR"_s, text(u"全部申报书，每份一页", u"all dossiers, a page each")}}, {u"office explain 3f2a 说明.pdf"_s, u"office explain --all 说明"_s},
                    reported<explain>, true),
    };
}

} // namespace jz::cli
