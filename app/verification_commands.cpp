// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"
#include "app/workspace_option.h"
#include "model/base/counted_text.h"

#include "model/exchange/check_report.h"
#include "model/procedure/bundle_papers.h"
#include "model/procedure/trust_desk.h"

#include <QFileInfo>

#include <algorithm>

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

LocalizedText verdictWords(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Valid:
        return text(u"有效：签名完好，签后未改动，签名人可信", u"valid: intact, unchanged since, signer trusted");
    case Verdict::Untrusted:
        return text(u"完好，但签名人未经确认：签后未改动，证书不在可信名单中", u"intact, signer not confirmed: unchanged since, certificate not trusted");
    case Verdict::Modified:
        return text(u"签名后有改动：不能确认现在看到的就是签名时的内容", u"modified after signing: what is seen now may not be what was signed");
    case Verdict::Broken:
        return text(u"签名不成立：文件损坏或被改动，请向对方索要原始文件", u"broken: the signature does not hold; ask the sender for the original");
    case Verdict::Marked:
        return text(u"传输校验成立：文件完整；没有单位的证书签名", u"the delivery mark holds: the file is whole; no unit signed it by certificate");
    case Verdict::Unsigned:
        return text(u"没有签名", u"not signed");
    case Verdict::Unreadable:
        return text(u"无法核验", u"cannot be verified");
    }
    return {};
}

/// Of a verdict that was kept by its name.
LocalizedText keptVerdictWords(const QString& name)
{
    for (const Verdict verdict : {Verdict::Valid, Verdict::Untrusted, Verdict::Modified, Verdict::Broken, Verdict::Marked}) {
        if (verdictName(verdict) == name)
            return verdictWords(verdict);
    }
    return {name, name};
}

void printProblems(const Problems& problems)
{
    for (const Problem& problem : problems)
        print(u"    "_s + problem.message.in(language()) + u"  ["_s + QString(problem.code) + u']');
}

void printInk(const InkRole& role)
{
    QStringList pages;
    for (const int page : role.pages)
        pages << QString::number(page);
    const LocalizedText unit = role.role == u"applicant" ? text(u"申报单位", u"applicant") : text(u"推荐单位", u"recommending body");
    print(LocalizedText{u"  %1签章扫描件：第 %2 页%3"_s, u"  scans of the %1's ink: page %2%3"_s}
              .arg(unit.in(language()), pages.join(u'、'),
                   role.matched ? text(u"，按二维码配对", u", matched by code").in(language()) : QString())
              .in(language()));
    Problems problems;
    for (const InkProblem& problem : role.problems)
        problems << worded(problem);
    printProblems(problems);
}

void printDelivery(const DeliveryReport& delivery, const std::optional<DeskMemory>& memory)
{
    LocalizedText since;
    if (memory && delivery.whole)
        since = memory->senderSince.isValid()
                    ? LocalizedText{u"，与 %1 收到的文件同一发件方"_s, u", same sender as on %1"_s}.arg(
                          memory->senderSince.toLocalTime().toString(u"yyyy-MM-dd"_s))
                    : text(u"，首次收到该发件方的文件", u", the first file of this sender");
    print(LocalizedText{u"  传输校验%1，发件方 %2%3"_s, u"  delivery mark %1, sender %2%3"_s}
              .arg(delivery.whole ? text(u"成立：文件完整", u"holds: the file is whole") : text(u"不成立", u"does not hold"),
                   delivery.sender.left(16), since)
              .in(language()));
}

void printMemory(const DeskMemory& memory)
{
    if (memory.otherSender)
        print(LocalizedText{u"  注意：这份申报书以前的文件（%1）来自另一发件方，请核实。"_s,
                            u"  Note: an earlier file of this dossier (%1) came from another sender. Ask."_s}
                  .arg(memory.otherSender->at.toLocalTime().toString(u"yyyy-MM-dd"_s))
                  .in(language()));
    if (!memory.kept)
        return;
    print(LocalizedText{u"  %1 曾核验同一文件：%2"_s, u"  verified before, on %1: %2"_s}
              .arg(memory.kept->at.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s), keptVerdictWords(memory.kept->verdict))
              .in(language()));
    for (const KeptSignature& signature : memory.keptSignatures)
        print(LocalizedText{u"    %1：%2"_s, u"    %1: %2"_s}.arg(signature.signer, signature.words()).in(language()));
}

void printReport(const PaperReport& report)
{
    print(report.file + text(u"：", u": ").in(language()) + verdictWords(report.signatures.verdict).in(language()));
    if (report.endorsement)
        print(u"  "_s + signaturePaperWords(*report.endorsement).in(language()));
    if (report.beside && report.beside->matches)
        print(LocalizedText{u"  与“%1”相符：就是签章时的那一份、那一稿。"_s, u"  It belongs to “%1”: the very dossier and revision that were signed."_s}
                  .arg(report.beside->file)
                  .in(language()));
    for (const SignatureReport& signature : report.signatures.signatures) {
        print(u"  "_s + (signature.signer.isEmpty() ? text(u"（签名人不明）", u"(signer unknown)").in(language()) : signature.signer)
              + text(u"  自称签于 ", u"  claims to have signed on ").in(language())
              + signature.signingTime.toString(u"yyyy-MM-dd HH:mm"_s)
              + text(u"  证书指纹 ", u"  certificate ").in(language()) + signature.fingerprint);
        print(text(u"    信任依据：", u"    trust: ").in(language()) + basisWords(signature).in(language()));
        printProblems(signature.problems);
    }
    printProblems(report.signatures.problems);
    if (report.signatures.delivery)
        printDelivery(*report.signatures.delivery, report.memory);
    if (report.memory)
        printMemory(*report.memory);
    for (const InkRole& role : report.ink)
        printInk(role);
    if (!report.signatures.signatures.isEmpty())
        print(text(u"  印章图片、签名栏显示的名称和时间都不能证明身份，以证书为准。", u"  Pictures of seals, names and times shown prove nothing: the certificate counts.")
                  .in(language()));
}

