// SPDX-License-Identifier: Apache-2.0
// The office's desk: panel bundles for the experts.
#include "app/commands.h"
#include "app/delivery_key_option.h"
#include "app/finding_lines.h"
#include "app/office_desk.h"

#include "model/base/counted_text.h"
#include "model/base/json_file.h"
#include "model/exchange/check_report.h"
#include "model/procedure/panel_export.h"
#include "model/review/score_sheet_paper.h"
#include "model/review/score_table.h"

#include <QFileInfo>

#include <algorithm>

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

QJsonArray dossiersJson(const Panel& panel)
{
    QJsonArray dossiers;
    for (const PanelDossier& each : panel.dossiers)
        dossiers.append(QJsonObject{{u"number"_s, each.number}, {u"dossier"_s, idText(each.dossier)}, {u"title"_s, each.title}, {u"applicant"_s, each.applicant}, {u"file"_s, each.file}});
    return dossiers;
}

QJsonObject toJson(const MadePanel& panel)
{
    const auto orNull = [](const QString& words) { return words.isEmpty() ? QJsonValue() : QJsonValue(words); };
    return {{u"expert"_s, panel.expert},
            {u"name"_s, panel.name},
            {u"number"_s, panel.number},
            {u"standing"_s, standingName(panel.standing)},
            {u"replaced"_s, orNull(panel.replaced)},
            {u"file"_s, orNull(panel.file)},
            {u"bytes"_s, panel.bytes},
            {u"passphrase"_s, orNull(panel.passphrase)},
            {u"titles"_s, QJsonArray::fromStringList(panel.titles)},
            {u"dossiers"_s, dossiersJson(panel.panel)}};
}

QString lineOf(const MadePanel& panel)
{
    const QString count = QString::number(panel.titles.size());
    switch (panel.standing) {
    case MadePanel::Standing::Kept:
        return counted(u"%1　%2：%3 份，评审包不变", u"%1  %2: %3 {dossier|dossiers}; the bundle stays").arg(panel.number, panel.name, count).in(language());
    case MadePanel::Standing::Planned:
        return counted(u"%1　%2：%3 份，未写出（试运行）", u"%1  %2: %3 {dossier|dossiers}; not written (dry run)").arg(panel.number, panel.name, count).in(language());
    case MadePanel::Standing::Made:
        break;
    }
    QString line = counted(u"%1　%2：%3 份，已写出 %4", u"%1  %2: %3 {dossier|dossiers}, written: %4").arg(panel.number, panel.name, count, panel.file).in(language());
    if (!panel.passphrase.isEmpty())
        line += LocalizedText{u"　口令 %1（只显示这一次，请电话告知专家）"_s, u"  passphrase %1 (shown this once: tell it by telephone)"_s}.arg(panel.passphrase).in(language());
    return line;
}

/// Whom to ask, where nothing else is said: who makes the bundles.
QString officeOf(const Call& call, Desk& desk)
{
    if (call.has(u"contact"_s))
        return call.value(u"contact"_s);
    const Operator person = desk.workspace().operators().byKey(desk.person());
    return QStringList{person.unit, person.name}.join(u' ').trimmed();
}

int make(const Call& call)
{
    PanelOrder order;
    order.folder = call.inputs.first();
    order.reviewCopies = call.has(u"review-copies"_s);
    order.paperForms = call.has(u"paper-forms"_s);
    order.reason = call.value(u"reason"_s);
    order.due = call.has(u"due"_s) ? call.dateTime(u"due"_s).date() : QDate();
    order.day = call.has(u"date"_s) ? call.dateTime(u"date"_s).date() : QDate();
    std::optional<Passphrase> passphrase;
    if (call.has(u"bundle-passphrase-file"_s)) {
        passphrase.emplace(Passphrase::fromFile(call.value(u"bundle-passphrase-file"_s)));
        if (passphrase->isEmpty())
            throw Error(ErrorCode::Usage, text(u"口令文件是空的。", u"The passphrase file is empty."), call.value(u"bundle-passphrase-file"_s));
        order.passphrase = &*passphrase;
    }
    const bool dry = call.has(u"dry-run"_s);
    if (!dry)
        order.deliveryKey = deliveryKeyOf(call);
    Desk desk(call, dry ? Workspace::Mode::WriteOrRead : Workspace::Mode::Write);
    order.person = desk.person();
    order.office = officeOf(call, desk);
    const QStringList experts = call.options.values(u"expert"_s);
    for (auto each = experts.crbegin(); each != experts.crend(); ++each)
        order.experts << expertOf(desk.workspace(), *each).key;
    const PanelExport made = exportPanels(desk.workspace(), roundOf(call, desk.workspace()), order);
    if (call.has(u"json"_s)) {
        QJsonArray panels;
        for (const MadePanel& each : made.panels)
            panels.append(toJson(each));
        printJson({{u"written"_s, !dry}, {u"panels"_s, panels}, {u"findings"_s, findingsJson(made.findings, language())}});
    } else {
        for (const Finding& finding : made.findings)
            print(findingLine(finding));
        for (const MadePanel& each : made.panels)
            print(lineOf(each));
    }
    return hasError(made.findings) ? Wrong : Fine;
}

