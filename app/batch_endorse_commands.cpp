// SPDX-License-Identifier: Apache-2.0
// The recommending body's desk: section 七 signed, with a certificate or in ink.
#include "app/batch_desk.h"
#include "app/commands.h"
#include "app/delivery_key_option.h"
#include "app/finding_lines.h"
#include "app/signing_identity.h"

#include "model/exchange/check_report.h"
#include "model/procedure/ink_endorsing.h"

#include <algorithm>

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

QList<QUuid> dossiersNamed(const Call& call, const BatchView& view)
{
    QList<QUuid> dossiers;
    for (const QString& begin : call.inputs)
        dossiers << dossierOf(view, begin);
    return dossiers;
}

/// What is added for single dossiers: DOSSIER=TEXT, as often as given.
QHash<QUuid, QString> opinionsOf(const Call& call, const BatchView& view)
{
    QHash<QUuid, QString> opinions;
    const QStringList given = call.options.values(u"opinion-for"_s);
    for (const QString& each : given) {
        if (!each.contains(u'='))
            throw Error(ErrorCode::Usage,
                        LocalizedText{u"--opinion-for 应写作“申报书编号=补充的话”，现在是“%1”。"_s, u"Write --opinion-for as “DOSSIER=TEXT”; it was “%1”."_s}.arg(each), each);
        opinions.insert(dossierOf(view, each.section(u'=', 0, 0)), each.section(u'=', 1).trimmed());
    }
    return opinions;
}

