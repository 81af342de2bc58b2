// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"
#include "app/signing_identity.h"
#include "model/base/counted_text.h"

#include "model/base/output_file.h"
#include "model/call/call_pack_reader.h"
#include "model/dossier/checker.h"
#include "model/pdf/pdf_info.h"
#include "model/procedure/dossier_input.h"
#include "model/procedure/paper_signing.h"
#include "model/reference/reference_data.h"
#include "model/signature/new_identity.h"
#include "model/signature/passphrase.h"
#include "model/signature/token.h"

#include <QJsonArray>

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
            complain(CountedText{u"注意：按通知检查仍有 %1 个错误，用 juanzong-cli check 看是哪些。"_s,
                                       u"Note: there {is|are} still %1 {error|errors}; juanzong-cli check lists {it|them}."_s}
                         .arg(QString::number(errors))
                         .in(language()));
    } catch (const Error&) {
        complain(text(u"注意：这不是本程序的申报书，或其中没有数据。", u"Note: this is no dossier of ours, or it carries no data.").in(language()));
    }
}

int sign(const Call& call)
{
    const SignatureRole role = roleOf(call);
    const QDateTime time = call.has(u"date"_s) ? call.dateTime(u"date"_s) : QDateTime::currentDateTime();
    if (!looksLikePdf(call.inputs.at(0)))
        throw Error(ErrorCode::Malformed,
                    LocalizedText{u"“%1”不是 PDF 文件，无法签名。"_s, u"“%1” is not a PDF and cannot be signed."_s}.arg(call.inputs.at(0)),
                    call.inputs.at(0));
    const Identity identity = identityOf(call);
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

LocalizedText pinWords(TokenInfo::Pin pin)
{
    switch (pin) {
    case TokenInfo::Pin::Fine: return {};
    case TokenInfo::Pin::Low: return text(u"，PIN 剩余次数不多", u", few tries of the PIN are left");
    case TokenInfo::Pin::LastTry: return text(u"，PIN 只剩最后一次机会", u", one try of the PIN is left");
    case TokenInfo::Pin::Locked: break;
    }
    return text(u"，已锁定", u", locked");
}

QString pinName(TokenInfo::Pin pin)
{
    switch (pin) {
    case TokenInfo::Pin::Fine: return u"fine"_s;
    case TokenInfo::Pin::Low: return u"low"_s;
    case TokenInfo::Pin::LastTry: return u"last-try"_s;
    case TokenInfo::Pin::Locked: break;
    }
    return u"locked"_s;
}

QJsonObject toJson(const TokenInfo& token)
{
    QJsonArray certificates;
    for (const TokenCertificate& one : token.certificates)
        certificates.append(QJsonObject{{u"holder"_s, one.name},
                                        {u"fingerprint"_s, one.fingerprint},
                                        {u"from"_s, one.validFrom.toString(Qt::ISODate)},
                                        {u"to"_s, one.validTo.toString(Qt::ISODate)},
                                        {u"authority"_s, one.isAuthority}});
    return {{u"label"_s, token.label}, {u"serial"_s, token.serial}, {u"model"_s, token.model},
            {u"pin"_s, pinName(token.pin)}, {u"certificates"_s, certificates}};
}

int listIdentities(const Call& call)
{
    const QList<TokenInfo> tokens = TokenModule(tokenModuleOf(call)).tokens();
    QJsonArray all;
    for (const TokenInfo& token : tokens)
        all.append(toJson(token));
    if (call.has(u"json"_s)) {
        printJson({{u"tokens"_s, all}});
        return Fine;
    }
    if (tokens.isEmpty())
        print(text(u"没有找到 UKey。", u"There is no token.").in(language()));
    for (const TokenInfo& token : tokens) {
        print(token.label + u" ("_s + token.model + u", "_s + token.serial + u')' + pinWords(token.pin).in(language()));
        for (const TokenCertificate& one : token.certificates)
            print(u"  "_s + one.fingerprint + u"  "_s + one.name + u"  "_s + one.validFrom.toLocalTime().date().toString(Qt::ISODate)
                  + u" – "_s + one.validTo.toLocalTime().date().toString(Qt::ISODate)
                  + (one.isAuthority ? text(u"（证书机构）", u" (an authority)").in(language()) : QString()));
    }
    return Fine;
}

int exportCertificate(const Call& call)
{
    const Identity identity = Identity::load(call.inputs.at(0), Passphrase::fromFile(call.value(u"passphrase-file"_s)));
    writeWholeFile(call.inputs.at(1), toPem(identity.certificate()));
    print(LocalizedText{u"已写入证书 %1（%2），不含私钥，可以发给对方\n指纹（电话核对用）：%3"_s,
                        u"Wrote the certificate %1 (%2), without the key: it may be sent\nFingerprint, to compare by telephone: %3"_s}
              .arg(call.inputs.at(1), identity.name(), identity.fingerprint())
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
         QList<Option>{{u"role"_s, u"ROLE"_s, text(u"applicant（申报单位）或 recommender（推荐单位）", u"applicant or recommender"), true},
          {u"opinion"_s, u"TEXT"_s, text(u"附加意见，写在签名栏里", u"an opinion of one's own, shown in the signature field")},
          {u"name"_s, u"NAME"_s, text(u"显示的签名人；不给则用证书上的名称", u"signer shown; the certificate's name when not given")},
          {u"date"_s, u"ISO"_s, text(u"签名时间；不给则为现在", u"signing time; now when not given")},
          {u"seal"_s, u"PNG"_s, text(u"印章图片，只作显示，不能证明身份", u"picture of a seal: shown, proves nothing")}}
             + identityOptions(),
         {u"sign 定稿.pdf 已签章.pdf --role applicant --identity 单位.p12 --passphrase-file 口令.txt"_s,
          u"sign 定稿.pdf 已签章.pdf --role applicant --token /usr/lib/opensc-pkcs11.so --pin-file PIN.txt"_s,
          u"sign 已签章.pdf 已推荐.pdf --role recommender --identity 推荐.p12 --passphrase-file 口令.txt --opinion 同意推荐"_s},
         sign},
        {u"identity new"_s, {}, 0,
         text(u"生成自签的签名证书（没有机构担保，对方须电话核对指纹）", u"make a self-issued identity (nobody vouches for it; compare its fingerprint by telephone)"),
         {{u"name"_s, u"NAME"_s, text(u"单位全称", u"full name of the unit"), true},
          {u"out"_s, u"ID.p12"_s, text(u"写到哪个文件", u"file to write"), true},
          passphraseFile},
         {u"identity new --name 示例研究院 --out 单位.p12 --passphrase-file 口令.txt"_s}, newIdentity},
        {u"identity list"_s, {}, 0, text(u"列出 UKey 及其中的证书（不需要 PIN）", u"list tokens and the certificates in them (needs no PIN)"),
         {{u"token"_s, u"MODULE"_s, text(u"UKey 驱动（PKCS#11 模块）的路径", u"path of the PKCS#11 module"), true},
          {u"json"_s, {}, text(u"输出 JSON", u"print JSON")}},
         {u"identity list --token /usr/lib/opensc-pkcs11.so"_s}, listIdentities},
        {u"identity certificate"_s, u"ID.p12 CERT.pem"_s, 2,
         text(u"写出签名证书中可公开的证书，供对方核对指纹后列为可信", u"write the certificate of an identity, for others to trust after comparing its fingerprint"),
         {passphraseFile},
         {u"identity certificate 单位.p12 单位证书.pem --passphrase-file 口令.txt"_s}, exportCertificate},
    };
}

} // namespace jz::cli
