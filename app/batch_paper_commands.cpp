// SPDX-License-Identifier: Apache-2.0
// The recommending body's desk: papers for the meeting, the cover letter, parcels, and whether printed copies are the right ones.
#include "app/batch_desk.h"
#include "app/commands.h"
#include "app/finding_lines.h"

#include "model/exchange/check_report.h"
#include "model/procedure/batch_parcels.h"
#include "model/procedure/copies_check.h"
#include "model/procedure/handover.h"
#include "model/procedure/meeting_papers.h"

#include <algorithm>

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

int tellWritten(const Call& call, const QString& file)
{
    if (call.has(u"json"_s))
        printJson({{u"file"_s, file}});
    else
        print(LocalizedText{u"已写出 %1"_s, u"Written: %1"_s}.arg(file).in(language()));
    return Fine;
}

int meeting(const Call& call)
{
    Desk desk(call, Workspace::Mode::WriteOrRead);
    writeMeetingPapers(desk.workspace(), batchOf(call, desk.workspace()).key, call.inputs.first());
    return tellWritten(call, call.inputs.first());
}

int letter(const Call& call)
{
    Desk desk(call, Workspace::Mode::WriteOrRead);
    const Batch batch = batchOf(call, desk.workspace());
    const CallPack& pack = packOf(batch.call);
    writeCoverLetter(batchView(desk.workspace(), batch.key, pack), pack, call.has(u"date"_s) ? call.dateTime(u"date"_s).date() : QDate(), call.inputs.first());
    return tellWritten(call, call.inputs.first());
}

QJsonObject parcelJson(const Parcel& parcel, const BatchView& view)
{
    QJsonArray content;
    const QList<PackedCopies> packed = packedIn(parcel, view);
    for (const PackedCopies& each : packed)
        content.append(QJsonObject{{u"dossier"_s, idText(each.dossier)}, {u"copies"_s, each.copies}});
    return {{u"number"_s, parcel.number},
            {u"courier"_s, parcel.courier},
            {u"waybill"_s, parcel.waybill},
            {u"posted"_s, parcel.posted.isValid() ? QJsonValue(parcel.posted.toString(Qt::ISODate)) : QJsonValue()},
            {u"arrived"_s, parcel.arrived.isValid() ? QJsonValue(parcel.arrived.toString(Qt::ISODate)) : QJsonValue()},
            {u"content"_s, content}};
}

int tellParcels(const Call& call, Workspace& workspace, const Batch& batch)
{
    const CallPack& pack = packOf(batch.call);
    const BatchView view = batchView(workspace, batch.key, pack);
    const QList<Parcel> parcels = workspace.sendings().parcels(batch.key);
    const Findings findings = parcelFindings(parcels, view, pack, call.has(u"now"_s) ? call.dateTime(u"now"_s) : QDateTime::currentDateTime());
    if (call.has(u"json"_s)) {
        QJsonArray json;
        for (const Parcel& parcel : parcels)
            json.append(parcelJson(parcel, view));
        printJson({{u"batch"_s, batch.name}, {u"parcels"_s, json}, {u"findings"_s, findingsJson(findings, language())}});
    } else {
        for (const Parcel& parcel : parcels) {
            int copies = 0;
            const QList<PackedCopies> packed = packedIn(parcel, view);
            for (const PackedCopies& each : packed)
                copies += each.copies;
            print(LocalizedText{u"第 %1 件　%2 项共 %3 份　%4 %5　寄出 %6　送达 %7"_s, u"parcel %1: %2 dossiers, %3 copies; %4 %5; posted %6, arrived %7"_s}
                      .arg(QString::number(parcel.number), QString::number(packed.size()), QString::number(copies), parcel.courier, parcel.waybill,
                           parcel.posted.isValid() ? parcel.posted.toString(Qt::ISODate) : u"—"_s, parcel.arrived.isValid() ? parcel.arrived.toString(u"yyyy-MM-dd HH:mm"_s) : u"—"_s)
                      .in(language()));
        }
        for (const Finding& finding : findings)
            print(findingLine(finding));
    }
    return hasError(findings) ? Wrong : Fine;
}

