// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/pdf/revision_change.h"

#include <QHash>

namespace jz {

/// What one revision did to the one before it.
struct RevisionStep
{
    qint64 begin = 0; ///< the bytes of the revision
    qint64 end = 0;
    RevisionChanges changes;
};

/// The revisions of a file, compared one by one (ISO 32000-2, 7.5.6): each object that differs is named, with the way
/// on which it was reached, and so are objects that no honest program would write. A difference that is not
/// understood is a change of a forbidden kind; nothing is passed over.
///
/// Bounded: at most 100 revisions and 600,000 objects looked at, all comparisons of a file together; what is beyond
/// is NotCompared. Comparisons are made when asked for and kept. Not thread-safe.
class RevisionHistory
{
public:
    /// `newest` belongs to the caller and outlives it.
    explicit RevisionHistory(const PdfStructure& newest);
    ~RevisionHistory();

    /// Readers come by the revision that ends at `end`.
    bool isFollowed(qint64 end) const;
    /// What came after the revision that ends at `end`, oldest first; empty when it is the newest or not followed.
    QList<RevisionStep> after(qint64 end);

private:
    struct State;
    int indexOf(qint64 end) const;
    qint64 endOf(const XrefSection& section) const;
    const RevisionStep& step(int index, qint64 begin);
    void compare(State& before, State& after, int index, RevisionStep& step);

    const PdfStructure& m_newest;
    QHash<int, RevisionStep> m_steps;      ///< by the index of the newer section in the chain
    std::unique_ptr<State> m_state;        ///< the last one opened …
    int m_stateIndex = -1;                 ///< … and which it is
    qint64 m_budget = 600'000;
};

/// The file is a paper of this program: it carries `dossier.json` or all the signature fields that are reserved in
/// our papers.
bool isOwnPaper(const PdfStructure& structure);

} // namespace jz
