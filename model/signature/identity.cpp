// SPDX-License-Identifier: Apache-2.0
#include "model/signature/identity.h"

#include "model/base/error.h"
#include "model/base/sha256.h"
#include "model/signature/certificate_facts.h"
#include "model/signature/der.h"
#include "model/signature/identity_parts.h"
#include "model/signature/signing_key.h"

namespace jz {

using namespace Qt::StringLiterals;

struct Identity::Data
{
    std::shared_ptr<const SigningKey> key;
    ssl::Certificate certificate;
    QList<QByteArray> issuers;
};

namespace {

Error unusable(const QString& path, const LocalizedText& message)
{
    return Error(ErrorCode::Unusable, message.arg(path), path, ssl::lastError());
}

ssl::Pkcs12 parsePkcs12(const QByteArray& bytes, const QString& path)
{
    const unsigned char* in = ssl::data(bytes);
    ssl::Pkcs12 pkcs12(d2i_PKCS12(nullptr, &in, static_cast<long>(bytes.size())));
    if (!pkcs12)
        throw Error(ErrorCode::Malformed,
                    LocalizedText{u"“%1”不是签名证书文件（PKCS#12，扩展名 .p12 或 .pfx；或 PEM 证书和私钥）。"_s,
                                  u"“%1” is no identity file (PKCS#12, extension .p12 or .pfx; or PEM certificate and key)."_s}
                        .arg(path),
                    path, ssl::lastError());
    return pkcs12;
}

/// Programs before OpenSSL 1.1 took each byte of the UTF-8 for a character of its own.
Passphrase byteForByte(const Passphrase& passphrase)
{
    std::vector<char> bytes;
    for (int i = 0; i < passphrase.size(); ++i) {
        const auto byte = static_cast<unsigned char>(passphrase.constData()[i]);
        if (byte < 0x80) {
            bytes.push_back(static_cast<char>(byte));
        } else {
            bytes.push_back(static_cast<char>(0xc0 | (byte >> 6)));
            bytes.push_back(static_cast<char>(0x80 | (byte & 0x3f)));
        }
    }
    return Passphrase(std::move(bytes));
}

/// The passphrase in the spelling that opens the file.
Passphrase openingPassphrase(PKCS12* pkcs12, const Passphrase& passphrase, const QString& path)
{
    const auto same = [&passphrase] {
        return Passphrase(std::vector<char>(passphrase.constData(), passphrase.constData() + passphrase.size()));
    };
    if (!PKCS12_mac_present(pkcs12) || PKCS12_verify_mac(pkcs12, passphrase.constData(), passphrase.size()) == 1)
        return same();
    // An empty passphrase is written in two ways.
    if (passphrase.isEmpty() && PKCS12_verify_mac(pkcs12, nullptr, 0) == 1)
        return same();
    Passphrase old = byteForByte(passphrase);
    if (PKCS12_verify_mac(pkcs12, old.constData(), old.size()) == 1)
        return old;
    throw Error(ErrorCode::WrongPassphrase,
                LocalizedText{u"口令不能打开签名证书“%1”。请核对后重新输入。"_s,
                              u"The passphrase does not open the identity “%1”. Check it and try again."_s}
                    .arg(path),
                path, ssl::lastError());
}

using Parts = IdentityParts;

bool parse(PKCS12* pkcs12, const Passphrase& passphrase, Parts& parts)
{
    EVP_PKEY* key = nullptr;
    X509* certificate = nullptr;
    STACK_OF(X509)* others = nullptr;
    const bool ok = PKCS12_parse(pkcs12, passphrase.constData(), &key, &certificate, &others) == 1;
    parts = {ssl::Key(key), ssl::Certificate(certificate), ssl::Certificates(others)};
    return ok;
}

Parts parsed(PKCS12* pkcs12, const Passphrase& passphrase, const QString& path)
{
    Parts parts;
    // OpenSSL parses with a passphrase only where it can check it first: a file without a MAC gets one.
    const bool hadMac = PKCS12_mac_present(pkcs12) == 1;
    if (!hadMac)
        PKCS12_set_mac(pkcs12, passphrase.constData(), passphrase.size(), nullptr, 0, 1, EVP_sha256());
    if (parse(pkcs12, passphrase, parts))
        return parts;
    const OldCiphers old;
    if (old.areThere() && parse(pkcs12, passphrase, parts))
        return parts;
    if (!hadMac)
        throw Error(ErrorCode::WrongPassphrase,
                    LocalizedText{u"口令不能打开签名证书“%1”，或该文件已损坏。"_s,
                                  u"The passphrase does not open the identity “%1”, or the file is damaged."_s}
                        .arg(path),
                    path, ssl::lastError());
    throw Error(ErrorCode::Malformed,
                LocalizedText{u"签名证书文件“%1”已损坏或采用了不支持的加密方式。"_s,
                              u"The identity file “%1” is damaged or encrypted in a way that is not supported."_s}
                    .arg(path),
                path, ssl::lastError());
}

void requireUsable(const Parts& parts, const QString& path)
{
    if (!parts.key || !parts.certificate)
        throw unusable(path, {u"签名证书文件“%1”里没有私钥和与之对应的证书，不能用来签章。"_s,
                              u"The identity file “%1” holds no private key with its certificate and cannot sign."_s});
    if (X509_check_private_key(parts.certificate.get(), parts.key.get()) != 1)
        throw unusable(path, {u"签名证书文件“%1”里的私钥与证书不匹配。"_s,
                              u"Key and certificate in “%1” do not belong together."_s});
    requireSupported(parts.key.get(), path);
}

/// A key that was read from a file.
class KeyInMemory final : public SigningKey
{
public:
    explicit KeyInMemory(ssl::Key key) : m_key(std::move(key)) {}

