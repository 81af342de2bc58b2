// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"
#include "app/delivery_key_option.h"
#include "app/finding_lines.h"
#include "app/workspace_option.h"

#include "model/base/json_file.h"
#include "model/base/output_file.h"
#include "model/base/sha256.h"
#include "model/call/call_pack_reader.h"
#include "model/dossier/dossier_json.h"
#include "model/pdf/embedded_files.h"
#include "model/procedure/batch_check.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/trust_desk.h"
#include "model/recommendation/return_slip_file.h"
#include "model/recommendation/slip_notes.h"
#include "model/recommendation/slip_words.h"

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestNotes = 8'000'000;
constexpr qint64 largestData = 20'000'000;

/// A dossier as it was received, and the fingerprint of its data.
struct Received
{
    explicit Received(const QString& path) : dossier(readDossierData(path)), fingerprint(dossierFingerprint(readEmbeddedFile(path, dossierDataName(), largestData)))
    {
        pack = findBuiltInCallPack(dossier.callId);
        if (!pack)
            throw Error(ErrorCode::Unsupported,
                        LocalizedText{u"“%1”是按申报通知“%2”填的，本程序没有它的模板包。请安装带有它的版本。"_s,
                                      u"“%1” was filled in for the call “%2”, which is not installed. Install a version that has it."_s}
                            .arg(path, dossier.callId),
                        path);
    }

    Dossier dossier;
    QByteArray fingerprint;
    const CallPack* pack = nullptr;
};

QDate dayOf(const Call& call, const QString& option, QDate otherwise)
{
    return call.has(option) ? call.dateTime(option).date() : otherwise;
}

ReturnSlip slipAsAsked(const Call& call, const Received& received)
{
    ReturnSlip slip = slipOn(received.dossier, received.fingerprint, *received.pack);
    slip.outcome = call.has(u"passed"_s) ? ReturnSlip::Outcome::Passed : ReturnSlip::Outcome::Returned;
    if (call.inputs.size() > 2)
        readSlipNotes(slip, readJsonObject(call.inputs.at(1), largestNotes), received.dossier, *received.pack, call.inputs.at(1));
    for (const auto& [option, member] : {std::pair{u"from"_s, &slip.from}, {u"contact"_s, &slip.contact}, {u"letter"_s, &slip.letter}})
        if (call.has(option))
            *member = call.value(option);
    slip.issued = dayOf(call, u"date"_s, QDate::currentDate());
    slip.due = dayOf(call, u"due"_s, slip.due);
    requireComplete(slip);
    return slip;
}

int returnAndTell(const Call& call)
{
    if (call.inputs.size() > 3)
        throw Error(ErrorCode::Usage, text(u"给得太多了：申报书、意见文件、输出文件各一个。", u"Too many files: one dossier, one notes file, one output."),
                    call.inputs.at(3));
    const Received received(call.inputs.first());
    const QString out = call.inputs.last();
    const ReturnSlip slip = slipAsAsked(call, received);
    writeReturnSlip(slip, received.dossier, *received.pack, deliveryKeyOf(call), out);
    const QString words = slipText(slip, received.dossier, *received.pack);
    if (call.has(u"text"_s))
        writeWholeFile(call.value(u"text"_s), words.toUtf8());
    if (call.has(u"json"_s))
        printJson({{u"file"_s, out},
                   {u"sha256"_s, QString::fromLatin1(sha256OfFile(out).toHex())},
                   {u"text"_s, words},
                   {u"slip"_s, parseJsonObject(returnSlipJson(slip), out)}});
    else
        print(words);
    return Fine;
}

BatchOrder orderAsAsked(const Call& call)
{
    BatchOrder order{call.value(u"body"_s), call.value(u"kind"_s), call.value(u"call"_s), {}};
    if (!order.bodyKind.isEmpty() && order.body.isEmpty())
        throw Error(ErrorCode::Usage, text(u"--kind 要和 --body 一起给。", u"--kind goes with --body."), u"kind"_s);
    if (const std::unique_ptr<Workspace> workspace = workspaceAtHand(call))
        order.trust = trustListOf(*workspace);
    const QStringList trusted = call.options.values(u"trust"_s);
    for (const QString& certificate : trusted)
        order.trust.addFile(certificate);
    return order;
}

