// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"
#include "model/reference/reference_data.h"
#include "ui/form/search_box.h"

namespace jz::ui {

/// The recommending bodies that a query finds by name, short name or pinyin initials, for a SearchBox: grouped by kind (as the
/// call's quotas word it) and by the group in the list. All of them for an empty query.
QList<SearchBox::Hit> bodyHits(const CallPack& pack, const RecommendingBodies& bodies, const QString& query);

} // namespace jz::ui
