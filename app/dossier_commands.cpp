// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"
#include "app/desk.h"
#include "app/desk_json.h"
#include "app/finding_lines.h"
#include "model/base/counted_text.h"

#include "model/dossier/dossier_json.h"
#include "model/exchange/check_report.h"
#include "model/procedure/dossier_import.h"
#include "model/procedure/office_route.h"
#include "model/procedure/slip_intake.h"
#include "model/recommendation/return_slip_file.h"

#include <QJsonDocument>

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

QString idText(const DossierEntry& entry)
{
    return entry.id.toString(QUuid::WithoutBraces);
}

void printEntry(const Call& call, const DossierEntry& entry)
{
    if (call.has(u"json"_s))
        printJson(entryJson(entry));
    else
        print(u"%1  %2  %3  %4%  %5　%6"_s.arg(idText(entry), stateWord(entry.state).in(language()),
                                               LocalizedText{u"第 %1 稿"_s, u"revision %1"_s}.arg(QString::number(entry.revision)).in(language()),
                                               QString::number(entry.summary.progress), entry.summary.applicant, entry.summary.title));
}

int begin(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    printEntry(call, beginDossier(desk.workspace(), call.inputs.at(0), desk.person(), u"cli"_s));
    return Fine;
}

int duplicate(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    printEntry(call, duplicateDossier(desk.workspace(), desk.entry(call.inputs.at(0)).id, desk.person()));
    return Fine;
}

int list(const Call& call)
{
    Desk desk(call, Workspace::Mode::WriteOrRead);
    const QList<DossierEntry> entries = desk.workspace().dossiers().list(call.value(u"search"_s));
    QJsonArray json;
    for (const DossierEntry& entry : entries) {
        if (call.has(u"json"_s))
            json.append(entryJson(entry));
        else
            printEntry(call, entry);
    }
    if (call.has(u"json"_s))
        printJson({{u"dossiers"_s, json}});
    return Fine;
}

int show(const Call& call)
{
    Desk desk(call, Workspace::Mode::WriteOrRead);
    const auto dossier = desk.open(call.inputs.at(0));
    QJsonObject json = entryJson(dossier->entry());
    const Dossier& content = dossier->editor().dossier();
    const QJsonObject data = QJsonDocument::fromJson(dossierJson(content)).object();
    for (const char* part : {"values", "attachments", "reasons", "parent"})
        json.insert(QLatin1StringView(part), data.value(QLatin1StringView(part)));
    json.insert(u"fingerprint"_s, QString::fromLatin1(dossierFingerprint(dossierJson(content)).toHex()));
    json.insert(u"notes"_s, notesJson(desk.workspace(), dossier->key()));
    json.insert(u"revisions"_s, revisionsJson(desk.workspace(), dossier->key()));
    json.insert(u"check"_s, checkReportJson(idText(dossier->entry()), dossier->findings(), language()));
    printJson(json);
    return Fine;
}

int history(const Call& call)
{
    Desk desk(call, Workspace::Mode::WriteOrRead);
    const auto dossier = desk.open(call.inputs.at(0));
    const auto journal = desk.workspace().dossiers().journal(dossier->key());
    const QList<Step> steps = call.has(u"field"_s)
                                  ? journal->history({Address::Part::Value, call.value(u"field"_s), {}, {}})
                                        + journal->history({Address::Part::Attachment, call.value(u"field"_s), {}, {}})
                                  : journal->steps();
    QJsonArray json;
    for (const Step& step : steps) {
        const Operator person = desk.workspace().operators().byKey(step.person);
        json.append(stepJson(step, person, dossier->editor().dossier(), dossier->pack()));
        if (call.has(u"json"_s))
            continue;
        print(u"%1  %2  %3  %4%5"_s.arg(QString::number(step.number).rightJustified(4), step.at.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s),
                                        person.name, stepWord(step.kind).in(language()),
                                        step.undoes ? LocalizedText{u"（撤销第 %1 步）"_s, u" (takes back %1)"_s}.arg(QString::number(step.undoes)).in(language())
                                                    : QString()));
        for (const Change& change : step.changes)
            print(u"      "_s + changeLine(change, dossier->editor().dossier(), dossier->pack()));
    }
    if (call.has(u"json"_s))
        printJson({{u"steps"_s, json}});
    return Fine;
}

