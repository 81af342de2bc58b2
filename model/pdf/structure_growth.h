// SPDX-License-Identifier: Apache-2.0
// Private to model/pdf: qpdf shows in it.
#pragma once

#include "model/pdf/state_comparison.h"

namespace jz {

/// Tagged PDFs get an element in their structure tree for each signature field that is added to them (ISO 32000-2,
/// 14.7.5.3): what is permitted there is that, and nothing else.
class StructureGrowth
{
public:
    explicit StructureGrowth(StateComparison& states) : m_states(states) {}
    /// Whether an object of the structure tree (the root, an element, a node of the parent tree or an array of
    /// these) only gained what new signature fields need.
    bool permits(QPDFObjectHandle before, QPDFObjectHandle after);

private:
    bool kidsGrew(QPDFObjectHandle before, QPDFObjectHandle after);
    bool numbersGrew(QPDFObjectHandle before, QPDFObjectHandle after);
    /// A new element whose only content are references to new signature widgets.
    bool isForNewWidgets(QPDFObjectHandle item, int depth);

    StateComparison& m_states;
};

} // namespace jz
