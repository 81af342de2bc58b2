// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/workspace/database.h"

#include <functional>

namespace jz {

/// The schema this program writes: the number of the last file in resources/sql/.
int newestSchema();

/// The schema of the file: 0 for a new one. Throws Error Unsupported for a newer one, naming the version needed, and
/// Malformed for a database of another program.
int schemaOf(Database& database);

/// Brings the file to newestSchema(): each missing step in a transaction of its own, so that a file is always at one
/// version or the next. `beforeChange` runs once before an existing file is changed (a backup).
void migrate(Database& database, const std::function<void(int version)>& beforeChange);

} // namespace jz