QJsonObject bundleJson(const PanelBundle& bundle, Workspace& workspace)
{
    const std::optional<Expert> expert = workspace.experts().byKey(bundle.expert);
    const Panel panel = parsePanel(canonicalJson(bundle.content), bundle.number);
    return {{u"number"_s, bundle.number},
            {u"expert"_s, bundle.expert},
            {u"name"_s, expert && !expert->isDeleted() ? expert->name : panel.expert},
            {u"inForce"_s, bundle.isInForce()},
            {u"revoked"_s, bundle.isInForce() ? QJsonValue() : QJsonValue(bundle.revoked.toString(Qt::ISODate))},
            {u"reason"_s, bundle.reason},
            {u"sha256"_s, QString::fromLatin1(bundle.bundle.toHex())},
            {u"bytes"_s, bundle.size},
            {u"reviewCopies"_s, panel.reviewCopies},
            {u"due"_s, panel.due.isValid() ? QJsonValue(panel.due.toString(Qt::ISODate)) : QJsonValue()},
            {u"made"_s, bundle.at.toString(Qt::ISODate)},
            {u"dossiers"_s, dossiersJson(panel)},
            {u"originals"_s, bundle.content.value("originals"_L1)}};
}

void printBundle(const QJsonObject& bundle, bool whole)
{
    const QString standing = bundle[u"inForce"_s].toBool() ? text(u"在用", u"in force").in(language())
                                                           : LocalizedText{u"作废：%1"_s, u"revoked: %1"_s}.arg(bundle[u"reason"_s].toString()).in(language());
    const QJsonArray dossiers = bundle[u"dossiers"_s].toArray();
    print(counted(u"%1　%2　%3 份　%4", u"%1  %2  %3 {dossier|dossiers}  %4")
              .arg(bundle[u"number"_s].toString(), bundle[u"name"_s].toString(), QString::number(dossiers.size()), standing)
              .in(language()));
    for (const QJsonValue& each : dossiers)
        if (whole)
            print(u"  %1　%2（%3）"_s.arg(QString::number(each[u"number"_s].toInt()), each[u"title"_s].toString(), each[u"applicant"_s].toString()));
}

int list(const Call& call)
{
    Desk desk(call, Workspace::Mode::WriteOrRead);
    const ReviewRound round = roundOf(call, desk.workspace());
    QJsonArray panels;
    for (const PanelBundle& each : desk.workspace().scores().bundles(round.key))
        panels.append(bundleJson(each, desk.workspace()));
    if (call.has(u"json"_s))
        printJson({{u"round"_s, round.name}, {u"panels"_s, panels}});
    else
        for (const QJsonValue& each : std::as_const(panels))
            printBundle(each.toObject(), false);
    return Fine;
}

PanelBundle bundleOf(Workspace& workspace, const QString& number)
{
    if (const std::optional<PanelBundle> bundle = workspace.scores().bundle(number))
        return *bundle;
    throw Error(ErrorCode::NotFound, LocalizedText{u"没有编号为“%1”的评审包。可用 office panels list 查看。"_s, u"No panel bundle has the number “%1”. See office panels list."_s}.arg(number), number);
}

int tellBundle(const Call& call, const PanelBundle& bundle, Workspace& workspace)
{
    const QJsonObject json = bundleJson(bundle, workspace);
    if (call.has(u"json"_s))
        printJson(json);
    else
        printBundle(json, true);
    return Fine;
}

int show(const Call& call)
{
    Desk desk(call, Workspace::Mode::WriteOrRead);
    return tellBundle(call, bundleOf(desk.workspace(), call.inputs.first()), desk.workspace());
}

int lose(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const QString reason = call.required(u"reason"_s).trimmed();
    if (reason.isEmpty())
        throw Error(ErrorCode::Usage, text(u"请用 --reason 写明怎样遗失的。", u"Say with --reason how it got lost."), u"reason"_s);
    const PanelBundle lost = losePanel(desk.workspace(), call.inputs.first(), reason);
    if (!call.has(u"json"_s))
        print(LocalizedText{u"评审包 %1 已作废，凭它填的评分表不再接收。其中有："_s, u"The bundle %1 is revoked; score sheets that rest on it are refused. On it were:"_s}.arg(lost.number).in(language()));
    return tellBundle(call, lost, desk.workspace());
}

