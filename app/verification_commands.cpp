// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"

#include "model/procedure/paper_verification.h"

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

void printReport(const PaperReport& report)
{
    print(report.file + text(u"：", u": ").in(language()) + verdictWords(report.signatures.verdict).in(language()));
    for (const SignatureReport& signature : report.signatures.signatures) {
        print(u"  "_s + (signature.signer.isEmpty() ? text(u"（签名人不明）", u"(signer unknown)").in(language()) : signature.signer)
              + text(u"  自称签于 ", u"  claims to have signed on ").in(language())
              + signature.signingTime.toString(u"yyyy-MM-dd HH:mm"_s)
              + text(u"  证书指纹 ", u"  certificate ").in(language()) + signature.fingerprint);
        print(text(u"    信任依据：", u"    trust: ").in(language()) + basisWords(signature).in(language()));
        printProblems(signature.problems);
    }
    printProblems(report.signatures.problems);
    if (const auto& delivery = report.signatures.delivery)
        print(LocalizedText{u"  传输校验%1，发件方 %2"_s, u"  delivery mark %1, sender %2"_s}
                  .arg(delivery->whole ? text(u"成立", u"holds").in(language()) : text(u"不成立", u"does not hold").in(language()),
                       delivery->sender.left(16))
                  .in(language()));
    for (const InkRole& role : report.ink)
        printInk(role);
}

int verify(const Call& call)
{
    TrustList trust;
    const QStringList trusted = call.options.values(u"trust"_s);
    for (const QString& certificate : trusted)
        trust.addFile(certificate);
    const PaperReport report = verifyPaper(call.inputs.first(), trust);
    if (call.has(u"json"_s))
        printJson(toJson(report, language()));
    else
        printReport(report);
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

} // namespace

QList<Command> verificationCommands()
{
    return {
        {u"verify"_s, u"FILE"_s, 1,
         text(u"核验任意 PDF 的签名：是否完整、签后是否改动、谁签的、是否可信",
              u"verify the signatures of any PDF: whole, changed since, by whom, trusted"),
         {{u"trust"_s, u"CERT.pem"_s, text(u"可信的证书，可给多次；先用电话与对方核对指纹", u"a certificate to trust, may be given more than once; compare its fingerprint by telephone first")},
          {u"json"_s, {}, text(u"在标准输出打印一个 JSON 文档", u"print one JSON document on standard output")}},
         {u"verify 已签章.pdf"_s, u"verify 已签章.pdf --trust 省科协.pem --json"_s}, verify},
    };
}

} // namespace jz::cli
