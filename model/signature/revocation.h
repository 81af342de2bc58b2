// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/signature/openssl_handles.h"

#include <QDateTime>

#include <optional>

namespace jz {

/// What authorities say about certificates, out of what a file carries (no network): revocation lists (RFC 5280, 5) and OCSP
/// responses (RFC 6960). Inside this room only.

/// The moments that validity is measured against.
struct Moment
{
    QDateTime now;    ///< when the file is examined
    QDateTime proven; ///< before this the thing signed existed, as a trusted time stamp proves; invalid: not proven
    const QDateTime& reference() const { return proven.isValid() ? proven : now; }
};

/// A certificate and who issued it.
struct IssuedCertificate
{
    X509* certificate = nullptr;
    X509* issuer = nullptr;
};

/// A list or a response that can be read; who says it and of whom is not known before judge().
struct RevocationStatement
{
    ssl::Crl list;            ///< one of the two
    ssl::OcspStatements response;
    qint64 offset = -1;       ///< of its object in /DSS; -1 inside a signature
    QString object;           ///< `12 0` in /DSS, else empty
};

/// What a statement is worth for one certificate.
struct RevocationJudgement
{
    enum Standing {
        Foreign, ///< says nothing about it
        Broken,  ///< does, but was not made by its issuer or somebody he charged with it, or comes from the future
        Stale,   ///< sound, but too old (or, for an expired certificate, too late) to say that it is good
        Good,
        Revoked,
    };
    Standing standing = Foreign;
    QDateTime from;      ///< thisUpdate
    QDateTime revokedAt; ///< since when not to be trusted; not later than the date of revocation
    bool isHold = false; ///< suspended: a newer statement may lift it
};

/// `others`: certificates among which one that was charged with responses may be.
RevocationJudgement judge(const RevocationStatement& statement, const IssuedCertificate& of, const Moment& at,
                          const STACK_OF(X509)* others);

/// Nothing when the bytes are none, or a response that reports an error.
std::optional<RevocationStatement> readRevocationList(const QByteArray& der);
std::optional<RevocationStatement> readOcspResponse(const QByteArray& der);

} // namespace jz
