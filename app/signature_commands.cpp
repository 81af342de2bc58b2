// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"

#include "model/dossier/checker.h"
#include "model/pdf/pdf_info.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/paper_signing.h"
#include "model/procedure/paper_verification.h"
#include "model/reference/reference_data.h"
#include "model/signature/new_identity.h"
#include "model/signature/passphrase.h"

#include <algorithm>

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

SignatureRole roleOf(const Call& call)
{
    const QString role = call.required(u"role"_s);
    if (role == u"applicant")
        return SignatureRole::Applicant;
    if (role == u"recommender")
        return SignatureRole::Recommender;
    throw Error(ErrorCode::Usage,
                LocalizedText{u"--role 只能是 applicant（申报单位）或 recommender（推荐单位），不能是“%1”。"_s,
                              u"--role takes applicant or recommender, not “%1”."_s}
                    .arg(role),
                u"role"_s);
}

/// What a person should know before signing; nothing of it stops the signature.
void warnBeforeSigning(const QString& path)
{
    if (pdfInfo(path).keywords.split(u' ').contains(u"draft"_s))
        complain(text(u"注意：这是带草稿水印的文件。", u"Note: this file bears the draft watermark.").in(language()));
    try {
        const DossierInput input = openDossier(path);
        const Findings findings = Checker(*input.file.pack, builtInReferenceData()).check(input.file.dossier);
        const auto errors = std::count_if(findings.begin(), findings.end(),
                                          [](const Finding& finding) { return finding.severity == Severity::Error; });
        if (errors > 0)
            complain(LocalizedText{u"注意：按通知检查仍有 %1 个错误，详见 check 命令。"_s, u"Note: check finds %1 errors in it."_s}
                         .arg(QString::number(errors))
                         .in(language()));
    } catch (const Error&) {
        complain(text(u"注意：这不是本程序的申报书，或其中没有数据。", u"Note: this is no dossier of ours, or it carries no data.").in(language()));
    }
}

int sign(const Call& call)
{
    const SignatureRole role = roleOf(call);
    const QString identityPath = call.required(u"identity"_s);
    const QString passphrasePath = call.required(u"passphrase-file"_s);
    const QDateTime time = call.has(u"date"_s) ? call.dateTime(u"date"_s) : QDateTime::currentDateTime();
    if (!looksLikePdf(call.inputs.at(0)))
        throw Error(ErrorCode::Malformed,
                    LocalizedText{u"“%1”不是 PDF 文件，无法签名。"_s, u"“%1” is not a PDF and cannot be signed."_s}.arg(call.inputs.at(0)),
                    call.inputs.at(0));
    const Identity identity = Identity::load(identityPath, Passphrase::fromFile(passphrasePath));
    warnBeforeSigning(call.inputs.at(0));
    signPaper(call.inputs.at(0), call.inputs.at(1),
              {role, identity, call.value(u"opinion"_s), call.value(u"name"_s), time, call.value(u"seal"_s)});
    print(LocalizedText{u"已签名：%1（%2）"_s, u"Signed: %1 (%2)"_s}.arg(call.inputs.at(1), identity.name()).in(language()));
    return Fine;
}

QString verdictWords(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Valid:
        return text(u"有效：签名完好，签后未改动，签名人可信", u"valid: intact, unchanged since, signer trusted").in(language());
    case Verdict::Untrusted:
        return text(u"完好，但签名人未经确认：签后未改动，证书不在可信名单中", u"intact, signer not confirmed: unchanged since, certificate not trusted").in(language());
    case Verdict::Modified:
        return text(u"签名后有改动：不能确认现在看到的就是签名时的内容", u"modified after signing").in(language());
    case Verdict::Broken:
        return text(u"签名不成立：文件损坏或被改动，请向对方索要原始文件", u"broken: the signature does not hold; ask the sender for the original").in(language());
    case Verdict::Marked:
        return text(u"传输校验成立，没有单位签名", u"the delivery mark holds; no signature of a unit").in(language());
    case Verdict::Unsigned:
        return text(u"没有签名", u"not signed").in(language());
    case Verdict::Unreadable:
        return text(u"无法读取：不是 PDF，或已损坏", u"unreadable: no PDF, or damaged").in(language());
    }
    return {};
}