EndorsingOrder orderAsAsked(const Call& call, const BatchView& view)
{
    EndorsingOrder order{identityOf(call),
                         call.value(u"joint"_s).trimmed(),
                         call.value(u"opinion"_s),
                         opinionsOf(call, view),
                         call.value(u"seal"_s),
                         call.has(u"date"_s) ? call.dateTime(u"date"_s) : QDateTime::currentDateTime(),
                         dossiersNamed(call, view),
                         0};
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

int printPages(const Call& call)
{
    Desk desk(call, Workspace::Mode::WriteOrRead);
    const Batch batch = batchOf(call, desk.workspace());
    const QList<QUuid> dossiers = dossiersNamed(call, batchView(desk.workspace(), batch.key, packOf(batch.call)));
    const QString out = call.value(u"print"_s);
    const SealJob job = writeSealJob(desk.workspace(), batch.key, dossiers, out);
    QJsonArray entries;
    for (const SealJob::Entry& each : job.entries) {
        QJsonArray pages;
        for (const int page : each.pages)
            pages.append(page);
        entries.append(QJsonObject{{u"dossier"_s, idText(each.dossier)}, {u"title"_s, each.title}, {u"pages"_s, pages}, {u"first"_s, each.first}});
        if (!call.has(u"json"_s))
            print(u"%1　%2　%3"_s.arg(QString::number(each.first), each.title, each.applicant));
    }
    QJsonArray refused;
    for (const EndorsedDossier& each : job.refused) {
        refused.append(toJson(each));
        for (const Finding& finding : each.findings)
            complain(each.title + u"  "_s + findingLine(finding));
    }
    if (call.has(u"json"_s))
        printJson({{u"batch"_s, batch.name}, {u"file"_s, out}, {u"pages"_s, job.pages}, {u"dossiers"_s, entries}, {u"refused"_s, refused}});
    return job.refused.isEmpty() ? Fine : Wrong;
}

QJsonObject toJson(const InkEndorsed& each)
{
    QJsonArray pages;
    for (const TakenPage& page : each.pages)
        pages.append(QJsonObject{{u"page"_s, page.page}, {u"scan"_s, page.where}, {u"byCode"_s, page.byCode}, {u"compared"_s, page.compared}, {u"problems"_s, problemsJson(page.problems)}});
    return {{u"dossier"_s, idText(each.dossier)},
            {u"title"_s, each.title},
            {u"endorsed"_s, each.endorsed},
            {u"pages"_s, pages},
            {u"problems"_s, problemsJson(each.problems)},
            {u"findings"_s, findingsJson(each.findings, language())}};
}

void tellInk(const InkEndorsement& taken)
{
    for (const InkEndorsed& each : taken.dossiers) {
        print((each.endorsed ? text(u"已放入签章件", u"taken in") : text(u"未完成", u"not complete")).in(language()) + u"　"_s + each.title);
        for (const Finding& finding : each.findings)
            print(u"    "_s + findingLine(finding));
        for (const InkProblem& problem : each.problems)
            print(u"    "_s + worded(problem).message.in(language()));
        for (const TakenPage& page : each.pages)
            for (const InkProblem& problem : page.problems)
                print(u"    "_s + worded(problem).message.in(language()));
    }
    for (const InkProblem& problem : taken.problems)
        print(worded(problem).message.in(language()));
}

int takeScans(const Call& call)
{
    InkIntake intake;
    intake.scans = call.inputs;
    intake.body = call.value(u"joint"_s).trimmed();
    intake.deliveryKey = deliveryKeyOf(call);
    Desk desk(call, Workspace::Mode::Write);
    intake.person = desk.person();
    const Batch batch = batchOf(call, desk.workspace());
    const InkEndorsement taken = endorseByInk(desk.workspace(), batch.key, intake);
    QJsonArray json;
    bool isWhole = taken.problems.isEmpty();
    for (const InkEndorsed& each : taken.dossiers) {
        json.append(toJson(each));
        isWhole = isWhole && (each.endorsed || !each.touched);
    }
    if (call.has(u"json"_s))
        printJson({{u"batch"_s, batch.name}, {u"dossiers"_s, json}, {u"problems"_s, problemsJson(taken.problems)}});
    else
        tellInk(taken);
    return isWhole ? Fine : Wrong;
}

int endorse(const Call& call)
{
    if (call.has(u"print"_s))
        return printPages(call);
    if (call.has(u"ink"_s))
        return takeScans(call);
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
        deskCommand(u"batch endorse"_s, u"[DOSSIER…|SCAN…]"_s, 0,
                    text(u"（推荐单位）签推荐意见：--print 印出各签章页，--ink 把签字盖章后的扫描件一次放入；或用签名证书依次签完，中断后再运行即接着签",
                         u"(recommending body) endorse: --print writes the signature pages, --ink takes the scans of all of them in; or signs all with one certificate, and after a stop "
                         "goes on where it was"),
                    QList<Option>{{u"print"_s, u"OUT.pdf"_s, text(u"印签章页：用印清单和各份的签章页", u"the pages to sign and seal, with a list in front")},
                                  {u"ink"_s, {}, text(u"给出的是签好的扫描件", u"what is given are scans of signed pages")}}
                        + identityOptions()
                        + QList<Option>{{u"opinion"_s, u"TEXT"_s, text(u"固定意见以外补充的话，三百字以内", u"what is added to the fixed wording, up to 300 characters")},
                                        {u"opinion-for"_s, u"DOSSIER=TEXT"_s, text(u"只给这一份的补充，代替 --opinion，可给多次", u"added for this dossier instead of --opinion, may be given more than once")},
                                        {u"joint"_s, u"NAME"_s, text(u"以联合推荐单位的名义签", u"sign as this joint body")},
                                        {u"seal"_s, u"PNG"_s, text(u"画在签名栏里的图章图片；它不证明什么", u"picture of a seal to draw in the field; it proves nothing")},
                                        {u"date"_s, u"ISO"_s, text(u"签署时间；不给则为现在", u"signing time; now when not given")},
                                        batchOption()},
                    {u"batch endorse --print 签章页.pdf"_s, u"batch endorse --ink 扫描1.jpg 扫描2.pdf"_s, u"batch endorse --identity 单位.p12 --passphrase-file 口令.txt"_s, u"batch endorse 3f2a --joint 某学会 --identity 学会.p12 --passphrase-file 口令.txt"_s},
                    reported<endorse>, true),
    };
}

} // namespace jz::cli
