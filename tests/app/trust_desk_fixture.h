// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/app/cli_desk.h"

namespace jz::test {

/// A desk, and beside it identities, their certificates and papers signed with them.
class TrustDesk : public CliDesk
{
public:
    TrustDesk();

    QString file(const QString& name) const { return folder().file(name); }
    /// A self-issued identity in a PKCS#12 file, made when it is first asked for, and its certificate as PEM.
    QString identity(const QString& name) const;
    QString certificate(const QString& name) const;
    QString passphraseFile() const;
    /// A certificate whose validity is over.
    QString expiredCertificate() const;

    /// The sample dossier.
    QString paper() const;
    /// … signed by the applicant `name`.
    QString signedPaper(const QString& name = QStringLiteral("申报")) const;
    /// Countersigned by the body `name`.
    QString countersigned(const QString& paper, const QString& name = QStringLiteral("推荐")) const;

private:
    void mustRun(const QStringList& arguments) const;
};

} // namespace jz::test
