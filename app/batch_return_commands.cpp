// SPDX-License-Identifier: Apache-2.0
// The recommending body's desk: a dossier goes back to its unit, comes in again, is withdrawn.
#include "app/batch_desk.h"
#include "app/commands.h"
#include "app/delivery_key_option.h"
#include "app/desk_json.h"
#include "app/finding_lines.h"

#include "model/base/json_file.h"
#include "model/base/output_file.h"
#include "model/base/sha256.h"
#include "model/call/call_pack_reader.h"
#include "model/dossier/dossier_json.h"
#include "model/pdf/embedded_files.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/receiving.h"
#include "model/procedure/returning.h"
#include "model/recommendation/return_slip_file.h"
#include "model/recommendation/slip_notes.h"
#include "model/recommendation/slip_words.h"

#include <QFileInfo>

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

/// Fills a slip that was begun with what the call says.
ReturnSlip slipAsAsked(const Call& call, ReturnSlip slip, const Dossier& dossier, const CallPack& pack)
{
    slip.outcome = call.has(u"passed"_s) ? ReturnSlip::Outcome::Passed : ReturnSlip::Outcome::Returned;
    if (call.inputs.size() > 2)
        readSlipNotes(slip, readJsonObject(call.inputs.at(1), largestNotes), dossier, pack, call.inputs.at(1));
    for (const auto& [option, member] : {std::pair{u"from"_s, &slip.from}, {u"contact"_s, &slip.contact}, {u"letter"_s, &slip.letter}})
        if (call.has(option))
            *member = call.value(option);
    slip.issued = dayOf(call, u"date"_s, QDate::currentDate());
    slip.due = dayOf(call, u"due"_s, slip.due);
    requireComplete(slip);
    return slip;
}

