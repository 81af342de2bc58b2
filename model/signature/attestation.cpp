// SPDX-License-Identifier: Apache-2.0
#include "model/signature/attestation.h"

#include "model/signature/signature_role.h"

namespace jz {

namespace {

bool canBeAttested(const SignatureReport& signature)
{
    return signature.field == applicantFieldName() && verdictOn(signature) == Verdict::Untrusted
           && signature.has(problem::chainUntrusted) && !signature.has(problem::certificateRevoked)
           && !signature.has(problem::certificateNotYetValid) && !signature.has(problem::keyUsage);
}

bool canAttest(const SignatureReport& signature)
{
    return fieldNames(SignatureRole::Recommender).contains(signature.field) && verdictOn(signature) == Verdict::Valid
           && signature.basis && signature.basis->kind != TrustKind::Expert;
}

} // namespace

void addAttestation(VerificationReport& report)
{
    // Signatures stand in the order of what they cover: whoever comes later covers the earlier ones.
    for (auto applicant = report.signatures.begin(); applicant != report.signatures.end(); ++applicant) {
        if (!canBeAttested(*applicant))
            continue;
        const auto body = std::find_if(applicant + 1, report.signatures.end(), [&](const SignatureReport& later) {
            return canAttest(later) && later.fingerprint != applicant->fingerprint;
        });
        if (body == report.signatures.end())
            continue;
        applicant->attestedBy = body->signer;
        applicant->attestedByFingerprint = body->fingerprint;
    }
}

} // namespace jz
