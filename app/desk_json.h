// SPDX-License-Identifier: Apache-2.0
// What the commands of a workspace print with --json.
#pragma once

#include "model/dossier/dossier_merge.h"
#include "model/workspace/workspace.h"
#include "model/workspace/workspace_check.h"

#include <QJsonArray>

namespace jz::cli {

/// {"id", "call", "title", "applicant", "state", "revision", "progress", "steps", "changed"}
QJsonObject entryJson(const DossierEntry& entry);
/// {"part": "value"|"attachment"|"reason", "field", "row", "column"}
QJsonObject placeJson(const Address& place);
/// {"place", "label", "was", "now"}; `dossier` is where rows are counted.
QJsonObject changeJson(const Change& change, const Dossier& dossier, const CallPack& pack);
/// {"number", "revision", "kind", "undoes", "person": {"name", "unit"}, "via", "at", "detail", "changes"}
QJsonObject stepJson(const Step& step, const Operator& person, const Dossier& dossier, const CallPack& pack);
/// [{"place", "label", "was", "mine", "theirs", "conflict": boolean, "take": "mine"|"theirs"}]
QJsonArray mergeJson(const DossierMerge& merge, const Dossier& dossier, const CallPack& pack);
/// [{"place", "text", "todo", "who", "due", "done"}]
QJsonArray notesJson(Workspace& workspace, qint64 dossier);
/// [{"revision", "occasion", "fingerprint", "paper", "at"}]
QJsonArray revisionsJson(Workspace& workspace, qint64 dossier);
/// {"invariant", "subject", "message", "repaired"}
QJsonObject breachJson(const Breach& breach);

} // namespace jz::cli
