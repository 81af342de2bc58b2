// SPDX-License-Identifier: Apache-2.0
#include "model/signature/time_stamp.h"

#include "model/base/sha256.h"
#include "model/signature/certificate_facts.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

/// The content of a token whose signature holds.
ssl::TimestampInfo signedInfo(CMS_ContentInfo* cms, const STACK_OF(X509)* others)
{
    if (OBJ_obj2nid(CMS_get0_type(cms)) != NID_pkcs7_signed
        || OBJ_obj2nid(CMS_get0_eContentType(cms)) != NID_id_smime_ct_TSTInfo
        || sk_CMS_SignerInfo_num(CMS_get0_SignerInfos(cms)) != 1)
        return nullptr;
    CMS_SignerInfo* signer = sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(cms), 0);
    X509_ALGOR* digest = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &digest, nullptr);
    const ASN1_OBJECT* name = nullptr;
    X509_ALGOR_get0(&name, nullptr, nullptr, digest);
    const ssl::Bio content(BIO_new(BIO_s_mem()));
    if (!acceptedDigest(OBJ_obj2nid(name)) || CMS_signed_get_attr_count(signer) <= 0
        || CMS_verify(cms, const_cast<STACK_OF(X509)*>(others), nullptr, nullptr, content.get(),
                      CMS_NO_SIGNER_CERT_VERIFY | CMS_BINARY)
               != 1)
        return nullptr;
    char* text = nullptr;
    const long size = BIO_get_mem_data(content.get(), &text);
    const auto* bytes = reinterpret_cast<const unsigned char*>(text);
    return ssl::TimestampInfo(d2i_TS_TST_INFO(nullptr, &bytes, size));
}

bool hasCriticalExtension(TS_TST_INFO* info)
{
    return TS_TST_INFO_get_ext_by_critical(info, 1, -1) >= 0;
}

/// RFC 3161, 2.3.
bool isOnlyForTimeStamping(X509* certificate)
{
    const int at = X509_get_ext_by_NID(certificate, NID_ext_key_usage, -1);
    const auto usage = X509_get_extended_key_usage(certificate);
    using Usages = std::unique_ptr<EXTENDED_KEY_USAGE, ssl::Deleter<EXTENDED_KEY_USAGE_free>>;
    const Usages usages(
        static_cast<EXTENDED_KEY_USAGE*>(X509_get_ext_d2i(certificate, NID_ext_key_usage, nullptr, nullptr)));
    return at >= 0 && X509_EXTENSION_get_critical(X509_get_ext(certificate, at)) && usage == XKU_TIMESTAMP
           && sk_ASN1_OBJECT_num(usages.get()) == 1 && maySignDocuments(certificate);
}

QString policyOf(TS_TST_INFO* info)
{
    char text[128];
    return OBJ_obj2txt(text, sizeof text, TS_TST_INFO_get_policy_id(info), 1) > 0 ? QString::fromLatin1(text) : QString();
}

} // namespace

TimestampToken::TimestampToken(const QByteArray& token, const ValidationData& data) : m_data(data)
{
    ERR_clear_error();
    const unsigned char* in = ssl::data(token);
    m_cms.reset(d2i_CMS_ContentInfo(nullptr, &in, static_cast<long>(token.size())));
    if (m_cms)
        m_info = signedInfo(m_cms.get(), data.certificates());
    if (m_info) {
        const ssl::CertificatesView signers(CMS_get0_signers(m_cms.get()));
        X509* signer = sk_X509_value(signers.get(), 0);
        if (signer && namesItsCertificate(sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(m_cms.get()), 0), signer))
            m_authority = signer;
    }
    ERR_clear_error();
}

