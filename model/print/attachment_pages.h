// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/block.h"
#include "model/print/text_shaper.h"

namespace jz {

/// One attachment as it stands in the paper.
struct AttachmentEntry
{
    QString fieldLabel;     ///< where it belongs, e.g. 证明材料
    QString name;           ///< file name
    QString caption;        ///< kind and caption in words; empty for none
    AttachmentSource source;
    int turn = 0;           ///< by the user; part of the page fingerprint
};

/// The pack's words for contents list and headings (`paper.contentsTitle`, `attachmentNumber` with {n},
/// `contentsColumns`: number, field, name, description, page).
struct AttachmentWords
{
    QString contentsTitle;
    QString number;
    QStringList columns;
};

/// Appends the contents list (附件目录) and the pages of all attachments to `paper`, with bookmarks.
///
/// Pictures stand upright, as large as the page allows; one much taller than a page keeps the full width and
/// is cut over several pages. Each printed page of a PDF or TIFF gets a page of its own, landscape when it is.
/// Placement::attachment is the index in `entries`.
void addAttachmentPages(Paper& paper, const QList<AttachmentEntry>& entries, const AttachmentWords& words,
                        TextShaper& shaper);

} // namespace jz
