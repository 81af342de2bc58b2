// SPDX-License-Identifier: Apache-2.0
// The office's desk: bundles of recommending bodies come in, paper copies arrive, dossiers go to review.
#include "app/commands.h"
#include "app/finding_lines.h"
#include "app/office_desk.h"
#include "app/office_intake_words.h"

#include "model/base/sha256.h"
#include "model/dossier/dossier_summary.h"
#include "model/exchange/check_report.h"
#include "model/procedure/office_intake.h"

#include <algorithm>

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostCopies = 999;

Option jsonOption()
{
    return {u"json"_s, {}, text(u"在标准输出打印一个 JSON 文档", u"print one JSON document on standard output")};
}

bool isWrong(const TakenBundle& taken)
{
    return hasError(taken.findings) || std::any_of(taken.bundle.own.begin(), taken.bundle.own.end(), [](const Findings& own) { return hasError(own); });
}

/// Findings over all bundles, of those that are there now.
bool tellTogether(const IntakeView& view, bool asJson)
{
    bool isBad = false;
    for (const BodySubmissions& body : view.bodies) {
        isBad = isBad || hasError(body.findings);
        for (const Finding& finding : body.findings)
            if (!asJson)
                print(findingLine(finding));
    }
    for (qsizetype i = 0; i < view.submissions.size(); ++i) {
        isBad = isBad || hasError(view.together.at(i));
        for (const Finding& finding : view.together.at(i))
            if (!asJson)
                print(u"%1（%2）  %3"_s.arg(view.submissions.at(i).title, view.submissions.at(i).body, findingLine(finding)));
    }
    return isBad;
}

IntakeOrder orderOf(const Call& call, Workspace& workspace, const ReviewRound& round)
{
    IntakeOrder order = intakeOrder(workspace, round);
    const QStringList files = call.options.values(u"trust"_s);
    for (const QString& file : files)
        order.trust.addFile(file);
    if (call.has(u"bundle-passphrase-file"_s)) {
        order.passphrase = std::make_shared<const Passphrase>(Passphrase::fromFile(call.value(u"bundle-passphrase-file"_s)));
        if (order.passphrase->isEmpty())
            throw Error(ErrorCode::Usage, text(u"口令文件是空的。", u"The passphrase file is empty."), call.value(u"bundle-passphrase-file"_s));
    }
    return order;
}

/// {"round", "dryRun", "bundles": […], "bodies": […], "together": […]}
int receiveBundles(const Call& call)
{
    const bool isDry = call.has(u"dry-run"_s);
    Desk desk(call, isDry ? Workspace::Mode::WriteOrRead : Workspace::Mode::Write);
    const ReviewRound round = roundOf(call, desk.workspace());
    const IntakeOrder order = orderOf(call, desk.workspace(), round);
    const QList<ExaminedBundle> examined = examineBundles(call.inputs, order, isDry ? nullptr : &desk.workspace().objects());
    const TakenIn taken = takeInBundles(desk.workspace(), round, examined, desk.person(), isDry);
    const bool asJson = call.has(u"json"_s);
    QJsonArray bundles;
    bool isBad = false;
    for (const TakenBundle& each : taken.bundles) {
        bundles.append(takenJson(each));
        isBad = isBad || isWrong(each);
        if (!asJson)
            tellTaken(each);
    }
    isBad = tellTogether(taken.view, asJson) || isBad;
    if (asJson)
        printJson({{u"round"_s, round.name}, {u"dryRun"_s, isDry}, {u"bundles"_s, bundles}, {u"bodies"_s, bodiesJson(taken.view)}, {u"together"_s, togetherJson(taken.view)}});
    else if (isDry)
        print(text(u"没有收入（试运行）。", u"Nothing was taken in (dry run).").in(language()));
    return isBad ? Wrong : Fine;
}

bool isFound(const Submission& submission, const QString& typed)
{
    const QStringList words = searchWord(typed).split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&](const QString& word) { return submission.search.contains(word); });
}

