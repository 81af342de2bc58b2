// SPDX-License-Identifier: Apache-2.0
// What the office's commands say of experts and dossiers.
#pragma once

#include "app/batch_desk.h"

#include "model/procedure/review_table.h"

namespace jz::cli {

/// Which pairs are shown.
struct ConflictChoice
{
    bool withNotes = false;
    QUuid dossier;  ///< null: all
    QString expert; ///< number or name; empty: all
};

/// [{"rule", "grade", "field", "row", "column", "words", "of", "message"}]
QJsonArray evidenceJson(const Conflict& conflict);
/// `office conflicts --json`, see office_conflict_commands.cpp.
QJsonObject conflictsJson(const ReviewTable& table, const ConflictChoice& choice);
void tellConflicts(const ReviewTable& table, const ConflictChoice& choice);

} // namespace jz::cli
