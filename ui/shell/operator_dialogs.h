// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/workspace/operators.h"
#include "ui/shell/operator_form.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QVBoxLayout;
QT_END_NAMESPACE

namespace jz::ui {

/// Asks for name and unit of another operator.
class OperatorDialog : public QDialog
{
    Q_OBJECT

public:
    explicit OperatorDialog(QWidget* parent);

    QString name() const { return m_form->name(); }
    QString unit() const { return m_form->unit(); }
    void accept() override;

private:
    OperatorForm* m_form;
};

/// Asks an operator for the PIN; accepts only when it fits. `operators` must outlive it.
class PinDialog : public QDialog
{
    Q_OBJECT

public:
    PinDialog(Operators& operators, const Operator& person, QWidget* parent);

    void accept() override;

private:
    Operators& m_operators;
    qint64 m_key;
    QLineEdit* m_pin;
    QLabel* m_remark;
};

/// Sets, changes or (left empty) takes away an operator's PIN: the one there is, then the new one twice.
class NewPinDialog : public QDialog
{
    Q_OBJECT

public:
    NewPinDialog(Operators& operators, const Operator& person, QWidget* parent);

    void accept() override;

private:
    void refuse(QLineEdit* place, const QString& why);

    Operators& m_operators;
    Operator m_person;
    QLineEdit* m_old = nullptr; ///< null when there is none yet
    QLineEdit* m_new;
    QLineEdit* m_again;
    QLabel* m_remark;
};

} // namespace jz::ui
