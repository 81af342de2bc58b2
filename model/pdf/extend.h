// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/pdf/assembly_plan.h"

namespace jz {

/// Writes the paper `base` once more with pages behind its own: what `plan` describes, whole or not at all.
///
/// Of the plan: `skeleton` holds the further pages; `attachments`, `placements`, `signatureFields` and `bookmarks` (behind
/// those of the paper) count pages from the first of the further ones; `embeddedFiles` join those inside, and one of a
/// name that is there takes its place. Title, author, subject, keywords, language, producer and date describe the result.
/// Everything else of the base stays: its pages, fields, bookmarks and files, byte for byte inside. The result is one
/// revision as assemblePdf() writes it, so a base that is signed must not be given: its signatures would not survive.
///
/// Throws Error as assemblePdf(), naming the base when it is not one of our papers or damaged.
void extendPdf(const QString& base, const AssemblyPlan& plan, const QString& outPath);

} // namespace jz
