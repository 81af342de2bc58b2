// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/workspace/operators.h"
#include "ui/shell/page.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
QT_END_NAMESPACE

namespace jz::ui {

/// The program starts and who worked last has a PIN: asks for it, or for who else is here. `operators` must outlive it.
class LockPage : public Page
{
    Q_OBJECT

public:
    LockPage(Operators& operators, const Operator& person, QWidget* parent = nullptr);

Q_SIGNALS:
    void unlocked();
    void operatorWanted(qint64 key);
    void newOperatorWanted();

private:
    void addOthers(const Operator& person);
    void tryPin();

    Operators& m_operators;
    qint64 m_key;
    QLineEdit* m_pin;
    QLabel* m_remark;
};

} // namespace jz::ui
