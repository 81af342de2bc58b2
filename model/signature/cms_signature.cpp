// SPDX-License-Identifier: Apache-2.0
#include "model/signature/cms_signature.h"

#include "model/signature/certificate_facts.h"
#include "model/signature/der.h"

#include <openssl/ess.h>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

QByteArray digestOf(const EVP_MD* algorithm, const QByteArray& bytes)
{
    QByteArray result(EVP_MD_get_size(algorithm), Qt::Uninitialized);
    EVP_Digest(bytes.constData(), static_cast<size_t>(bytes.size()), reinterpret_cast<unsigned char*>(result.data()),
               nullptr, algorithm, nullptr);
    return result;
}

QByteArray bytesOf(const ASN1_STRING* text)
{
    return text ? QByteArray(reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)), ASN1_STRING_length(text))
                : QByteArray();
}

/// The value of a signed attribute that stands there exactly once with exactly one value.
const void* onlyValue(CMS_SignerInfo* info, int nid, int type)
{
    constexpr int onceAndSingle = -3;
    return CMS_signed_get0_data_by_OBJ(info, OBJ_nid2obj(nid), onceAndSingle, type);
}

/// ESSCertID and ESSCertIDv2 (RFC 5035): does the first one name that certificate?
bool isNamed(const QByteArray& content, X509* certificate, bool version2)
{
    const auto first = [](const QByteArray& bytes) {
        const auto list = der::elements(bytes);
        return list && !list->isEmpty() && list->first().tag == der::Sequence ? list->first().content : QByteArray();
    };
    const auto parts = der::elements(first(first(first(content))));
    if (!parts || parts->isEmpty())
        return false;
    const EVP_MD* algorithm = version2 ? EVP_sha256() : EVP_sha1();
    qsizetype at = 0;
    if (version2 && parts->first().tag == der::Sequence) {
        const auto identifier = der::elements(parts->first().content);
        if (!identifier || identifier->isEmpty() || identifier->first().tag != der::Oid)
            return false;
        const QByteArray encoded = der::element(der::Oid, identifier->first().content);
        const unsigned char* in = ssl::data(encoded);
        const ssl::Object object(d2i_ASN1_OBJECT(nullptr, &in, static_cast<long>(encoded.size())));
        algorithm = acceptedDigest(OBJ_obj2nid(object.get()));
        at = 1;
    }
    if (!algorithm || at >= parts->size() || parts->at(at).tag != der::OctetString)
        return false;
    return parts->at(at).content == digestOf(algorithm, ssl::der(certificate, i2d_X509));
}

} // namespace

const EVP_MD* acceptedDigest(int nid)
{
    switch (nid) {
    case NID_sha1: return EVP_sha1();
    case NID_sha224: return EVP_sha224();
    case NID_sha256: return EVP_sha256();
    case NID_sha384: return EVP_sha384();
    case NID_sha512: return EVP_sha512();
    case NID_sha512_256: return EVP_sha512_256();
    case NID_sha3_256: return EVP_sha3_256();
    case NID_sha3_384: return EVP_sha3_384();
    case NID_sha3_512: return EVP_sha3_512();
    default: return nullptr;
    }
}

bool namesItsCertificate(CMS_SignerInfo* info, X509* certificate)
{
    const auto isSound = [&](int nid, bool version2) {
        if (CMS_signed_get_attr_by_NID(info, nid, -1) < 0)
            return true;
        const auto* value = static_cast<const ASN1_STRING*>(onlyValue(info, nid, V_ASN1_SEQUENCE));
        return value && isNamed(bytesOf(value), certificate, version2);
    };
    return isSound(NID_id_smime_aa_signingCertificateV2, true) && isSound(NID_id_smime_aa_signingCertificate, false);
}

bool CmsSignature::isKnown(const QByteArray& subFilter)
{
    return subFilter == "ETSI.CAdES.detached" || subFilter == "adbe.pkcs7.detached" || subFilter == "adbe.pkcs7.sha1";
}