int listParcels(const Call& call)
{
    Desk desk(call, Workspace::Mode::WriteOrRead);
    return tellParcels(call, desk.workspace(), batchOf(call, desk.workspace()));
}

[[noreturn]] void wrongCopies(const QString& asked)
{
    throw Error(ErrorCode::Usage, text(u"份数是 1 到 99 的整数，如 --copies 2 或 3f2a=2。", u"Copies are a whole number of 1 to 99, e.g. --copies 2 or 3f2a=2."), asked);
}

int copiesIn(const QString& asked)
{
    bool isNumber = false;
    const int copies = asked.toInt(&isNumber);
    if (!isNumber || copies < 1)
        wrongCopies(asked);
    return copies;
}

/// Those named, `ID` or `ID=COPIES`; all that are recommended when none is.
QList<PackedCopies> contentAsAsked(const Call& call, const BatchView& view)
{
    const int usual = call.has(u"copies"_s) ? copiesIn(call.value(u"copies"_s)) : 1;
    QList<PackedCopies> content;
    for (const QString& each : call.inputs)
        content << PackedCopies{dossierOf(view, each.section(u'=', 0, 0)), each.contains(u'=') ? copiesIn(each.section(u'=', 1)) : usual};
    if (call.inputs.isEmpty())
        for (const QUuid& dossier : view.ranking.recommended())
            content << PackedCopies{dossier, usual};
    return content;
}

int addParcel(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const Batch batch = batchOf(call, desk.workspace());
    const BatchView view = batchView(desk.workspace(), batch.key, packOf(batch.call));
    packParcel(desk.workspace(), view, contentAsAsked(call, view));
    return tellParcels(call, desk.workspace(), batch);
}

Parcel parcelOf(const QString& number, Workspace& workspace, const Batch& batch)
{
    const QList<Parcel> all = workspace.sendings().parcels(batch.key);
    for (const Parcel& each : all)
        if (QString::number(each.number) == number)
            return each;
    throw Error(ErrorCode::Usage, LocalizedText{u"没有第 %1 件。可用 batch parcel list 查看。"_s, u"There is no parcel %1. See batch parcel list."_s}.arg(number), number);
}

int setParcel(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const Batch batch = batchOf(call, desk.workspace());
    Parcel parcel = parcelOf(call.inputs.first(), desk.workspace(), batch);
    if (call.has(u"courier"_s))
        parcel.courier = call.value(u"courier"_s);
    if (call.has(u"waybill"_s))
        parcel.waybill = call.value(u"waybill"_s);
    if (call.has(u"posted"_s))
        parcel.posted = call.dateTime(u"posted"_s).date();
    if (call.has(u"arrived"_s))
        parcel.arrived = call.dateTime(u"arrived"_s);
    followParcel(desk.workspace(), parcel);
    return tellParcels(call, desk.workspace(), batch);
}

int printParcel(const Call& call)
{
    Desk desk(call, Workspace::Mode::WriteOrRead);
    const Batch batch = batchOf(call, desk.workspace());
    const CallPack& pack = packOf(batch.call);
    writeParcelPapers(parcelOf(call.inputs.first(), desk.workspace(), batch), batchView(desk.workspace(), batch.key, pack), pack, call.inputs.at(1));
    return tellWritten(call, call.inputs.at(1));
}

void tellCopies(const CopiesCheck& check)
{
    for (const ScannedCopy& each : check.dossiers) {
        const bool isGood = each.matches();
        print(u"%1  %2　%3"_s.arg(isGood ? text(u"相符", u"matches").in(language()) : text(u"不符", u"differs").in(language()), idText(each.dossier).first(8), each.title));
        if (!each.recommended)
            print(u"    "_s + text(u"不在推荐之列，不随本批寄送。", u"not recommended: does not go with the batch").in(language()));
        for (const InkProblem& problem : each.problems)
            print(u"    "_s + worded(problem).message.in(language()));
    }
    for (const InkProblem& problem : check.problems)
        print(worded(problem).message.in(language()));
}

