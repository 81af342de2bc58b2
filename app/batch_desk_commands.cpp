// SPDX-License-Identifier: Apache-2.0
// The recommending body's desk: what it has received and kept in its workspace.
#include "app/batch_desk.h"
#include "app/commands.h"
#include "app/finding_lines.h"

#include "model/call/call_pack_reader.h"
#include "model/exchange/check_report.h"
#include "model/procedure/receiving.h"
#include "model/recommendation/batch.h"
#include "model/reference/reference_data.h"

#include <algorithm>

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

/// The call of a new batch: --call, else the only one there is.
QString callOf(const Call& call)
{
    const QStringList ids = builtInCallPackIds();
    if (!call.has(u"call"_s) && ids.size() == 1)
        return ids.first();
    return packOf(call.required(u"call"_s)).id;
}

void requireQuota(const Body& body, const CallPack& pack)
{
    if (quotaOf(body, pack))
        return;
    QStringList kinds;
    for (const CallFacts::Quota& quota : pack.facts.quotas)
        kinds << u"%1（%2）"_s.arg(quota.bodyKind, quota.label.in(language()));
    throw Error(ErrorCode::Usage,
                LocalizedText{u"名单里没有“%1”，查不到名额。请核对名称，或用 --kind 指明类别：%2。"_s,
                              u"“%1” is not in the list of recommending bodies. Check the name, or give --kind: %2."_s}
                    .arg(body.name, kinds.join(u", "_s)),
                u"kind"_s);
}

int beginBatch(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    Batch batch;
    batch.call = callOf(call);
    batch.body = {call.inputs.first().trimmed(), call.value(u"kind"_s), {}, call.value(u"contact"_s), call.value(u"phone"_s), {}};
    if (const RecommendingBody* const listed = builtInReferenceData().bodies.find(batch.body.name)) {
        batch.body.name = listed->name;
        batch.body.kind = call.has(u"kind"_s) ? batch.body.kind : listed->kind;
        batch.body.province = listed->division;
    }
    const CallPack& pack = packOf(batch.call);
    requireQuota(batch.body, pack);
    batch.name = call.has(u"name"_s) ? call.value(u"name"_s) : batch.body.name;
    desk.workspace().batches().add(batch, desk.person());
    const CallFacts::Quota quota = *quotaOf(batch.body, pack);
    if (call.has(u"json"_s))
        printJson({{u"batch"_s, batch.name}, {u"call"_s, batch.call}, {u"body"_s, batch.body.name}, {u"kind"_s, batch.body.kind}, {u"quota"_s, quota.most}});
    else
        print(LocalizedText{u"已建立批次“%1”，名额 %2。报送前须作出通知要求的声明：batch declare。"_s,
                            u"Batch “%1” begun, quota %2. Before it is sent the declarations of the call are due: batch declare."_s}
                  .arg(batch.name, QString::number(quota.most))
                  .in(language()));
    return Fine;
}

void requireCondition(const QString& id, const QList<BodyCondition>& conditions)
{
    QStringList known;
    for (const BodyCondition& condition : conditions)
        known << condition.id;
    if (!known.contains(id))
        throw Error(ErrorCode::Usage,
                    LocalizedText{u"通知没有名为“%1”的条件。有：%2。"_s, u"The call has no condition “%1”. There are: %2."_s}.arg(id, known.join(u", "_s)), id);
}

int declare(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    Batch batch = batchOf(call, desk.workspace());
    const CallPack& pack = packOf(batch.call);
    const QList<BodyCondition> conditions = bodyConditions(pack);
    const QString by = call.inputs.isEmpty() ? QString() : call.required(u"by"_s);
    for (const QString& id : call.inputs)
        requireCondition(id, conditions);
    const QDate day = call.has(u"date"_s) ? call.dateTime(u"date"_s).date() : QDate::currentDate();
    for (const QString& id : call.inputs)
        desk.workspace().batches().declare(batch.key, {id, !call.has(u"applies"_s), by, day}, desk.person());
    batch = *desk.workspace().batches().byKey(batch.key);
    QJsonArray json;
    for (const BodyCondition& condition : conditions) {
        const auto& all = batch.body.declarations;
        const auto made = std::find_if(all.begin(), all.end(), [&](const Declaration& each) { return each.condition == condition.id && each.made; });
        const bool isMade = made != all.end();
        json.append(QJsonObject{{u"id"_s, condition.id}, {u"text"_s, condition.text.in(language())}, {u"clause"_s, condition.clause}, {u"declared"_s, isMade}});
        if (!call.has(u"json"_s))
            print(u"%1  %2　%3（%4）"_s.arg(condition.id, isMade ? text(u"已声明不存在", u"declared not to apply").in(language()) : text(u"未声明", u"not declared").in(language()),
                                          condition.text.in(language()), condition.clause));
    }
    if (call.has(u"json"_s))
        printJson({{u"batch"_s, batch.name}, {u"conditions"_s, json}});
    return Fine;
}

