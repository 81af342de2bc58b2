// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/localized_text.h"
#include "model/pdf/pdf_structure.h"

#include <optional>

namespace jz {

/// A paper of ours without what makes it one: printed to PDF, or saved by a program that dropped the data.
struct ResavedPaper
{
    QString id;        ///< as printed in the footers: ABCDE-FGHIJ
    QString revision;  ///< which draft; the number of a participants' list
    bool isList = false; ///< a participants' list
    QString producer;  ///< the program that wrote the file; empty when it does not say
    /// What it was, for a message.
    LocalizedText words() const;
};

/// Recognises such a file by the footers on its first pages; nothing when it is none, or holds only pictures.
/// Never throws for what the file holds.
std::optional<ResavedPaper> recognisedCopy(const PdfStructure& structure);
/// The same for a file that is not open yet.
std::optional<ResavedPaper> recognisedCopy(const QString& path);

} // namespace jz