/// A state of the dossier as named on the command line: `now`, `step:N`, `revision:N` or the beginning of a fingerprint.
Dossier stateNamed(Desk& desk, OpenDossier& dossier, const QString& name)
{
    if (name == u"now")
        return dossier.editor().dossier();
    if (name.startsWith(u"step:"))
        return desk.workspace().dossiers().journal(dossier.key())->at(name.mid(5).toInt());
    const QList<KeptRevision> revisions = desk.workspace().dossiers().revisions(dossier.key());
    for (auto kept = revisions.rbegin(); kept != revisions.rend(); ++kept)
        if (name == u"revision:%1"_s.arg(kept->revision) || QString::fromLatin1(kept->fingerprint.toHex()).startsWith(name))
            return parseDossierJson(kept->data, name);
    throw Error(ErrorCode::Usage,
                LocalizedText{u"这里没有“%1”这一稿。可写 now、step:N、revision:N 或校验码的开头；dossier show 列出留存的各稿。"_s,
                              u"There is no “%1” here. Write now, step:N, revision:N or the beginning of a fingerprint; dossier show lists them."_s}
                    .arg(name),
                name);
}

int compare(const Call& call)
{
    Desk desk(call, Workspace::Mode::WriteOrRead);
    const auto dossier = desk.open(call.inputs.at(0));
    const Dossier from = stateNamed(desk, *dossier, call.inputs.at(1));
    const Dossier to = stateNamed(desk, *dossier, call.inputs.value(2, u"now"_s));
    const Changes changes = changesBetween(from, to);
    QJsonArray json;
    for (const Change& change : changes) {
        json.append(changeJson(change, to, dossier->pack()));
        if (!call.has(u"json"_s))
            print(changeLine(change, to, dossier->pack()));
    }
    if (call.has(u"json"_s))
        printJson({{u"changes"_s, json}});
    else if (changes.isEmpty())
        print(text(u"两稿相同。", u"They are the same.").in(language()));
    return Fine;
}

void writeDown(const Call& call, Desk& desk, OpenDossier& dossier, const QString& kind, const QJsonObject& detail)
{
    Record record;
    record.kind = kind;
    record.detail = detail;
    record.who = call.has(u"who"_s) ? call.value(u"who"_s) : desk.workspace().operators().byKey(desk.person()).name;
    if (call.has(u"day"_s))
        record.day = call.dateTime(u"day"_s).date();
    dossier.writeDown(record, call.value(u"paper"_s));
}

int finalise(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const auto dossier = desk.open(call.inputs.at(0));
    dossier->lookAtFiles();
    tellFindings(dossier->findings());
    if (call.has(u"without-pre-review"_s))
        writeDown(call, desk, *dossier, record::withoutPreReview, {{u"reason"_s, call.value(u"without-pre-review"_s)}});
    const QList<LocalizedText> against = againstFinalising(desk.workspace(), *dossier, dossier->findings());
    dossier->finalise();
    for (const LocalizedText& each : against)
        complain(each.in(language()));
    printEntry(call, dossier->entry());
    return Fine;
}

int revise(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const auto dossier = desk.open(call.inputs.at(0));
    dossier->revise();
    printEntry(call, dossier->entry());
    return Fine;
}

/// What is written down beside the dossier and moves it to no other state.
bool isBesideTheDossier(const QString& kind)
{
    return recordWord(kind).zh != kind;
}

