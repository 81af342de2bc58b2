// SPDX-License-Identifier: Apache-2.0
#include "model/signature/certificate_facts.h"
#include "model/signature/cms_signature.h"
#include "model/signature/signature_rule.h"

namespace jz {

namespace {

/// The chain from the signer to a trusted certificate: the signer alone when it is listed itself, else up to an authority that is. Times are looked at afterwards, so that an expired
/// certificate and an unknown one get different answers.
class Chain
{
public:
    Chain(X509* signer, const STACK_OF(X509)* others, const TrustList& trust)
        : m_store(X509_STORE_new()), m_context(X509_STORE_CTX_new())
    {
        const QByteArray own = ssl::der(signer, i2d_X509);
        if (const TrustEntry* listed = trust.find(own)) {
            m_certificates = {signer};
            m_basis = *listed;
            return;
        }
        for (const TrustEntry& entry : trust.entries()) {
            if (entry.kind == TrustKind::Authority)
                X509_STORE_add_cert(m_store.get(), ssl::certificate(entry.certificate).get());
        }
        X509_STORE_set_flags(m_store.get(), X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_NO_CHECK_TIME);
        X509_STORE_CTX_init(m_context.get(), m_store.get(), signer, const_cast<STACK_OF(X509)*>(others));
        if (X509_verify_cert(m_context.get()) == 1)
            takeChain(trust);
        ERR_clear_error();
    }

    bool isTrusted() const { return m_basis.has_value(); }
    /// The listed certificate that it ends at.
    const std::optional<TrustEntry>& basis() const { return m_basis; }
    /// Signer first. Empty when it is not trusted.
    const QList<X509*>& certificates() const { return m_certificates; }

private:
    void takeChain(const TrustList& trust)
    {
        const STACK_OF(X509)* chain = X509_STORE_CTX_get0_chain(m_context.get());
        for (int i = 0; i < sk_X509_num(chain) && !m_basis; ++i) {
            m_certificates.append(sk_X509_value(chain, i));
            const TrustEntry* listed = trust.find(ssl::der(m_certificates.last(), i2d_X509));
            if (listed && listed->kind == TrustKind::Authority)
                m_basis = *listed;
        }
    }

    ssl::Store m_store;
    ssl::StoreContext m_context;
    QList<X509*> m_certificates;
    std::optional<TrustEntry> m_basis;
};

bool isRevokedBy(X509_CRL* list, X509* certificate, const QList<X509*>& chain)
{
    X509_REVOKED* entry = nullptr;
    if (X509_NAME_cmp(X509_CRL_get_issuer(list), X509_get_issuer_name(certificate)) != 0
        || X509_CRL_get0_by_cert(list, &entry, certificate) == 0)
        return false;
    return std::any_of(chain.begin(), chain.end(), [&](X509* issuer) {
        return X509_CRL_verify(list, X509_get0_pubkey(issuer)) == 1;
    });
}

class TrustRule final : public SignatureRule
{
public:
    void check(const SignatureCase& that, SignatureReport& report) const override
    {
        if (report.certificate.isEmpty())
            return;
        // The rule reads the CMS anew: rules share nothing but the report.
        const auto kind = that.signature.value.subFilter == "adbe.pkcs7.sha1" ? CmsSignature::Kind::Sha1Inside
                                                                               : CmsSignature::Kind::Detached;
        const CmsSignature cms(that.signature.value.contents, kind);
        if (!cms.problem.isEmpty())
            return;
        const qsizetype before = report.problems.size();
        if (!maySignDocuments(cms.signer()))
            report.add(problem::keyUsage);
        const Chain chain(cms.signer(), cms.certificates(), that.trust);
        report.basis = chain.basis();
        if (!chain.isTrusted())
            report.add(problem::chainUntrusted);
        const QList<X509*> certificates = chain.isTrusted() ? chain.certificates() : QList<X509*>{cms.signer()};
        checkValidity(certificates, that.now, report);
        checkRevocation(cms, certificates, report);
        report.trusted = report.problems.size() == before;
        report.validNow = areValid(certificates, that.now);
        if (report.signingTime.isValid())
            report.validWhenSigned = areValid(certificates, report.signingTime);
        addNotes(cms.signer(), report);
    }

private:
    static void checkValidity(const QList<X509*>& chain, const QDateTime& now, SignatureReport& report)
    {
        for (X509* certificate : chain) {
            if (now > toDateTime(X509_get0_notAfter(certificate)))
                report.add(problem::certificateExpired, {}, holderName(certificate));
            else if (now < toDateTime(X509_get0_notBefore(certificate)))
                report.add(problem::certificateNotYetValid, {}, holderName(certificate));
        }
    }

    static bool areValid(const QList<X509*>& chain, const QDateTime& moment)
    {
        return std::all_of(chain.begin(), chain.end(), [&](X509* certificate) {
            return moment >= toDateTime(X509_get0_notBefore(certificate)) && moment <= toDateTime(X509_get0_notAfter(certificate));
        });
    }

    static void checkRevocation(const CmsSignature& cms, const QList<X509*>& chain, SignatureReport& report)
    {
        const ssl::Crls lists = cms.revocationLists();
        for (int i = 0; i < sk_X509_CRL_num(lists.get()); ++i) {
            for (X509* certificate : chain) {
                if (isRevokedBy(sk_X509_CRL_value(lists.get(), i), certificate, chain))
                    report.add(problem::certificateRevoked, {}, holderName(certificate));
            }
        }
        ERR_clear_error();
    }

    /// The time is the signer's word and proves nothing either way: worth saying, no ground for distrust.
    static void addNotes(X509* signer, SignatureReport& report)
    {
        if (isSelfIssued(signer))
            report.add(problem::selfIssued);
        const QDateTime claimed = report.signingTime;
        if (claimed.isValid()
            && (claimed < toDateTime(X509_get0_notBefore(signer)) || claimed > toDateTime(X509_get0_notAfter(signer))))
            report.add(problem::signingTimeOutside);
    }
};

} // namespace

std::unique_ptr<SignatureRule> makeTrustRule()
{
    return std::make_unique<TrustRule>();
}

} // namespace jz
