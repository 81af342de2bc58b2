// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/localized_text.h"
#include "model/workspace/workspace.h"

namespace jz {

/// Something in a workspace that is not as it must be.
struct Breach
{
    QString invariant;     ///< stable name, see checkWorkspace()
    QString subject;       ///< dossier id, object, file
    LocalizedText message;
    bool repaired = false;
};

/// Checks what must always hold. The invariants, by name:
///
///   database-sound      SQLite's own integrity and foreign key checks
///   steps-numbered      the steps of a dossier are 1, 2, … and `dossier.steps` is the last
///   undo-of-earlier     a step that takes back another names an earlier edit of the same dossier
///   changes-fit         every change begins with the value that was there, and fits
///   snapshot-agrees     a snapshot is what the steps before it make
///   entry-agrees        state, revision and parent in the list are what the steps make
///   revision-sound      the data of a kept revision has the fingerprint it is kept under
///   object-present      every file that a dossier or revision names lies in objects/ …
///   object-sound        … and has the bytes it is named by (`deep` only)
///   nothing-left-over   no half-written file lies about
///
/// With `repair`: snapshots and list entries are made anew from the journal, left-over files removed; what
/// cannot be mended is reported with what to do. The journal itself is never touched.
QList<Breach> checkWorkspace(Workspace& workspace, bool repair = false, bool deep = true);

} // namespace jz
