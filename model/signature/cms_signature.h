// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/signature/openssl_handles.h"
#include "model/signature/problem_code.h"

#include <functional>

namespace jz {

/// Gives the digest of what was signed, for the algorithm asked for.
using DigestOf = std::function<QByteArray(const EVP_MD*)>;

/// The CMS signed data of one PDF signature (RFC 5652) and the checks on it that say nothing about trust.
/// Inside this room only.
class CmsSignature
{
public:
    /// How a /SubFilter uses CMS.
    enum class Kind {
        Cades,      ///< ETSI.CAdES.detached: attributes and signing-certificate are mandatory
        Detached,   ///< adbe.pkcs7.detached
        Sha1Inside, ///< adbe.pkcs7.sha1: the content is the SHA-1 of the document
    };

    static bool isKnown(const QByteArray& subFilter);
    /// Of a known /SubFilter, given without its slash.
    static Kind kindOf(const QByteArray& subFilter);

    /// Reads the padded bytes of /Contents. With a problem that breaks the signature `problem` is set and nothing
    /// else of the object is to be used.
    CmsSignature(const QByteArray& contents, Kind kind);

    QLatin1StringView problem; ///< empty for none
    QString problemDetail;
    bool hasBytesBehind = false;

    X509* signer() const { return m_signer; }
    bool isDigestWeak() const;

    /// Digest, attributes, signature value: the code of the first that does not hold, or empty.
    QLatin1StringView check(const DigestOf& document) const;
    /// The attribute signing-certificate (v1 or v2) names the signer's certificate: empty, or what is wrong. Only
    /// Cades has to have one.
    QLatin1StringView checkSigningCertificate() const;

    /// The time stamp over the signature value (RFC 3161, id-aa-timeStampToken), DER; empty when there is none.
    QByteArray timestampToken() const;
    /// There is such an attribute, whatever is in it.
    bool hasTimestamp() const;
    /// What a time stamp is over.
    QByteArray valueDigest(const EVP_MD* algorithm) const;

private:
    QLatin1StringView read(const QByteArray& contents);
    QLatin1StringView checkSignerInfo();
    QLatin1StringView checkAttributes(const QByteArray& digest) const;
    bool signatureHolds(const QByteArray& digest) const;
    bool attributesSigned() const;

    Kind m_kind;
    ssl::Cms m_cms;
    ssl::Certificates m_certificates;
    CMS_SignerInfo* m_info = nullptr;
    X509* m_signer = nullptr;
    const EVP_MD* m_digest = nullptr;
};

/// The attributes signing-certificate and signing-certificate-v2 (RFC 5035) name that certificate, each that is there.
bool namesItsCertificate(CMS_SignerInfo* info, X509* certificate);

/// The digest algorithm of that OpenSSL number when it is one that is accepted, SHA-1 included; null otherwise.
const EVP_MD* acceptedDigest(int nid);

} // namespace jz
