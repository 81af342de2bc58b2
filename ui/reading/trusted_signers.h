// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/trust_desk.h"
#include "ui/desk/dialogs.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QPushButton;
class QTreeWidget;
QT_END_NAMESPACE

namespace jz::ui {

/// Whom this workspace trusts (可信签名人): as what, on what that rests, by whom and until when; to add one from a certificate file and to
/// remove one with the reason. What was removed stays on record and is listed below.
class TrustedSigners : public QDialog
{
    Q_OBJECT

public:
    TrustedSigners(Workspace& workspace, Dialogs& dialogs, QWidget* parent);

    /// Somebody was added or removed: verdicts may be others now.
    bool isChanged() const { return m_isChanged; }

private:
    void build();
    void list();
    void addFile();
    void remove();
    void showState();

    Workspace& m_workspace;
    Dialogs& m_dialogs;
    QTreeWidget* m_signers;
    QLineEdit* m_why;
    QPushButton* m_remove;
    QPushButton* m_add;
    QList<TrustRecord> m_records; ///< in the order of the list
    bool m_isChanged = false;
};

} // namespace jz::ui
