// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/pdf/pdf_structure.h"
#include "model/signature/cms_signature.h"

namespace jz {

/// A signature of the kind adbe.x509.rsa_sha1 (ISO 32000-1, 12.8.3.2): /Contents is a bare RSA signature (PKCS#1) in an
/// octet string, its certificates stand in /Cert. PDF 2.0 deprecates it; papers that were signed so are still about.
/// Inside this room only.
class Pkcs1Signature
{
public:
    explicit Pkcs1Signature(const SignatureValue& value);

    QLatin1StringView problem; ///< empty for none; with one nothing else of the object is to be used

    X509* signer() const { return m_signer.get(); }
    /// The digest algorithm with which the signature holds, out of those the standard allows; null when it does not hold.
    const EVP_MD* digestThatHolds(const DigestOf& document) const;

private:
    ssl::Certificate m_signer;
    QByteArray m_signature;
};

} // namespace jz
