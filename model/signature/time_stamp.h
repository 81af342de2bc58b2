// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/signature/certificate_path.h"
#include "model/signature/cms_signature.h"
#include "model/signature/verification_report.h"

namespace jz {

/// A time stamp token (RFC 3161). Inside this room only.
///
/// It *holds* when its signature is right, it names the certificate it was made with (RFC 5035, 5816) and its imprint is that
/// of the bytes in question. It *proves a time* when moreover the certificate is for time stamping and nothing else
/// (critical, sole extended key usage, 2.3), was valid at that time, is not revoked, and leads to a trusted one.
class TimestampToken
{
public:
    /// `data`: certificates among which the authority's may be when the token does not carry it.
    TimestampToken(const QByteArray& token, const ValidationData& data);

    /// Whether it holds over the bytes whose digest `of` gives.
    bool holds(const DigestOf& of) const;
    /// Why it proves no time at that moment, and what the file says about its authority that is of no use. Of a token that
    /// holds; `object` is what it is said about.
    Problems problems(const TrustList& trust, const Moment& at, const QString& object = {}) const;
    /// Facts, `intact` and `trusted` among them. `at.proven`: before this the token itself was there, as a later
    /// time stamp proves.
    TimestampReport report(const DigestOf& of, const TrustList& trust, const Moment& at) const;

private:
    std::optional<LocalizedText> unfitness() const;
    std::optional<LocalizedText> doubt(const CertificatePath& path, const Moment& at) const;

    const ValidationData& m_data;
    ssl::Cms m_cms;
    ssl::Certificates m_signers;
    ssl::TimestampInfo m_info;
    X509* m_authority = nullptr; ///< null when nothing else is to be used
};

} // namespace jz
