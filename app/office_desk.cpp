// SPDX-License-Identifier: Apache-2.0
#include "app/office_desk.h"

#include <algorithm>

namespace jz::cli {

using namespace Qt::StringLiterals;

Option roundOption()
{
    return {u"round"_s, u"NAME"_s, text(u"哪一次评审；不给则为最后建立的", u"which review; the one begun last when not given")};
}

ReviewRound roundOf(const Call& call, Workspace& workspace)
{
    const QString name = call.value(u"round"_s);
    const QList<ReviewRound> all = workspace.intakes().rounds();
    if (name.isEmpty() && !all.isEmpty())
        return all.last();
    for (const ReviewRound& round : all)
        if (round.name == name)
            return round;
    throw Error(ErrorCode::NotFound,
                all.isEmpty() ? text(u"资料库里还没有评审。请先用 office new 名称 建立。", u"The workspace has no review yet. Begin one with office new NAME.")
                              : LocalizedText{u"资料库里没有名为“%1”的评审。"_s, u"The workspace has no review called “%1”."_s}.arg(name),
                name);
}

Submission submissionOf(Workspace& workspace, const ReviewRound& round, const QString& begin)
{
    QList<Submission> found;
    for (const Submission& each : workspace.intakes().submissions(round.key)) {
        const bool fits = !begin.isEmpty() && idText(each.dossier).startsWith(begin, Qt::CaseInsensitive);
        if (fits && std::none_of(found.begin(), found.end(), [&](const Submission& other) { return other.dossier == each.dossier; }))
            found << each;
    }
    if (found.size() == 1)
        return found.first();
    throw Error(ErrorCode::Usage,
                (found.isEmpty() ? LocalizedText{u"本次评审里没有编号以“%1”开头的申报书。可用 office list 查看。"_s, u"No dossier of the review has an id that begins with “%1”. See office list."_s}
                                 : LocalizedText{u"有几份申报书的编号以“%1”开头，请多写几位。"_s, u"Several dossiers have ids that begin with “%1”: write more of it."_s})
                    .arg(begin),
                begin);
}

Expert expertOf(Workspace& workspace, const QString& numberOrName)
{
    bool isNumber = false;
    const qint64 key = numberOrName.toLongLong(&isNumber);
    QList<Expert> found;
    for (const Expert& each : workspace.experts().all())
        if (!each.isDeleted() && (isNumber ? each.key == key : each.name == numberOrName.trimmed()))
            found << each;
    if (found.size() == 1)
        return found.first();
    throw Error(ErrorCode::Usage,
                (found.isEmpty() ? LocalizedText{u"专家库里没有“%1”。可用 office experts list 查看编号和姓名。"_s, u"The register has no expert “%1”. See office experts list."_s}
                                 : LocalizedText{u"专家库里有几位“%1”，请改用编号（office experts list）。"_s, u"There are several experts “%1”: use the number (office experts list)."_s})
                    .arg(numberOrName),
                numberOrName);
}

} // namespace jz::cli
