// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/dossier/edits.h"

#include <random>

namespace jz::test {

/// An edit as a person might make it: typing, ticking, rows and files that come, go, move; never empty.
Changes randomEdit(const Dossier& dossier, std::mt19937& random);

} // namespace jz::test
