// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/table.h"
#include "model/print/text_measure.h"
#include "model/print/value_text.h"

namespace jz {

/// Builds the printed sections of a dossier from the `print` rows of its call pack (form.json), in template
/// order, labels as the pack words them. `tableWidth` in mm.
QList<TableSection> formSections(const CallPack& pack, const Dossier& dossier, const ValueText& values,
                                 TextMeasure& measure, double tableWidth);

} // namespace jz
