// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/signature/passphrase.h"

#include <QDateTime>

namespace jz {

enum class KeyKind { Rsa3072, P256 };

/// An identity that vouches for itself (自签证书), for units without a certificate of an authority. Whoever
/// receives its signatures trusts it only after comparing its fingerprint by telephone.
struct NewIdentity
{
    QString name;                    ///< the unit's full name, the common name of the certificate; up to 64 characters
    KeyKind kind = KeyKind::Rsa3072;
    QDateTime validFrom;             ///< invalid: one day before now (clocks differ)
    int years = 5;
};

/// Writes the PKCS#12 file: key encrypted with AES-256-CBC (PBKDF2, SHA-256), readable by the owner only.
///
/// The certificate has keyUsage digitalSignature and nonRepudiation, is no authority, and says `自签证书
/// self-issued` in its organisational unit, so that any reader shows it.
/// Errors: Usage (no name, a name over 64 characters, no passphrase), NotWritable.
void createIdentity(const QString& path, const NewIdentity& identity, const Passphrase& passphrase);

} // namespace jz
