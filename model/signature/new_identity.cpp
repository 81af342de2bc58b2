// SPDX-License-Identifier: Apache-2.0
#include "model/signature/new_identity.h"

#include "model/base/error.h"
#include "model/base/output_file.h"
#include "model/signature/openssl_handles.h"

#include <openssl/rand.h>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

/// Rounds of key derivation: a guess costs some 10 ms, opening the file two of them.
constexpr int rounds = 30'000;

void require(bool ok)
{
    if (!ok)
        throw Error(ErrorCode::Unusable,
                    {u"无法生成签名证书。"_s, u"The identity could not be created."_s}, {}, ssl::lastError());
}

ssl::Key newKey(KeyKind kind)
{
    ssl::Key key(kind == KeyKind::P256 ? EVP_EC_gen("P-256") : EVP_RSA_gen(3072));
    require(key != nullptr);
    return key;
}

void addExtension(X509* certificate, int nid, const char* value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const ssl::Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value));
    require(extension && X509_add_ext(certificate, extension.get(), -1) == 1);
}

void setSerial(X509* certificate)
{
    const ssl::BigNumber number(BN_new());
    // 20 octets at most and positive (RFC 5280, 4.1.2.2).
    require(number && BN_rand(number.get(), 127, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1
            && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr);
}

void setName(X509* certificate, const QString& name)
{
    X509_NAME* subject = X509_get_subject_name(certificate);
    const auto add = [&](int nid, const QByteArray& utf8) {
        require(X509_NAME_add_entry_by_NID(subject, nid, MBSTRING_UTF8, ssl::data(utf8),
                                           static_cast<int>(utf8.size()), -1, 0) == 1);
    };
    add(NID_organizationalUnitName, u"自签证书 self-issued"_s.toUtf8());
    add(NID_commonName, name.toUtf8());
    require(X509_set_issuer_name(certificate, subject) == 1);
}

ssl::Certificate newCertificate(const NewIdentity& identity, EVP_PKEY* key)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDateTime from = identity.validFrom.isValid() ? identity.validFrom.toUTC() : now.addDays(-1);
    ssl::Certificate certificate(X509_new());
    require(certificate && X509_set_version(certificate.get(), X509_VERSION_3) == 1);
    setSerial(certificate.get());
    setName(certificate.get(), identity.name);
    const auto setTime = [](ASN1_TIME* time, const QDateTime& moment) {
        require(ASN1_TIME_set(time, static_cast<time_t>(moment.toSecsSinceEpoch())) != nullptr);
    };
    setTime(X509_getm_notBefore(certificate.get()), from);
    setTime(X509_getm_notAfter(certificate.get()), from.addYears(identity.years));
    require(X509_set_pubkey(certificate.get(), key) == 1);
    addExtension(certificate.get(), NID_basic_constraints, "critical,CA:FALSE");
    addExtension(certificate.get(), NID_key_usage, "critical,digitalSignature,nonRepudiation");
    addExtension(certificate.get(), NID_subject_key_identifier, "hash");
    require(X509_sign(certificate.get(), key, EVP_sha256()) > 0);
    return certificate;
}

void requireSensible(const NewIdentity& identity, const Passphrase& passphrase)
{
    if (identity.name.trimmed().isEmpty() || identity.name.toUcs4().size() > 64)
        throw Error(ErrorCode::Usage,
                    {u"请填写单位名称，最多 64 个字符。"_s, u"Give the name of the unit, at most 64 characters."_s},
                    u"name"_s);
    if (passphrase.isEmpty())
        throw Error(ErrorCode::Usage,
                    {u"口令不能为空。"_s, u"The passphrase must not be empty."_s}, u"passphrase"_s);
}

} // namespace

void createIdentity(const QString& path, const NewIdentity& identity, const Passphrase& passphrase)
{
    requireSensible(identity, passphrase);
    ERR_clear_error();
    const ssl::Key key = newKey(identity.kind);
    const ssl::Certificate certificate = newCertificate(identity, key.get());
    // The certificate is public: encrypting it would only make opening slower.
    const ssl::Pkcs12 pkcs12(PKCS12_create(passphrase.constData(), identity.name.toUtf8().constData(), key.get(),
                                           certificate.get(), nullptr, NID_aes_256_cbc, -1, rounds, rounds, 0));
    require(pkcs12 != nullptr);
    OutputFile file(path);
    file.device().setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(ssl::der(pkcs12.get(), i2d_PKCS12));
    file.commit();
}

} // namespace jz
