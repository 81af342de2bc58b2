// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"
#include "model/exchange/bundle.h"
#include "model/review/panel.h"

namespace jz {

/// The forms for an expert who works without the program, in `folder`: a locked spreadsheet (score_table.h) and a paper sheet (paper_sheet.h). As files for
/// a bundle. Throws Error NotWritable.
QList<BundleFile> writePanelForms(const Panel& panel, const CallPack& pack, const QString& folder);

} // namespace jz
