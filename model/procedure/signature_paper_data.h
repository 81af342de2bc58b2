// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/recommendation/data_members.h"

#include <QDate>
#include <QList>
#include <QUuid>

namespace jz {

/// A page of a dossier that was signed in ink by a recommending body, as it stands in a signature paper.
struct SignedPage
{
    int page = 0;         ///< of the dossier, 1-based
    QString fingerprint;  ///< of the printed page, as Page::fingerprint()
    bool byCode = false;  ///< recognised by its code; otherwise a person said which page it is

    bool operator==(const SignedPage&) const = default;
};

/// A signature paper (签章件): section 七 of a dossier, signed and sealed in ink, scanned. Nothing may be appended to a dossier that its unit
/// certified, so it travels beside it and names what it belongs to. A paper of its own with these data inside (`endorsement.json`).
struct SignaturePaper
{
    QString callId;
    QString body;
    bool joint = false;
    QUuid dossier;
    int revision = 1;
    QByteArray fingerprint; ///< SHA-256 of dossier.json, 32 bytes
    QString title;
    QString applicant;
    QDate taken;            ///< when the scans were taken in
    QList<SignedPage> pages;

    bool operator==(const SignaturePaper&) const = default;
};

QByteArray signaturePaperJson(const SignaturePaper& paper);
/// Throws Error Malformed and Unsupported as parseReturnSlip().
SignaturePaper parseSignaturePaper(const QByteArray& bytes, const QString& subject);

/// The name under which the data lie in it.
QString signaturePaperDataName();
/// 签章件
LocalizedText signaturePaperKind();

/// One sentence: what it is, of whom, and which dossier, revision, fingerprint and pages it belongs to.
LocalizedText signaturePaperWords(const SignaturePaper& paper);

} // namespace jz