bool TimestampToken::holds(const DigestOf& of) const
{
    if (!m_authority || hasCriticalExtension(m_info.get()) || !toDateTime(TS_TST_INFO_get_time(m_info.get())).isValid())
        return false;
    TS_MSG_IMPRINT* imprint = TS_TST_INFO_get_msg_imprint(m_info.get());
    const ASN1_OBJECT* name = nullptr;
    X509_ALGOR_get0(&name, nullptr, nullptr, TS_MSG_IMPRINT_get_algo(imprint));
    const EVP_MD* algorithm = acceptedDigest(OBJ_obj2nid(name));
    const ASN1_OCTET_STRING* stated = TS_MSG_IMPRINT_get_msg(imprint);
    return algorithm
           && QByteArray(reinterpret_cast<const char*>(ASN1_STRING_get0_data(stated)), ASN1_STRING_length(stated))
                  == of(algorithm);
}

std::optional<LocalizedText> TimestampToken::unfitness() const
{
    CMS_SignerInfo* signer = sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(m_cms.get()), 0);
    if (CMS_signed_get_attr_by_NID(signer, NID_id_smime_aa_signingCertificate, -1) < 0
        && CMS_signed_get_attr_by_NID(signer, NID_id_smime_aa_signingCertificateV2, -1) < 0)
        return LocalizedText{u"其中没有指明所用的证书。"_s, u"it does not name its certificate."_s};
    if (!isOnlyForTimeStamping(m_authority))
        return LocalizedText{u"出具者的证书不是专用于时间戳的。"_s, u"the certificate is not for time stamps only."_s};
    const QDateTime time = toDateTime(TS_TST_INFO_get_time(m_info.get()));
    if (time < toDateTime(X509_get0_notBefore(m_authority)) || time > toDateTime(X509_get0_notAfter(m_authority)))
        return LocalizedText{u"所称时间不在出具者证书的有效期内。"_s, u"its time is not within the validity of the certificate."_s};
    return std::nullopt;
}

std::optional<LocalizedText> TimestampToken::doubt(const CertificatePath& path, const Moment& at) const
{
    if (const auto unfit = unfitness())
        return unfit;
    constexpr int toleranceInSeconds = 300;
    const QDateTime time = toDateTime(TS_TST_INFO_get_time(m_info.get()));
    if (time > at.reference().addSecs(toleranceInSeconds))
        return LocalizedText{u"所称时间晚于其实际存在的时间。"_s, u"its time is later than the token itself."_s};
    if (!path.isTrusted())
        return LocalizedText{u"出具者“%1”不在可信之列。"_s, u"its authority “%1” is not trusted."_s}.arg(holderName(m_authority));
    const Problems problems = path.validity(at) + path.revocation(at);
    for (const Problem& problem : problems) {
        if (!isNote(problem))
            return problem.message;
    }
    return std::nullopt;
}

Problems TimestampToken::problems(const TrustList& trust, const Moment& at, const QString& object) const
{
    const CertificatePath path(m_authority, m_data, trust);
    Problems problems;
    if (const auto why = doubt(path, at))
        problems.append(makeProblem(problem::timestampUntrusted, object, *why));
    for (const Problem& problem : path.revocation(at)) {
        if (problem.code == problem::validationDataBroken || problem.code == problem::validationDataStale)
            problems.append(problem);
    }
    ERR_clear_error();
    return problems;
}

TimestampReport TimestampToken::report(const DigestOf& of, const TrustList& trust, const Moment& at) const
{
    TimestampReport report;
    if (!m_authority)
        return report;
    report.certificate = ssl::der(m_authority, i2d_X509);
    report.fingerprint = QString::fromLatin1(sha256(report.certificate).toHex());
    report.authority = holderName(m_authority);
    report.policy = policyOf(m_info.get());
    report.intact = holds(of);
    if (!report.intact)
        return report;
    report.time = toDateTime(TS_TST_INFO_get_time(m_info.get()));
    report.trusted = !doubt(CertificatePath(m_authority, m_data, trust), at);
    ERR_clear_error();
    return report;
}

} // namespace jz
