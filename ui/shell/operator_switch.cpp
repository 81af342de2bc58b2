// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/operator_switch.h"

#include "ui/shell/operator_dialogs.h"

namespace jz::ui {

Operator OperatorSwitch::admitted(qint64 key)
{
    const Operator person = m_operators.byKey(key);
    if (!person.hasPin)
        return person;
    PinDialog dialog(m_operators, person, m_over);
    return m_dialogs.run(dialog) ? person : Operator();
}

Operator OperatorSwitch::another()
{
    OperatorDialog dialog(m_over);
    if (!m_dialogs.run(dialog))
        return {};
    return admitted(m_operators.add(dialog.name(), dialog.unit()).key);
}

void OperatorSwitch::changePin()
{
    NewPinDialog dialog(m_operators, m_operators.current(), m_over);
    m_dialogs.run(dialog);
}

} // namespace jz::ui
