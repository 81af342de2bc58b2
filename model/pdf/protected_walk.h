// SPDX-License-Identifier: Apache-2.0
// Private to model/pdf: qpdf shows in it.
#pragma once

#include "model/pdf/state_comparison.h"

#include <deque>

namespace jz {

/// Follows every reference of the earlier state from where it is told to start and names each object that it comes
/// to and that is another one in the later state. So an object that was replaced is cleared only when *no* protected
/// way leads to it. Each object is visited once; nothing recurses with the file.
///
/// Pages, form fields and the catalog lead to everything and are led to from everywhere. They are *exempt*: compared
/// by themselves, and no way goes on through them.
class ProtectedWalk
{
public:
    explicit ProtectedWalk(StateComparison& states) : m_states(states) {}

    enum class Role { Document, Page, Field };
    void exempt(ObjectId id, Role role) { m_exempt[id.number] = role; }
    bool isExempt(ObjectId id) const { return m_exempt.contains(id.number); }

    /// Remembers to protect what `value` (of the earlier state) leads to. `kind`: what changes are called that are found from
    /// here; nothing: by their path.
    void protect(QPDFObjectHandle value, const std::string& path, std::optional<ChangeKind> kind = {});
    /// Visits all that is to be protected so far; what is exempt has to be known by now.
    void run();
    bool reached(int number) const { return m_visited.contains(number); }

private:
    struct Visit
    {
        QPDFObjectHandle object;
        int from = -1;
        std::string path; ///< from the object `from` on
        std::optional<ChangeKind> kind;
        bool inStructure = false;
    };
    void expand(QPDFObjectHandle value, int visit, const std::string& path, const std::string& key);
    void arrive(QPDFObjectHandle reference, int visit, const std::string& path, const std::string& key);
    void start(int index);
    void visit(int index);
    bool isDamaged(QPDFObjectHandle object) const;
    std::string pathOf(int visit) const;

    StateComparison& m_states;
    std::unordered_map<int, Role> m_exempt;
    std::unordered_set<int> m_visited;
    std::deque<Visit> m_visits;
    size_t m_next = 0;
};

/// Compares two dictionaries key by key. `skipped` are left to the caller; of all others the values have to be the
/// same, and what they lead to is protected.
void compareKeys(StateComparison& states, ProtectedWalk& walk, QPDFObjectHandle before, QPDFObjectHandle after,
                 const std::set<std::string>& skipped, const std::string& path,
                 std::optional<ChangeKind> kind = {});

} // namespace jz
