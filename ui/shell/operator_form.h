// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
QT_END_NAMESPACE

namespace jz::ui {

/// Name and unit of an operator, to be filled in: on the page of the first start and in the dialog for another operator.
class OperatorForm : public QWidget
{
    Q_OBJECT

public:
    explicit OperatorForm(QWidget* parent);

    QString name() const;
    QString unit() const;
    /// Whether both are filled in; else says at the place what is missing and goes there.
    bool isComplete();

Q_SIGNALS:
    /// Enter was pressed in the last field.
    void entered();

private:
    QLineEdit* addLine(const QString& objectName, const QString& label, const QString& example);
    QLabel* addRemark();

    QLineEdit* m_name;
    QLabel* m_nameRemark;
    QLineEdit* m_unit;
    QLabel* m_unitRemark;
};

} // namespace jz::ui
