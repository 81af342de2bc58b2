// SPDX-License-Identifier: Apache-2.0
// Private to model/pdf: qpdf shows in it.
#pragma once

#include "model/pdf/protected_walk.h"

namespace jz {

/// Compares the page tree of two states. Pages may only gain the widgets of new signature fields and notes; all else
/// of them is protected. Run it after the form: it has to know its fields.
class PageComparison
{
public:
    PageComparison(StateComparison& states, ProtectedWalk& walk) : m_states(states), m_walk(walk) {}
    /// Exempts the nodes and pages from the walk, so that a way to a page is not a way through it.
    void exempt(QPDFObjectHandle pages);
    void run();

private:
    struct Node
    {
        QPDFObjectHandle before;
        std::string path;
    };
    void compareNode(const Node& node);
    void compareAnnotations(QPDFObjectHandle before, QPDFObjectHandle after, const std::string& path);
    bool isNewMarkup(QPDFObjectHandle annotation);

    StateComparison& m_states;
    ProtectedWalk& m_walk;
    std::vector<Node> m_nodes;
};

} // namespace jz
