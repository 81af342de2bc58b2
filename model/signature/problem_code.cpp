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
        {problem::byteRangeMissing,
         {u"签名没有有效的字节范围。"_s, u"The signature has no usable byte range."_s}},
        {problem::byteRangeInvalid,
         {u"签名的字节范围不从文件开头起，或超出文件。"_s,
          u"The byte range does not begin at the start of the file or goes beyond its end."_s}},
        {problem::byteRangeGap,
         {u"签名所略过的部分不恰好是签名数据本身。"_s,
          u"What the signature leaves out is not exactly the signature data."_s}},
        {problem::notARevision,
         {u"签名所覆盖的部分不是文件的一个完整版本。"_s,
          u"The signed bytes are not a whole revision of the file."_s}},
        {problem::contentsMissing, {u"签名数据缺失。"_s, u"The signature data is missing."_s}},
        {problem::dictionaryBroken,
         {u"无法在文件中原位读取签名字典。"_s,
          u"The signature dictionary cannot be read where it stands."_s}},
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
        {problem::cmsSigners,
         {u"签名数据中不是恰好一个签名者。"_s, u"The signature data has not exactly one signer."_s}},
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
         {u"签名没有写明所用的证书。"_s,
          u"The signature does not say which certificate it was made with."_s}},
        {problem::signingCertificateMismatch,
         {u"签名写明的证书不是所附的证书。"_s,
          u"The signature names another certificate than the one it carries."_s}},
        {problem::timestampInvalid,
         {u"时间戳已损坏或属于别的签名。"_s,
          u"The time stamp is damaged or belongs to another signature."_s}},
        {problem::paddingNotZero,
         {u"签名数据之后还有多余字节，不影响签名。"_s,
          u"There are bytes behind the signature data; they do not matter."_s}},
        {problem::weakDigest,
         {u"签名使用了较弱的摘要算法 SHA-1。"_s, u"The signature uses the weak digest SHA-1."_s}},
        {problem::weakKey,
         {u"签名所用的 RSA 密钥不足 2048 位。"_s, u"The RSA key has fewer than 2048 bits."_s}},
    });
}

void addRevisions(Texts& texts)
{
    texts.insert({
        {problem::laterRevision,
         {u"签名之后文件又有追加，追加的内容无法逐项核对（过大或已损坏）。"_s,
          u"Something was added after this signature that cannot be compared: it is too large or damaged."_s}},
        {problem::bytesAfterEnd,
         {u"文件末尾有多余或不完整的内容。"_s,
          u"The file does not end as it should: there is something behind its last revision."_s}},
        {problem::revisionSkipped,
         {u"阅读软件看到的不是签名时的版本。"_s, u"Readers no longer see the revision that was signed."_s}},
        {problem::encryptionChanged,
         {u"签名之后文件的加密方式被改动。"_s, u"The encryption of the file was changed after signing."_s}},
        {problem::generationChanged,
         {u"签名之后对象的代号被改动，各阅读软件看到的内容可能不同。"_s,
          u"The generation of an object was changed after signing; readers may not agree on what they show."_s}},
        {problem::objectRedirected,
         {u"签名之后的索引指回了较早的内容。"_s,
          u"An index added after signing points back into earlier bytes."_s}},
        {problem::objectBroken,
         {u"签名之后追加的对象已损坏或与索引不符。"_s,
          u"An object added after signing is damaged or not where the index says."_s}},
        {problem::hybridUpdate,
         {u"签名之后追加的版本带有两份可能不一致的索引。"_s,
          u"A revision added after signing has two indexes that need not agree."_s}},
        {problem::bytesUnaccounted,
         {u"签名之后追加了不属于任何对象的字节（%1）。"_s,
          u"Bytes were added after signing that belong to no object (%1)."_s}},
    });
}

void addPages(Texts& texts)
{
    texts.insert({
        {problem::pageContentChanged,
         {u"签名之后页面内容被改动（%1）。"_s, u"What a page shows was changed after signing (%1)."_s}},
        {problem::pagesChanged,
         {u"签名之后页面被增删、调换或改动（%1）。"_s,
          u"Pages were added, removed, reordered or changed after signing (%1)."_s}},
        {problem::resourceChanged,
         {u"签名之后页面所用的图片等资源被改动（%1）。"_s,
          u"Pictures or other resources of a page were changed after signing (%1)."_s}},
        {problem::fontChanged,
         {u"签名之后字体被改动，页面文字可能已变样（%1）。"_s,
          u"A font was changed after signing; text may look different now (%1)."_s}},
        {problem::annotationChanged,
         {u"签名之后批注、链接等被添加、删除或改动（%1）。"_s,
          u"Annotations or links were added, removed or changed after signing (%1)."_s}},
        {problem::appearanceChanged,
         {u"签名之后批注或表单域的显示内容被改动（%1）。"_s,
          u"What an annotation or field shows was changed after signing (%1)."_s}},
    });
}

