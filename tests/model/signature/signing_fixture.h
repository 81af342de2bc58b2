// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/signature/identity.h"
#include "model/signature/pdf_signer.h"
#include "model/signature/verification_report.h"
#include "tests/support/test_files.h"

namespace jz::test {

/// A one-page paper with the fields Applicant and Recommender1 … 4 reserved, a classic table and an /ID.
/// `padding`: so many bytes in an embedded stream more. `extraObjects`: so many small objects more.
QByteArray unsignedPaper(qsizetype padding = 0, int extraObjects = 0);

/// A page of 150 × 100 points with a red frame: what a print room would draw for a field.
QByteArray redAppearance();

/// Builds a PDF from object bodies (number 1 first) with a classic table.
QByteArray pdfOf(const QList<QByteArray>& bodies, const QByteArray& trailer);

/// Makes PKCS#12 files with the openssl program and of our own making, once per run.
class Identities
{
public:
    static const Identities& all();
    /// `rsa2048`, `rsa3072`, `rsa4096`, `p256`, `p384` (signed by a CA of the test), `own` (self-issued, ours).
    Identity load(const QString& kind) const;
    QString path(const QString& name) const { return m_folder.file(name); }
    QString caPem() const { return path(QStringLiteral("ca.pem")); }
    static QString passphrase() { return QStringLiteral("口令 pass-1"); }

private:
    Identities();
    void make(const QString& kind, const QStringList& newKey) const;
    ScratchFolder m_folder;
};

/// Runs openssl and fails the test when it does.
void openssl(const QStringList& arguments);

SignRequest requestFor(const Identity& identity, SignatureRole role);

/// A paper signed by the applicant (p256).
QByteArray signedPaper();
/// … and by one recommending body.
QByteArray countersignedPaper();

/// Verifies bytes; `trustCa`: with the CA of the test.
VerificationReport verifyBytes(const QByteArray& bytes, bool trustCa = true);

/// All codes of a report and its signatures.
QStringList codesOf(const VerificationReport& report);

} // namespace jz::test
