// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/undo_list.h"

namespace jz {

void UndoList::follow(int step, int undoes)
{
    if (undoes != 0 && undoes == toUndo()) {
        m_undo.removeLast();
        m_redo.append(step);
    } else if (undoes != 0 && undoes == toRedo()) {
        m_redo.removeLast();
        m_undo.append(step);
    } else {
        m_undo.append(step);
        m_redo.clear();
    }
}

void UndoList::stop()
{
    m_undo.clear();
    m_redo.clear();
}

} // namespace jz