int scanCheck(const Call& call)
{
    Desk desk(call, Workspace::Mode::WriteOrRead);
    const CopiesCheck check = checkCopies(desk.workspace(), batchOf(call, desk.workspace()).key, call.inputs, call.has(u"every-page"_s));
    bool wrong = std::any_of(check.problems.begin(), check.problems.end(), [](const InkProblem& each) { return each.code == ink::pageForeign; });
    QJsonArray json;
    for (const ScannedCopy& each : check.dossiers) {
        const bool isGood = each.matches();
        wrong = wrong || !isGood || !each.recommended;
        QJsonArray pages;
        for (const int page : each.pages)
            pages.append(page);
        json.append(QJsonObject{{u"dossier"_s, idText(each.dossier)}, {u"title"_s, each.title}, {u"recommended"_s, each.recommended}, {u"matches"_s, isGood}, {u"pages"_s, pages},
                                {u"problems"_s, problemsJson(each.problems)}});
    }
    if (call.has(u"json"_s))
        printJson({{u"dossiers"_s, json}, {u"problems"_s, problemsJson(check.problems)}});
    else
        tellCopies(check);
    return wrong ? Wrong : Fine;
}

QJsonArray linesJson(const QList<LocalizedText>& lines)
{
    QJsonArray json;
    for (const LocalizedText& line : lines)
        json.append(line.in(language()));
    return json;
}

QJsonObject toJson(const HandoverList& list, const QString& file)
{
    QJsonArray batches;
    for (const HandoverBatch& each : list.batches)
        batches.append(QJsonObject{{u"batch"_s, each.name}, {u"body"_s, each.body}, {u"candidates"_s, linesJson(each.candidates)},
                                   {u"open"_s, linesJson(each.open)}, {u"sent"_s, linesJson(each.sent)}});
    return {{u"file"_s, file}, {u"from"_s, list.from}, {u"batches"_s, batches}, {u"dossiers"_s, list.dossiers}};
}

int handOver(const Call& call)
{
    Desk desk(call, Workspace::Mode::WriteOrRead);
    const HandoverList list = handoverList(desk.workspace(), desk.workspace().operators().current().name, call.has(u"now"_s) ? call.dateTime(u"now"_s) : QDateTime::currentDateTime());
    writeHandover(desk.workspace(), list, call.inputs.first());
    if (call.has(u"json"_s)) {
        printJson(toJson(list, call.inputs.first()));
        return Fine;
    }
    for (const HandoverBatch& each : list.batches) {
        print(each.name);
        for (const LocalizedText& line : each.open)
            print(u"    "_s + line.in(language()));
    }
    return tellWritten(call, call.inputs.first());
}

int takeOver(const Call& call)
{
    openHandover(call.inputs.first(), call.inputs.at(1));
    if (call.has(u"json"_s))
        printJson({{u"workspace"_s, call.inputs.at(1)}});
    else
        print(LocalizedText{u"已接收，资料库在 %1，清单是其中的 交接清单.docx。"_s, u"Taken over: the workspace is %1, the list lies in it as 交接清单.docx."_s}.arg(call.inputs.at(1)).in(language()));
    return Fine;
}

