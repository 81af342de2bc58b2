// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/pdf/byte_source.h"
#include "model/signature/signature_rule.h"

namespace jz {

/// Verifies the signatures of a PDF, ours or anyone's. Signatures are looked for in the signature fields and in
/// the bytes themselves. Reads in pieces; memory does not grow with the file.
///
/// What a file holds never makes it throw: a file that cannot be parsed is `Unreadable`, or `Broken` when a
/// signature can be seen in it; a password-protected file without any is `Unsigned`.
class PdfVerifier
{
public:
    /// The rules are run in their order on every signature.
    explicit PdfVerifier(SignatureRules rules = defaultSignatureRules()) : m_rules(std::move(rules)) {}

    /// `now`: the moment at which certificates have to be valid.
    VerificationReport verify(const ByteSource& source, const TrustList& trust,
                              const QDateTime& now = QDateTime::currentDateTimeUtc()) const;

    /// The same for a file that is open already.
    VerificationReport verify(const PdfStructure& structure, const TrustList& trust,
                              const QDateTime& now = QDateTime::currentDateTimeUtc()) const;

private:
    VerificationReport examine(const PdfStructure& structure, const TrustList& trust, const QDateTime& now) const;
    QList<DocumentTimestamp> examineTimestamps(const SignatureCase& base, const QList<FoundSignature>& all,
                                               VerificationReport& report) const;
    void examineSignatures(const SignatureCase& base, const QList<FoundSignature>& all,
                           const QList<DocumentTimestamp>& stamps, VerificationReport& report) const;
    SignatureReport examineOne(const SignatureCase& that) const;

    SignatureRules m_rules;
};

/// The same with all rules for a file. A file that is not there or cannot be read gives `Unreadable` with the
/// problem `file-unreadable`.
VerificationReport verifyPdf(const QString& path, const TrustList& trust);

} // namespace jz