/// {"round", "call", "deadline": ISO or null, "bundles": […], "bodies": […], "dossiers": […]}
int listIntake(const Call& call)
{
    Desk desk(call, Workspace::Mode::WriteOrRead);
    const ReviewRound round = roundOf(call, desk.workspace());
    const IntakeView view = intakeView(desk.workspace(), round, roundPack(round));
    QJsonArray bundles;
    for (const ReceivedBundle& each : view.bundles)
        bundles.append(QJsonObject{{u"file"_s, each.name},
                                   {u"body"_s, each.body},
                                   {u"kind"_s, each.kind},
                                   {u"number"_s, each.number},
                                   {u"standing"_s, each.standing},
                                   {u"sha256"_s, hexText(each.bundle)},
                                   {u"at"_s, each.at.toString(Qt::ISODate)},
                                   {u"findings"_s, each.findings}});
    QJsonArray dossiers;
    QString body;
    for (qsizetype i = 0; i < view.submissions.size(); ++i) {
        if (!isFound(view.submissions.at(i), call.value(u"search"_s)))
            continue;
        dossiers.append(submissionJson(view, i));
        if (call.has(u"json"_s))
            continue;
        if (view.submissions.at(i).body != body)
            print(body = view.submissions.at(i).body);
        tellSubmission(view, i);
    }
    if (call.has(u"json"_s)) {
        printJson({{u"round"_s, round.name},
                   {u"call"_s, round.call},
                   {u"deadline"_s, view.deadline.isValid() ? QJsonValue(view.deadline.toString(Qt::ISODate)) : QJsonValue()},
                   {u"bundles"_s, bundles},
                   {u"bodies"_s, bodiesJson(view)},
                   {u"dossiers"_s, dossiers}});
        return Fine;
    }
    for (const ReceivedBundle& each : view.bundles)
        for (const QJsonValue& finding : each.findings)
            if (each.standing == "counts"_L1)
                print(each.body + u"  "_s + keptLine(finding));
    for (const BodySubmissions& each : view.bodies)
        for (const Finding& finding : each.findings)
            print(findingLine(finding));
    return Fine;
}

/// {"round", "submissions": […]}: one for each body that sent it.
int showSubmission(const Call& call)
{
    Desk desk(call, Workspace::Mode::WriteOrRead);
    const ReviewRound round = roundOf(call, desk.workspace());
    const QUuid dossier = submissionOf(desk.workspace(), round, call.inputs.first()).dossier;
    const IntakeView view = intakeView(desk.workspace(), round, roundPack(round));
    QJsonArray submissions;
    for (qsizetype i = 0; i < view.submissions.size(); ++i) {
        const Submission& each = view.submissions.at(i);
        if (each.dossier != dossier)
            continue;
        submissions.append(submissionJson(view, i));
        if (call.has(u"json"_s))
            continue;
        print(each.body);
        tellSubmission(view, i);
        for (const QJsonValue& signature : each.endorsed)
            print(u"    "_s
                  + LocalizedText{u"%1的签章：%2"_s, u"signature of %1: %2"_s}
                        .arg(signature[u"body"].toString(),
                             signature[u"found"].toBool() ? (signature[u"kind"].toString() == "ink"_L1 ? text(u"签章件已核对", u"signature paper found") : text(u"证书签名已核对", u"by certificate, found"))
                                                          : text(u"未找到", u"not found"))
                        .in(language()));
    }
    if (call.has(u"json"_s))
        printJson({{u"round"_s, round.name}, {u"submissions"_s, submissions}});
    return Fine;
}

QList<Submission> namedIn(const Call& call, Workspace& workspace, const ReviewRound& round)
{
    QList<Submission> named;
    for (const QString& begin : call.inputs)
        named << submissionOf(workspace, round, begin);
    return named;
}