int record(const Call& call)
{
    const QString& name = call.inputs.at(1);
    const std::optional<StepKind> kind = stepFromName(name);
    const bool moves = kind == StepKind::Sign || kind == StepKind::Send || kind == StepKind::Return || kind == StepKind::Withdraw;
    if (!moves && !isBesideTheDossier(name))
        throw Error(ErrorCode::Usage,
                    LocalizedText{u"“%1”不能登记。可登记 sign（已签章）、send（已报送）、return（被退回）、withdraw（撤回），以及 review、pre-review、"
                                  "without-pre-review、confidentiality、signatory、authorisation、correction、online、paper-copies、further-papers、sent（发送，--remark 写方式）、packing（照片分辨率，--remark 写 200、150 或 100）。"_s,
                                  u"“%1” cannot be written down: write sign, send, return, withdraw, or review, pre-review, without-pre-review, "
                                  "confidentiality, signatory, authorisation, correction, online, paper-copies, further-papers, sent (--remark: the way), packing (--remark: dpi of photos)."_s}
                        .arg(name),
                    name);
    Desk desk(call, Workspace::Mode::Write);
    const auto dossier = desk.open(call.inputs.at(0));
    if (moves) {
        dossier->record(*kind, call.value(u"paper"_s), call.value(u"remark"_s));
        printEntry(call, dossier->entry());
        return Fine;
    }
    if (name == record::preReview && isReturnSlip(call.value(u"paper"_s))) {
        writeDownPassed(*dossier, call.value(u"paper"_s));
        printEntry(call, dossier->entry());
        return Fine;
    }
    static const QHash<QString, QString> meant{{record::preReview, u"how"_s}, {record::withoutPreReview, u"reason"_s},
                                               {record::signatory, u"position"_s}, {record::online, u"number"_s}, {record::paperCopies, u"number"_s}, {record::furtherPapers, u"number"_s},
                                               {record::sent, u"way"_s}, {record::packing, u"dpi"_s}};
    const QString remark = call.value(u"remark"_s);
    writeDown(call, desk, *dossier, name, remark.isEmpty() ? QJsonObject() : QJsonObject{{meant.value(name, u"remark"_s), remark}});
    printEntry(call, dossier->entry());
    return Fine;
}

int route(const Call& call)
{
    Desk desk(call, Workspace::Mode::WriteOrRead);
    const auto dossier = desk.open(call.inputs.at(0));
    const QList<RouteStep> steps = routeOf(desk.workspace(), *dossier, dossier->findings());
    if (call.has(u"json"_s)) {
        printJson({{u"route"_s, routeJson(steps, language())}});
        return Fine;
    }
    static const QStringList marks{u"✓"_s, u"–"_s, u"▸"_s, u" "_s};
    for (const RouteStep& step : steps) {
        const QString when = step.at.isValid() ? QString(u"  "_s + step.at.toString(u"yyyy-MM-dd"_s)) : QString();
        print(marks.at(int(step.standing)) + u' ' + step.title.in(language()) + u"  "_s + step.words.in(language())
              + (step.who.isEmpty() ? QString() : QString(u"  "_s + step.who)) + when);
    }
    return Fine;
}

int exportPaper(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const auto dossier = desk.open(call.inputs.at(0));
    const ExportKind kind = call.has(u"copy"_s) ? ExportKind::Copy : call.has(u"review"_s) ? ExportKind::Review : ExportKind::Final;
    const WrittenDossier written = dossier->exportPaper(call.inputs.at(1), kind);
    for (const LocalizedText& remark : written.remarks)
        complain(remark.in(language()));
    const QString fingerprint = QString::fromLatin1(written.fingerprint.toHex());
    if (call.has(u"json"_s))
        printJson({{u"file"_s, call.inputs.at(1)}, {u"pages"_s, written.pages}, {u"fingerprint"_s, fingerprint}});
    else
        print(CountedText{u"已写入 %1：%2 页，全文校验码 %3"_s, u"Wrote %1: %2 {page|pages}, data fingerprint %3"_s}
                  .arg(call.inputs.at(1), QString::number(written.pages), fingerprint.left(8))
                  .in(language()));
    return Fine;
}

int reading(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const auto dossier = desk.open(call.inputs.at(0));
    const WrittenReading written = dossier->writeForReading(call.inputs.at(1));
    if (call.has(u"printed"_s))
        dossier->keepReading(written);
    if (call.has(u"json"_s))
        printJson({{u"file"_s, call.inputs.at(1)}, {u"pages"_s, written.pages}, {u"changes"_s, written.changes}, {u"kept"_s, call.has(u"printed"_s)}});
    else
        print(CountedText{u"已写入 %1：%2 页，与上次的审阅件相比有 %3 处改动"_s, u"Wrote %1: %2 {page|pages}, %3 {place|places} changed since the last print for reading"_s}
                  .arg(call.inputs.at(1), QString::number(written.pages), QString::number(written.changes))
                  .in(language()));
    return Fine;
}

