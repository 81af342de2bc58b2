// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desk.h"

#include "model/exchange/ink_problem.h"
#include "model/recommendation/batch.h"

namespace jz::cli {

/// What the commands of the recommending body's desk have in common.

QString idText(const QUuid& id);

/// `--batch NAME`, of every command that works on one batch.
Option batchOption();
/// The batch named by --batch, else the one begun last. Throws Error NotFound.
Batch batchOf(const Call& call, Workspace& workspace);
/// The call of that id. Throws Error Usage naming those there are.
const CallPack& packOf(const QString& callId);

/// The one candidate whose id begins so, withdrawn ones too. Throws Error Usage when there is none, or several.
QUuid dossierOf(const BatchView& view, const QString& begin);

/// Runs a command under withErrorJson().
template <int (*run)(const Call&)>
int reported(const Call& call)
{
    return withErrorJson(call, [&] { return run(call); });
}

/// [{"code", "page": of the printed paper or null, "where": scan, "message"}]
QJsonArray problemsJson(const InkProblems& problems);
/// One of the `candidates` of viewJson().
QJsonObject candidateJson(const BatchView& view, const Candidate& candidate, const Findings& duplicates);
/// `batch list --json`, see batch_desk_commands.cpp.
QJsonObject viewJson(const BatchView& view, const CallPack& pack);

} // namespace jz::cli
