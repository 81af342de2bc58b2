// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/corrections.h"
#include "model/print/page_map.h"

namespace jz {

/// A correction statement (更正说明) and what it means for pages that are printed already.
struct WrittenCorrection
{
    QList<Correction> corrections;
    QList<PageChange> pages;  ///< of the new final paper: which sheets stay good, which are printed and signed anew
    int statementPages = 0;
};

/// Compares two final papers of one dossier and writes the statement of what changed, field by field, with room for signature
/// and seal: a paper of its own that is printed, signed in ink and taken in like a dossier (takeScansIn()), or signed by a
/// certificate. `out` appears whole or not at all; the same papers give the same bytes.
///
/// Throws Error as openDossier() and readPageMap() for either paper; Unsupported when they are of different dossiers or calls,
/// `to` is not of a later revision, or nothing changed; NotWritable.
WrittenCorrection writeCorrection(const QString& from, const QString& to, const QString& out);

/// `correction --json`: {"out", "corrections": [{"place", "was", "now"}], "pages": [{"page", "before": page or null, "good",
/// "signAnew": [role]}]}.
QJsonObject toJson(const WrittenCorrection& written, const QString& out);

} // namespace jz
