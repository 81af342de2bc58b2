// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace jz {

/// The certificates that are trusted (可信签名人): authorities, and signers whose fingerprint was compared. A
/// signature is trusted when its certificate is one of them or is issued, over any number of steps, by one.
class TrustList
{
public:
    /// Adds a certificate as DER. Bytes that are no certificate are refused with Error Malformed.
    void add(const QByteArray& certificate);
    /// Adds every certificate of a file, PEM or DER. Errors: NotFound, Unreadable, TooLarge (over 4 MB),
    /// Malformed when there is none in it.
    void addFile(const QString& path);
    const QList<QByteArray>& certificates() const { return m_certificates; }

private:
    QList<QByteArray> m_certificates;
};

} // namespace jz