int writeSheet(const Call& call)
{
    Desk desk(call, Workspace::Mode::WriteOrRead);
    const PanelBundle bundle = bundleOf(desk.workspace(), call.inputs.first());
    const Panel panel = parsePanel(canonicalJson(bundle.content), bundle.number);
    const QString out = call.inputs.at(1);
    if (out.endsWith(u".xlsx"_s, Qt::CaseInsensitive))
        writeScoreTable(panel, {}, packOf(panel.callId), out);
    else
        writeBlankScoreSheet(panel, packOf(panel.callId), out);
    if (call.has(u"json"_s))
        printJson({{u"panel"_s, panel.number}, {u"file"_s, out}, {u"code"_s, formCode(panel)}});
    else
        print(LocalizedText{u"已写出 %1（代码 %2）"_s, u"Written: %1 (code %2)"_s}.arg(out, formCode(panel)).in(language()));
    return Fine;
}

QList<Option> with(const QList<Option>& options)
{
    return options + QList<Option>{{u"json"_s, {}, text(u"在标准输出打印一个 JSON 文档", u"print one JSON document on standard output")}, roundOption()};
}

} // namespace

QList<Command> officePanelCommands()
{
    return {
        deskCommand(u"office panels make"_s, u"DIR"_s, 1,
                    text(u"（办公室）按分派为专家制作评审包：评审任务书和申报书，用口令加密；已有且内容不变的不重做",
                         u"(office) make the experts' panel bundles as assigned: letter and dossiers, closed with a passphrase; one that has it all stays"),
                    with({{u"expert"_s, u"E"_s, text(u"只为这位专家（编号或姓名）制作，原有的作废；可重复", u"only for this expert (number or name), the earlier bundle is revoked; may be repeated")},
                          {u"review-copies"_s, {}, text(u"另印评审件，不含对专家不公开的内容；不给则为签章原件", u"review copies printed anew without what is withheld from experts; the dossiers as signed when not given")},
                          {u"paper-forms"_s, {}, text(u"附电子评分表（XLSX）和纸质评分表，供不装本程序的专家使用", u"with a spreadsheet and a paper sheet for experts without the program")},
                          {u"due"_s, u"ISO"_s, text(u"何日前交回", u"the day by which it is due")},
                          {u"date"_s, u"ISO"_s, text(u"制作日期，编号用其年份；不给则为今天", u"day of making, whose year stands in the numbers; today when not given")},
                          {u"contact"_s, u"TEXT"_s, text(u"联系人、电话；不给则为经办人", u"whom to ask; who is at work when not given")},
                          {u"reason"_s, u"TEXT"_s, text(u"为什么重新制作", u"why they are made anew")},
                          {u"bundle-passphrase-file"_s, u"FILE"_s, text(u"口令文件，各包相同；不给则每包各生成一个，只显示一次", u"file with the passphrase for all; when not given one is made for each and shown once")},
                          {u"dry-run"_s, {}, text(u"只列出会做哪些，不写文件", u"only say what would be made")}}),
                    {u"office panels make 评审包 --review-copies --due 2030-06-15"_s, u"office panels make 评审包 --expert 周文 --reason U盘遗失"_s}, reported<make>),
        deskCommand(u"office panels list"_s, {}, 0, text(u"（办公室）列出评审包，含作废的", u"(office) list the panel bundles, revoked ones too"), with({}), {u"office panels list --json"_s},
                    reported<list>),
        deskCommand(u"office panels show"_s, u"NUMBER"_s, 1, text(u"（办公室）一个评审包里有什么", u"(office) what is on a panel bundle"), with({}), {u"office panels show P-2030-003-1"_s},
                    reported<show>),
        deskCommand(u"office panels lost"_s, u"NUMBER"_s, 1, text(u"（办公室）登记评审包遗失：作废该编号，列出其中内容", u"(office) a bundle got lost: revoke it, list what was on it"),
                    with({{u"reason"_s, u"TEXT"_s, text(u"怎样遗失的", u"how it got lost"), true}}), {u"office panels lost P-2030-003-1 --reason U盘遗失"_s}, reported<lose>),
        deskCommand(u"office panels sheet"_s, u"NUMBER OUT"_s, 2, text(u"（办公室）写出空白评分表：.xlsx 为电子表，其他为纸质表 PDF", u"(office) write a blank score sheet: .xlsx a spreadsheet, anything else a paper sheet (PDF)"),
                    with({}), {u"office panels sheet P-2030-003-1 评分表.xlsx"_s}, reported<writeSheet>),
    };
}

} // namespace jz::cli
