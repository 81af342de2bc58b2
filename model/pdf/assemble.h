// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/pdf/assembly_plan.h"

namespace jz {

/// What an assembled paper is made of.
struct AssembledPaper
{
    /// For each attachment of the plan, the bytes that its pages add: pictures as encoded, pages of PDFs as their
    /// own file stores what they draw. What is embedded is not in it.
    QList<qint64> pageBytes;
};

/// Writes the paper that `plan` describes to `outPath`, whole or not at all.
///
/// The result is one PDF 1.7 revision with a classic cross-reference table and no object streams (so that
/// later signatures can append to it), the same bytes for the same plan and files, /ID included:
/// - pictures stand upright at 200 dpi at most, in sRGB, alpha over white; a JPEG that needs neither goes in
///   byte for byte;
/// - pages of PDFs come in as form XObjects with annotations, form fields and seals drawn into them; scripts,
///   links and form behaviour stay behind, layers that are off stay off;
/// - embedded files stand in /Names /EmbeddedFiles and in /AF, sorted, with size and MD5;
/// - signature fields are merged with their widgets, listed in an indirect /AcroForm and in their page's
///   /Annots; /SigFlags is absent until somebody signs;
/// - bookmarks, /Lang, document information and the same in XMP.
///
/// Memory stays far below the size of the files: they are copied piece by piece.
///
/// Throws Error: NotWritable; NotFound, Unreadable or Malformed naming the attachment that cannot be used (it
/// may have changed since it was inspected); Malformed for a skeleton that is no PDF. A plan that
/// names a page, attachment or source page that is not there is a bug of the caller.
AssembledPaper assemblePdf(const AssemblyPlan& plan, const QString& outPath);

} // namespace jz
