// SPDX-License-Identifier: Apache-2.0
// Private to model/pdf: qpdf shows in it.
#pragma once

#include "model/pdf/qpdf_objects.h"
#include "model/pdf/revision_change.h"

#include <unordered_map>
#include <unordered_set>

namespace jz {

/// Two states of one file, before and after a revision, with what differs between them so far. The parts of the
/// comparison share it.
class StateComparison
{
public:
    /// `budget`: how many objects may still be looked at; shared by all steps of a file.
    StateComparison(QpdfObjects& before, QpdfObjects& after, qint64& budget);

    QpdfObjects& before() { return m_before; }
    QpdfObjects& after() { return m_after; }

    /// Object numbers whose cross-reference entries differ, or whose object stream was replaced. Sorted.
    const std::set<int>& touched() const { return m_touched; }
    bool isTouched(int number) const { return m_touched.contains(number); }
    /// No object of that number was in use before.
    bool isNew(int number) const { return !m_numbersBefore.contains(number); }
    /// The object is another one after than before: touched, and not only written again.
    bool differs(QPDFObjGen id);
    /// The same object of the later state; null when there is none.
    QPDFObjectHandle later(QPDFObjectHandle before);

    void add(ChangeKind kind, ObjectId object, const std::string& path, const QString& field = {});
    RevisionChanges& changes() { return m_changes; }
    /// Counts an object that is looked at; false when the budget is used up, which is then said.
    bool spend();

    /// Widgets of new signature fields: what pages and the structure tree may gain.
    std::unordered_set<int> newWidgets;

private:
    void collectTouched();
    void addMembersOfTouchedStreams();

    QpdfObjects& m_before;
    QpdfObjects& m_after;
    qint64& m_budget;
    bool m_spent = false;
    std::set<int> m_touched;
    std::unordered_set<int> m_numbersBefore;
    std::unordered_map<int, bool> m_differs;
    RevisionChanges m_changes;
};

/// What kind a forbidden change is, to judge by the way that leads to the object.
ChangeKind kindOfPath(const std::string& path);

/// `path` with a key or an index behind it.
std::string pathTo(const std::string& path, const std::string& key);
std::string pathTo(const std::string& path, int index);

} // namespace jz