    QByteArray sign(const QByteArray& bytes, const QString& holder) const override
    {
        const ssl::DigestContext context(EVP_MD_CTX_new());
        size_t size = 0;
        const auto length = static_cast<size_t>(bytes.size());
        if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) == 1
            && EVP_DigestSign(context.get(), nullptr, &size, ssl::data(bytes), length) == 1) {
            QByteArray signature(static_cast<qsizetype>(size), Qt::Uninitialized);
            auto* out = reinterpret_cast<unsigned char*>(signature.data());
            if (EVP_DigestSign(context.get(), out, &size, ssl::data(bytes), length) == 1) {
                signature.resize(static_cast<qsizetype>(size));
                return signature;
            }
        }
        throw unusable(holder, {u"签名证书“%1”的私钥无法签名。"_s, u"The key of “%1” does not sign."_s});
    }

private:
    ssl::Key m_key;
};

} // namespace

void requireSupported(EVP_PKEY* key, const QString& subject)
{
    const int kind = EVP_PKEY_get_base_id(key);
    if (kind == EVP_PKEY_RSA && EVP_PKEY_get_bits(key) < 2048)
        throw unusable(subject, {u"签名证书“%1”的 RSA 密钥不足 2048 位，强度不够，不能用来签章。"_s,
                                 u"The RSA key of “%1” has fewer than 2048 bits: too weak to sign with."_s});
    const QByteArray group = curveName(key);
    if (kind != EVP_PKEY_RSA && group != "prime256v1" && group != "secp384r1")
        throw unusable(subject, {u"签名证书“%1”的密钥类型不受支持。可用 RSA（2048 位以上）或 ECDSA P-256、P-384。"_s,
                                 u"The kind of key in “%1” is not supported. Use RSA (2048 bits or more) or ECDSA on "
                                 "P-256 or P-384."_s});
}

Identity Identity::load(const QString& path, const Passphrase& passphrase)
{
    const KeyBytes file = readKeyFile(path);
    if (!file.bytes.contains("PRIVATE KEY-----") && !file.bytes.contains("-----BEGIN CERTIFICATE-----"))
        return fromPkcs12(file.bytes, passphrase, path);
    ERR_clear_error();
    return fromParts(readPemIdentity(path, file.bytes, passphrase), path);
}

