// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"
#include "app/finding_lines.h"
#include "app/workspace_option.h"

#include "model/procedure/batch_check.h"
#include "model/procedure/trust_desk.h"

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

BatchOrder orderAsAsked(const Call& call)
{
    BatchOrder order{call.value(u"body"_s), call.value(u"kind"_s), call.value(u"call"_s), {}};
    if (!order.bodyKind.isEmpty() && order.body.isEmpty())
        throw Error(ErrorCode::Usage, text(u"--kind 要和 --body 一起给。", u"--kind goes with --body."), u"kind"_s);
    if (const std::unique_ptr<Workspace> workspace = workspaceAtHand(call))
        order.trust = trustListOf(*workspace);
    const QStringList trusted = call.options.values(u"trust"_s);
    for (const QString& certificate : trusted)
        order.trust.addFile(certificate);
    return order;
}

int checkAndTell(const Call& call)
{
    const BatchReport report = checkBatch(call.inputs, orderAsAsked(call));
    if (call.has(u"json"_s)) {
        printJson(toJson(report, call.value(u"body"_s), language()));
        return report.hasError() ? Wrong : Fine;
    }
    for (const BatchPaper& paper : report.papers) {
        print(u"%1  %2 · %3  %4　%5"_s.arg(paper.name, batchKindWord(paper.kind).in(language()), standingWord(paper.standing).in(language()), paper.applicant,
                                           paper.title));
        for (const Finding& finding : paper.findings)
            print(u"    "_s + findingLine(finding));
    }
    for (const Finding& finding : report.findings)
        print(findingLine(finding));
    const QString quota = report.quota ? LocalizedText{u"，名额 %1 份"_s, u", quota %1"_s}.arg(QString::number(*report.quota)).in(language()) : QString();
    print(LocalizedText{u"有效申报书 %1 份"_s, u"%1 dossiers count"_s}.arg(QString::number(report.counted)).in(language()) + quota);
    return report.hasError() ? Wrong : Fine;
}

int checkAll(const Call& call)
{
    return withErrorJson(call, [&] { return checkAndTell(call); });
}

} // namespace

QList<Command> batchCommands()
{
    return {
        {u"batch check"_s, u"FILE…"_s, 1,
         text(u"（推荐单位）检查收到的全部文件（可给文件夹、报送包、zip）：各是什么、是否重复或有更新的一稿、渠道、名额，并逐份按通知检查",
              u"(recommending body) look at everything that came (files, folders, bundles): what it is, duplicates, later revisions, channel, quota, and the rules of the call"),
         QList<Option>{{u"body"_s, u"NAME"_s, text(u"本单位的名称；给了才核对渠道和名额", u"the recommending body; channel and quota are looked at when it is given")},
                       {u"kind"_s, u"KIND"_s, text(u"本单位的类别，名单里没有时用：见通知的名额", u"its kind in the quotas of the call, where the list does not have it")},
                       {u"call"_s, u"ID"_s, text(u"申报通知编号；不给则为第一份申报书的", u"id of the call; that of the first dossier when not given")}}
             + verificationOptions() + QList<Option>{{u"json"_s, {}, text(u"在标准输出打印一个 JSON 文档", u"print one JSON document on standard output")}},
         {u"batch check 收到的 --body 某推荐单位"_s, u"batch check 一.pdf 二.pdf 报送包.jzb --json"_s}, checkAll, true},
    };
}

} // namespace jz::cli
