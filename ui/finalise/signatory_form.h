// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/finalise/step_page.h"

QT_BEGIN_NAMESPACE
class QCheckBox;
QT_END_NAMESPACE

namespace jz::ui {

/// Who signs, with name and position; a deputy needs a letter of authorisation (授权书), which is printed here and whose scan is taken in.
class SignatoryForm : public StepPage
{
    Q_OBJECT

public:
    SignatoryForm(DossierSession& session, QWidget* parent);

    void refresh(const QList<RouteStep>& route) override;
    /// Throws Error Usage naming what is missing; Cancelled when a deputy signs without a letter and the user wants to see to that first.
    void requireComplete();
    /// Keeps it beside the dossier.
    void writeItDown();

private:
    void writeLetter(const QString& path);
    void printLetter();
    void saveLetter();
    void takeLetterIn();

    QLineEdit* m_name;
    QLineEdit* m_position;
    QCheckBox* m_deputy;
    QWidget* m_letter;
    QLineEdit* m_head;
    QLabel* m_kept;
};

} // namespace jz::ui