void addDocument(Texts& texts)
{
    texts.insert({
        {problem::namesChanged,
         {u"签名之后书签、目标等名称被改动（%1）。"_s,
          u"Names, bookmarks or destinations were changed after signing (%1)."_s}},
        {problem::embeddedFileChanged,
         {u"签名之后内嵌的文件被改动（%1）。"_s, u"Embedded files were changed after signing (%1)."_s}},
        {problem::scriptChanged,
         {u"签名之后添加或改动了脚本、自动动作（%1）。"_s,
          u"Scripts or automatic actions were added or changed after signing (%1)."_s}},
        {problem::optionalContentChanged,
         {u"签名之后图层的显示设置被改动（%1）。"_s, u"Layers were changed after signing (%1)."_s}},
        {problem::rootRedirected,
         {u"签名之后文件的根目录被换掉（%1）。"_s,
          u"The root of the document was replaced after signing (%1)."_s}},
        {problem::objectChanged,
         {u"签名之后文件中的对象被改动（%1）。"_s,
          u"An object of the document was changed after signing (%1)."_s}},
        {problem::structureChanged,
         {u"签名之后文件的结构标签被改动（%1）。"_s,
          u"The structure of the document was changed after signing (%1)."_s}},
        {problem::metadataChanged,
         {u"签名之后文件的元数据被换成别的内容（%1）。"_s,
          u"The metadata were replaced by something else after signing (%1)."_s}},
        {problem::securityStoreInvalid,
         {u"签名之后添加的验证数据中夹带了别的内容（%1）。"_s,
          u"The validation data added after signing hold something that does not belong there (%1)."_s}},
    });
}

void addForm(Texts& texts)
{
    texts.insert({
        {problem::formChanged,
         {u"签名之后表单被改动（%1）。"_s, u"The form was changed after signing (%1)."_s}},
        {problem::fieldAdded,
         {u"签名之后添加了表单域“%1”。"_s, u"The form field “%1” was added after signing."_s}},
        {problem::fieldRemoved,
         {u"签名之后删去了表单域“%1”。"_s, u"The form field “%1” was removed after signing."_s}},
        {problem::fieldChanged,
         {u"签名之后表单域“%1”被改动。"_s, u"The form field “%1” was changed after signing."_s}},
        {problem::signedFieldChanged,
         {u"已签的签章域“%1”在签名之后被改动。"_s, u"The signed field “%1” was changed after signing."_s}},
        {problem::filledAfterSigning,
         {u"全部签名之后又填写了“%1”。"_s, u"“%1” was filled in after everybody had signed."_s}},
        {problem::lockedFieldChanged,
         {u"签名锁定的表单域“%1”被改动。"_s, u"The field “%1”, which the signature locks, was changed."_s}},
        {problem::notInOurPapers,
         {u"签名之后的改动在本程序的文件中不允许（%1）。"_s,
          u"A change after signing that is not permitted in our papers (%1)."_s}},
        {problem::signatureUndeclared,
         {u"文件中有一个签名不在任何签章域里（可能已被移除）。"_s,
          u"The file holds a signature that no signature field shows; it may have been taken out."_s}},
        {problem::signatureReused,
         {u"两个签章域使用了同一个签名。"_s, u"Two fields show one and the same signature."_s}},
        {problem::certificationNotFirst,
         {u"认证签名不是文件的第一个签名。"_s, u"A certifying signature is not the first one."_s}},
        {problem::changesNotAllowed,
         {u"较早的签名不允许再签名或改动。"_s,
          u"An earlier signature allows no further signing or change."_s}},
    });
}

void addTrust(Texts& texts)
{
    texts.insert({
        {problem::chainUntrusted,
         {u"签名人的证书不在可信签名人之列，也不是由其签发。"_s,
          u"The certificate is neither in the trust list nor issued by one that is."_s}},
        {problem::certificateExpired, {u"证书“%1”已过期。"_s, u"The certificate “%1” has expired."_s}},
        {problem::certificateNotYetValid,
         {u"证书“%1”尚未生效。"_s, u"The certificate “%1” is not valid yet."_s}},
        {problem::certificateExpiredSince,
         {u"证书“%1”现已过期；可信时间戳证明签名在其有效期内作出。"_s,
          u"The certificate “%1” has expired since; a trusted time stamp proves that it was valid when used."_s}},
        {problem::certificateRevoked,
         {u"证书已被吊销（%1），且没有可信时间戳证明签名在此之前作出。请与签名人联系。"_s,
          u"The certificate was revoked (%1), and no trusted time stamp proves that it was used before. Ask the signer."_s}},
        {problem::revokedAfterSigning,
         {u"证书后来被吊销（%1）；可信时间戳证明签名在此之前作出。"_s,
          u"The certificate was revoked later (%1); a trusted time stamp proves that it was used before."_s}},
        {problem::keyUsage,
         {u"该证书不能用于签署文件。"_s, u"The certificate is not for signing documents."_s}},
        {problem::signingTimeOutside,
         {u"签名人声明的签名时间不在证书有效期内。"_s,
          u"The time the signer claims is not within the validity of the certificate."_s}},
        {problem::selfIssued,
         {u"自签证书：除持有人外无人证明其身份，请用电话核对证书指纹。"_s,
          u"A self-issued certificate: nobody but its holder vouches for the name. Compare the fingerprint "
          u"by "
          "telephone."_s}},
    });
}

