// SPDX-License-Identifier: Apache-2.0
// The expert's desk: a panel bundle is opened, answered, finished, removed.
#include "app/commands.h"
#include "app/delivery_key_option.h"
#include "app/review_desk.h"
#include "app/signing_identity.h"

#include "model/review/panel_progress.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

QDate dayOf(const Call& call)
{
    return call.has(u"date"_s) ? call.dateTime(u"date"_s).date() : QDate::currentDate();
}

int tellTask(const Call& call, const ExpertPanel& panel)
{
    if (call.has(u"json"_s))
        printJson(taskJson(panel));
    else
        printTask(panel);
    return Fine;
}

int open(const Call& call)
{
    std::optional<Passphrase> passphrase;
    if (call.has(u"bundle-passphrase-file"_s))
        passphrase.emplace(Passphrase::fromFile(call.value(u"bundle-passphrase-file"_s)));
    Desk desk(call, Workspace::Mode::Write);
    return tellTask(call, ExpertPanel::open(desk.workspace(), call.inputs.first(), passphrase ? &*passphrase : nullptr));
}

int answer(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    ExpertPanel panel(desk.workspace(), call.inputs.first());
    const QString& said = call.inputs.at(1);
    if (said == u"accept") {
        QMap<int, QString> conflicts;
        for (const auto& [number, reason] : pairsOf(call, u"conflict"_s))
            conflicts.insert(dossierNumber(number), reason);
        panel.accept(conflicts, dayOf(call));
    } else if (said == u"decline") {
        panel.decline(call.value(u"reason"_s).trimmed(), dayOf(call));
    } else {
        throw Error(ErrorCode::Usage, LocalizedText{u"答复是 accept（接受）或 decline（不能承担），写的是“%1”。"_s, u"Answer accept or decline, not “%1”."_s}.arg(said), said);
    }
    return tellTask(call, panel);
}

QJsonObject headJson(const OpenedPanel& panel)
{
    return {{u"panel"_s, panel.number}, {u"answer"_s, panel.answer.isEmpty() ? QJsonValue() : QJsonValue(panel.answer)}, {u"round"_s, panel.content.value("round"_L1)},
            {u"due"_s, panel.content.value("due"_L1)}, {u"dossiers"_s, panel.content.value("dossiers"_L1).toArray().size()}};
}

int listAll(const Call& call, Workspace& workspace)
{
    QJsonArray panels;
    for (const OpenedPanel& each : workspace.panels().all())
        panels.append(headJson(each));
    if (call.has(u"json"_s))
        printJson({{u"panels"_s, panels}});
    else
        for (const QJsonValue& each : std::as_const(panels))
            print(u"%1　%2　%3"_s.arg(each[u"panel"_s].toString(), each[u"round"_s].toString(), each[u"answer"_s].toString()));
    return Fine;
}

int list(const Call& call)
{
    Desk desk(call, Workspace::Mode::WriteOrRead);
    if (call.inputs.isEmpty())
        return listAll(call, desk.workspace());
    const ExpertPanel panel(desk.workspace(), call.inputs.first());
    if (call.has(u"json"_s))
        printJson(progressJson(panel));
    else
        printProgress(panel);
    return Fine;
}

int extract(const Call& call)
{
    Desk desk(call, Workspace::Mode::WriteOrRead);
    const ExpertPanel panel(desk.workspace(), call.inputs.first());
    const QList<DossierScores> scores = panel.scores();
    const QString& folder = call.inputs.at(1);
    if (!QDir().mkpath(folder))
        throw Error(ErrorCode::NotWritable, LocalizedText{u"无法建立文件夹“%1”。"_s, u"The folder “%1” cannot be made."_s}.arg(folder), folder);
    QJsonArray files;
    for (const PanelDossier& each : panel.panel().dossiers) {
        const bool wanted = call.has(u"dossier"_s) ? QString::number(each.number) == call.value(u"dossier"_s)
                                                   : !scores.at(&each - panel.panel().dossiers.constData()).isVoid();
        if (!wanted)
            continue;
        const QString out = QDir(folder).filePath(each.file);
        const QString paper = panel.paper(each);
        QFile::remove(out);
        if (!QFile::copy(paper, out))
            throw Error(ErrorCode::NotWritable, LocalizedText{u"无法写入“%1”。请检查位置和剩余空间。"_s, u"“%1” cannot be written. Check the place and the room left."_s}.arg(out), out);
        files.append(out);
    }
    if (call.has(u"json"_s))
        printJson({{u"panel"_s, panel.panel().number}, {u"files"_s, files}});
    else
        for (const QJsonValue& each : std::as_const(files))
            print(each.toString());
    return Fine;
}

/// [{"number", "title", "message"}]
QJsonArray gapsJson(const ExpertPanel& panel)
{
    QJsonArray gaps;
    if (!panel.isAccepted())
        return gaps;
    const QList<DossierScores> scores = panel.scores();
    for (qsizetype i = 0; i < scores.size(); ++i) {
        const PanelDossier& dossier = panel.panel().dossiers.at(i);
        for (const LocalizedText& gap : gapsOf(scores.at(i), panel.rubric(dossier)))
            gaps.append(QJsonObject{{u"number"_s, dossier.number}, {u"title"_s, dossier.title}, {u"message"_s, gap.in(language())}});
    }
    return gaps;
}