QJsonObject receivedJson(const ReceivedPaper& received)
{
    const BatchPaper& paper = received.paper;
    return {{u"file"_s, paper.name},
            {u"kind"_s, batchKindName(paper.kind)},
            {u"outcome"_s, outcomeName(received.outcome)},
            {u"dossier"_s, paper.isDossier() ? QJsonValue(idText(paper.dossier.id)) : QJsonValue()},
            {u"revision"_s, paper.isDossier() ? QJsonValue(paper.dossier.revision) : QJsonValue()},
            {u"title"_s, paper.title},
            {u"applicant"_s, paper.applicant},
            {u"verdict"_s, paper.verdict},
            {u"signature"_s, paper.signature},
            {u"sha256"_s, QString::fromLatin1(paper.sha256.toHex())},
            {u"findings"_s, findingsJson(received.findings, language())}};
}

int addToBatch(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const Batch batch = batchOf(call, desk.workspace());
    BatchOrder order = receivingOrder(desk.workspace(), batch.key);
    if (call.has(u"bundle-passphrase-file"_s))
        order.passphrase = std::make_shared<const Passphrase>(Passphrase::fromFile(call.value(u"bundle-passphrase-file"_s)));
    const BatchReport report = examineForReceiving(call.inputs, order, desk.workspace().objects());
    const QList<ReceivedPaper> all = takeIn(desk.workspace(), batch.key, report, desk.person());
    QJsonArray json;
    bool isWrong = false;
    for (const ReceivedPaper& received : all) {
        json.append(receivedJson(received));
        isWrong = isWrong || hasError(received.findings);
        if (call.has(u"json"_s))
            continue;
        print(u"%1  %2 · %3　%4　%5"_s.arg(received.paper.name, batchKindWord(received.paper.kind).in(language()), outcomeWord(received.outcome).in(language()),
                                         received.paper.applicant, received.paper.title));
        for (const Finding& finding : received.findings)
            print(u"    "_s + findingLine(finding));
    }
    if (call.has(u"json"_s))
        printJson({{u"batch"_s, batch.name}, {u"papers"_s, json}});
    return isWrong ? Wrong : Fine;
}

void tellView(const BatchView& view, const CallPack& pack)
{
    const QHash<QUuid, Findings> duplicates = duplicatesAmong(view.candidates, pack);
    const QList<const Candidate*> ranked = view.ranked();
    for (qsizetype i = 0; i < ranked.size(); ++i) {
        const Candidate& each = *ranked.at(i);
        if (i == view.ranking.line)
            print(text(u"———— 以上为推荐，以下为备选 ————", u"———— recommended above, reserves below ————").in(language()));
        print(u"%1  %2　%3　%4 · %5"_s.arg(QString::number(i + 1), idText(each.dossier).first(8), each.title, each.applicant,
                                        LocalizedText{u"第 %1 稿，问题 %2"_s, u"revision %1, %2 errors"_s}.arg(QString::number(each.revision), QString::number(each.errors)).in(language())));
        const Findings others = duplicates.value(each.dossier);
        for (const Finding& finding : others)
            print(u"    "_s + findingLine(finding));
    }
    const Findings findings = sendingFindings(view, pack);
    for (const Finding& finding : findings)
        print(findingLine(finding));
}

int listBatch(const Call& call)
{
    Desk desk(call, Workspace::Mode::WriteOrRead);
    const Batch batch = batchOf(call, desk.workspace());
    const CallPack& pack = packOf(batch.call);
    const BatchView view = batchView(desk.workspace(), batch.key, pack);
    if (call.has(u"json"_s))
        printJson(viewJson(view, pack));
    else
        tellView(view, pack);
    return Fine;
}

int lineOf(const Call& call, const BatchView& view)
{
    bool isNumber = false;
    const int line = call.value(u"line"_s).toInt(&isNumber);
    if (isNumber && line >= 0 && line <= view.ranking.order.size())
        return line;
    throw Error(ErrorCode::Usage,
                LocalizedText{u"--line 是推荐的个数，0 到 %1。"_s, u"--line is how many are recommended: 0 to %1."_s}.arg(QString::number(view.ranking.order.size())), u"line"_s);
}