QList<Command> parcelCommands()
{
    const Option now{u"now"_s, u"ISO"_s, text(u"以哪一时刻判断是否迟到；不给则为现在", u"as of when lateness is judged; now when not given")};
    return {
        deskCommand(u"batch parcel list"_s, {}, 0, text(u"（推荐单位）纸质材料分几件寄、到没到、还缺什么（以送达为准）", u"(recommending body) parcels of paper copies: posted, arrived, what is missing"), {now, batchOption()},
                    {u"batch parcel list --json"_s}, reported<listParcels>),
        deskCommand(u"batch parcel add"_s, u"[DOSSIER[=COPIES]…]"_s, 0, text(u"（推荐单位）装一件：写出的申报书各几份，不写则推荐的全装", u"(recommending body) pack a parcel: copies of those given, or of all recommended"),
                    {{u"copies"_s, u"N"_s, text(u"每份申报书装几份（默认 1）", u"copies of each (1 when not given)")}, now, batchOption()}, {u"batch parcel add --copies 2"_s, u"batch parcel add 3f2a=2 81bc=3"_s},
                    reported<addParcel>, true),
        deskCommand(u"batch parcel set"_s, u"NUMBER"_s, 1, text(u"（推荐单位）登记一件的快递、单号、寄出、送达", u"(recommending body) courier, waybill, posted, arrived of a parcel"),
                    {{u"courier"_s, u"NAME"_s, text(u"快递公司", u"courier")}, {u"waybill"_s, u"TEXT"_s, text(u"单号", u"waybill")}, {u"posted"_s, u"ISO"_s, text(u"寄出日期", u"when it was posted")},
                     {u"arrived"_s, u"ISO"_s, text(u"送达时间", u"when it arrived")}, now, batchOption()},
                    {u"batch parcel set 1 --courier 某快递 --waybill SF1 --posted 2030-05-20"_s}, reported<setParcel>),
        deskCommand(u"batch parcel print"_s, u"NUMBER OUT.docx"_s, 2, text(u"（推荐单位）一件的收件标签和装箱清单（DOCX）", u"(recommending body) mailing label and packing list of a parcel (DOCX)"), {batchOption()},
                    {u"batch parcel print 1 第一件.docx"_s}, reported<printParcel>),
    };
}

} // namespace

QList<Command> batchPaperCommands()
{
    return parcelCommands()
           + QList<Command>{
               deskCommand(u"batch meeting"_s, u"OUT.pdf"_s, 1, text(u"（推荐单位）会议材料：总表，每项一页大字", u"(recommending body) papers for the meeting: overview, a page in large type for each"), {batchOption()},
                           {u"batch meeting 会议材料.pdf"_s}, reported<meeting>),
               deskCommand(u"batch letter"_s, u"OUT.docx"_s, 1, text(u"（推荐单位）报送函（DOCX），在公文系统里套红头、编号", u"(recommending body) cover letter (DOCX), finished in the office system"),
                           {{u"date"_s, u"ISO"_s, text(u"落款日期；不给则为今天", u"its date; today when not given")}, batchOption()}, {u"batch letter 报送函.docx"_s}, reported<letter>),
               deskCommand(u"batch handover"_s, u"OUT.zip"_s, 1, text(u"（推荐单位）交接：资料库、未办事项和已报送的清单打成一个文件", u"(recommending body) hand over: the workspace with a list of open matters and of what was sent, in one file"),
                           {{u"now"_s, u"ISO"_s, text(u"以哪一时刻列未办事项；不给则为现在", u"as of when matters are listed; now when not given")}}, {u"batch handover 交接.zip"_s}, reported<handOver>),
               deskCommand(u"batch takeover"_s, u"HANDOVER.zip DIR"_s, 2, text(u"（推荐单位）接收交接文件，成为 DIR 里的资料库", u"(recommending body) open a hand-over as the workspace DIR"), {}, {u"batch takeover 交接.zip 资料库"_s}, reported<takeOver>),
               deskCommand(u"batch scan-check"_s, u"SCAN…"_s, 1, text(u"（推荐单位）扫描纸质申报书，核对是不是批次里的那一稿", u"(recommending body) scan printed dossiers: are they those in the batch"),
                           {{u"every-page"_s, {}, text(u"表格的每一页都要扫到", u"each page of the form has to be there")}, batchOption()}, {u"batch scan-check 扫描/*.jpg"_s}, reported<scanCheck>, true),
           };
}

} // namespace jz::cli
