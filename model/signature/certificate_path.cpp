// SPDX-License-Identifier: Apache-2.0
#include "model/signature/certificate_path.h"

#include "model/signature/certificate_facts.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestPath = 12;

bool isIssuer(X509* candidate, X509* certificate)
{
    return X509_check_issued(candidate, certificate) == X509_V_OK
           && X509_verify(certificate, X509_get0_pubkey(candidate)) == 1;
}

/// The issuer among certificates of which nothing is known. So many of one name are tried, no more: each costs the
/// check of a signature.
X509* issuerAmong(const STACK_OF(X509)* certificates, X509* certificate)
{
    int left = 8;
    for (int i = 0; i < sk_X509_num(certificates) && left > 0; ++i) {
        X509* candidate = sk_X509_value(certificates, i);
        if (X509_NAME_cmp(X509_get_subject_name(candidate), X509_get_issuer_name(certificate)) != 0)
            continue;
        --left;
        if (isIssuer(candidate, certificate))
            return candidate;
    }
    return nullptr;
}

} // namespace

CertificatePath::CertificatePath(X509* leaf, const ValidationData& data, const TrustList& trust)
    : m_data(data), m_store(X509_STORE_new()), m_context(X509_STORE_CTX_new())
{
    if (const TrustEntry* listed = trust.find(ssl::der(leaf, i2d_X509))) {
        m_certificates = {leaf};
        m_basis = *listed;
    } else {
        for (const TrustEntry& entry : trust.entries()) {
            if (entry.kind == TrustKind::Authority)
                X509_STORE_add_cert(m_store.get(), ssl::certificate(entry.certificate).get());
        }
        X509_STORE_set_flags(m_store.get(), X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_NO_CHECK_TIME);
        X509_STORE_CTX_init(m_context.get(), m_store.get(), leaf, const_cast<STACK_OF(X509)*>(data.certificates()));
        if (X509_verify_cert(m_context.get()) == 1)
            lead(trust);
    }
    if (!m_basis)
        m_certificates = {leaf};
    m_trustedCount = m_certificates.size();
    extend();
    ERR_clear_error();
}

void CertificatePath::lead(const TrustList& trust)
{
    const STACK_OF(X509)* chain = X509_STORE_CTX_get0_chain(m_context.get());
    for (int i = 0; i < sk_X509_num(chain) && !m_basis; ++i) {
        m_certificates.append(sk_X509_value(chain, i));
        const TrustEntry* listed = trust.find(ssl::der(m_certificates.last(), i2d_X509));
        if (listed && listed->kind == TrustKind::Authority)
            m_basis = *listed;
    }
}

/// Beyond what is trusted, or without it: only an issuer can say what was revoked, known or not.
void CertificatePath::extend()
{
    while (m_certificates.size() < longestPath && !isSelfIssued(m_certificates.last())) {
        X509* issuer = issuerAmong(m_data.certificates(), m_certificates.last());
        if (!issuer || m_certificates.contains(issuer))
            return;
        m_certificates.append(issuer);
    }
}

QList<IssuedCertificate> CertificatePath::issued() const
{
    QList<IssuedCertificate> result;
    for (qsizetype i = 0; i + 1 < m_certificates.size(); ++i)
        result.append(IssuedCertificate{m_certificates[i], m_certificates[i + 1]});
    return result;
}

bool CertificatePath::isValidAt(const QDateTime& moment) const
{
    return std::all_of(m_certificates.begin(), m_certificates.begin() + m_trustedCount, [&](X509* certificate) {
        return moment >= toDateTime(X509_get0_notBefore(certificate)) && moment <= toDateTime(X509_get0_notAfter(certificate));
    });
}

Problems CertificatePath::validity(const Moment& at) const
{
    Problems problems;
    for (X509* certificate : m_certificates.first(m_trustedCount)) {
        const QDateTime from = toDateTime(X509_get0_notBefore(certificate));
        const QDateTime to = toDateTime(X509_get0_notAfter(certificate));
        const QString holder = holderName(certificate);
        if (at.now < from || (at.proven.isValid() && at.proven < from))
            problems.append(makeProblem(problem::certificateNotYetValid, {}, holder));
        else if (at.now > to && at.proven.isValid() && at.proven <= to && isAnswered(at))
            problems.append(makeProblem(problem::certificateExpiredSince, {}, holder));
        else if (!(at.now <= to))
            problems.append(makeProblem(problem::certificateExpired, {}, holder));
    }
    return problems;
}

Problems CertificatePath::revocation(const Moment& at) const
{
    Problems problems;
    const QList<IssuedCertificate> all = issued();
    for (const IssuedCertificate& one : all) {
        const ValidationData::Answer answer = m_data.on(one, at);
        problems += answer.problems;
        if (!answer.revokedAt.isValid())
            continue;
        const bool isLater = at.proven.isValid() && at.proven < answer.revokedAt;
        const QString what = holderName(one.certificate) + u", "_s + answer.revokedAt.toString(Qt::ISODate);
        problems.append(makeProblem(isLater ? problem::revokedAfterSigning : problem::certificateRevoked, {}, what));
    }
    return problems;
}

bool CertificatePath::isAnswered(const Moment& at, qint64 before) const
{
    // Nobody but the receiver answers for what is in his trust list.
    const QList<IssuedCertificate> all = m_basis ? issued().first(m_trustedCount - 1) : issued();
    const bool isComplete = m_basis || isSelfIssued(m_certificates.last());
    return isComplete && std::all_of(all.begin(), all.end(), [&](const IssuedCertificate& one) {
               return m_data.on(one, at, before).isKnown();
           });
}

bool isNote(const Problem& problem)
{
    static const QList<QLatin1StringView> notes{
        problem::certificateExpiredSince, problem::revokedAfterSigning,     problem::timestampUntrusted,
        problem::validationDataBroken,    problem::validationDataForeign,   problem::validationDataStale,
        problem::selfIssued,              problem::signingTimeOutside};
    return notes.contains(problem.code);
}

} // namespace jz
