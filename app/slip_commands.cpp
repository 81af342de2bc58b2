// SPDX-License-Identifier: Apache-2.0
// What an applicant does with a return slip.
#include "app/commands.h"
#include "app/desk.h"
#include "app/desk_json.h"
#include "app/supplement_desk.h"
#include "model/base/counted_text.h"

#include "model/base/json_file.h"
#include "model/procedure/fix_list.h"
#include "model/procedure/slip_intake.h"
#include "model/recommendation/slip_words.h"
#include "model/recommendation/supplement_file.h"

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

QJsonObject itemJson(const FixItem& item, int number, const OpenDossier& dossier)
{
    const Dossier& content = dossier.editor().dossier();
    return {{u"number"_s, number},
            {u"place"_s, placeJson(item.note.place)},
            {u"label"_s, slipPlace(item.note, content, dossier.pack())},
            {u"words"_s, item.note.words},
            {u"quote"_s, item.note.quote},
            {u"proposed"_s, item.note.hasProposal() ? item.note.proposed : QJsonValue()},
            {u"accepted"_s, hasProposed(item, content)},
            {u"state"_s, fixStateName(item.state)},
            {u"answer"_s, item.answer}};
}

QJsonObject fixesJson(const FixList& list, const OpenDossier& dossier)
{
    QJsonArray slips;
    for (const KeptSlip& kept : list.slips)
        slips.append(parseJsonObject(returnSlipJson(kept.slip), kept.slip.from));
    QJsonArray items;
    for (int i = 0; i < list.items.size(); ++i)
        items.append(itemJson(list.items.at(i), i + 1, dossier));
    return {{u"slips"_s, slips},
            {u"notes"_s, items},
            {u"unlocked"_s, QJsonArray::fromStringList(list.unlocked)},
            {u"open"_s, list.open()},
            {u"due"_s, list.due().isValid() ? QJsonValue(list.due().toString(Qt::ISODate)) : QJsonValue()}};
}

int openAndTell(const Call& call)
{
    const QString path = call.inputs.first();
    if (isSupplement(path))
        return takeSupplementOver(call);
    Desk desk(call, Workspace::Mode::Write);
    const TakenSlip taken = takeSlipIn(desk.workspace(), path, readReturnSlip(path), desk.person());
    if (!taken.warning.isEmpty())
        complain(taken.warning.in(language()));
    if (call.has(u"json"_s))
        printJson({{u"dossier"_s, taken.dossier.toString(QUuid::WithoutBraces)},
                   {u"revision"_s, taken.revision},
                   {u"outcome"_s, taken.passed ? u"passed"_s : u"returned"_s},
                   {u"again"_s, taken.again},
                   {u"message"_s, taken.words.in(language())},
                   {u"warning"_s, taken.warning.isEmpty() ? QJsonValue() : QJsonValue(taken.warning.in(language()))}});
    else
        print(taken.words.in(language()));
    return Fine;
}

int listAndTell(const Call& call)
{
    Desk desk(call, Workspace::Mode::WriteOrRead);
    const auto dossier = desk.open(call.inputs.first());
    const FixList list = fixListOf(desk.workspace(), *dossier);
    if (call.has(u"json"_s))
        printJson(fixesJson(list, *dossier));
    else if (list.isEmpty())
        print(text(u"这一稿没有修改意见。", u"There are no notes on this revision.").in(language()));
    else
        print(fixAnswers(list, dossier->editor().dossier(), dossier->pack()));
    return Fine;
}

const FixItem& itemNumbered(const FixList& list, const QString& number)
{
    const int index = number.toInt() - 1;
    if (index < 0 || index >= list.items.size())
        throw Error(ErrorCode::Usage,
                    LocalizedText{u"没有第“%1”条意见，共 %2 条。可用 dossier fixes 查看。"_s, u"There is no note “%1” among %2. dossier fixes shows them."_s}.arg(
                        number, QString::number(list.items.size())),
                    number);
    return list.items.at(index);
}

int fixAndTell(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const auto dossier = desk.open(call.inputs.first());
    const FixList list = fixListOf(desk.workspace(), *dossier);
    const FixItem& item = itemNumbered(list, call.inputs.at(1));
    if (call.has(u"accept"_s)) {
        if (!item.note.hasProposal())
            throw Error(ErrorCode::Usage, text(u"这一条没有建议值。改好后用 --done，或用 --answer 答复。", u"This note proposes no value: use --done when it is changed, or --answer."),
                        u"accept"_s);
        acceptProposal(*dossier, item);
        requireStored(*dossier);
    } else if (call.has(u"answer"_s)) {
        markFix(*dossier, item, FixItem::State::Answered, call.value(u"answer"_s));
    } else {
        markFix(*dossier, item, call.has(u"reopen"_s) ? FixItem::State::Open : FixItem::State::Done);
    }
    const FixList now = fixListOf(desk.workspace(), *dossier);
    if (call.has(u"json"_s))
        printJson(fixesJson(now, *dossier));
    else
        print(counted(u"还有 %1 条待处理。", u"%1 {note is|notes are} open.").arg(QString::number(now.open())).in(language()));
    return Fine;
}

int openSlip(const Call& call)
{
    return withErrorJson(call, [&] { return openAndTell(call); });
}

int fixes(const Call& call)
{
    return withErrorJson(call, [&] { return listAndTell(call); });
}

int fix(const Call& call)
{
    return withErrorJson(call, [&] { return fixAndTell(call); });
}

} // namespace

QList<Command> slipCommands()
{
    return {
        deskCommand(u"dossier open-slip"_s, u"SLIP.pdf"_s, 1,
                    text(u"打开推荐单位发来的文件。修改意见：开始下一稿并列出修改清单，预审通过则登记；补充通知：采用它",
                         u"open what the recommending body sent: a return slip begins the next revision with its fix list, or is written down as passed; a supplementary notice is taken over"), {},
                    {u"dossier open-slip 修改意见.pdf"_s, u"dossier open-slip 补充通知.pdf"_s}, openSlip),
        deskCommand(u"dossier fixes"_s, u"ID"_s, 1, text(u"修改清单：推荐单位的逐条意见和处理情况", u"the fix list: what the recommending body wants changed, and what was done"), {},
                    {u"dossier fixes 3f2a --json"_s}, fixes),
        deskCommand(u"dossier fix"_s, u"ID NUMBER"_s, 2, text(u"处理一条意见；不给选项则标为已改", u"deal with one note; done when no option is given"),
                    {{u"accept"_s, {}, text(u"采用建议值", u"fill in the proposed value")},
                     {u"done"_s, {}, text(u"已改", u"it is changed")},
                     {u"answer"_s, u"TEXT"_s, text(u"答复：为什么不改，或怎么改的", u"an answer: why it is not changed, or how")},
                     {u"reopen"_s, {}, text(u"改回待处理", u"it is open again")}},
                    {u"dossier fix 3f2a 1 --accept"_s, u"dossier fix 3f2a 2 --answer 证书即此名称"_s}, fix),
    };
}

} // namespace jz::cli
