// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/seal_request.h"
#include "ui/desk/dialogs.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QSpinBox;
QT_END_NAMESPACE

namespace jz::ui {

/// Asks for what a request for the use of the seal (用印呈批) says besides the document itself.
class SealRequestDialog : public QDialog
{
    Q_OBJECT

public:
    SealRequestDialog(const SealRequest& proposed, QWidget* parent);

    SealRequest request() const;
    /// Whether it is to be saved; else it is printed.
    bool wantsFile() const { return m_wantsFile; }

private:
    void build();

    SealRequest m_request;
    QSpinBox* m_copies;
    QLineEdit* m_person;
    QLineEdit* m_department;
    QLineEdit* m_purpose;
    bool m_wantsFile = false;
};

/// Asks, writes the sheet for a final paper, and prints or saves it. Throws Error as writeSealRequest().
void offerSealRequest(QWidget* over, Dialogs& dialogs, const SealRequest& proposed);

} // namespace jz::ui
