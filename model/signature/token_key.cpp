// SPDX-License-Identifier: Apache-2.0
#include "model/signature/token_key.h"

#include "model/base/sha256.h"
#include "model/signature/der.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

/// DigestInfo of SHA-256 (RFC 8017, 9.2): tokens make the bare RSA signature.
QByteArray digestInfo(const QByteArray& digest)
{
    return QByteArray::fromHex("3031300d060960864801650304020105000420") + digest;
}

/// Tokens give r and s one after the other, CMS wants a SEQUENCE (RFC 5753).
QByteArray ecdsaValue(const QByteArray& raw)
{
    const auto number = [](const QByteArray& bytes) {
        qsizetype zeros = 0;
        while (zeros + 1 < bytes.size() && bytes[zeros] == 0)
            ++zeros;
        QByteArray digits = bytes.mid(zeros);
        if (!digits.isEmpty() && (digits[0] & 0x80))
            digits.prepend('\0');
        return der::element(der::Integer, digits);
    };
    return der::element(der::Sequence, number(raw.first(raw.size() / 2)) + number(raw.mid(raw.size() / 2)));
}

CK_UTF8CHAR* pinBytes(const Passphrase& pin)
{
    return reinterpret_cast<CK_UTF8CHAR*>(const_cast<char*>(pin.constData()));
}

} // namespace

TokenKey::TokenKey(std::shared_ptr<const p11::Session> session, CK_OBJECT_HANDLE key, ssl::Certificate certificate,
                   const Passphrase& pin)
    : m_session(std::move(session)), m_key(key), m_certificate(std::move(certificate))
{
    if (m_session->flag(key, CKA_ALWAYS_AUTHENTICATE))
        m_pin.emplace(std::vector<char>(pin.constData(), pin.constData() + pin.size()));
}

QByteArray TokenKey::sign(const QByteArray& bytes, const QString& holder) const
{
    const bool isRsa = EVP_PKEY_get_base_id(X509_get0_pubkey(m_certificate.get())) == EVP_PKEY_RSA;
    const QByteArray digest = sha256(bytes);
    const QByteArray raw = valueOver(isRsa ? digestInfo(digest) : digest);
    const QByteArray value = isRsa ? raw : ecdsaValue(raw);
    if (!verifies(bytes, value))
        throw Error(ErrorCode::Unusable,
                    LocalizedText{u"UKey 中的私钥与证书“%1”不匹配，没有签章。"_s,
                                  u"The key in the token does not belong to the certificate “%1”; nothing was signed."_s}
                        .arg(holder),
                    holder);
    return value;
}

QByteArray TokenKey::valueOver(const QByteArray& digest) const
{
    const bool isRsa = EVP_PKEY_get_base_id(X509_get0_pubkey(m_certificate.get())) == EVP_PKEY_RSA;
    CK_MECHANISM mechanism{isRsa ? CKM_RSA_PKCS : CKM_ECDSA, nullptr, 0};
    CK_FUNCTION_LIST* call = m_session->functions();
    p11::require(call->C_SignInit(m_session->handle(), &mechanism, m_key), m_session->token());
    if (m_pin)
        p11::require(call->C_Login(m_session->handle(), CKU_CONTEXT_SPECIFIC, pinBytes(*m_pin),
                                   static_cast<CK_ULONG>(m_pin->size())),
                     m_session->token());
    QByteArray value(2048, Qt::Uninitialized);
    auto size = static_cast<CK_ULONG>(value.size());
    QByteArray input = digest;
    p11::require(call->C_Sign(m_session->handle(), reinterpret_cast<CK_BYTE*>(input.data()),
                              static_cast<CK_ULONG>(input.size()), reinterpret_cast<CK_BYTE*>(value.data()), &size),
                 m_session->token());
    value.resize(static_cast<qsizetype>(size));
    return value;
}

bool TokenKey::verifies(const QByteArray& bytes, const QByteArray& value) const
{
    const ssl::DigestContext context(EVP_MD_CTX_new());
    const bool holds = EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, X509_get0_pubkey(m_certificate.get())) == 1
                       && EVP_DigestVerify(context.get(), ssl::data(value), static_cast<size_t>(value.size()),
                                           ssl::data(bytes), static_cast<size_t>(bytes.size()))
                              == 1;
    ERR_clear_error();
    return holds;
}

} // namespace jz