int tellSlip(const Call& call, const ReturnSlip& slip, const Dossier& dossier, const CallPack& pack)
{
    const QString out = call.inputs.last();
    const QString words = slipText(slip, dossier, pack);
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

int returnFile(const Call& call)
{
    const Received received(call.inputs.first());
    const ReturnSlip slip = slipAsAsked(call, slipOn(received.dossier, received.fingerprint, *received.pack), received.dossier, *received.pack);
    writeReturnSlip(slip, received.dossier, *received.pack, deliveryKeyOf(call), call.inputs.last());
    return tellSlip(call, slip, received.dossier, *received.pack);
}

int returnFromDesk(const Call& call)
{
    const Identity key = deliveryKeyOf(call);
    Desk desk(call, Workspace::Mode::Write);
    const Batch batch = batchOf(call, desk.workspace());
    const CallPack& pack = packOf(batch.call);
    const BatchView view = batchView(desk.workspace(), batch.key, pack);
    const Candidate candidate = *view.candidate(dossierOf(view, call.inputs.first()));
    const Dossier dossier = readDossierData(desk.workspace().objects().path(candidate.paper));
    const ReturnSlip slip = slipAsAsked(call, slipOn(candidate, dossier, batch, pack), dossier, pack);
    returnCandidate(desk.workspace(), candidate, slip, key, call.inputs.last(), desk.person());
    return tellSlip(call, slip, dossier, pack);
}

int returnAndTell(const Call& call)
{
    if (call.inputs.size() > 3)
        throw Error(ErrorCode::Usage, text(u"给得太多了：申报书、意见文件、输出文件各一个。", u"Too many files: one dossier, one notes file, one output."),
                    call.inputs.at(3));
    // What looks like a file is one, there or not; anything else is the beginning of an id.
    const QString dossier = call.inputs.first();
    const bool isFile = dossier.contains(u'.') || dossier.contains(u'/') || QFileInfo::exists(dossier);
    return isFile ? returnFile(call) : returnFromDesk(call);
}

QJsonArray papersJson(const QList<CandidatePaper>& papers)
{
    QJsonArray json;
    for (const CandidatePaper& each : papers)
        json.append(QJsonObject{{u"sha256"_s, QString::fromLatin1(each.paper.toHex())},
                                {u"name"_s, each.name},
                                {u"kind"_s, each.kind},
                                {u"revision"_s, each.revision},
                                {u"standing"_s, each.standing},
                                {u"occasion"_s, each.occasion},
                                {u"detail"_s, each.detail},
                                {u"at"_s, each.at.toString(Qt::ISODate)}});
    return json;
}

QJsonObject resubmissionJson(const Resubmission& came, const CallPack& pack)
{
    QJsonArray notes;
    for (const NoteOutcome& each : came.notes)
        notes.append(QJsonObject{{u"place"_s, slipPlace(each.note, came.returned, pack)}, {u"words"_s, each.note.words}, {u"met"_s, metName(each.met)}});
    QJsonArray changes;
    for (const Change& each : came.changes)
        changes.append(changeJson(each, came.now, pack));
    return {{u"returned"_s, came.slip.revision}, {u"revision"_s, came.now.revision}, {u"notes"_s, notes}, {u"changes"_s, changes}};
}

void tellResubmission(const Resubmission& came, const CallPack& pack)
{
    print(LocalizedText{u"第 %1 稿退回后收到第 %2 稿："_s, u"Revision %1 was returned, revision %2 came:"_s}
              .arg(QString::number(came.slip.revision), QString::number(came.now.revision))
              .in(language()));
    for (const NoteOutcome& each : came.notes)
        print(u"  %1　%2　%3"_s.arg(metWord(each.met).in(language()), slipPlace(each.note, came.returned, pack), each.note.words));
    for (const Change& each : came.changes)
        print(u"    "_s + changeLine(each, came.now, pack));
}

/// The candidate that a call names first, with the batch that it is in.
struct Chosen
{
    Chosen(const Call& call, Workspace& workspace)
        : batch(batchOf(call, workspace)), pack(packOf(batch.call)), view(batchView(workspace, batch.key, pack)),
          candidate(*view.candidate(dossierOf(view, call.inputs.first())))
    {
    }
    Batch batch;
    const CallPack& pack;
    BatchView view;
    Candidate candidate;
};

int show(const Call& call)
{
    Desk desk(call, Workspace::Mode::WriteOrRead);
    const Chosen chosen(call, desk.workspace());
    const QList<CandidatePaper> papers = desk.workspace().batches().papers(chosen.candidate.key);
    const std::optional<Resubmission> came = resubmissionOf(desk.workspace(), chosen.candidate);
    if (call.has(u"json"_s)) {
        QJsonObject json = candidateJson(chosen.view, chosen.candidate, duplicatesAmong(chosen.view.candidates, chosen.pack).value(chosen.candidate.dossier));
        json.insert(u"papers"_s, papersJson(papers));
        json.insert(u"resubmission"_s, came ? QJsonValue(resubmissionJson(*came, chosen.pack)) : QJsonValue());
        printJson(json);
        return Fine;
    }
    print(u"%1　%2"_s.arg(chosen.candidate.title, chosen.candidate.applicant));
    for (const CandidatePaper& each : papers)
        print(u"  %1  %2  %3  %4"_s.arg(each.at.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s), each.occasion, QString::fromLatin1(each.paper.toHex().first(12)), each.name));
    if (came)
        tellResubmission(*came, chosen.pack);
    return Fine;
}

int withdrawAndTell(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const Chosen chosen(call, desk.workspace());
    const QUuid dossier = chosen.candidate.dossier;
    if (call.has(u"take-back"_s)) {
        takeWithdrawalBack(desk.workspace(), chosen.batch.key, dossier, desk.person());
    } else {
        const QDate day = dayOf(call, u"date"_s, QDate::currentDate());
        withdraw(desk.workspace(), chosen.batch.key, dossier, {call.value(u"reason"_s), day, dayOf(call, u"acknowledged"_s, {})}, desk.person());
    }
    const Candidate now = *desk.workspace().batches().candidate(chosen.batch.key, dossier);
    const LocalizedText words = now.isWithdrawn() ? withdrawalText(now, chosen.batch) : text(u"已恢复，排在最后。", u"It is in again, ranked last.");
    if (call.has(u"json"_s))
        printJson({{u"dossier"_s, idText(dossier)},
                   {u"withdrawn"_s, now.isWithdrawn()},
                   {u"acknowledged"_s, now.acknowledged.toString(Qt::ISODate)},
                   {u"text"_s, words.in(language())}});
    else
        print(words.in(language()));
    return Fine;
}

