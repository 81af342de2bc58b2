// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/localized_text.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace jz {

/// As what a certificate is trusted. Only an authority makes others trusted.
enum class TrustKind {
    Authority, ///< 证书机构: whatever it issued
    Office,    ///< 办公室: this certificate; its signature makes a participants' list count
    Body,      ///< 推荐单位: this certificate
    Expert,    ///< 专家: this certificate
    Signer,    ///< 签名人: this certificate
};

/// `authority`, `office`, `body`, `expert`, `signer`: as stored and in JSON.
QString trustKindName(TrustKind kind);
std::optional<TrustKind> trustKindOf(const QString& name);
/// The word for people.
LocalizedText trustKindWord(TrustKind kind);

/// A certificate that is trusted, and on what that rests.
struct TrustEntry
{
    QByteArray certificate; ///< DER
    TrustKind kind = TrustKind::Signer;
    QString name;           ///< as who listed it calls the holder
    QString by;             ///< who listed it; empty for a file named for this one call
    QDateTime at;           ///< when, UTC
    QString rests;          ///< on what, in words: fingerprint compared by telephone, a participants' list
    QString file;           ///< the file, when it was named for this one call

    QString fingerprint() const; ///< SHA-256 of the certificate, 64 lower-case hex digits
    /// "CA “X”, listed by A on 2030-05-20 (fingerprint compared by telephone)".
    LocalizedText words() const;
};

/// {"kind", "holder", "fingerprint", "by", "at": ISO 8601 or null, "rests", "file": name or null}: on what trust rested, to be
/// kept and read again.
QJsonObject toJson(const TrustEntry& entry);
/// The entry of such an object, without its certificate.
TrustEntry trustEntryFrom(const QJsonObject& json);

/// The certificates that are trusted (可信签名人): authorities, and signers whose fingerprint was compared. A
/// signature is trusted when its certificate is one of them or is issued, over any number of steps, by an authority among them.
class TrustList
{
public:
    void add(const TrustEntry& entry) { m_entries.append(entry); }
    /// Adds a certificate as DER: as an authority when it is one, else as a signer. Bytes that are no certificate are refused
    /// with Error Malformed.
    void add(const QByteArray& certificate, const QString& file = {});
    /// Adds every certificate of a file in the same way. Errors as readCertificates().
    void addFile(const QString& path);

    const QList<TrustEntry>& entries() const { return m_entries; }
    bool isEmpty() const { return m_entries.isEmpty(); }
    /// The first entry of that certificate; null when there is none.
    const TrustEntry* find(const QByteArray& certificate) const;

private:
    QList<TrustEntry> m_entries;
};

} // namespace jz
