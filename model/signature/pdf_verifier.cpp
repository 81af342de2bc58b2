// SPDX-License-Identifier: Apache-2.0
#include "model/signature/pdf_verifier.h"

#include "model/base/error.h"
#include "model/signature/attestation.h"
#include "model/signature/cms_signature.h"
#include "model/signature/delivery_mark.h"
#include "model/signature/document_digest.h"
#include "model/signature/pdf_time.h"

namespace jz {

namespace {

/// More signatures than this are not examined: each costs a pass over the file, and all passes together are to
/// take seconds.
qsizetype mostSignaturesIn(const ByteSource& source)
{
    constexpr qint64 mostBytes = 4LL * 1024 * 1024 * 1024;
    return std::clamp<qsizetype>(mostBytes / std::max<qint64>(source.size(), 1), 8, 100);
}

bool isDocumentTimestamp(const FoundSignature& found)
{
    return found.declared && found.value.subFilter == "ETSI.RFC3161";
}

QList<FoundSignature> signaturesOf(const PdfStructure& structure)
{
    QList<FoundSignature> declared;
    for (const SignatureField& field : structure.signatureFields()) {
        if (field.isSigned) {
            declared.append({field.name, true, field.value});
            if (field.lock)
                declared.last().value.locks.append(*field.lock);
        }
    }
    std::stable_sort(declared.begin(), declared.end(),
                     [](const FoundSignature& a, const FoundSignature& b) { return a.end() < b.end(); });
    for (const SignatureValue& value : structure.undeclaredSignatures(mostSignaturesIn(structure.source()) + 1))
        declared.append({{}, false, value});
    return declared;
}

bool holds(const SignatureCase& that)
{
    SignatureReport place;
    for (const auto& rule : {makeCoverageRule(), makeExactGapRule(), makeRevisionEndRule(), makeUniqueKeyRule()})
        rule->check(that, place);
    if (place.covers == Coverage::Partial)
        return false;
    return timestampTime(that.signature.value.contents, [&](const EVP_MD* algorithm) {
               return rangeDigest(that.structure.source(), *that.signature.value.byteRange, algorithm);
           }).isValid();
}

VerificationReport unreadableReport(const Error& error, bool showsSignature)
{
    VerificationReport report;
    report.verdict = showsSignature ? Verdict::Broken : Verdict::Unreadable;
    report.problems.append(makeProblem(problem::fileUnreadable, {}, error.message()));
    return report;
}

} // namespace

VerificationReport PdfVerifier::verify(const ByteSource& source, const TrustList& trust, const QDateTime& now) const
{
    try {
        return examine(PdfStructure(source), trust, now);
    } catch (const Error& error) {
        const bool showsSignature = !signatureMarks(source, 1).isEmpty();
        if (error.code() != ErrorCode::Unsupported || showsSignature)
            return unreadableReport(error, showsSignature);
        VerificationReport report;
        report.verdict = Verdict::Unsigned;
        report.problems.append(makeProblem(problem::fileEncrypted));
        return report;
    }
}

VerificationReport PdfVerifier::examine(const PdfStructure& structure, const TrustList& trust,
                                        const QDateTime& now) const
{
    const QList<FoundSignature> all = signaturesOf(structure);
    const qsizetype most = mostSignaturesIn(structure.source());
    VerificationReport report;
    report.verdict = all.isEmpty() ? Verdict::Unsigned : Verdict::Valid;
    bool onlyTimestamps = true;
    RevisionHistory history(structure);
    for (const FoundSignature& found : all.first(std::min(all.size(), most))) {
        SignatureCase that{structure, found, all, trust, now, {}, false, false};
        if (isDocumentTimestamp(found)) {
            ++report.documentTimestamps;
            if (!holds(that)) {
                report.problems.append(makeProblem(problem::documentTimestampInvalid, found.value.object.text()));
                worsen(report, Verdict::Broken);
                onlyTimestamps = false;
            }
            continue;
        }
        onlyTimestamps = false;
        that.later = history.after(found.end());
        that.isFollowed = history.isFollowed(found.end());
        that.isOwnPaper = isOwnPaper(structure);
        const SignatureReport examined = examineOne(that);
        if (isDeliveryMark(examined.certificate)) {
            addDeliveryMark(report, examined);
            continue;
        }
        report.signatures.append(examined);
        worsen(report, verdictOn(examined));
    }
    if (onlyTimestamps)
        report.verdict = Verdict::Unsigned;
    else if (report.signatures.isEmpty() && report.verdict == Verdict::Valid)
        report.verdict = Verdict::Marked;
    if (all.size() > most) {
        report.problems.append(makeProblem(problem::tooManySignatures));
        report.verdict = Verdict::Broken;
    }
    if (isOwnPaper(structure))
        addAttestation(report);
    return report;
}

SignatureReport PdfVerifier::examineOne(const SignatureCase& that) const
{
    SignatureReport report;
    report.field = that.signature.field;
    report.reason = that.signature.value.reason;
    report.claimedName = that.signature.value.name;
    report.signingTime = pdfTime(that.signature.value.time);
    for (const auto& rule : m_rules)
        rule->check(that, report);
    return report;
}

VerificationReport verifyPdf(const QString& path, const TrustList& trust)
{
    try {
        const FileBytes source(path);
        return PdfVerifier().verify(source, trust);
    } catch (const Error& error) {
        return unreadableReport(error, false);
    }
}

} // namespace jz