Identity Identity::fromPkcs12(const QByteArray& bytes, const Passphrase& passphrase, const QString& path)
{
    ERR_clear_error();
    const ssl::Pkcs12 pkcs12 = parsePkcs12(bytes, path);
    return fromParts(parsed(pkcs12.get(), openingPassphrase(pkcs12.get(), passphrase, path), path), path);
}

Identity Identity::fromParts(IdentityParts parts, const QString& path)
{
    requireUsable(parts, path);
    auto data = std::make_shared<Data>();
    data->key = std::make_shared<const KeyInMemory>(std::move(parts.key));
    data->certificate = std::move(parts.certificate);
    for (int i = 0; i < sk_X509_num(parts.others.get()); ++i)
        data->issuers.append(ssl::der(sk_X509_value(parts.others.get(), i), i2d_X509));
    return Identity(std::move(data));
}

Identity Identity::withKey(std::shared_ptr<const SigningKey> key, const QByteArray& certificate,
                           const QList<QByteArray>& issuers)
{
    auto data = std::make_shared<Data>();
    data->key = std::move(key);
    data->certificate = ssl::certificate(certificate);
    data->issuers = issuers;
    return Identity(std::move(data));
}

QString Identity::name() const
{
    return holderName(m_data->certificate.get());
}

QString Identity::fingerprint() const
{
    return QString::fromLatin1(sha256(certificate()).toHex());
}

QDateTime Identity::validFrom() const
{
    return toDateTime(X509_get0_notBefore(m_data->certificate.get()));
}

QDateTime Identity::validTo() const
{
    return toDateTime(X509_get0_notAfter(m_data->certificate.get()));
}

bool Identity::isSelfIssued() const
{
    return jz::isSelfIssued(m_data->certificate.get());
}

QByteArray Identity::certificate() const
{
    return ssl::der(m_data->certificate.get(), i2d_X509);
}

QList<QByteArray> Identity::issuers() const
{
    return m_data->issuers;
}

void Identity::requireValidAt(const QDateTime& moment) const
{
    const auto day = [](const QDateTime& time) { return time.toLocalTime().date().toString(Qt::ISODate); };
    if (moment > validTo())
        throw Error(ErrorCode::Unusable,
                    LocalizedText{u"签名证书“%1”已于 %2 过期，不能用来签章。请更换证书。"_s,
                                  u"The certificate of “%1” expired on %2 and cannot sign. Use another."_s}
                        .arg(name(), day(validTo())),
                    name());
    if (moment < validFrom())
        throw Error(ErrorCode::Unusable,
                    LocalizedText{u"签名证书“%1”自 %2 起才有效，现在不能用来签章。请核对电脑的日期。"_s,
                                  u"The certificate of “%1” is valid from %2 only and cannot sign now. Check the date "
                                  "of this computer."_s}
                        .arg(name(), day(validFrom())),
                    name());
}

QByteArray Identity::signatureAlgorithm() const
{
    const bool rsa = EVP_PKEY_get_base_id(X509_get0_pubkey(m_data->certificate.get())) == EVP_PKEY_RSA;
    const ASN1_OBJECT* oid = OBJ_nid2obj(rsa ? NID_rsaEncryption : NID_ecdsa_with_SHA256);
    const QByteArray name = ssl::der(const_cast<ASN1_OBJECT*>(oid), i2d_ASN1_OBJECT);
    return der::element(der::Sequence, rsa ? name + QByteArray("\x05\x00", 2) : name);
}

QByteArray Identity::sign(const QByteArray& bytes) const
{
    return m_data->key->sign(bytes, name());
}

QByteArray toPem(const QByteArray& certificate)
{
    QByteArray text = "-----BEGIN CERTIFICATE-----\n";
    const QByteArray base64 = certificate.toBase64();
    for (qsizetype at = 0; at < base64.size(); at += 64)
        text += base64.mid(at, 64) + '\n';
    return text + "-----END CERTIFICATE-----\n";
}

} // namespace jz
