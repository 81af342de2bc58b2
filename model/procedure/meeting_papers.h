// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/recommendation/batch.h"
#include "model/workspace/workspace.h"

namespace jz {

/// Writes the papers for the meeting that decides (会议材料) as one PDF: an overview of all candidates that are not withdrawn, in ranking order with the line
/// between recommended and reserves, then one page for each in large type. What a candidate's page shows follows from the call pack: every printed field
/// that holds a choice or a text and is not said at the head of the page; of tables how many rows; nothing that experts may not see, no way to reach a person, no files. Long texts
/// are cut so that a page is enough, and say so. Words: `paper.meeting` of the pack, where it has any. The papers stay in the body: they carry no data and no codes.
///
/// `out` appears whole or not at all. Throws Error Usage for a batch without candidates, and those of readDossierData() and assemblePdf().
void writeMeetingPapers(Workspace& workspace, qint64 batch, const QString& out);

} // namespace jz
