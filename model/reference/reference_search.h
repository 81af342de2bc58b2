// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/reference/divisions.h"
#include "model/reference/name_search.h"
#include "model/reference/recommending_bodies.h"

namespace jz {

/// Finds divisions by name and pinyin, down from the province (湖北wh), hidden levels left out; former ones too. Ids are
/// codes; of a former division its former code. Among equally good ones higher levels come first, then seats of provinces and
/// cities planned separately (wh: 武汉 before 乌海), then the order of the codes.
NameSearch divisionSearch(const Divisions& divisions, const Pinyin& pinyin);

/// Finds bodies by full and short name; with a name of its province in front the level word may be left out (hbkx →
/// 湖北省科协). Ids are full names.
NameSearch bodySearch(const RecommendingBodies& bodies, const Divisions& divisions, const Pinyin& pinyin);

/// Over the tables compiled in (reference_data.h); made at the first call (some 10 ms), alive until the program ends. May be
/// called from any thread.
const NameSearch& builtInDivisionSearch();
const NameSearch& builtInBodySearch();

} // namespace jz
