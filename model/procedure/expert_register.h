// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/review/expert_table.h"
#include "model/workspace/workspace.h"

namespace jz {

/// What a table would do to the register (专家库); nothing is kept. Throws Error as readTableFile() and expertImport().
ExpertImport previewExperts(Workspace& workspace, const QString& path, const ExpertImportOrder& order);
/// Keeps what a preview says, all or nothing. Returns the keys of those kept, in the order of ExpertImport::kept().
QList<qint64> keepExperts(Workspace& workspace, const ExpertImport& preview);

/// Adds one person, or changes one (`key` not 0). Throws Error Usage as requireWholeExpert(), and for a person who is in the register already.
qint64 keepExpert(Workspace& workspace, const Expert& expert, const QDate& today);

/// What else than the record is known of a person: what deleting it leaves.
struct ExpertTraces
{
    int assigned = 0;  ///< dossiers, over the assignments in force
    int bundles = 0;   ///< panel bundles in force
    int sheets = 0;    ///< score sheets that count
    int decisions = 0; ///< on conflicts of interest
};
ExpertTraces tracesOf(Workspace& workspace, qint64 expert);

/// Deletes what is known of a person. The number stays in assignments and score sheets. Throws Error Usage while the person is still to judge: dossiers are
/// assigned and no score sheet has come back.
void deleteExpert(Workspace& workspace, qint64 expert);

/// Those whose day of deletion has come.
QList<Expert> overdueExperts(Workspace& workspace, const QDate& today);

} // namespace jz
