// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace jz {

/// What a certificate says of itself.
struct CertificateSummary
{
    QString fingerprint;      ///< SHA-256, 64 lower-case hex digits: what is compared by telephone
    QString holder;           ///< the common name, else the organisation
    QString issuer;           ///< the same of who issued it
    QDateTime validFrom;      ///< UTC
    QDateTime validTo;        ///< UTC
    bool isAuthority = false; ///< it may issue others (basicConstraints CA)
};

/// Reads it out of DER. Throws Error Malformed when that is no certificate; `subject` stands for it in the message.
CertificateSummary summaryOfCertificate(const QByteArray& certificate, const QString& subject);

/// The certificates of a file as DER, in their order and each once: PEM (any number of them), DER, or P7B (PKCS#7 with
/// certificates only, PEM or DER).
///
/// A file with a private key in it is refused whole, and what was read of it is wiped: nobody gives a key away, so the
/// wrong file was chosen. Errors: NotFound, Unreadable, TooLarge (over 4 MB); Unusable (a key, a PKCS#12 file); Malformed
/// (nothing in it is a certificate, one is broken, a broken P7B), each with what to do.
QList<QByteArray> readCertificates(const QString& path);

} // namespace jz
