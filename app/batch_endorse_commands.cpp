// SPDX-License-Identifier: Apache-2.0
// The recommending body's desk: section 七 signed, with a certificate or in ink.
#include "app/batch_desk.h"
#include "app/commands.h"
#include "app/finding_lines.h"
#include "app/signing_identity.h"

#include "model/exchange/check_report.h"
#include "model/procedure/endorsing.h"

#include <algorithm>

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

EndorsingOrder orderAsAsked(const Call& call, const BatchView& view)
{
    EndorsingOrder order{identityOf(call),
                         call.value(u"joint"_s).trimmed(),
                         call.value(u"opinion"_s),
                         {},
                         call.value(u"seal"_s),
                         call.has(u"date"_s) ? call.dateTime(u"date"_s) : QDateTime::currentDateTime(),
                         {},
                         0};
    for (const QString& begin : call.inputs)
        order.dossiers << dossierOf(view, begin);
    return order;
}

QJsonObject toJson(const EndorsedDossier& endorsed)
{
    return {{u"dossier"_s, idText(endorsed.dossier)},
            {u"title"_s, endorsed.title},
            {u"outcome"_s, outcomeName(endorsed.outcome)},
            {u"findings"_s, findingsJson(endorsed.findings, language())}};
}

int tellEndorsed(const Call& call, const QList<EndorsedDossier>& all, const QString& batch)
{
    QJsonArray json;
    for (const EndorsedDossier& each : all) {
        json.append(toJson(each));
        if (call.has(u"json"_s))
            continue;
        print(u"%1　%2"_s.arg(outcomeWord(each.outcome).in(language()), each.title));
        for (const Finding& finding : each.findings)
            print(u"    "_s + findingLine(finding));
    }
    if (call.has(u"json"_s))
        printJson({{u"batch"_s, batch}, {u"dossiers"_s, json}});
    const bool allDone = std::all_of(all.begin(), all.end(), [](const EndorsedDossier& each) {
        return each.outcome == EndorsedDossier::Outcome::Endorsed || each.outcome == EndorsedDossier::Outcome::Before;
    });
    return allDone ? Fine : Wrong;
}

int endorse(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const Batch batch = batchOf(call, desk.workspace());
    const BatchView view = batchView(desk.workspace(), batch.key, packOf(batch.call));
    EndorsingOrder order = orderAsAsked(call, view);
    order.person = desk.person();
    return tellEndorsed(call, endorseByCertificate(desk.workspace(), batch.key, order), batch.name);
}

} // namespace

QList<Command> batchEndorseCommands()
{
    return {
        deskCommand(u"batch endorse"_s, u"[DOSSIER…]"_s, 0,
                    text(u"（推荐单位）签推荐意见：用签名证书依次签完推荐的各份申报书；中断后再运行即接着签",
                         u"(recommending body) endorse: signs all recommended dossiers with one certificate; after a stop, run it again and it goes on"),
                    identityOptions()
                        + QList<Option>{{u"opinion"_s, u"TEXT"_s, text(u"固定意见以外补充的话，三百字以内", u"what is added to the fixed wording, up to 300 characters")},
                                        {u"joint"_s, u"NAME"_s, text(u"以联合推荐单位的名义签", u"sign as this joint body")},
                                        {u"seal"_s, u"PNG"_s, text(u"画在签名栏里的图章图片；它不证明什么", u"picture of a seal to draw in the field; it proves nothing")},
                                        {u"date"_s, u"ISO"_s, text(u"签署时间；不给则为现在", u"signing time; now when not given")},
                                        batchOption()},
                    {u"batch endorse --identity 单位.p12 --passphrase-file 口令.txt"_s, u"batch endorse 3f2a --joint 某学会 --identity 学会.p12 --passphrase-file 口令.txt"_s},
                    reported<endorse>, true),
    };
}

} // namespace jz::cli
