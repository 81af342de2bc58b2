// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/workspace/workspace.h"

#include <functional>

namespace jz::test {

/// What workspace_driver does; `told` hears "stored HASH" after each thing that is in the database, HASH being that of the
/// dossier's bytes then, and "waiting REASON" when an edit could not be stored.
void work(const QString& what, const QString& folder, unsigned seed, int count, const std::function<void(const QString&)>& told);

/// The same without a workspace: the hashes that work() tells, one after another.
QStringList expectedHashes(const QString& what, unsigned seed, int count);

} // namespace jz::test