/// Those named come first, in the order given; the others keep theirs behind them.
Ranking rankingAsAsked(const Call& call, const BatchView& view, const CallPack& pack)
{
    Ranking ranking = view.ranking;
    int place = 0;
    QSet<QUuid> named;
    for (const QString& begin : call.inputs) {
        const QUuid dossier = dossierOf(view, begin);
        if (view.candidate(dossier)->isWithdrawn())
            throw Error(ErrorCode::Usage, LocalizedText{u"“%1”已撤回，不参加排序。"_s, u"“%1” was withdrawn and is not ranked."_s}.arg(begin), begin);
        if (named.contains(dossier))
            throw Error(ErrorCode::Usage, LocalizedText{u"“%1”写了两次；一份申报书只有一个位次。"_s, u"“%1” is given twice; a dossier has one place."_s}.arg(begin), begin);
        named.insert(dossier);
        ranking = moved(ranking, dossier, ++place);
    }
    if (call.has(u"line"_s))
        ranking = withLine(ranking, lineOf(call, view));
    const Findings over = rankingFindings(ranking, view.batch.body, pack);
    if (!over.isEmpty())
        throw Error(ErrorCode::Usage, over.first().message, u"line"_s, over.first().clause);
    ranking.reason = call.value(u"reason"_s);
    return ranking;
}

int rank(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    BatchStore& store = desk.workspace().batches();
    const Batch batch = batchOf(call, desk.workspace());
    const CallPack& pack = packOf(batch.call);
    const BatchView view = batchView(desk.workspace(), batch.key, pack);
    Ranking ranking = rankingAsAsked(call, view, pack);
    ranking.person = desk.person();
    const bool isDecided = call.has(u"meeting"_s);
    for (const QString& option : {u"date"_s, u"number"_s})
        if (!isDecided && call.has(option))
            throw Error(ErrorCode::Usage, LocalizedText{u"--%1 要和 --meeting 一起给。"_s, u"--%1 goes with --meeting."_s}.arg(option), option);
    const bool changes = !call.inputs.isEmpty() || call.has(u"line"_s);
    Decision decision{0, 0, call.value(u"meeting"_s), isDecided ? call.dateTime(u"date"_s).date() : QDate(), call.value(u"number"_s), desk.person(), {}};
    store.together([&] {
        if (changes || (isDecided && view.ranking.key == 0))
            store.rank(batch.key, ranking);
        if (isDecided)
            store.decide(batch.key, decision);
    });
    const BatchView now = batchView(desk.workspace(), batch.key, pack);
    if (call.has(u"json"_s))
        printJson(viewJson(now, pack));
    else
        tellView(now, pack);
    return Fine;
}

} // namespace

QJsonObject candidateJson(const BatchView& view, const Candidate& candidate, const Findings& duplicates)
{
    return {{u"dossier"_s, idText(candidate.dossier)},
            {u"place"_s, view.ranking.place(candidate.dossier)},
            {u"recommended"_s, view.isRecommended(candidate.dossier)},
            {u"title"_s, candidate.title},
            {u"base"_s, candidate.base},
            {u"category"_s, candidate.category},
            {u"applicant"_s, candidate.applicant},
            {u"code"_s, candidate.code},
            {u"region"_s, candidate.place},
            {u"contact"_s, candidate.contact},
            {u"phone"_s, candidate.phone},
            {u"revision"_s, candidate.revision},
            {u"kind"_s, candidate.kind},
            {u"verdict"_s, candidate.verdict},
            {u"signature"_s, candidate.signature},
            {u"state"_s, candidate.state},
            {u"online"_s, candidate.online},
            {u"copies"_s, candidate.copies},
            {u"withdrawn"_s, candidate.isWithdrawn()},
            {u"endorsement"_s, endorsementName(endorsementOf(candidate, view.endorsements).kind)},
            {u"sha256"_s, QString::fromLatin1(candidate.paper.toHex())},
            {u"errors"_s, candidate.errors},
            {u"warnings"_s, candidate.warnings},
            {u"hints"_s, candidate.hints},
            {u"findings"_s, candidate.findings},
            {u"duplicates"_s, findingsJson(duplicates, language())}};
}

