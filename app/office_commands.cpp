// SPDX-License-Identifier: Apache-2.0
// The office's desk: its reviews.
#include "app/commands.h"
#include "app/office_desk.h"

#include "model/call/call_pack_reader.h"

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

/// {"round", "call"}
int beginRound(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const QStringList ids = builtInCallPackIds();
    ReviewRound round;
    round.call = packOf(!call.has(u"call"_s) && ids.size() == 1 ? ids.first() : call.required(u"call"_s)).id;
    round.name = call.inputs.first().trimmed();
    if (round.name.isEmpty())
        throw Error(ErrorCode::Usage, text(u"请给评审取一个名称。", u"Give the review a name."), u"NAME"_s);
    desk.workspace().intakes().addRound(round, desk.person());
    if (call.has(u"json"_s))
        printJson({{u"round"_s, round.name}, {u"call"_s, round.call}});
    else
        print(LocalizedText{u"已建立评审“%1”。下一步：office receive 报送包…"_s, u"Review “%1” begun. Next: office receive BUNDLE…"_s}.arg(round.name).in(language()));
    return Fine;
}

} // namespace

QList<Command> officeCommands()
{
    return {
        deskCommand(u"office new"_s, u"NAME"_s, 1, text(u"（办公室）建立一次评审", u"(office) begin a review"),
                    {{u"call"_s, u"ID"_s, text(u"申报通知编号；只装有一个时可不给", u"id of the call; not needed when there is only one")},
                     {u"json"_s, {}, text(u"在标准输出打印一个 JSON 文档", u"print one JSON document on standard output")}},
                    {u"office new 年度评审"_s}, reported<beginRound>),
    };
}

} // namespace jz::cli