int import(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    Findings findings;
    const DossierEntry entry = importDossier(desk.workspace(), call.inputs.at(0), desk.person(), findings);
    tellFindings(findings);
    printEntry(call, entry);
    return Fine;
}

int merge(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const auto dossier = desk.open(call.inputs.at(0));
    DossierMerge merge = dossier->compareCopy(call.inputs.at(1));
    const QStringList fields = call.options.values(u"theirs"_s);
    for (qsizetype i = 0; i < merge.items().size(); ++i)
        if (call.has(u"all-theirs"_s) || fields.contains(merge.items().at(i).place.field))
            merge.take(i, MergeItem::Take::Theirs);
    const QJsonArray items = mergeJson(merge, dossier->editor().dossier(), dossier->pack());
    if (!call.has(u"json"_s))
        for (const MergeItem& item : merge.items())
            print(placeLabel(item.place, dossier->editor().dossier(), dossier->pack()).in(language()) + u": "
                  + valueText(item.was) + text(u" → 我 ", u" → mine ").in(language()) + valueText(item.mine) + text(u"，对方 ", u", theirs ").in(language())
                  + valueText(item.theirs)
                  + (item.take == MergeItem::Take::Theirs ? text(u"（取对方）", u" (theirs taken)") : text(u"（留我的）", u" (mine kept)")).in(language()));
    if (!call.has(u"dry-run"_s))
        dossier->merge(merge, call.inputs.at(1));
    if (call.has(u"json"_s))
        printJson({{u"items"_s, items}, {u"merged"_s, !call.has(u"dry-run"_s)}, {u"base"_s, merge.hasBase()}});
    else if (!merge.hasBase())
        complain(text(u"没有留存发给同事的那一份，只能两边相比：分不出谁改了什么。",
                      u"The copy that was handed out is not kept here: the two are compared, and who changed what cannot be told.")
                     .in(language()));
    return Fine;
}

} // namespace

