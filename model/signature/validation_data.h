// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/pdf/security_store.h"
#include "model/signature/problem_code.h"
#include "model/signature/revocation.h"

#include <limits>
#include <vector>

namespace jz {

/// Certificates and statements on revocation that a file carries: in /DSS, in its signatures and time stamps. Where
/// they stand makes nothing good: each is judged by who signed it. Bounded: 500 certificates, 2000 statements, 2000
/// signatures on statements examined; what is over that counts for nothing.
/// Inside this room only.
class ValidationData
{
public:
    ValidationData();
    void add(const SecurityStore& store);
    /// The CMS (DER) of a signature or time stamp: its certificates and lists, the attribute
    /// adbe-revocationInfoArchival (ISO 32000-1, 12.8.3.3.2), OCSP responses (RFC 5940); those of the time stamp in it too.
    void addSignature(const QByteArray& cms);
    /// One certificate, DER.
    void addCertificate(const QByteArray& der);

    const STACK_OF(X509)* certificates() const { return m_certificates.get(); }
    bool hasStatements() const { return !m_statements.empty() || !m_unreadable.isEmpty(); }

    /// /DSS holds something that stands before that place.
    bool hasStoredBefore(qint64 place) const { return m_firstStored < place; }

    struct Answer
    {
        bool isGood = false; ///< not revoked at that moment
        QDateTime revokedAt; ///< invalid: not revoked
        Problems problems;   ///< about statements that concern the certificate and are of no use
        bool isKnown() const { return isGood || revokedAt.isValid(); }
    };
    /// What is said about a certificate. `before`: only by statements that stand in /DSS before that place.
    Answer on(const IssuedCertificate& of, const Moment& at,
              qint64 before = std::numeric_limits<qint64>::max()) const;

    /// What cannot be read, and what is about none of the certificates here. Nothing of it counts; it is worth naming.
    Problems unusable() const;

private:
    void addStatement(std::optional<RevocationStatement> statement, const StoredItem& item);
    void addArchival(const QByteArray& attribute);
    void addFrom(CMS_ContentInfo* cms, int depth);
    bool isForeign(const RevocationStatement& statement) const;

    ssl::Certificates m_certificates;
    std::vector<RevocationStatement> m_statements;
    QStringList m_unreadable; ///< objects; empty texts for those inside signatures
    qint64 m_firstStored = std::numeric_limits<qint64>::max();
    mutable int m_examinationsLeft = 2000;
};

} // namespace jz