CmsSignature::Kind CmsSignature::kindOf(const QByteArray& subFilter)
{
    return subFilter == "ETSI.CAdES.detached" ? Kind::Cades
           : subFilter == "adbe.pkcs7.sha1"   ? Kind::Sha1Inside
                                              : Kind::Detached;
}

CmsSignature::CmsSignature(const QByteArray& contents, Kind kind) : m_kind(kind)
{
    ERR_clear_error();
    problem = read(contents);
    if (problem.isEmpty())
        problem = checkSignerInfo();
    ERR_clear_error();
}

QLatin1StringView CmsSignature::read(const QByteArray& contents)
{
    const unsigned char* in = ssl::data(contents);
    const unsigned char* const end = in + contents.size();
    m_cms.reset(d2i_CMS_ContentInfo(nullptr, &in, static_cast<long>(contents.size())));
    if (!m_cms || OBJ_obj2nid(CMS_get0_type(m_cms.get())) != NID_pkcs7_signed)
        return problem::cmsBroken;
    hasBytesBehind = std::any_of(in, end, [](unsigned char byte) { return byte != 0; });
    ASN1_OCTET_STRING** content = CMS_get0_content(m_cms.get());
    const bool hasContent = content && *content;
    if (hasContent != (m_kind == Kind::Sha1Inside))
        return problem::cmsContent;
    STACK_OF(CMS_SignerInfo)* infos = CMS_get0_SignerInfos(m_cms.get());
    if (!infos || sk_CMS_SignerInfo_num(infos) != 1)
        return problem::cmsSigners;
    m_info = sk_CMS_SignerInfo_value(infos, 0);
    return {};
}

QLatin1StringView CmsSignature::checkSignerInfo()
{
    m_certificates.reset(CMS_get1_certs(m_cms.get()));
    for (int i = 0; i < sk_X509_num(m_certificates.get()) && !m_signer; ++i) {
        X509* candidate = sk_X509_value(m_certificates.get(), i);
        if (CMS_SignerInfo_cert_cmp(m_info, candidate) == 0)
            m_signer = candidate;
    }
    if (!m_signer || !X509_get0_pubkey(m_signer))
        return problem::signerCertificateMissing;
    CMS_SignerInfo_set1_signer_cert(m_info, m_signer);
    X509_ALGOR* digest = nullptr;
    CMS_SignerInfo_get0_algs(m_info, nullptr, nullptr, &digest, nullptr);
    const ASN1_OBJECT* name = nullptr;
    X509_ALGOR_get0(&name, nullptr, nullptr, digest);
    m_digest = acceptedDigest(OBJ_obj2nid(name));
    if (!m_digest) {
        char text[80];
        OBJ_obj2txt(text, sizeof text, name, 0);
        problemDetail = QString::fromLatin1(text);
        return problem::digestNotAccepted;
    }
    return {};
}

bool CmsSignature::isDigestWeak() const
{
    return m_digest && EVP_MD_is_a(m_digest, "SHA1");
}

QLatin1StringView CmsSignature::check(const DigestOf& document) const
{
    QByteArray digest;
    if (m_kind == Kind::Sha1Inside) {
        const QByteArray inside = bytesOf(*CMS_get0_content(m_cms.get()));
        if (inside != document(EVP_sha1()))
            return problem::digestMismatch;
        digest = digestOf(m_digest, inside);
    } else {
        digest = document(m_digest);
    }
    const bool hasAttributes = CMS_signed_get_attr_count(m_info) > 0;
    if (!hasAttributes && m_kind == Kind::Cades)
        return problem::attributesMissing;
    if (hasAttributes) {
        if (const QLatin1StringView code = checkAttributes(digest); !code.isEmpty())
            return code;
    }
    const bool holds = hasAttributes ? attributesSigned() : signatureHolds(digest);
    ERR_clear_error();
    return holds ? QLatin1StringView() : problem::signatureInvalid;
}

