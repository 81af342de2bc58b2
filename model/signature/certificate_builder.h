// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/signature/new_identity.h"
#include "model/signature/openssl_handles.h"

namespace jz {

/// A certificate that vouches for itself. Inside this room only.
struct SelfIssuedCertificate
{
    QString name;             ///< common name
    QString unit;             ///< organisational unit: what readers are to be told about the certificate
    QDateTime from;
    QDateTime to;             ///< invalid: never expires (RFC 5280, 4.1.2.5)
    QByteArray extendedUsage; ///< dotted OID of the one extended key usage, critical; empty for none
};

/// A fresh key. Throws Error Unusable when OpenSSL cannot make one.
ssl::Key newKey(KeyKind kind);

/// keyUsage digitalSignature and nonRepudiation, no authority, signed with `key` and SHA-256.
/// Throws Error Unusable.
ssl::Certificate selfIssued(const SelfIssuedCertificate& content, EVP_PKEY* key);

} // namespace jz
