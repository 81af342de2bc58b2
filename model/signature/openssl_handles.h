// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/ocsp.h>
#include <openssl/pkcs12.h>
#include <openssl/ts.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>

namespace jz::ssl {

/// Owners of OpenSSL's objects. Inside this room only.
template<auto Free>
struct Deleter
{
    template<typename T>
    void operator()(T* object) const
    {
        Free(object);
    }
};

inline void freeStack(STACK_OF(X509)* stack)
{
    sk_X509_pop_free(stack, X509_free);
}

inline void freeStackOnly(STACK_OF(X509)* stack)
{
    sk_X509_free(stack);
}

inline void freeCrls(STACK_OF(X509_CRL)* stack)
{
    sk_X509_CRL_pop_free(stack, X509_CRL_free);
}

using Bio = std::unique_ptr<BIO, Deleter<BIO_free_all>>;
using BigNumber = std::unique_ptr<BIGNUM, Deleter<BN_free>>;
using Certificate = std::unique_ptr<X509, Deleter<X509_free>>;
using Certificates = std::unique_ptr<STACK_OF(X509), Deleter<freeStack>>;
using CertificatesView = std::unique_ptr<STACK_OF(X509), Deleter<freeStackOnly>>;
using Cms = std::unique_ptr<CMS_ContentInfo, Deleter<CMS_ContentInfo_free>>;
using Crl = std::unique_ptr<X509_CRL, Deleter<X509_CRL_free>>;
using Crls = std::unique_ptr<STACK_OF(X509_CRL), Deleter<freeCrls>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Deleter<EVP_MD_CTX_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Deleter<X509_EXTENSION_free>>;
using Key = std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Deleter<EVP_PKEY_CTX_free>>;
using Integer = std::unique_ptr<ASN1_INTEGER, Deleter<ASN1_INTEGER_free>>;
using Object = std::unique_ptr<ASN1_OBJECT, Deleter<ASN1_OBJECT_free>>;
using OcspId = std::unique_ptr<OCSP_CERTID, Deleter<OCSP_CERTID_free>>;
using OcspResponse = std::unique_ptr<OCSP_RESPONSE, Deleter<OCSP_RESPONSE_free>>;
using OcspStatements = std::unique_ptr<OCSP_BASICRESP, Deleter<OCSP_BASICRESP_free>>;
using Pkcs12 = std::unique_ptr<PKCS12, Deleter<PKCS12_free>>;
using Store = std::unique_ptr<X509_STORE, Deleter<X509_STORE_free>>;
using StoreContext = std::unique_ptr<X509_STORE_CTX, Deleter<X509_STORE_CTX_free>>;
using TimestampInfo = std::unique_ptr<TS_TST_INFO, Deleter<TS_TST_INFO_free>>;

/// DER of an object by its i2d function.
template<typename T, typename Encode>
QByteArray der(T* object, Encode encode)
{
    const int size = encode(object, nullptr);
    if (size <= 0)
        return {};
    QByteArray bytes(size, Qt::Uninitialized);
    auto* out = reinterpret_cast<unsigned char*>(bytes.data());
    encode(object, &out);
    return bytes;
}

inline const unsigned char* data(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

/// A certificate from its DER; null when it is none. Not to be changed: who asks again gets the same one.
Certificate certificate(const QByteArray& derBytes);

/// What OpenSSL has to say about the last failure, for Error::detail; its queue is empty afterwards.
QString lastError();

} // namespace jz::ssl
