// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QUuid>

#include <optional>

namespace jz {

/// What the small code in the footer of every printed page says: which page of which revision of which
/// dossier this is. It sorts pages; it is no evidence.
///
/// As text: `JZ1`, short id (10 base-32 characters), revision (2 digits), page (3 digits), page fingerprint
/// (16 base-32 characters) and, on the first and the signature page, the data fingerprint (16 base-32
/// characters of the SHA-256 of dossier.json). Only capitals and digits: QR alphanumeric mode.
struct PageCode
{
    QString shortId;
    int revision = 1;        ///< 1–99; higher ones are written modulo 100
    int page = 1;            ///< 1-based, up to 999
    QString pageFingerprint;
    QString dataFingerprint; ///< empty on the other pages

    QString text() const;
    bool operator==(const PageCode&) const = default;
};

/// Reads a code back; nothing when it is not one of ours.
std::optional<PageCode> parsePageCode(const QString& text);

/// The first 10 base-32 characters of the id's bytes; printed as ABCDE-FGHIJ.
QString shortId(const QUuid& id);

} // namespace jz
