// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/panel_assignment.h"

namespace jz {

/// Private to procedure/panel_assignment: from a review to a task and back.

/// Who takes part, in the order of the register; experts with something begun always do.
std::vector<int> takingPart(const ReviewTable& table, const ReviewProgress& progress, const AssignOrder& order);

/// The task of a review. `begun` of it are the pairs of `fixed` that count.
AssignmentTask taskOf(const ReviewTable& table, const std::vector<int>& experts, const ReviewProgress& progress, const QList<ReviewPair>& fixed, const AssignOrder& order);

/// {"mode", "seed", "least", "normal", "foreign", "load"}
QJsonObject orderJson(const AssignOrder& order);
AssignOrder orderFrom(const QJsonObject& rules);

/// All of a task, for whoever recomputes it: {"experts": [keys], "dossiers": [ids], "loads", "expertGroups", "dossierGroups", "begun": [[dossier, expert]], "cost": base 64 of a byte for each
/// dossier and expert, 255 for a conflict}.
QJsonObject taskJson(const AssignmentTask& task, const std::vector<qint64>& experts, const QStringList& dossiers);
AssignmentTask taskFrom(const QJsonObject& json, const AssignOrder& order);

} // namespace jz