QLatin1StringView CmsSignature::checkAttributes(const QByteArray& digest) const
{
    const auto* type = static_cast<const ASN1_OBJECT*>(onlyValue(m_info, NID_pkcs9_contentType, V_ASN1_OBJECT));
    const auto* stated =
        static_cast<const ASN1_STRING*>(onlyValue(m_info, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING));
    if (!type || OBJ_cmp(type, CMS_get0_eContentType(m_cms.get())) != 0 || !stated)
        return problem::attributesMissing;
    return bytesOf(stated) == digest ? QLatin1StringView() : problem::digestMismatch;
}

bool CmsSignature::attributesSigned() const
{
    if (CMS_SignerInfo_verify(m_info) > 0)
        return true;
    // OpenSSL 3.0 knows no CMS with Ed25519 (RFC 8419): its DER attributes are verified here.
    EVP_PKEY* key = X509_get0_pubkey(m_signer);
    const int kind = EVP_PKEY_get_base_id(key);
    if (kind != EVP_PKEY_ED25519 && kind != EVP_PKEY_ED448)
        return false;
    QList<QByteArray> attributes;
    for (int i = 0; i < CMS_signed_get_attr_count(m_info); ++i)
        attributes.append(ssl::der(CMS_signed_get_attr(m_info, i), i2d_X509_ATTRIBUTE));
    const QByteArray bytes = der::setOf(attributes);
    const QByteArray signature = bytesOf(CMS_SignerInfo_get0_signature(m_info));
    const ssl::DigestContext context(EVP_MD_CTX_new());
    return EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key) == 1
           && EVP_DigestVerify(context.get(), ssl::data(signature), static_cast<size_t>(signature.size()),
                               ssl::data(bytes), static_cast<size_t>(bytes.size())) == 1;
}

bool CmsSignature::signatureHolds(const QByteArray& digest) const
{
    const QByteArray signature = bytesOf(CMS_SignerInfo_get0_signature(m_info));
    const ssl::KeyContext context(EVP_PKEY_CTX_new(X509_get0_pubkey(m_signer), nullptr));
    return context && EVP_PKEY_verify_init(context.get()) == 1
           && EVP_PKEY_CTX_set_signature_md(context.get(), m_digest) == 1
           && EVP_PKEY_verify(context.get(), ssl::data(signature), static_cast<size_t>(signature.size()),
                              ssl::data(digest), static_cast<size_t>(digest.size())) == 1;
}

QLatin1StringView CmsSignature::checkSigningCertificate() const
{
    const int version2 = CMS_signed_get_attr_by_NID(m_info, NID_id_smime_aa_signingCertificateV2, -1);
    const int version1 = CMS_signed_get_attr_by_NID(m_info, NID_id_smime_aa_signingCertificate, -1);
    if (version2 < 0 && version1 < 0)
        return m_kind == Kind::Cades ? problem::signingCertificateMissing : QLatin1StringView();
    return namesItsCertificate(m_info, m_signer) ? QLatin1StringView() : problem::signingCertificateMismatch;
}

QByteArray CmsSignature::timestampToken() const
{
    const int at = CMS_unsigned_get_attr_by_NID(m_info, NID_id_smime_aa_timeStampToken, -1);
    const auto* value = at < 0 ? nullptr
                               : static_cast<const ASN1_STRING*>(X509_ATTRIBUTE_get0_data(
                                   CMS_unsigned_get_attr(m_info, at), 0, V_ASN1_SEQUENCE, nullptr));
    return bytesOf(value);
}

bool CmsSignature::hasTimestamp() const
{
    return CMS_unsigned_get_attr_by_NID(m_info, NID_id_smime_aa_timeStampToken, -1) >= 0;
}

QByteArray CmsSignature::valueDigest(const EVP_MD* algorithm) const
{
    return digestOf(algorithm, bytesOf(CMS_SignerInfo_get0_signature(m_info)));
}

} // namespace jz
