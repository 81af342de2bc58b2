// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/signature/identity.h"

#include <memory>

namespace jz {

/// A certificate inside a token.
struct TokenCertificate
{
    QByteArray certificate; ///< DER
    QString name;           ///< of its holder
    QString fingerprint;    ///< SHA-256, 64 lower-case hex digits
    QDateTime validFrom;
    QDateTime validTo;
    bool isAuthority = false; ///< of an issuer: nothing to sign with
};

/// A cryptographic token (UKey) in a slot. Its certificates can be read without a PIN.
struct TokenInfo
{
    enum class Pin {
        Fine,
        Low,      ///< a wrong PIN was given; few tries are left
        LastTry,  ///< one more wrong PIN locks the token
        Locked,
    };
    QString label;
    QString serial;
    QString model;
    Pin pin = Pin::Fine;
    bool hasPinPad = false; ///< the PIN is typed into the token itself
    QList<TokenCertificate> certificates;
};

/// Which key to sign with. What is left empty may be so when there is only one.
struct TokenChoice
{
    QString label;       ///< of the token, or its serial number
    QString fingerprint; ///< of the certificate, or its first digits (8 at least)
};

/// The tokens behind a PKCS#11 module (OASIS PKCS #11 v2.40), which the maker of the token provides. The private key never
/// leaves the token. RSA from 2048 bits, ECDSA on P-256 or P-384.
///
/// A module stays loaded until the process ends: many crash when unloaded. Not to be used from two threads at once.
class TokenModule
{
public:
    /// `path`: the shared library. Errors: NotFound; Unusable when it is no PKCS#11 module or does not start.
    explicit TokenModule(const QString& path);
    ~TokenModule();
    TokenModule(const TokenModule&) = delete;
    TokenModule& operator=(const TokenModule&) = delete;

    /// Those that are plugged in and set up. Throws Error Unusable when the module fails.
    QList<TokenInfo> tokens() const;

    /// Logs in and opens the key that belongs to a certificate. The session lasts as long as the identity.
    /// Errors: NotFound (no such token or certificate), Usage (more than one, all are named), WrongPassphrase (with what is
    /// left of the tries, as far as the token tells), Unusable (locked, no key, a kind that is not supported, pulled out).
    Identity open(const TokenChoice& choice, const Passphrase& pin) const;

private:
    struct Library;
    std::shared_ptr<const Library> m_library;
};

} // namespace jz
