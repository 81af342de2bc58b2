// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/batch_desk.h"
#include "model/procedure/expert_panel.h"

namespace jz::cli {

/// What the commands of the expert's desk have in common.

/// What is told before the answer: the promise, and hosts and people to look for conflicts among. {"panel", "expert", "round", "due", "answer", "promise", "dossiers":
/// [{"number", "title", "applicant", "people"}]}
QJsonObject taskJson(const ExpertPanel& panel);
void printTask(const ExpertPanel& panel);

/// What was entered, with what is missing: {"panel", "answer", "promised", "version": last finished or 0, "changed": since then, "papers": still here, "progress": {"done", "of"},
/// "dossiers": [{"number", "order", "title", "applicant", "category", "points": {criterion: number}, "total", "band", "comments", "comment", "opinion", "visit",
/// "conflict", "note", "gaps": [message], "sameWords": [number]}], "ranking": [number]}. Dossiers as they are presented.
QJsonObject progressJson(const ExpertPanel& panel);
void printProgress(const ExpertPanel& panel);

/// A number of a dossier. Throws Error Usage.
int dossierNumber(const QString& typed);
/// "key=value" of an option, in the order in which they were given. Throws Error Usage.
QList<QPair<QString, QString>> pairsOf(const Call& call, const QString& option);
/// The criterion of that id, title or place (from 1). Throws Error Usage naming those there are.
const Criterion& criterionOf(const Rubric& rubric, const QString& named);

} // namespace jz::cli