int tellDossiers(const Call& call, Workspace& workspace, const ReviewRound& round, const QList<QUuid>& dossiers)
{
    const IntakeView view = intakeView(workspace, round, roundPack(round));
    QJsonArray json;
    for (qsizetype i = 0; i < view.submissions.size(); ++i) {
        if (!dossiers.contains(view.submissions.at(i).dossier))
            continue;
        json.append(submissionJson(view, i));
        if (!call.has(u"json"_s))
            tellSubmission(view, i);
    }
    if (call.has(u"json"_s))
        printJson({{u"round"_s, round.name}, {u"dossiers"_s, json}});
    return Fine;
}

int copiesOf(const Call& call)
{
    if (!call.has(u"copies"_s))
        return 1;
    bool isNumber = false;
    const int copies = call.value(u"copies"_s).toInt(&isNumber);
    if (!isNumber || copies < 1 || copies > mostCopies)
        throw Error(ErrorCode::Usage, text(u"--copies 是份数，1 到 999。", u"--copies is how many came: 1 to 999."), u"copies"_s);
    return copies;
}

int registerArrival(const Call& call)
{
    const bool isTakenBack = call.has(u"not-arrived"_s);
    Arrival arrival;
    if (!isTakenBack) {
        call.required(u"on"_s);
        arrival.arrived = call.dateTime(u"on"_s);
        if (arrival.arrived > QDateTime::currentDateTime())
            throw Error(ErrorCode::Usage, LocalizedText{u"到达时间 %1 还没有到。请写材料实际送达的时间。"_s, u"%1 is still to come. Write when the papers did arrive."_s}.arg(call.value(u"on"_s)),
                        u"on"_s);
        arrival.copies = copiesOf(call);
    }
    arrival.remark = call.value(u"remark"_s);
    Desk desk(call, Workspace::Mode::Write);
    const ReviewRound round = roundOf(call, desk.workspace());
    arrival.person = desk.person();
    QList<QUuid> dossiers;
    const QList<Submission> named = namedIn(call, desk.workspace(), round);
    QList<Arrival> arrivals;
    for (const Submission& each : named) {
        arrival.dossier = each.dossier;
        arrivals << arrival;
        dossiers << each.dossier;
    }
    desk.workspace().intakes().arrive(round.key, arrivals);
    return tellDossiers(call, desk.workspace(), round, dossiers);
}

/// Somebody has to say why a dossier with errors goes to review.
void requireReason(const IntakeView& view, const QList<QUuid>& dossiers)
{
    for (qsizetype i = 0; i < view.submissions.size(); ++i)
        if (dossiers.contains(view.submissions.at(i).dossier) && view.hasError(i))
            throw Error(ErrorCode::Usage,
                        LocalizedText{u"《%1》还有错误（见 office show）。仍要送评审的，请用 --reason 写明理由。"_s,
                                      u"“%1” still has errors (see office show). To send it to review all the same, say why with --reason."_s}
                            .arg(view.submissions.at(i).title),
                        idText(view.submissions.at(i).dossier));
}

int admitDossiers(const Call& call)
{
    const bool isWithheld = call.has(u"withhold"_s);
    if (isWithheld)
        call.required(u"reason"_s);
    if (call.has(u"all"_s) != call.inputs.isEmpty() || (isWithheld && call.has(u"all"_s)))
        throw Error(ErrorCode::Usage, text(u"请给出申报书，或用 --all 送评审全部没有错误、还没有决定的；不送的要逐份给出。",
                                           u"Name dossiers, or give --all for those that have no error and no decision yet; those to be withheld are named."),
                    u"DOSSIER"_s);
    Desk desk(call, Workspace::Mode::Write);
    const ReviewRound round = roundOf(call, desk.workspace());
    const IntakeView view = intakeView(desk.workspace(), round, roundPack(round));
    QList<QUuid> dossiers = call.has(u"all"_s) ? admissible(view) : QList<QUuid>();
    for (const Submission& each : namedIn(call, desk.workspace(), round))
        dossiers << each.dossier;
    if (!isWithheld && !call.has(u"reason"_s))
        requireReason(view, dossiers);
    QList<Admission> decisions;
    for (const QUuid& dossier : dossiers)
        decisions << Admission{dossier, !isWithheld, call.value(u"reason"_s), desk.person(), {}};
    desk.workspace().intakes().admit(round.key, decisions);
    return tellDossiers(call, desk.workspace(), round, dossiers);
}

} // namespace

