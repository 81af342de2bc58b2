// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/finding.h"
#include "model/base/parallel.h"
#include "model/dossier/dossier.h"
#include "model/pdf/attachment_source.h"

#include <optional>

namespace jz {

/// How closely attachments are looked at.
enum class Examination {
    Presence, ///< that the file is there, its size, SHA-256 and first bytes; what is about to print it finds
              ///< the rest
    Content,  ///< that it can be used, and what is to be said about it
};

/// Where an attachment stands, for its findings.
struct AttachmentPlace
{
    QString field;
    QString label;
    int row = 0;
    bool imagesOnly = false; ///< the field takes pictures and no documents
};

/// What was seen of an attachment's file.
struct ExaminedAttachment
{
    bool isThere = false;               ///< it could be opened
    qint64 size = 0;                    ///< bytes of the file
    QByteArray sha256;                  ///< of the file
    std::optional<AttachmentKind> kind; ///< by its content; none when it cannot be attached
    Findings findings;
};

/// Looks at the file `attachment.path`. Findings:
///   `file.attachment-missing` (error) no such file
///   `file.attachment-unreadable` (error) one that cannot be read, or a folder
///   `file.attachment-changed` (error) not the file that `attachment.sha256` names, when it names one
///   `file.attachment-pages` (error) chosen pages that make no sense or are not there
///   `file.attachment-content` (hint) a picture by its name that is a PDF, or the other way round; an error
///   for a PDF
///       where only pictures are taken
///   `file.attachment-pages-only` (hint) one whose original was left out on purpose and is not there
/// and with Examination::Content
///   `file.attachment-unusable` (error) with the sentence that printing it would fail with
///   `file.attachment-repaired` (hint), `file.attachment-unshown-fields` (warning) about a PDF.
/// Messages name the attachment by `attachment.name`, else by its file. Thread-safe.
ExaminedAttachment examineAttachment(const Attachment& attachment, const AttachmentPlace& place,
                                     Examination how);

/// The same for many, on all cores, in the order given; those left out because of a cancellation are empty.
QList<ExaminedAttachment> examineAttachments(const QList<Attachment>& attachments,
                                             const QList<AttachmentPlace>& places, Examination how,
                                             const WorkControl& control = {});

/// inspectAttachment() for a file that a dossier knows by a name of its own: errors call it by that name, not by the
/// place in an object store or scratch folder where it lies now.
AttachmentSource inspectNamed(const Attachment& attachment, const QString& scratchFolder, const AttachmentUse& use = {});

/// What is to be said about a file that could be used: `file.attachment-content`, `file.attachment-repaired` and
/// `file.attachment-unshown-fields` as above. `name` is what the messages call it and what its content is compared with.
Findings remarksOn(const AttachmentSource& source, const QString& name, const AttachmentPlace& place);

/// The same as examineAttachment() with Content would say, out of what inspecting the file (all its pages, not turned) has given
/// once; takes no time. For files that a desk keeps itself: a missing one is asked for again.
Findings findingsAbout(const Attachment& attachment, const AttachmentPlace& place, const InspectedAttachment& inspected);

/// The hint `file.attachment-renamed` where an attachment is called otherwise than the file it came from: that name was
/// taken, or did not fit every file system or the content.
Findings renamingRemark(const Attachment& attachment, const QString& fileName, std::optional<AttachmentKind> kind,
                        const AttachmentPlace& place);

/// The name an attachment gets in the dossier: that of its file, fit for every file system (safeFileName),
/// with the ending of its content where its own promises something else or nothing.
QString attachmentName(const QString& fileName, std::optional<AttachmentKind> kind);

} // namespace jz