int exitCodeOf(const PaperReport& report)
{
    if (report.beside && !report.beside->matches)
        return Wrong;
    switch (report.signatures.verdict) {
    case Verdict::Unreadable:
        return Failed;
    case Verdict::Modified:
    case Verdict::Broken:
        return Wrong;
    default:
        return Fine;
    }
}

/// Lays signature papers beside the dossiers that came in the same bundle.
void layBesides(const OpenBundle& bundle, QList<PaperReport>& reports)
{
    for (PaperReport& report : reports) {
        if (!report.endorsement)
            continue;
        const QString wanted = report.endorsement->dossier.toString(QUuid::WithoutBraces);
        for (qsizetype i = 0; i < reports.size(); ++i) {
            const std::optional<PaperIdentity>& paper = reports.at(i).paper;
            if (paper && paper->kind == u"dossier" && paper->id == wanted)
                compareBeside(report, bundle.papers.at(i).path, bundle.papers.at(i).name);
        }
    }
}

QList<PaperReport> reportsOn(const Call& call, const OpenBundle& bundle)
{
    QList<PaperReport> reports;
    for (const UnpackedFile& paper : bundle.papers) {
        reports << verifyAsAsked(call, paper.path);
        reports.last().file = paper.name;
    }
    layBesides(bundle, reports);
    return reports;
}

/// Every PDF of a bundle by itself: nothing is trusted because it came with something else.
int verifyBundle(const Call& call)
{
    const bool asJson = call.has(u"json"_s);
    const OpenBundle bundle = openBundle(call.inputs.first());
    int code = bundle.findings.isEmpty() ? Fine : Wrong;
    QJsonArray papers;
    const QList<PaperReport> reports = reportsOn(call, bundle);
    for (const PaperReport& report : reports) {
        code = std::max(code, exitCodeOf(report));
        if (asJson)
            papers.append(toJson(report, language()));
        else
            printReport(report);
    }
    QJsonArray others;
    for (const UnpackedFile& file : bundle.others)
        others.append(file.name);
    if (asJson) {
        printJson({{u"file"_s, call.inputs.first()}, {u"papers"_s, papers}, {u"others"_s, others},
                   {u"findings"_s, findingsJson(bundle.findings, language())}});
        return code;
    }
    for (const Finding& finding : bundle.findings)
        print(finding.message.in(language()));
    print(CountedText{u"共 %1 个 PDF；另有 %2 个其他文件，没有核验。"_s, u"%1 PDF {file|files}; %2 other {file was|files were} not verified."_s}
              .arg(QString::number(bundle.papers.size()), QString::number(others.size()))
              .in(language()));
    return code;
}

void layBeside(PaperReport& report, const QString& dossier)
{
    if (!report.endorsement)
        throw Error(ErrorCode::Usage,
                    LocalizedText{u"“%1”不是签章件，不能与申报书对照。请去掉 --dossier，或给出签章件。"_s,
                                  u"“%1” is no signature paper that could be compared with a dossier. Leave --dossier out, or give a signature paper."_s}
                        .arg(report.file),
                    report.file);
    compareBeside(report, dossier, dossier);
}

int verifyAndTell(const Call& call)
{
    if (QFileInfo(call.inputs.first()).isFile() && looksLikeBundle(call.inputs.first()))
        return verifyBundle(call);
    PaperReport report = verifyAsAsked(call, call.inputs.first());
    if (call.has(u"dossier"_s))
        layBeside(report, call.value(u"dossier"_s));
    if (call.has(u"json"_s))
        printJson(toJson(report, language()));
    else
        printReport(report);
    return exitCodeOf(report);
}

int verify(const Call& call)
{
    return withErrorJson(call, [&] { return verifyAndTell(call); });
}

} // namespace

QList<Command> verificationCommands()
{
    return {
        {u"verify"_s, u"FILE"_s, 1,
         text(u"核验任意 PDF 或报送包（.jzb、.zip）中各个 PDF 的签名：是否完整、签后是否改动、谁签的、是否可信",
              u"verify the signatures of any PDF, or of each PDF in a bundle (.jzb, .zip): whole, changed since, by whom, trusted"),
         verificationOptions()
             + QList<Option>{{u"dossier"_s, u"DOSSIER.pdf"_s, text(u"签章件所属的申报书，看两者是否相符", u"the dossier that a signature paper (签章件) is compared with")},
                             {u"json"_s, {}, text(u"在标准输出打印一个 JSON 文档", u"print one JSON document on standard output")}},
         {u"verify 已签章.pdf"_s, u"verify 已签章.pdf --trust 省科协.pem --json"_s, u"verify 报送包.jzb --workspace 资料库"_s, u"verify 签章件.pdf --dossier 申报书.pdf"_s}, verify},
    };
}

} // namespace jz::cli