QList<Command> dossierCommands()
{
    return {
        deskCommand(u"dossier new"_s, u"CALL"_s, 1, text(u"在资料库中新建一份申报书", u"begin a dossier in the workspace"), {},
                {u"dossier new CALL --operator 张三 --unit 示例研究院"_s}, begin),
        deskCommand(u"dossier duplicate"_s, u"ID"_s, 1, text(u"以此另建一份申报书：新编号，内容和附件相同", u"begin another dossier with the same content and files"), {},
                {u"dossier duplicate 3f2a"_s}, duplicate),
        deskCommand(u"dossier list"_s, {}, 0, text(u"列出资料库中的申报书，最近修改的在前", u"list the dossiers, changed last first"),
                {{u"search"_s, u"TEXT"_s, text(u"只列内容中有这些字的", u"only those that have this text in them")}}, {u"dossier list --search 光电"_s}, list),
        deskCommand(u"dossier show"_s, u"ID"_s, 1, text(u"显示一份申报书：内容、备注、留存的各稿、检查结果（JSON）", u"show a dossier: content, notes, kept revisions, findings (JSON)"),
                {}, {u"dossier show 3f2a"_s}, show),
        deskCommand(u"dossier history"_s, u"ID"_s, 1, text(u"谁在何时把什么改成了什么", u"who changed what, when, from what to what"),
                {{u"field"_s, u"FIELD"_s, text(u"只看这个字段", u"of this field only")}}, {u"dossier history 3f2a --field FIELD"_s}, history),
        deskCommand(u"dossier compare"_s, u"ID FROM [TO]"_s, 2, text(u"逐字段比较两稿；TO 不给则与现在比", u"compare two states field by field; TO: now"), {},
                {u"dossier compare 3f2a revision:1"_s, u"dossier compare 3f2a step:10 step:20"_s}, compare, true),
        deskCommand(u"dossier finalise"_s, u"ID"_s, 1, text(u"定稿：这一稿不再改动", u"finalise: this revision never changes again"),
                {{u"without-pre-review"_s, u"REASON"_s, text(u"不等预审通过就定稿的理由", u"why the pre-review is not waited for")}},
                {u"dossier finalise 3f2a"_s}, finalise),
        deskCommand(u"dossier route"_s, u"ID"_s, 1, text(u"从草稿到报送走到了哪一步，下一步办什么", u"where the dossier stands on its way from draft to sent, and what comes next"),
                {}, {u"dossier route 3f2a"_s}, route),
        deskCommand(u"dossier revise"_s, u"ID"_s, 1, text(u"开始下一稿", u"begin the next revision"), {}, {u"dossier revise 3f2a"_s}, revise),
        deskCommand(u"dossier record"_s, u"ID sign|send|return|withdraw|KIND"_s, 2,
                text(u"登记：已签章、已报送、被退回、撤回；送审、预审通过、保密审查、签署人、授权书、更正说明、网上申报、纸质材料",
                     u"write down that it was signed, sent, returned, withdrawn; that it went out for review, was passed, was submitted online …"),
                {{u"who"_s, u"NAME"_s, text(u"由谁（单位或姓名）；不给则为经办人", u"by whom or to whom; the person at work when not given")},
                 {u"day"_s, u"ISO"_s, text(u"哪一天；不给则为今天", u"on which day; today when not given")},
                 {u"paper"_s, u"FILE"_s, text(u"签章后或发出的文件，一并留存", u"the signed or sent paper, which is kept")},
                 {u"remark"_s, u"TEXT"_s, text(u"说明，如退回的原因", u"a remark, such as why it was returned")}},
                {u"dossier record 3f2a sign --paper 已签章.pdf"_s, u"dossier record 3f2a return --remark 缺合作协议"_s,
                 u"dossier record 3f2a pre-review --who 示例学会 --remark 电话"_s, u"dossier record 3f2a pre-review --paper 预审意见.pdf"_s}, record),
        deskCommand(u"dossier export"_s, u"ID OUT.pdf"_s, 2, text(u"导出定稿的申报书 PDF", u"export the final paper"),
                {{u"review"_s, {}, text(u"送审稿（带水印），此后这一稿不再改动", u"for review, with watermark; this revision no longer changes")},
                 {u"copy"_s, {}, text(u"给同事接着填的副本（带水印），改后可用 dossier merge 并回", u"a copy for a colleague, to be merged back")}},
                {u"dossier export 3f2a 申报书.pdf"_s, u"dossier export 3f2a 给李四.pdf --copy"_s}, exportPaper),
        deskCommand(u"dossier reading"_s, u"ID OUT.pdf"_s, 2,
                text(u"给领导审阅的打印件：大字、宽边，标出与上次相比的改动", u"a print for reading: larger type, wide margin, bars at what changed since the last one"),
                {{u"printed"_s, {}, text(u"这一份打印出来了：下一份与它相比", u"it was printed: the next one is compared with it")}},
                {u"dossier reading 3f2a 审阅件.pdf --printed"_s}, reading),
        deskCommand(u"dossier import"_s, u"FILE"_s, 1, text(u"收入一份申报书 PDF、填报数据或导出的文件夹", u"take in a dossier PDF, a values file or an extracted folder"), {},
                {u"dossier import 申报书.pdf"_s}, import),
        deskCommand(u"dossier merge"_s, u"ID COPY"_s, 2, text(u"并入同事改过的副本；两边都改了的，默认留我的", u"merge a colleague's copy; where both changed, mine stays"),
                {{u"theirs"_s, u"FIELD"_s, text(u"这个字段取对方的（可多次）", u"take theirs in this field (may be repeated)")},
                 {u"all-theirs"_s, {}, text(u"全部取对方的", u"take theirs everywhere")},
                 {u"dry-run"_s, {}, text(u"只显示，不合并", u"only show, do not merge")}},
                {u"dossier merge 3f2a 李四改过.pdf --dry-run"_s}, merge),
    };
}

} // namespace jz::cli