void addValidationData(Texts& texts)
{
    texts.insert({
        {problem::timestampUntrusted,
         {u"时间戳完好，但不能证明时间：%1"_s, u"The time stamp holds, but proves no time: %1"_s}},
        {problem::validationDataBroken,
         {u"文件中的吊销信息不可用（%1）：无法读取，或不是证书的签发者所出。未予采信。"_s,
          u"Revocation data in the file cannot be used (%1): unreadable, or not made by the issuer. They count for "
          "nothing."_s}},
        {problem::validationDataForeign,
         {u"文件中有与各签名证书都无关的吊销信息（%1），未予采信。"_s,
          u"Revocation data in the file are about none of its certificates (%1) and count for nothing."_s}},
        {problem::validationDataStale,
         {u"文件中关于“%1”的吊销信息已过时，不能说明证书没有被吊销。"_s,
          u"The revocation data on “%1” in the file are out of date: they do not say that it was not revoked."_s}},
    });
}

void addFile(Texts& texts)
{
    texts.insert({
        {problem::fileUnreadable, {u"无法读取文件：%1"_s, u"The file cannot be read: %1"_s}},
        {problem::fileEncrypted,
         {u"文件设有打开口令，其中没有签名。"_s,
          u"The file is protected by a password; it holds no signature."_s}},
        {problem::tooManySignatures,
         {u"文件中的签名过多，未全部核验。"_s, u"There are too many signatures to check."_s}},
        {problem::documentTimestampInvalid,
         {u"文件时间戳无效。"_s, u"A document time stamp does not hold."_s}},
    });
}

void addPaper(Texts& texts)
{
    texts.insert({
        {problem::textDiffers,
         {u"页面文字与文件内的数据不一致（%1）。请向发件人核实，以数据重新打印后对照。"_s,
          u"The pages do not say what the data inside say (%1). Ask the sender; print the data anew and compare."_s}},
        {problem::textForeign,
         {u"页面上有既不属于模板、也不在数据中的文字（%1）。"_s,
          u"There is text on the pages that is neither the form's nor in the data (%1)."_s}},
        {problem::textInvisible,
         {u"页面上有肉眼看不到的文字（%1）。"_s, u"There is text on the pages that cannot be seen (%1)."_s}},
        {problem::textNotComparable,
         {u"%1是扫描图片或无法读取文字，不能与数据逐字核对。"_s,
          u"%1 is a scanned picture or its text cannot be read: it cannot be compared with the data."_s}},
        {problem::fontNotEmbedded,
         {u"字体“%1”未嵌入，各电脑显示可能不同。"_s,
          u"The font “%1” is not in the file: pages may look different on another computer."_s}},
        {problem::attachmentDiffers,
         {u"内嵌附件“%1”与数据中登记的不一致。"_s, u"The file “%1” inside is not the one that the data list."_s}},
        {problem::paperResaved,
         {u"这是本程序文件的打印或另存副本（%1），其中的数据和签名已经丢失。请向发件人索取原始 PDF 文件。"_s,
          u"This is a copy of a paper of this program that was printed or saved anew (%1): data and signatures are lost. "
          "Ask the sender for the original PDF."_s}},
        {problem::endorsementNotClosed,
         {u"这份签章件没有成立的传输校验，不能确认其中的扫描件和所属申报书没有被换过。请向推荐单位索取原文件。"_s,
          u"No delivery mark holds this signature paper together: its scans, or the dossier it names, may have been exchanged. Ask the recommending body for the original."_s}},
        {problem::endorsementElsewhere,
         {u"这份签章件不属于这份申报书（%1）。请找出它所属的申报书，或这份申报书的签章件。"_s,
          u"This signature paper belongs to another dossier than this one (%1). Find the two that belong together."_s}},
        {problem::endorsementOutdated,
         {u"签章件属于这份申报书，但签章时的内容与这一份不同（%1）。请推荐单位对现在的内容重新签章，或找出当时签的那一稿。"_s,
          u"The signature paper belongs to this dossier, but to other content than this file has (%1). Have the present content signed, or find the revision that was."_s}},
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
        addRevisions(all);
        addPages(all);
        addDocument(all);
        addForm(all);
        addTrust(all);
        addValidationData(all);
        addFile(all);
        addPaper(all);
        return all;
    }();
    Q_ASSERT(texts.contains(code));
    LocalizedText message = texts.value(code);
    if (message.zh.contains(u"%1"))
        message = {message.zh.arg(detail.zh), message.en.arg(detail.en)};
    return {QString(code), object, message};
}

} // namespace jz
