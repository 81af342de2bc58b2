// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"

#include "model/call/call_pack_reader.h"
#include "model/dossier/checker.h"
#include "model/pdf/pdf_info.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/paper_signing.h"
#include "model/reference/reference_data.h"
#include "model/signature/new_identity.h"
#include "model/signature/passphrase.h"

#include <algorithm>

namespace jz::cli {

using namespace Qt::StringLiterals;

namespace {

SignatureRole roleOf(const Call& call)
{
    const QString role = call.value(u"role"_s);
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
        const Dossier dossier = readDossierData(path);
        const CallPack& pack = packOf(dossier, findBuiltInCallPack, path);
        const Findings findings = Checker(pack, builtInReferenceData()).check(dossier);
        const auto errors = std::count_if(findings.begin(), findings.end(),
                                          [](const Finding& finding) { return finding.severity == Severity::Error; });
        if (errors > 0)
            complain(LocalizedText{u"注意：按通知检查仍有 %1 个错误，用 juanzong-cli check 看是哪些。"_s,
                                       u"Note: there are still %1 errors; juanzong-cli check lists them."_s}
                         .arg(QString::number(errors))
                         .in(language()));
    } catch (const Error&) {
        complain(text(u"注意：这不是本程序的申报书，或其中没有数据。", u"Note: this is no dossier of ours, or it carries no data.").in(language()));
    }
}

int sign(const Call& call)
{
    const SignatureRole role = roleOf(call);
    const QString identityPath = call.value(u"identity"_s);
    const QString passphrasePath = call.value(u"passphrase-file"_s);
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

int newIdentity(const Call& call)
{
    NewIdentity identity;
    identity.name = call.value(u"name"_s);
    const QString out = call.value(u"out"_s);
    createIdentity(out, identity, Passphrase::fromFile(call.value(u"passphrase-file"_s)));
    const Identity made = Identity::load(out, Passphrase::fromFile(call.value(u"passphrase-file"_s)));
    print(LocalizedText{u"已生成自签证书 %1\n指纹（电话核对用）：%2"_s, u"Made the self-issued identity %1\nFingerprint, to compare by telephone: %2"_s}
              .arg(out, made.fingerprint())
              .in(language()));
    return Fine;
}

const Option passphraseFile{u"passphrase-file"_s, u"F"_s,
                            text(u"口令所在文件，取第一行（口令从不写在命令行上）", u"file whose first line is the passphrase (never given on the command line)"), true};

} // namespace

QList<Command> signingCommands()
{
    return {
        {u"sign"_s, u"IN.pdf OUT.pdf"_s, 2,
         text(u"用证书在申报单位或推荐单位的下一个空白签名栏签名；原文件内容一个字节也不改",
              u"sign the next free signature field of applicant or recommender; every earlier byte stays"),
         {{u"role"_s, u"ROLE"_s, text(u"applicant（申报单位）或 recommender（推荐单位）", u"applicant or recommender"), true},
          {u"identity"_s, u"ID.p12"_s, text(u"签名证书（PKCS#12）", u"signing identity (PKCS#12)"), true},
          passphraseFile,
          {u"opinion"_s, u"TEXT"_s, text(u"附加意见，写在签名栏里", u"an opinion of one's own, shown in the signature field")},
          {u"name"_s, u"NAME"_s, text(u"显示的签名人；不给则用证书上的名称", u"signer shown; the certificate's name when not given")},
          {u"date"_s, u"ISO"_s, text(u"签名时间；不给则为现在", u"signing time; now when not given")},
          {u"seal"_s, u"PNG"_s, text(u"印章图片，只作显示，不能证明身份", u"picture of a seal: shown, proves nothing")}},
         {u"sign 定稿.pdf 已签章.pdf --role applicant --identity 单位.p12 --passphrase-file 口令.txt"_s,
          u"sign 已签章.pdf 已推荐.pdf --role recommender --identity 推荐.p12 --passphrase-file 口令.txt --opinion 同意推荐"_s},
         sign},
        {u"identity new"_s, {}, 0,
         text(u"生成自签的签名证书（没有机构担保，对方须电话核对指纹）", u"make a self-issued identity (nobody vouches for it; compare its fingerprint by telephone)"),
         {{u"name"_s, u"NAME"_s, text(u"单位全称", u"full name of the unit"), true},
          {u"out"_s, u"ID.p12"_s, text(u"写到哪个文件", u"file to write"), true},
          passphraseFile},
         {u"identity new --name 示例研究院 --out 单位.p12 --passphrase-file 口令.txt"_s}, newIdentity},
    };
}

} // namespace jz::cli