int finish(const Call& call)
{
    std::optional<Identity> certificate;
    if (call.has(u"identity"_s) || call.has(u"token"_s))
        certificate = identityOf(call);
    const Identity deliveryKey = deliveryKeyOf(call);
    Desk desk(call, Workspace::Mode::Write);
    ExpertPanel panel(desk.workspace(), call.inputs.first());
    const QJsonArray gaps = gapsJson(panel);
    const QString& out = call.inputs.at(1);
    ScoreSheet sheet;
    if (gaps.isEmpty())
        sheet = panel.finish(out, deliveryKey, certificate, dayOf(call));
    if (call.has(u"json"_s)) {
        printJson({{u"panel"_s, panel.panel().number}, {u"written"_s, gaps.isEmpty()}, {u"file"_s, gaps.isEmpty() ? QJsonValue(out) : QJsonValue()}, {u"version"_s, gaps.isEmpty() ? sheet.version : 0},
                   {u"answer"_s, sheet.answer}, {u"checkCode"_s, gaps.isEmpty() ? QJsonValue(checkCode(sheet)) : QJsonValue()}, {u"gaps"_s, gaps}});
    } else if (gaps.isEmpty()) {
        print(LocalizedText{u"已写出第 %1 版评分表 %2，校验码 %3。请打印签名（或用证书签名），连同 PDF 交回办公室。"_s,
                            u"Score sheet, version %1, written: %2; check code %3. Sign its print (or sign with a certificate) and send both to the office."_s}
                  .arg(QString::number(sheet.version), out, checkCode(sheet))
                  .in(language()));
    } else {
        for (const QJsonValue& each : gaps)
            complain(LocalizedText{u"编号 %1：%2"_s, u"number %1: %2"_s}.arg(QString::number(each[u"number"_s].toInt()), each[u"message"_s].toString()).in(language()));
    }
    return gaps.isEmpty() ? Fine : Wrong;
}

int remove(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    ExpertPanel panel(desk.workspace(), call.inputs.first());
    panel.removePapers();
    if (call.has(u"json"_s))
        printJson({{u"panel"_s, panel.panel().number}, {u"papers"_s, panel.hasPapers()}, {u"version"_s, panel.finishedVersion()}});
    else
        print(text(u"评审材料已从本机删除，评分表仍在。请一并删除评审包和复制出的文件。", u"The papers are removed from this laptop, the score sheet stays. Delete the bundle and copies taken out of it, too.").in(language()));
    return Fine;
}

const Option json{u"json"_s, {}, text(u"在标准输出打印一个 JSON 文档", u"print one JSON document on standard output")};
const Option date{u"date"_s, u"ISO"_s, text(u"日期；不给则为今天", u"the day; today when not given")};

} // namespace

QList<Command> reviewCommands()
{
    return {
        deskCommand(u"review open"_s, u"BUNDLE"_s, 1, text(u"（专家）打开评审包，显示保密承诺和须核对利害关系的单位、人员", u"(expert) open a panel bundle: the promise, and hosts and people to look for conflicts among"),
                    {{u"bundle-passphrase-file"_s, u"FILE"_s, text(u"口令文件", u"file with the passphrase")}, json},
                    {u"review open \"P-2030-003-1 周文.jzb\" --bundle-passphrase-file 口令.txt"_s}, reported<open>),
        deskCommand(u"review answer"_s, u"PANEL ANSWER"_s, 2, text(u"（专家）accept：作保密承诺、声明回避；decline：不能承担", u"(expert) accept: promise confidentiality, declare conflicts; decline"),
                    {{u"conflict"_s, u"NUMBER=REASON"_s, text(u"回避的编号和理由；可重复", u"a dossier not judged and why; may be repeated")}, {u"reason"_s, u"TEXT"_s, text(u"为什么不能承担", u"why it is declined")}, date, json},
                    {u"review answer P-2030-003-1 accept --conflict 3=同单位"_s}, reported<answer>),
        deskCommand(u"review list"_s, u"[PANEL]"_s, 0, text(u"（专家）评审包；给出任务书编号时列出各份的评分、所缺和进度", u"(expert) the panels; of one named: points, gaps and progress"), {json}, {u"review list P-2030-003-1 --json"_s},
                    reported<list>, true),
        deskCommand(u"review extract"_s, u"PANEL DIR"_s, 2, text(u"（专家）取出申报书 PDF 供阅读", u"(expert) take the dossiers out to be read"),
                    {{u"dossier"_s, u"NUMBER"_s, text(u"只取这一份", u"only this one")}, json}, {u"review extract P-2030-003-1 材料"_s}, reported<extract>),
        deskCommand(u"review finish"_s, u"PANEL OUT"_s, 2, text(u"（专家）写出评分表；有缺漏时列出、不写", u"(expert) write the score sheet; gaps are named and nothing is written"), identityOptions() + QList<Option>{date, json},
                    {u"review finish P-2030-003-1 评分表.pdf"_s}, reported<finish>),
        deskCommand(u"review remove"_s, u"PANEL"_s, 1, text(u"（专家）从本机删除评审材料，保留评分表", u"(expert) remove the papers from this laptop; the sheet stays"), {json}, {u"review remove P-2030-003-1"_s}, reported<remove>),
    };
}

} // namespace jz::cli
