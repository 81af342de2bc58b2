// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/workspace/operators.h"
#include "ui/desk/dialogs.h"

namespace jz::ui {

/// Asks what has to be asked before somebody else is at work. Dialogs stand over `over`. Throws Error.
class OperatorSwitch
{
public:
    OperatorSwitch(Operators& operators, Dialogs& dialogs, QWidget* over) : m_operators(operators), m_dialogs(dialogs), m_over(over) {}

    /// Who is to be at work when the PIN, if there is one, was right; null when it was not.
    Operator admitted(qint64 key);
    /// Asks for another name and unit; null when cancelled. Somebody who is known already is asked for the PIN.
    Operator another();
    /// Sets, changes or removes the PIN of who is at work.
    void changePin();

private:
    Operators& m_operators;
    Dialogs& m_dialogs;
    QWidget* m_over;
};

} // namespace jz::ui
