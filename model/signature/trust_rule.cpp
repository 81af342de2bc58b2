// SPDX-License-Identifier: Apache-2.0
#include "model/signature/certificate_facts.h"
#include "model/signature/certificate_path.h"
#include "model/signature/signature_rule.h"

namespace jz {

namespace {

/// The time is the signer's word and proves nothing either way: worth saying, no ground for distrust.
void addNotes(X509* signer, SignatureReport& report)
{
    if (isSelfIssued(signer))
        report.add(problem::selfIssued);
    const QDateTime claimed = report.signingTime;
    if (claimed.isValid()
        && (claimed < toDateTime(X509_get0_notBefore(signer)) || claimed > toDateTime(X509_get0_notAfter(signer))))
        report.add(problem::signingTimeOutside);
}

class TrustRule final : public SignatureRule
{
public:
    void check(const SignatureCase& that, SignatureReport& report) const override
    {
        const ssl::Certificate signer = report.certificate.isEmpty() ? nullptr : ssl::certificate(report.certificate);
        if (!signer)
            return;
        Problems problems;
        if (!maySignDocuments(signer.get()))
            problems.append(makeProblem(problem::keyUsage));
        const CertificatePath path(signer.get(), that.data, that.trust);
        report.basis = path.basis();
        report.validNow = path.isValidAt(that.now);
        if (report.signingTime.isValid())
            report.validWhenSigned = path.isValidAt(report.signingTime);
        if (!path.isTrusted())
            problems.append(makeProblem(problem::chainUntrusted));
        problems += path.validity({that.now, report.provenTime});
        report.trusted = std::all_of(problems.begin(), problems.end(), isNote);
        report.add(problems);
        addNotes(signer.get(), report);
    }
};

class RevocationRule final : public SignatureRule
{
public:
    void check(const SignatureCase& that, SignatureReport& report) const override
    {
        const ssl::Certificate signer = report.certificate.isEmpty() ? nullptr : ssl::certificate(report.certificate);
        if (!signer || !that.data.hasStatements())
            return;
        const CertificatePath path(signer.get(), that.data, that.trust);
        const Problems problems = path.revocation({that.now, report.provenTime});
        report.trusted = report.trusted && std::all_of(problems.begin(), problems.end(), isNote);
        report.add(problems);
    }
};

} // namespace

std::unique_ptr<SignatureRule> makeTrustRule()
{
    return std::make_unique<TrustRule>();
}

std::unique_ptr<SignatureRule> makeRevocationRule()
{
    return std::make_unique<RevocationRule>();
}

} // namespace jz
