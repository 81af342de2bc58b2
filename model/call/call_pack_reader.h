// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"

namespace jz {

/// One thing wrong with a pack folder.
struct CallPackProblem
{
    QString file;       ///< relative to the folder, e.g. `form.json`, `amendments/extension.json`
    QString pointer;    ///< JSON pointer (RFC 6901) to the place; empty for the whole document
    LocalizedText message;
};

using CallPackProblems = QList<CallPackProblem>;

/// Checks a pack folder: form.json, rules.json, rubric.json, facts.json and amendments/*.json, each against its
/// schema (JSON Schema draft 7, in resources/calls/schema), then against each other: unknown or doubled ids,
/// options and columns that do not exist, print rows that name no field, fields that are printed twice or
/// never, dates that are none, patterns that do not compile, amendments that reach beyond the facts.
/// Reports everything it finds, in the order of the files above; a file that is missing or no JSON is one problem.
/// `folder` may be a compiled-in one (":/calls/…"); `amendments` names further amendment files.
CallPackProblems checkCallPack(const QString& folder, const QStringList& amendments = {});

/// Reads a pack folder. Amendments are applied to the facts in the order of their dates (RFC 7396 merge).
/// Throws Error Malformed whose message lists all problems checkCallPack() finds, one per line.
CallPack readCallPack(const QString& folder, const QStringList& amendments = {});

/// The ids of the packs compiled in, sorted.
QStringList builtInCallPackIds();

/// A compiled-in pack; the same object at every call, alive until the program ends; null when there is none
/// of that id. May be called from any thread.
const CallPack* findBuiltInCallPack(const QString& id);

/// A compiled-in pack. Throws Error NotFound when there is none of that id, naming those there are.
CallPack builtInCallPack(const QString& id);

} // namespace jz
