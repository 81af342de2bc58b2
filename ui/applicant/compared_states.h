// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/dossier_session.h"

namespace jz::ui {

/// A state of a dossier that can be compared with another: now, a revision that was kept, a step of the journal, a file.
struct ComparedState
{
    QString label;
    std::function<Dossier()> read; ///< throws Error
};

/// Now first, then the revisions that were kept, newest first, then the state before this revision's first step.
QList<ComparedState> statesOf(DossierSession& session);
/// The state after a step of the journal.
ComparedState stateAfterStep(DossierSession& session, int step);
/// What a file holds; it is read now, beside the window that `over` is in. Throws Error as openDossier().
ComparedState stateInFile(const QString& path, QWidget* over);

} // namespace jz::ui
