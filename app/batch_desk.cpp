// SPDX-License-Identifier: Apache-2.0
#include "app/batch_desk.h"

#include "model/call/call_pack_reader.h"

namespace jz::cli {

using namespace Qt::StringLiterals;

Option batchOption()
{
    return {u"batch"_s, u"NAME"_s, text(u"哪一批；不给则为最后建立的", u"which batch; the one begun last when not given")};
}

QString idText(const QUuid& id)
{
    return id.toString(QUuid::WithoutBraces);
}

QJsonArray problemsJson(const InkProblems& problems)
{
    QJsonArray json;
    for (const InkProblem& each : problems)
        json.append(QJsonObject{{u"code"_s, each.code}, {u"page"_s, each.page ? QJsonValue(each.page) : QJsonValue()}, {u"where"_s, each.where}, {u"message"_s, worded(each).message.in(language())}});
    return json;
}

Batch batchOf(const Call& call, Workspace& workspace)
{
    const QString name = call.value(u"batch"_s);
    if (name.isEmpty())
        if (const std::optional<Batch> last = workspace.batches().last())
            return *last;
    const QList<Batch> all = workspace.batches().all();
    for (const Batch& batch : all)
        if (!name.isEmpty() && batch.name == name)
            return batch;
    throw Error(ErrorCode::NotFound,
                name.isEmpty() ? text(u"资料库里还没有批次。请先用 batch new 单位名称 建立。", u"The workspace has no batch yet. Begin one with batch new BODY.")
                               : LocalizedText{u"资料库里没有名为“%1”的批次。"_s, u"The workspace has no batch called “%1”."_s}.arg(name),
                name);
}

const CallPack& packOf(const QString& callId)
{
    if (const CallPack* const pack = findBuiltInCallPack(callId))
        return *pack;
    throw Error(ErrorCode::Usage,
                LocalizedText{u"本程序没有申报通知“%1”的模板包。有：%2。"_s, u"The call “%1” is not installed. There are: %2."_s}.arg(callId, builtInCallPackIds().join(u", "_s)), callId);
}

QUuid dossierOf(const BatchView& view, const QString& begin)
{
    QList<QUuid> found;
    for (const Candidate& candidate : view.candidates)
        if (!begin.isEmpty() && idText(candidate.dossier).startsWith(begin, Qt::CaseInsensitive))
            found << candidate.dossier;
    if (found.size() == 1)
        return found.first();
    throw Error(ErrorCode::Usage,
                (found.isEmpty() ? LocalizedText{u"这一批里没有编号以“%1”开头的申报书。可用 batch list 查看。"_s, u"No dossier in the batch has an id that begins with “%1”. See batch list."_s}
                                 : LocalizedText{u"有几份申报书的编号以“%1”开头，请多写几位。"_s, u"Several dossiers have ids that begin with “%1”: write more of it."_s})
                    .arg(begin),
                begin);
}

} // namespace jz::cli
