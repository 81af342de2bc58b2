// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/open_dossier.h"
#include "model/recommendation/return_slip_file.h"
#include "model/workspace/workspace.h"

namespace jz {

/// What became of a return slip that was opened.
struct TakenSlip
{
    QUuid dossier;
    bool passed = false;
    bool again = false;    ///< it was opened before, and nothing was written down anew
    int revision = 1;      ///< of the dossier now: for a returned one, of the draft in which the notes are dealt with
    LocalizedText words;   ///< what was done, for the person who opened it
    LocalizedText warning; ///< what is to be looked at; empty for nothing
};

/// Takes a slip in, that readReturnSlip() read from `path`. A returned dossier becomes the draft of its next revision with the notes as its
/// fix list (fix_list.h); where that draft was begun already, they come to it. A passed one has it written down as pre-review (see
/// office_route.h). The slip is kept with that. No OpenDossier of it may be there meanwhile.
///
/// Throws Error NotFound when the dossier is not here; Unsupported when the slip is about another revision or content than what left from
/// here, or the dossier was withdrawn: message and remedy in plain words, and nothing is changed.
TakenSlip takeSlipIn(Workspace& workspace, const QString& path, const ReceivedSlip& received, qint64 person);

/// Writes down that an open dossier was passed (预审通过), as the recommending body's slip in a file says: who, when, and the slip is kept.
/// Throws Error as readReturnSlip() and takeSlipIn(); Unsupported, too, when it is about another dossier or returns it instead.
void writeDownPassed(OpenDossier& dossier, const QString& path, const Aside& aside = runHere);

} // namespace jz
