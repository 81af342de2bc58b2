// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"
#include "model/dossier/dossier.h"

#include <QDateTime>

namespace jz {

/// What a written dossier is, for the person who had it written.
struct WrittenDossier
{
    Dossier dossier;              ///< as embedded: attachments with size and SHA-256
    QByteArray fingerprint;       ///< SHA-256 of dossier.json
    int pages = 0;
    QList<LocalizedText> remarks; ///< fonts that stand in for others, characters no font has, cleaned pictures …
};

struct OutputOptions
{
    bool draft = false;
    QDateTime date;  ///< of the PDF; invalid: none is written, the bytes depend on the content alone
};

/// Prints a dossier and assembles the PDF: form, contents list, attachment pages, footers with codes, empty
/// signature fields, bookmarks; inside it dossier.json and the attachments' originals (pictures without place
/// and device data). Written whole or not at all; the same content gives the same bytes.
///
/// Attachments without a readable file are left out (check says so). Throws Error: Malformed, Unsupported, TooLarge
/// naming the attachment that cannot be used, NotWritable.
WrittenDossier writeDossier(const Dossier& dossier, const CallPack& pack, const OutputOptions& options,
                            const QString& outPath);

} // namespace jz
