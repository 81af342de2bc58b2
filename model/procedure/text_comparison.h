// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"
#include "model/dossier/dossier.h"
#include "model/pdf/pdf_structure.h"
#include "model/signature/problem_code.h"

#include <optional>

namespace jz {

/// What the pages of a paper of ours say, compared with the data inside it.
struct TextComparison
{
    /// Nothing where it cannot be compared: the pages are pictures, or their text cannot be read.
    std::optional<bool> matches;
    Problems problems; ///< the page, the field and what stands there; at most 50
};

/// Compares the text layer of the form's pages with what `dossier` prints, field by field in template order, and the
/// embedded files with the attachments that it lists. Text that no eye can see is named and does not count as text;
/// fonts that are not in the file are named. It does not prove what the eye sees: an outline or a picture is no text.
///
/// Throws Error as EmbeddedFiles.
TextComparison compareTextWithData(const PdfStructure& paper, const Dossier& dossier, const CallPack& pack);

} // namespace jz
