// SPDX-License-Identifier: Apache-2.0
#include "model/signature/pkcs1_signature.h"

#include "model/signature/openssl_handles.h"

#include <openssl/err.h>
#include <openssl/rsa.h>

namespace jz {

Pkcs1Signature::Pkcs1Signature(const SignatureValue& value)
{
    const unsigned char* in = ssl::data(value.contents);
    ASN1_OCTET_STRING* text = d2i_ASN1_OCTET_STRING(nullptr, &in, static_cast<long>(value.contents.size()));
    if (text)
        m_signature = QByteArray(reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)), ASN1_STRING_length(text));
    ASN1_OCTET_STRING_free(text);
    if (!value.certificates.isEmpty())
        m_signer = ssl::certificate(value.certificates.first());
    ERR_clear_error();
    if (m_signature.isEmpty())
        problem = problem::cmsBroken;
    else if (!m_signer || !X509_get0_pubkey(m_signer.get()))
        problem = problem::signerCertificateMissing;
}

const EVP_MD* Pkcs1Signature::digestThatHolds(const DigestOf& document) const
{
    for (const EVP_MD* algorithm : {EVP_sha1(), EVP_sha256(), EVP_sha384(), EVP_sha512()}) {
        const ssl::KeyContext context(EVP_PKEY_CTX_new(X509_get0_pubkey(m_signer.get()), nullptr));
        const bool isReady = context && EVP_PKEY_verify_init(context.get()) == 1
                             && EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) == 1
                             && EVP_PKEY_CTX_set_signature_md(context.get(), algorithm) == 1;
        const QByteArray digest = isReady ? document(algorithm) : QByteArray();
        const bool holds = isReady
                           && EVP_PKEY_verify(context.get(), ssl::data(m_signature), static_cast<size_t>(m_signature.size()),
                                              ssl::data(digest), static_cast<size_t>(digest.size())) == 1;
        ERR_clear_error();
        if (holds)
            return algorithm;
    }
    return nullptr;
}

} // namespace jz
