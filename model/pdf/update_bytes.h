// SPDX-License-Identifier: Apache-2.0
// Private to model/pdf: qpdf shows in it.
#pragma once

#include "model/pdf/state_comparison.h"

namespace jz {

/// The bytes that one revision appended, and its cross-reference section.
struct UpdateExtent
{
    qint64 begin = 0; ///< where the revision before it ends
    qint64 end = 0;   ///< after its `%%EOF`
    const XrefSection* section = nullptr;
    bool hybridIsOld = true; ///< it has no /XRefStm, or the one of an earlier section
};

/// Checks the bytes themselves: every object that the section brings in stands in these bytes, where the section
/// says, well-formed, under its own number and a generation that did not change; the objects do not overlap; nothing
/// else stands between them. What readers that rebuild a table would find is then what the table says.
void checkUpdateBytes(StateComparison& states, const ByteSource& source, const UpdateExtent& extent);

} // namespace jz
