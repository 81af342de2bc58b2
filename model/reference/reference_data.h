// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/reference/divisions.h"
#include "model/reference/recommending_bodies.h"
#include "model/reference/working_days.h"

namespace jz {

/// The tables every desk needs. A plain value: a desk may copy it and change the copy (own bodies, more years).
struct ReferenceData
{
    Divisions divisions;            ///< end of 2024
    WorkingDays workingDays;        ///< 2020 to 2026
    RecommendingBodies bodies;
};

/// The tables compiled in; read once, alive until the program ends. May be called from any thread.
const ReferenceData& builtInReferenceData();

/// The full printed name of a division ("湖北省武汉市洪山区"), as Divisions::names() has it; the code itself when the table
/// compiled in does not know it. Looks for the few lines it needs: who asks for one name need not take all of the table
/// apart. May be called from any thread.
QString divisionName(const QString& code);

} // namespace jz
