// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"
#include "model/dossier/dossier.h"

namespace jz {

/// A review copy (评审件): a dossier as experts may see it, under an id of its own.
struct ReviewCopy
{
    Dossier dossier;
    QStringList remarks; ///< what is withheld and stands in a field that is not, by the field's label: a person has to look
};

/// Takes out what the call withholds: values, attachments, reasons. The id is another, always the same for the same dossier and revision; nothing
/// in it leads back to the original. Pure.
ReviewCopy reviewCopyOf(const Dossier& dossier, const CallPack& pack);

/// People named in the fields of a dossier that experts see: the first column of text of each of its tables, each name once.
QStringList peopleIn(const Dossier& dossier, const CallPack& pack);

/// What writeReviewCopy() wrote.
struct WrittenCopy
{
    Dossier dossier;
    QStringList remarks; ///< as of ReviewCopy, and attachments whose pages are lost since the paper has no original of them
};

/// Prints a review copy of a dossier PDF anew: data, pages, attachments, metadata and file contents are those of the copy alone, with 评审件
/// across every page and no fields to sign. `out` appears whole or not at all; the same dossier gives the same bytes. Throws Error as openDossier() and writeDossier().
WrittenCopy writeReviewCopy(const QString& paper, const QString& out);

} // namespace jz
