// SPDX-License-Identifier: Apache-2.0
#include "model/signature/certificate_builder.h"

#include "model/base/error.h"

#include <openssl/rand.h>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

void require(bool ok)
{
    if (!ok)
        throw Error(ErrorCode::Unusable,
                    {u"无法生成签名证书。"_s, u"The identity could not be created."_s}, {}, ssl::lastError());
}

void addExtension(X509* certificate, int nid, const QByteArray& value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const ssl::Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
    require(extension && X509_add_ext(certificate, extension.get(), -1) == 1);
}

void setSerial(X509* certificate)
{
    const ssl::BigNumber number(BN_new());
    // 20 octets at most and positive (RFC 5280, 4.1.2.2).
    require(number && BN_rand(number.get(), 127, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1
            && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr);
}

void setName(X509* certificate, const SelfIssuedCertificate& content)
{
    X509_NAME* subject = X509_get_subject_name(certificate);
    const auto add = [&](int nid, const QByteArray& utf8) {
        require(X509_NAME_add_entry_by_NID(subject, nid, MBSTRING_UTF8, ssl::data(utf8),
                                           static_cast<int>(utf8.size()), -1, 0) == 1);
    };
    add(NID_organizationalUnitName, content.unit.toUtf8());
    add(NID_commonName, content.name.toUtf8());
    require(X509_set_issuer_name(certificate, subject) == 1);
}

void setValidity(X509* certificate, const SelfIssuedCertificate& content)
{
    const auto set = [](ASN1_TIME* time, const QDateTime& moment) {
        require(ASN1_TIME_set(time, static_cast<time_t>(moment.toSecsSinceEpoch())) != nullptr);
    };
    set(X509_getm_notBefore(certificate), content.from);
    if (content.to.isValid())
        set(X509_getm_notAfter(certificate), content.to);
    else
        require(ASN1_TIME_set_string_X509(X509_getm_notAfter(certificate), "99991231235959Z") == 1);
}

} // namespace

ssl::Key newKey(KeyKind kind)
{
    ssl::Key key(kind == KeyKind::P256 ? EVP_EC_gen("P-256") : EVP_RSA_gen(3072));
    require(key != nullptr);
    return key;
}

ssl::Certificate selfIssued(const SelfIssuedCertificate& content, EVP_PKEY* key)
{
    ssl::Certificate certificate(X509_new());
    require(certificate && X509_set_version(certificate.get(), X509_VERSION_3) == 1);
    setSerial(certificate.get());
    setName(certificate.get(), content);
    setValidity(certificate.get(), content);
    require(X509_set_pubkey(certificate.get(), key) == 1);
    addExtension(certificate.get(), NID_basic_constraints, "critical,CA:FALSE");
    addExtension(certificate.get(), NID_key_usage, "critical,digitalSignature,nonRepudiation");
    if (!content.extendedUsage.isEmpty())
        addExtension(certificate.get(), NID_ext_key_usage, "critical," + content.extendedUsage);
    addExtension(certificate.get(), NID_subject_key_identifier, "hash");
    require(X509_sign(certificate.get(), key, EVP_sha256()) > 0);
    return certificate;
}

} // namespace jz
