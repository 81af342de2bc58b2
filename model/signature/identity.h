// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/signature/passphrase.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <memory>

namespace jz {

struct IdentityParts;
class SigningKey;

/// A signing identity (签名证书): certificate, private key and the certificates of its issuers, out of a PKCS#12
/// file (RFC 7292) or PEM files (identity_parts.h), or one in a token (token.h). RSA from 2048 bits, ECDSA on P-256 or P-384. The key is wiped with the last copy.
class Identity
{
public:
    /// Errors: NotFound, Unreadable, TooLarge (over 1 MB); Malformed when the file is no PKCS#12; WrongPassphrase;
    /// Unusable when there is no key or certificate in it, key and certificate do not belong together, the key is
    /// too weak or of a kind that is not supported. Files of the old RC2 and 3DES kind are
    /// read too, and passphrases that an old program took byte for byte.
    static Identity load(const QString& path, const Passphrase& passphrase);
    /// The same from the bytes of such a file; `name` stands for it in errors.
    static Identity fromPkcs12(const QByteArray& bytes, const Passphrase& passphrase, const QString& name);

    /// A key that is elsewhere, with its certificate and those of its issuers (DER). Inside this room only.
    static Identity withKey(std::shared_ptr<const SigningKey> key, const QByteArray& certificate, const QList<QByteArray>& issuers);

    /// The name in the certificate: its common name, else the organisation.
    QString name() const;
    /// SHA-256 of the certificate, 64 lower-case hex digits: what is compared by telephone.
    QString fingerprint() const;
    QDateTime validFrom() const;
    QDateTime validTo() const;
    /// The certificate vouches for itself: nobody has checked who its holder is.
    bool isSelfIssued() const;
    /// DER of the signer's certificate.
    QByteArray certificate() const;
    /// DER of the other certificates in the file.
    QList<QByteArray> issuers() const;

    /// Throws Error Unusable naming the dates when the certificate is not valid at `moment`.
    void requireValidAt(const QDateTime& moment) const;
    /// The DER of the signature algorithm that sign() uses with SHA-256 (RFC 5754, RFC 5758).
    QByteArray signatureAlgorithm() const;
    /// PKCS#1 v1.5 or ECDSA signature over SHA-256 of `bytes`. Throws Error Unusable when the key refuses.
    QByteArray sign(const QByteArray& bytes) const;

private:
    struct Data;
    static Identity fromParts(IdentityParts parts, const QString& path);
    explicit Identity(std::shared_ptr<const Data> data) : m_data(std::move(data)) {}
    std::shared_ptr<const Data> m_data;
};

/// PEM of a certificate given as DER, as trust lists take it.
QByteArray toPem(const QByteArray& certificate);

} // namespace jz