QJsonObject viewJson(const BatchView& view, const CallPack& pack)
{
    const QHash<QUuid, Findings> duplicates = duplicatesAmong(view.candidates, pack);
    QJsonArray candidates;
    const QList<const Candidate*> ranked = view.ranked();
    for (const Candidate* const each : ranked)
        candidates.append(candidateJson(view, *each, duplicates.value(each->dossier)));
    for (const Candidate& each : view.candidates)
        if (each.isWithdrawn())
            candidates.append(candidateJson(view, each, {}));
    const std::optional<CallFacts::Quota> quota = quotaOf(view.batch.body, pack);
    QJsonValue decision;
    if (view.decision)
        decision = QJsonObject{{u"meeting"_s, view.decision->meeting}, {u"date"_s, view.decision->day.toString(Qt::ISODate)}, {u"number"_s, view.decision->number}};
    return {{u"batch"_s, view.batch.name},
            {u"call"_s, view.batch.call},
            {u"body"_s, view.batch.body.name},
            {u"kind"_s, view.batch.body.kind},
            {u"quota"_s, quota ? QJsonValue(quota->most) : QJsonValue()},
            {u"line"_s, view.ranking.line},
            {u"decision"_s, decision},
            {u"candidates"_s, candidates},
            {u"findings"_s, findingsJson(sendingFindings(view, pack), language())}};
}

QList<Command> batchDeskCommands()
{
    const Option batch = batchOption();
    return {
        deskCommand(u"batch new"_s, u"BODY"_s, 1, text(u"（推荐单位）建立一个批次：本单位是谁、名额多少", u"(recommending body) begin a batch: who we are, which quota"),
                    {{u"call"_s, u"ID"_s, text(u"申报通知编号；只有一份时可省", u"id of the call; may be left out when there is one")},
                     {u"kind"_s, u"KIND"_s, text(u"本单位的类别，名单里没有时用：见通知的名额", u"its kind in the quotas of the call, where the list does not have it")},
                     {u"name"_s, u"NAME"_s, text(u"批次名称；不给则为单位名称", u"name of the batch; that of the body when not given")},
                     {u"contact"_s, u"NAME"_s, text(u"联系人", u"whom to ask")},
                     {u"phone"_s, u"NUMBER"_s, text(u"电话", u"telephone")}},
                    {u"batch new 某推荐单位 --operator 王五"_s}, reported<beginBatch>),
        deskCommand(u"batch declare"_s, u"[CONDITION…]"_s, 0,
                    text(u"（推荐单位）声明通知所列情形在本单位不存在；不给条件则列出", u"(recommending body) declare that the call's conditions do not apply; lists them without any"),
                    {{u"by"_s, u"NAME"_s, text(u"谁代表单位声明", u"who declares it for the body")},
                     {u"date"_s, u"ISO"_s, text(u"声明日期；不给则为今天", u"date of the declaration; today when not given")},
                     {u"applies"_s, {}, text(u"收回声明：情形存在", u"take it back: the condition does apply")},
                     batch},
                    {u"batch declare"_s, u"batch declare 条件甲 条件乙 --by 某负责人"_s}, reported<declare>, true),
        deskCommand(u"batch add"_s, u"FILE…"_s, 1,
                    text(u"（推荐单位）把收到的文件（可给文件夹、报送包、zip）检查后收进批次；更新的一稿替换旧的，旧的留存",
                         u"(recommending body) look at what came and take it into the batch; later revisions replace earlier ones, which are kept"),
                    {{u"bundle-passphrase-file"_s, u"FILE"_s, text(u"加了口令的报送包的口令", u"the passphrase of an encrypted bundle")}, batch}, {u"batch add 收到的/"_s, u"batch add 一.pdf 报送包.jzb --json"_s}, reported<addToBatch>, true),
        deskCommand(u"batch list"_s, {}, 0, text(u"（推荐单位）按排序列出批次里的申报书，以及报送前还差什么", u"(recommending body) the batch in ranking order, and what stands against sending it"),
                    {batch}, {u"batch list --json"_s}, reported<listBatch>),
        deskCommand(u"batch rank"_s, u"[DOSSIER…]"_s, 0,
                    text(u"（推荐单位）排序：写出的依次排在最前；--meeting 登记会议决定并锁定", u"(recommending body) rank: those given come first in this order; --meeting writes the decision down and locks it"),
                    {{u"line"_s, u"N"_s, text(u"推荐前几个，其余为备选", u"how many are recommended; the others are reserves")},
                     {u"meeting"_s, u"NAME"_s, text(u"哪次会议决定的", u"the meeting that decided")},
                     {u"date"_s, u"ISO"_s, text(u"会议日期（和 --meeting 一起）", u"date of the meeting (with --meeting)")},
                     {u"number"_s, u"TEXT"_s, text(u"纪要或文号", u"number of the minutes or document")},
                     {u"reason"_s, u"TEXT"_s, text(u"决定之后改动的理由", u"why it is changed after the decision")},
                     batch},
                    {u"batch rank 3f2a 81bc --line 2"_s, u"batch rank --meeting 某次会议 --date 2030-05-20 --number 纪要〔2030〕3号"_s},
                    reported<rank>, true),
    };
}

} // namespace jz::cli