int choose(const Call& call)
{
    Desk desk(call, Workspace::Mode::Write);
    const Chosen chosen(call, desk.workspace());
    const QString begin = call.inputs.at(1);
    QSet<QByteArray> found;
    const QList<CandidatePaper> papers = desk.workspace().batches().papers(chosen.candidate.key);
    for (const CandidatePaper& each : papers)
        if (each.occasion == u"receive" && (each.name == begin || QString::fromLatin1(each.paper.toHex()).startsWith(begin)))
            found.insert(each.paper);
    if (found.size() != 1)
        throw Error(ErrorCode::Usage,
                    LocalizedText{u"这份申报书收到的文件里，“%1”对应 %2 个。请写文件名或校验和的开头；batch show 列出收到的文件。"_s,
                                  u"Of the files that came for this dossier, “%1” names %2. Give the file name or the beginning of its SHA-256; batch show lists them."_s}
                        .arg(begin, QString::number(found.size())),
                    begin);
    choosePaper(desk.workspace(), chosen.batch.key, chosen.candidate.dossier, *found.begin(), desk.person());
    const BatchView now = batchView(desk.workspace(), chosen.batch.key, chosen.pack);
    if (call.has(u"json"_s))
        printJson(candidateJson(now, *now.candidate(chosen.candidate.dossier), {}));
    else
        print(text(u"已采用这一份，另一份留存。", u"This one counts now; the other is kept.").in(language()));
    return Fine;
}

} // namespace

QList<Command> batchReturnCommands()
{
    return {
        deskCommand(u"batch return"_s, u"DOSSIER [NOTES.json] OUT.pdf"_s, 2,
         text(u"（推荐单位）退回修改（批次里的申报书，或一个文件）：把逐栏意见写成修改意见 PDF；--passed 则是预审通过通知。也打印可贴到即时消息里的文字",
              u"(recommending body) return a dossier of the batch, or a file: write the notes as a return slip; with --passed, the notice that it passed. Prints the text for a messenger too"),
         {{u"passed"_s, {}, text(u"预审通过，意见文件可省", u"it passed the first look; the notes may be left out")},
          {u"from"_s, u"NAME"_s, text(u"发出单位（推荐单位的名称）", u"who sends it: the recommending body")},
          {u"contact"_s, u"TEXT"_s, text(u"联系人和电话", u"whom to ask, telephone")},
          {u"letter"_s, u"TEXT"_s, text(u"总的说明", u"what is said beside the notes")},
          {u"due"_s, u"ISO"_s, text(u"下一稿的期限，如 2030-06-15", u"by when the next revision is wanted, e.g. 2030-06-15")},
          {u"date"_s, u"ISO"_s, text(u"发出日期；不给则为今天", u"date of issue; today when not given")},
          {u"text"_s, u"FILE"_s, text(u"把消息文字另存为文件", u"write the text for the messenger to a file too")},
          batchOption()},
         {u"batch return 送审稿.pdf 意见.json 修改意见.pdf --from 某推荐单位 --due 2030-06-15"_s, u"batch return 3f2a 意见.json 修改意见.pdf"_s, u"batch return 送审稿.pdf 预审通过.pdf --passed --from 某推荐单位"_s},
         reported<returnAndTell>, true),
        deskCommand(u"batch show"_s, u"DOSSIER"_s, 1,
                    text(u"（推荐单位）一份申报书：收到过的文件、退回后改了什么、哪些意见已改", u"(recommending body) one dossier: what came, what changed since it was returned, which notes were met"),
                    {batchOption()}, {u"batch show 3f2a --json"_s}, reported<show>),
        deskCommand(u"batch withdraw"_s, u"DOSSIER"_s, 1,
                    text(u"（推荐单位）登记申报单位撤回（或改由其他渠道），不再占名额；打印同意撤回的文字",
                         u"(recommending body) a unit withdraws its dossier or changes the channel: it no longer counts; prints the words that acknowledge it"),
                    {{u"reason"_s, u"TEXT"_s, text(u"撤回的理由", u"why")},
                     {u"date"_s, u"ISO"_s, text(u"撤回的日期；不给则为今天", u"when it was withdrawn; today when not given")},
                     {u"acknowledged"_s, u"ISO"_s, text(u"本单位同意撤回的日期", u"when this body agreed")},
                     {u"take-back"_s, {}, text(u"取消撤回", u"the unit stays after all")},
                     batchOption()},
                    {u"batch withdraw 3f2a --reason 改由某学会推荐 --acknowledged 2030-05-18"_s}, reported<withdrawAndTell>),
        deskCommand(u"batch choose"_s, u"DOSSIER PAPER"_s, 2,
                    text(u"（推荐单位）同一稿有两份不同内容时，指定采用哪一份（文件名或校验和开头）", u"(recommending body) of two papers of one revision that differ, the one that counts: its name or the beginning of its SHA-256"),
                    {batchOption()}, {u"batch choose 3f2a 另一份.pdf"_s}, reported<choose>),
    };
}

} // namespace jz::cli
