// SPDX-License-Identifier: Apache-2.0
#include "model/signature/problem_code.h"

#include <QHash>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

using Texts = QHash<QLatin1StringView, LocalizedText>;

void addPlace(Texts& texts)
{
    texts.insert({
        {problem::byteRangeMissing, {u"签名没有有效的字节范围。"_s, u"The signature has no usable byte range."_s}},
        {problem::byteRangeInvalid,
         {u"签名的字节范围不从文件开头起，或超出文件。"_s,
          u"The byte range does not begin at the start of the file or goes beyond its end."_s}},
        {problem::byteRangeGap,
         {u"签名所略过的部分不恰好是签名数据本身。"_s, u"What the signature leaves out is not exactly the signature data."_s}},
        {problem::notARevision,
         {u"签名所覆盖的部分不是文件的一个完整版本。"_s, u"The signed bytes are not a whole revision of the file."_s}},
        {problem::contentsMissing, {u"签名数据缺失。"_s, u"The signature data is missing."_s}},
        {problem::dictionaryBroken,
         {u"无法在文件中原位读取签名字典。"_s, u"The signature dictionary cannot be read where it stands."_s}},
        {problem::duplicateKey,
         {u"签名字典中“%1”出现了两次。"_s, u"“%1” stands twice in the signature dictionary."_s}},
        {problem::rangesOverlap, {u"两个签名的范围互相重叠。"_s, u"The ranges of two signatures overlap."_s}},
        {problem::subFilterUnknown,
         {u"本程序不能核验这种签名（%1）。"_s, u"This program cannot check this kind of signature (%1)."_s}},
    });
}

void addCms(Texts& texts)
{
    texts.insert({
        {problem::cmsBroken, {u"签名数据已损坏。"_s, u"The signature data is damaged."_s}},
        {problem::cmsSigners, {u"签名数据中不是恰好一个签名者。"_s, u"The signature data has not exactly one signer."_s}},
        {problem::cmsContent,
         {u"签名数据中夹带了别的内容。"_s, u"The signature data carries content of its own."_s}},
        {problem::digestNotAccepted,
         {u"签名所用的摘要算法不可接受（%1）。"_s, u"The digest algorithm is not acceptable (%1)."_s}},
        {problem::signerCertificateMissing,
         {u"签名中没有签名者的证书。"_s, u"The certificate of the signer is missing."_s}},
        {problem::attributesMissing,
         {u"签名属性缺失或不相符。"_s, u"Signed attributes are missing or do not fit."_s}},
        {problem::digestMismatch,
         {u"签名之后，被签名的内容遭到改动。"_s, u"What was signed has been changed since."_s}},
        {problem::signatureInvalid,
         {u"签名值与证书不符。"_s, u"The signature was not made with the key of this certificate."_s}},
        {problem::signingCertificateMissing,
         {u"签名没有写明所用的证书。"_s, u"The signature does not say which certificate it was made with."_s}},
        {problem::signingCertificateMismatch,
         {u"签名写明的证书不是所附的证书。"_s, u"The signature names another certificate than the one it carries."_s}},
        {problem::timestampInvalid,
         {u"时间戳已损坏或属于别的签名。"_s, u"The time stamp is damaged or belongs to another signature."_s}},
        {problem::paddingNotZero,
         {u"签名数据之后还有多余字节，不影响签名。"_s, u"There are bytes behind the signature data; they do not matter."_s}},
        {problem::weakDigest, {u"签名使用了较弱的摘要算法 SHA-1。"_s, u"The signature uses the weak digest SHA-1."_s}},
        {problem::weakKey, {u"签名所用的 RSA 密钥不足 2048 位。"_s, u"The RSA key has fewer than 2048 bits."_s}},
    });
}

void addChanges(Texts& texts)
{
    texts.insert({
        {problem::laterRevision,
         {u"签名之后文件又有追加，追加的内容未逐项核对。"_s,
          u"Something was added to the file after this signature; what it changes was not examined."_s}},
        {problem::bytesAfterEnd, {u"文件末尾有多余的内容。"_s, u"There are bytes behind the end of the file."_s}},
        {problem::revisionSkipped,
         {u"阅读软件看到的不是签名时的版本。"_s, u"Readers no longer see the revision that was signed."_s}},
        {problem::signatureUndeclared,
         {u"文件中有一个签名不在任何签章域里（可能已被移除）。"_s,
          u"The file holds a signature that no signature field shows; it may have been taken out."_s}},
        {problem::signatureReused, {u"两个签章域使用了同一个签名。"_s, u"Two fields show one and the same signature."_s}},
        {problem::certificationNotFirst,
         {u"认证签名不是文件的第一个签名。"_s, u"A certifying signature is not the first one."_s}},
        {problem::changesNotAllowed,
         {u"较早的签名不允许再签名或改动。"_s, u"An earlier signature allows no further signing or change."_s}},
    });
}

void addTrust(Texts& texts)
{
    texts.insert({
        {problem::chainUntrusted,
         {u"签名人的证书不在可信签名人之列，也不是由其签发。"_s,
          u"The certificate is neither in the trust list nor issued by one that is."_s}},
        {problem::certificateExpired, {u"证书“%1”已过期。"_s, u"The certificate “%1” has expired."_s}},
        {problem::certificateNotYetValid, {u"证书“%1”尚未生效。"_s, u"The certificate “%1” is not valid yet."_s}},
        {problem::certificateRevoked, {u"证书“%1”已被吊销。"_s, u"The certificate “%1” was revoked."_s}},
        {problem::keyUsage, {u"该证书不能用于签署文件。"_s, u"The certificate is not for signing documents."_s}},
        {problem::signingTimeOutside,
         {u"签名人声明的签名时间不在证书有效期内。"_s,
          u"The time the signer claims is not within the validity of the certificate."_s}},
        {problem::selfIssued,
         {u"自签证书：除持有人外无人证明其身份，请用电话核对证书指纹。"_s,
          u"A self-issued certificate: nobody but its holder vouches for the name. Compare the fingerprint by "
          "telephone."_s}},
    });
}

void addFile(Texts& texts)
{
    texts.insert({
        {problem::fileUnreadable, {u"无法读取文件：%1"_s, u"The file cannot be read: %1"_s}},
        {problem::fileEncrypted,
         {u"文件设有打开口令，其中没有签名。"_s, u"The file is protected by a password; it holds no signature."_s}},
        {problem::tooManySignatures, {u"文件中的签名过多，未全部核验。"_s, u"There are too many signatures to check."_s}},
        {problem::documentTimestampInvalid, {u"文件时间戳无效。"_s, u"A document time stamp does not hold."_s}},
    });
}

} // namespace

Problem makeProblem(QLatin1StringView code, const QString& object, const QString& detail)
{
    return makeProblem(code, object, LocalizedText{detail, detail});
}

Problem makeProblem(QLatin1StringView code, const QString& object, const LocalizedText& detail)
{
    static const Texts texts = [] {
        Texts all;
        addPlace(all);
        addCms(all);
        addChanges(all);
        addTrust(all);
        addFile(all);
        return all;
    }();
    Q_ASSERT(texts.contains(code));
    LocalizedText message = texts.value(code);
    if (message.zh.contains(u"%1"))
        message = {message.zh.arg(detail.zh), message.en.arg(detail.en)};
    return {QString(code), object, message};
}

} // namespace jz
