// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/signature/trust_list.h"
#include "model/signature/validation_data.h"

namespace jz {

/// The way from a certificate to a trusted one, and what is to be said of those on it (RFC 5280, 6): itself when it is listed,
/// else up to an authority that is. Times are
/// looked at apart, so that an expired certificate and an unknown one get different answers.
/// Keeps no certificate: `leaf` and `data` outlive it. Inside this room only.
class CertificatePath
{
public:
    CertificatePath(X509* leaf, const ValidationData& data, const TrustList& trust);

    bool isTrusted() const { return m_basis.has_value(); }
    /// The listed certificate that it ends at.
    const std::optional<TrustEntry>& basis() const { return m_basis; }
    /// All up to the trusted one, or the leaf alone, are within their time.
    bool isValidAt(const QDateTime& moment) const;

    /// Expired or not valid yet, at the moment. What is expired now and was not at the proven time is only noted, when the
    /// file itself says that nothing on the way was revoked by then.
    Problems validity(const Moment& at) const;
    /// Revoked, before the proven time or without one; noted when after it. Statements that are of no use are noted.
    Problems revocation(const Moment& at) const;
    /// Of every certificate but the last one it is known whether it was revoked, from what stands in /DSS before
    /// that place or, without a place, anywhere in the file.
    bool isAnswered(const Moment& at, qint64 before = std::numeric_limits<qint64>::max()) const;

private:
    QList<IssuedCertificate> issued() const;
    void lead(const TrustList& trust);
    void extend();

    const ValidationData& m_data;
    ssl::Store m_store;
    ssl::StoreContext m_context;
    QList<X509*> m_certificates; ///< leaf first
    qsizetype m_trustedCount = 0; ///< up to and with the listed one; 1 when there is none
    std::optional<TrustEntry> m_basis;
};

/// The code is one that changes nothing.
bool isNote(const Problem& problem);

} // namespace jz