int checkAndTell(const Call& call)
{
    const BatchReport report = checkBatch(call.inputs, orderAsAsked(call));
    if (call.has(u"json"_s)) {
        printJson(toJson(report, call.value(u"body"_s), language()));
        return report.hasError() ? Wrong : Fine;
    }
    for (const BatchPaper& paper : report.papers) {
        print(u"%1  %2 · %3  %4　%5"_s.arg(paper.name, batchKindWord(paper.kind).in(language()), standingWord(paper.standing).in(language()), paper.applicant,
                                           paper.title));
        for (const Finding& finding : paper.findings)
            print(u"    "_s + findingLine(finding));
    }
    for (const Finding& finding : report.findings)
        print(findingLine(finding));
    const QString quota = report.quota ? LocalizedText{u"，名额 %1 份"_s, u", quota %1"_s}.arg(QString::number(*report.quota)).in(language()) : QString();
    print(LocalizedText{u"有效申报书 %1 份"_s, u"%1 dossiers count"_s}.arg(QString::number(report.counted)).in(language()) + quota);
    return report.hasError() ? Wrong : Fine;
}

int checkAll(const Call& call)
{
    return withErrorJson(call, [&] { return checkAndTell(call); });
}

int returnSlip(const Call& call)
{
    return withErrorJson(call, [&] { return returnAndTell(call); });
}

} // namespace

QList<Command> batchCommands()
{
    return {
        {u"batch check"_s, u"FILE…"_s, 1,
         text(u"（推荐单位）检查收到的全部文件（可给文件夹、报送包、zip）：各是什么、是否重复或有更新的一稿、渠道、名额，并逐份按通知检查",
              u"(recommending body) look at everything that came (files, folders, bundles): what it is, duplicates, later revisions, channel, quota, and the rules of the call"),
         QList<Option>{{u"body"_s, u"NAME"_s, text(u"本单位的名称；给了才核对渠道和名额", u"the recommending body; channel and quota are looked at when it is given")},
                       {u"kind"_s, u"KIND"_s, text(u"本单位的类别，名单里没有时用：见通知的名额", u"its kind in the quotas of the call, where the list does not have it")},
                       {u"call"_s, u"ID"_s, text(u"申报通知编号；不给则为第一份申报书的", u"id of the call; that of the first dossier when not given")}}
             + verificationOptions() + QList<Option>{{u"json"_s, {}, text(u"在标准输出打印一个 JSON 文档", u"print one JSON document on standard output")}},
         {u"batch check 收到的 --body 某推荐单位"_s, u"batch check 一.pdf 二.pdf 报送包.jzb --json"_s}, checkAll, true},
        {u"batch return"_s, u"DOSSIER.pdf [NOTES.json] OUT.pdf"_s, 2,
         text(u"（推荐单位）退回修改：把逐栏意见写成修改意见 PDF；--passed 则是预审通过通知。也打印可贴到即时消息里的文字",
              u"(recommending body) return a dossier: write the notes as a return slip; with --passed, the notice that it passed. Prints the text for a messenger too"),
         {{u"passed"_s, {}, text(u"预审通过，意见文件可省", u"it passed the first look; the notes may be left out")},
          {u"from"_s, u"NAME"_s, text(u"发出单位（推荐单位的名称）", u"who sends it: the recommending body")},
          {u"contact"_s, u"TEXT"_s, text(u"联系人和电话", u"whom to ask, telephone")},
          {u"letter"_s, u"TEXT"_s, text(u"总的说明", u"what is said beside the notes")},
          {u"due"_s, u"ISO"_s, text(u"下一稿的期限，如 2030-06-15", u"by when the next revision is wanted, e.g. 2030-06-15")},
          {u"date"_s, u"ISO"_s, text(u"发出日期；不给则为今天", u"date of issue; today when not given")},
          {u"text"_s, u"FILE"_s, text(u"把消息文字另存为文件", u"write the text for the messenger to a file too")},
          workspaceOption(),
          {u"json"_s, {}, text(u"在标准输出打印一个 JSON 文档", u"print one JSON document on standard output")}},
         {u"batch return 送审稿.pdf 意见.json 修改意见.pdf --from 某推荐单位 --due 2030-06-15"_s, u"batch return 送审稿.pdf 预审通过.pdf --passed --from 某推荐单位"_s},
         returnSlip, true},
    };
}

} // namespace jz::cli
