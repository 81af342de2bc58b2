// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

namespace jz {

/// What can be undone and redone, worked out from the steps of the journal; never stored.
///
/// An undo is a step that takes back another, a redo one that takes back an undo. Both can be taken back again.
class UndoList
{
public:
    /// Hears of the next step: its number, and the step it takes back (0 for none).
    void follow(int step, int undoes);
    /// A step that is no edit: what was before it stays as it is.
    void stop();

    /// The step that undo (redo) would take back; 0 for none.
    int toUndo() const { return m_undo.isEmpty() ? 0 : m_undo.last(); }
    int toRedo() const { return m_redo.isEmpty() ? 0 : m_redo.last(); }

private:
    QList<int> m_undo;
    QList<int> m_redo;
};

} // namespace jz
