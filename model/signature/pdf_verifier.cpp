// SPDX-License-Identifier: Apache-2.0
#include "model/signature/pdf_verifier.h"

#include "model/base/error.h"
#include "model/signature/attestation.h"
#include "model/signature/delivery_mark.h"
#include "model/signature/document_digest.h"
#include "model/signature/pdf_time.h"
#include "model/signature/time_stamp.h"

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

/// The bytes that a document time stamp names are a whole revision.
bool coversRevision(const SignatureCase& that)
{
    SignatureReport place;
    for (const auto& rule : {makeCoverageRule(), makeExactGapRule(), makeRevisionEndRule(), makeUniqueKeyRule()})
        rule->check(that, place);
    return place.covers != Coverage::Partial;
}

/// `proven`: before this the file was there as it is up to the end of this time stamp.
TimestampReport examineTimestamp(const SignatureCase& that, const QDateTime& proven, Problems& problems)
{
    const Moment at{that.now, proven};
    const TimestampToken token(that.signature.value.contents, that.data);
    TimestampReport report;
    if (coversRevision(that))
        report = token.report(
            [&](const EVP_MD* algorithm) {
                return rangeDigest(that.structure.source(), *that.signature.value.byteRange, algorithm);
            },
            that.trust, at);
    report.field = that.signature.field;
    report.object = that.signature.value.object.text();
    problems += report.intact ? token.problems(that.trust, at, report.object)
                              : Problems{makeProblem(problem::documentTimestampInvalid, report.object)};
    return report;
}

/// What the file carries to judge certificates by.
ValidationData dataOf(const PdfStructure& structure, const QList<FoundSignature>& signatures)
{
    ValidationData data;
    data.add(readSecurityStore(structure));
    for (const FoundSignature& found : signatures) {
        data.addSignature(found.value.contents);
        for (const QByteArray& certificate : found.value.certificates)
            data.addCertificate(certificate);
    }
    return data;
}

VerificationReport unreadableReport(const Error& error, bool showsSignature)
{
    VerificationReport report;
    report.verdict = showsSignature ? Verdict::Broken : Verdict::Unreadable;
    report.problems.append(makeProblem(problem::fileUnreadable, {}, error.message()));
    return report;
}

/// Signed behind a password, as its maker wanted it: it can be opened nowhere without that. Encryption that came with a
/// later revision would be an attack.
bool wasAlwaysEncrypted(const ByteSource& source)
{
    try {
        const QList<XrefSection> chain = readXrefChain(source);
        return std::all_of(chain.begin(), chain.end(), [](const XrefSection& section) { return section.trailer.find("Encrypt"); });
    } catch (const Error&) {
        return false;
    }
}

/// On a file that cannot be parsed.
VerificationReport refusedReport(const ByteSource& source, const Error& error)
{
    const bool showsSignature = !signatureMarks(source, 1).isEmpty();
    if (showsSignature && error.code() == ErrorCode::Unsupported && wasAlwaysEncrypted(source))
        return unreadableReport(error, false);
    if (error.code() != ErrorCode::Unsupported || showsSignature)
        return unreadableReport(error, showsSignature);
    VerificationReport report;
    report.verdict = Verdict::Unsigned;
    report.problems.append(makeProblem(problem::fileEncrypted));
    return report;
}

} // namespace

VerificationReport PdfVerifier::verify(const ByteSource& source, const TrustList& trust, const QDateTime& now) const
{
    try {
        return verify(PdfStructure(source), trust, now);
    } catch (const Error& error) {
        return refusedReport(source, error);
    }
}

VerificationReport PdfVerifier::verify(const PdfStructure& structure, const TrustList& trust, const QDateTime& now) const
{
    try {
        return examine(structure, trust, now);
    } catch (const Error& error) {
        return refusedReport(structure.source(), error);
    }
}

VerificationReport PdfVerifier::examine(const PdfStructure& structure, const TrustList& trust,
                                        const QDateTime& now) const
{
    const QList<FoundSignature> found = signaturesOf(structure);
    const qsizetype most = mostSignaturesIn(structure.source());
    const QList<FoundSignature> all = found.first(std::min(found.size(), most));
    const ValidationData data = dataOf(structure, all);
    const SignatureCase base{structure, {}, found, trust, now, {}, false, false, data, {}};
    VerificationReport report;
    report.verdict = found.isEmpty() ? Verdict::Unsigned : Verdict::Valid;
    const QList<DocumentTimestamp> stamps = examineTimestamps(base, all, report);
    const bool onlyTimestamps = stamps.size() == all.size() && report.verdict == Verdict::Valid;
    examineSignatures(base, all, stamps, report);
    report.problems += data.unusable();
    if (onlyTimestamps)
        report.verdict = Verdict::Unsigned;
    else if (report.signatures.isEmpty() && report.verdict == Verdict::Valid)
        report.verdict = Verdict::Marked;
    if (found.size() > most) {
        report.problems.append(makeProblem(problem::tooManySignatures));
        report.verdict = Verdict::Broken;
    }
    if (isOwnPaper(structure))
        addAttestation(report);
    return report;
}

/// From the last to the first: what a later one covers was there at its time.
QList<DocumentTimestamp> PdfVerifier::examineTimestamps(const SignatureCase& base, const QList<FoundSignature>& all,
                                                        VerificationReport& report) const
{
    QList<DocumentTimestamp> stamps;
    QDateTime proven;
    Problems problems;
    for (auto found = all.rbegin(); found != all.rend(); ++found) {
        if (!isDocumentTimestamp(*found))
            continue;
        SignatureCase that = base;
        that.signature = *found;
        const DocumentTimestamp stamp{examineTimestamp(that, proven, problems), found->end()};
        if (stamp.report.trusted)
            proven = stamp.report.time;
        if (!stamp.report.intact)
            worsen(report, Verdict::Broken);
        stamps.prepend(stamp);
        report.documentTimestamps.prepend(stamp.report);
    }
    report.problems += problems;
    return stamps;
}

void PdfVerifier::examineSignatures(const SignatureCase& base, const QList<FoundSignature>& all,
                                    const QList<DocumentTimestamp>& stamps, VerificationReport& report) const
{
    RevisionHistory history(base.structure);
    for (const FoundSignature& found : all) {
        if (isDocumentTimestamp(found))
            continue;
        SignatureCase that = base;
        that.signature = found;
        that.later = history.after(found.end());
        that.isFollowed = history.isFollowed(found.end());
        that.isOwnPaper = isOwnPaper(base.structure);
        for (const DocumentTimestamp& stamp : stamps) {
            if (stamp.report.intact && found.end() >= 0 && stamp.end > found.end())
                that.stamps.append(stamp);
        }
        const SignatureReport examined = examineOne(that);
        if (isDeliveryMark(examined.certificate)) {
            addDeliveryMark(report, examined);
            continue;
        }
        report.signatures.append(examined);
        worsen(report, verdictOn(examined));
    }
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