QList<Command> officeIntakeCommands()
{
    const Option round = roundOption();
    return {
        deskCommand(u"office receive"_s, u"BUNDLE…"_s, 1,
                    text(u"（办公室）收报送包：排序表与申报书、签章逐一核对，缺、多、改、去掉签名的都指明；名额和渠道对全部报送包核对",
                         u"(office) take bundles in: the ranking sheet is held against dossiers and signatures, all that is missing, extra, changed or stripped is named; quota and channels over all "
                         "bundles"),
                    {{u"bundle-passphrase-file"_s, u"FILE"_s, text(u"报送包的口令在这个文件里", u"file with the passphrase of the bundles")},
                     {u"trust"_s, u"CERT"_s, text(u"另外信任的证书；可给几次", u"a certificate to be trusted besides; may be given several times")},
                     {u"dry-run"_s, {}, text(u"只核对，不收入", u"only look, take nothing in")},
                     round,
                     jsonOption()},
                    {u"office receive 报送包.jzb"_s, u"office receive 收件/*.jzb --dry-run --json"_s}, reported<receiveBundles>, true),
        deskCommand(u"office list"_s, {}, 0, text(u"（办公室）列出收到的申报书：推荐单位、位次、问题、纸质到达、是否送评审", u"(office) list what came: body, rank, findings, arrival, admission"),
                    {{u"search"_s, u"WORDS"_s, text(u"只列内容里有这些词的", u"only those with these words in them")}, round, jsonOption()},
                    {u"office list"_s, u"office list --search 农机 --json"_s}, reported<listIntake>),
        deskCommand(u"office show"_s, u"DOSSIER"_s, 1, text(u"（办公室）一份申报书的全部情况", u"(office) all about one dossier"), {round, jsonOption()}, {u"office show 1a2b"_s},
                    reported<showSubmission>),
        deskCommand(u"office arrive"_s, u"DOSSIER…"_s, 1,
                    text(u"（办公室）登记纸质材料送达；时间由经办人写，不取文件或签名的时间", u"(office) register that paper copies arrived; the time is what the clerk writes, never that of a file or signature"),
                    {{u"on"_s, u"ISO"_s, text(u"送达时间", u"when they arrived")},
                     {u"copies"_s, u"N"_s, text(u"份数；不给为 1", u"how many; 1 when not given")},
                     {u"remark"_s, u"TEXT"_s, text(u"备注", u"remark")},
                     {u"not-arrived"_s, {}, text(u"收回先前的登记", u"take an earlier entry back")},
                     round,
                     jsonOption()},
                    {u"office arrive 1a2b --on 2030-06-09T16:20 --copies 2"_s}, reported<registerArrival>, true),
        deskCommand(u"office admit"_s, u"[DOSSIER…]"_s, 0, text(u"（办公室）决定哪些送评审", u"(office) decide which go to review"),
                    {{u"all"_s, {}, text(u"全部没有错误、还没有决定的", u"all that have no error and no decision yet")},
                     {u"withhold"_s, {}, text(u"不送评审（要写理由）", u"not to review (with a reason)")},
                     {u"reason"_s, u"TEXT"_s, text(u"理由", u"why")},
                     round,
                     jsonOption()},
                    {u"office admit --all"_s, u"office admit 1a2b --withhold --reason 渠道重复"_s}, reported<admitDossiers>, true),
    };
}

} // namespace jz::cli
