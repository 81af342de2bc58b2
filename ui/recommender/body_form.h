// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/recommender/batch_board.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QVBoxLayout;
QT_END_NAMESPACE

namespace jz::ui {

class SearchBox;

/// Who we are (本单位): which body, for which call, with which quota; whom to ask; and what the call wants a body to declare about itself. Set up
/// once, changed later.
class BodyForm : public QWidget
{
    Q_OBJECT

public:
    BodyForm(BatchBoard& board, QWidget* parent);

    /// Keeps what is filled in: begins the batch, or changes the body of the one there is. Throws Error Usage naming what is missing.
    void keep();

private:
    void addBody(QFormLayout* form);
    void addDeclarations(QVBoxLayout* layout);
    void showQuota();
    void showConditions();
    const CallPack& pack() const;
    Body body() const;
    void declare(qint64 batch);

    BatchBoard& m_board;
    QComboBox* m_call;
    SearchBox* m_name = nullptr;
    QComboBox* m_kind;
    QLabel* m_quota;
    QLineEdit* m_contact;
    QLineEdit* m_phone;
    QVBoxLayout* m_conditions;
    QList<std::pair<QString, QCheckBox*>> m_declared; ///< by id of the condition
    QLineEdit* m_by;
};

/// The same in a dialog, for later changes.
class BodyDialog : public QDialog
{
    Q_OBJECT

public:
    BodyDialog(BatchBoard& board, QWidget* parent);

private:
    BodyForm* m_form;
};

} // namespace jz::ui
