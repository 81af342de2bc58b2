// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/localized_text.h"
#include "model/call/call_pack.h"
#include "model/dossier/dossier.h"
#include "model/print/attachment_pages.h"

#include <QDateTime>
#include <QJsonObject>

namespace jz {

/// What one attachment adds to a written dossier.
struct AttachmentWeight
{
    QString field;
    QString name;
    qint64 originalBytes = 0; ///< embedded; 0 when only its pages are there
    qint64 pageBytes = 0;     ///< what its printed pages add, about
    int pages = 0;            ///< pages of the paper

    qint64 bytes() const { return originalBytes + pageBytes; }
};

/// What a written dossier is, for the person who had it written.
struct WrittenDossier
{
    Dossier dossier;              ///< as embedded: attachments with size and SHA-256
    QByteArray fingerprint;       ///< SHA-256 of dossier.json
    int pages = 0;
    qint64 bytes = 0;             ///< of the PDF
    QList<AttachmentWeight> attachments; ///< the heaviest first
    QList<LocalizedText> remarks; ///< fonts that stand in for others, characters no font has, cleaned pictures …
};

struct OutputOptions
{
    bool draft = false;
    QDateTime date;  ///< of the PDF; invalid: none is written, the bytes depend on the content alone
    double pictureDpi = 200; ///< of photos on the pages, at most; originals inside stay as they are
    QString readingWord = {}; ///< printed to be read: this across every page, no fields to sign; empty: the paper that is signed
};

/// An attachment as it stands in the paper: its caption is kind and caption in words, e.g. "成果证明：标准发布页".
AttachmentEntry attachmentEntry(const Field& field, const Attachment& attachment, const AttachmentSource& source);

/// Prints a dossier and assembles the PDF: form, contents list, attachment pages, footers with codes, empty
/// signature fields, bookmarks; inside it dossier.json and the attachments' originals (pictures without place
/// and device data; none of those that are printed only). Written whole or not at all; the same content gives the same bytes.
///
/// Attachments without a readable file are left out (check says so; a remark does where the original was left out
/// by choice, because then the pages are lost). Throws Error: Malformed, Unsupported, TooLarge
/// naming the attachment that cannot be used, NotWritable; Cancelled as stopWhenAsked(), and then nothing was written.
WrittenDossier writeDossier(const Dossier& dossier, const CallPack& pack, const OutputOptions& options,
                            const QString& outPath);

/// What `render --json` prints: {"file", "id", "revision", "pages", "bytes", "fingerprint", "attachments": [{"field",
/// "name", "originalBytes", "pageBytes", "pages"}, …], "remarks": [text, …]}, the heaviest attachment first.
QJsonObject toJson(const WrittenDossier& written, const QString& file, Language language);

} // namespace jz
