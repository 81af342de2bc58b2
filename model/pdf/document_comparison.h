// SPDX-License-Identifier: Apache-2.0
// Private to model/pdf: qpdf shows in it.
#pragma once

#include "model/pdf/form_comparison.h"
#include "model/pdf/page_comparison.h"

namespace jz {

/// Compares two states of a document from the trailer down.
class DocumentComparison
{
public:
    explicit DocumentComparison(StateComparison& states)
        : m_states(states), m_walk(states), m_form(states, m_walk), m_pages(states, m_walk)
    {
    }
    void run();

private:
    void compareTrailer(QPDFObjectHandle before, QPDFObjectHandle after);
    void compareCatalog(QPDFObjectHandle before, QPDFObjectHandle after);
    void comparePermissions(QPDFObjectHandle before, QPDFObjectHandle after);
    void compareInfo(QPDFObjectHandle before, QPDFObjectHandle after);
    void compareMetadata(QPDFObjectHandle before, QPDFObjectHandle after);
    void compareSecurityStore(QPDFObjectHandle before, QPDFObjectHandle after);
    bool isStore(QPDFObjectHandle store, bool isRoot);
    bool isStreamList(QPDFObjectHandle list);
    /// What is new or replaced but stands under nothing.
    void findUnused();
    void follow(QPDFObjectHandle value, std::vector<QPDFObjectHandle>& open, std::unordered_set<int>& seen);

    StateComparison& m_states;
    ProtectedWalk m_walk;
    FormComparison m_form;
    PageComparison m_pages;
};

} // namespace jz