void printProblems(const Problems& problems)
{
    for (const Problem& problem : problems)
        print(u"    "_s + problem.message.in(language()) + u"  ["_s + QString(problem.code) + u']');
}

void printReport(const PaperReport& report)
{
    print(report.file + u"："_s + verdictWords(report.signatures.verdict));
    for (const SignatureReport& signature : report.signatures.signatures) {
        print(u"  "_s + (signature.signer.isEmpty() ? text(u"（签名人不明）", u"(signer unknown)").in(language()) : signature.signer)
              + u"  " + signature.signingTime.toString(u"yyyy-MM-dd HH:mm"_s) + u"  " + signature.fingerprint.left(16));
        printProblems(signature.problems);
    }
    printProblems(report.signatures.problems);
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

int newIdentity(const Call& call)
{
    NewIdentity identity;
    identity.name = call.required(u"name"_s);
    const QString out = call.required(u"out"_s);
    createIdentity(out, identity, Passphrase::fromFile(call.required(u"passphrase-file"_s)));
    const Identity made = Identity::load(out, Passphrase::fromFile(call.value(u"passphrase-file"_s)));
    print(LocalizedText{u"已生成自签证书 %1\n指纹（电话核对用）：%2"_s, u"Made the self-issued identity %1\nFingerprint, to compare by telephone: %2"_s}
              .arg(out, made.fingerprint())
              .in(language()));
    return Fine;
}

const Option passphraseFile{u"passphrase-file"_s, u"F"_s,
                            text(u"口令所在文件，取第一行（口令从不写在命令行上）", u"file whose first line is the passphrase (never given on the command line)")};

} // namespace

QList<Command> signatureCommands()
{
    return {
        {u"sign"_s, u"IN.pdf OUT.pdf"_s, 2,
         text(u"用证书在该角色的下一个签名栏签名；原有字节一个不改", u"sign the next free field of a role; every earlier byte stays"),
         {{u"role"_s, u"ROLE"_s, text(u"applicant（申报单位）或 recommender（推荐单位）", u"applicant or recommender")},
          {u"identity"_s, u"ID.p12"_s, text(u"签名证书（PKCS#12）", u"signing identity (PKCS#12)")},
          passphraseFile,
          {u"opinion"_s, u"TEXT"_s, text(u"附加意见", u"an opinion of one's own")},
          {u"name"_s, u"NAME"_s, text(u"显示的签名人；不给则用证书上的名称", u"signer shown; the certificate's name when not given")},
          {u"date"_s, u"ISO"_s, text(u"签名时间；不给则为现在", u"signing time; now when not given")},
          {u"seal"_s, u"PNG"_s, text(u"印章图片，只作显示，不能证明身份", u"picture of a seal: shown, proves nothing")}},
         {u"sign 定稿.pdf 已签章.pdf --role applicant --identity 单位.p12 --passphrase-file 口令.txt"_s,
          u"sign 已签章.pdf 已推荐.pdf --role recommender --identity 推荐.p12 --passphrase-file 口令.txt --opinion 同意推荐"_s},
         sign},
        {u"verify"_s, u"FILE"_s, 1,
         text(u"核验任意 PDF 的签名：是否完整、签后是否改动、谁签的、是否可信",
              u"verify the signatures of any PDF: whole, changed since, by whom, trusted"),
         {{u"trust"_s, u"CERT.pem"_s, text(u"可信证书，可给多次", u"a trusted certificate; may be given more than once")},
          {u"json"_s, {}, text(u"在标准输出打印一个 JSON 文档", u"print one JSON document on standard output")}},
         {u"verify 已签章.pdf"_s, u"verify 已签章.pdf --trust 省科协.pem --json"_s}, verify},
        {u"identity new"_s, {}, 0,
         text(u"生成自签的签名证书（没有机构担保，对方须电话核对指纹）", u"make a self-issued identity (nobody vouches for it; compare its fingerprint by telephone)"),
         {{u"name"_s, u"NAME"_s, text(u"单位全称", u"full name of the unit")},
          {u"out"_s, u"ID.p12"_s, text(u"写到哪个文件", u"file to write")},
          passphraseFile},
         {u"identity new --name 示例研究院 --out 单位.p12 --passphrase-file 口令.txt"_s}, newIdentity},
    };
}

} // namespace jz::cli
