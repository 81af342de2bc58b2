// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/dossier_session.h"

#include <QFrame>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace jz::ui {

/// The line below the form: how safe what was typed is, how far the dossier is, the nearest deadline, the state.
class StatusLine : public QFrame
{
    Q_OBJECT

public:
    StatusLine(DossierSession& session, QWidget* parent);

private:
    void showSafety();
    void showProgress();
    void showDeadline();
    void showState();
    QLabel* label(const QString& name, const QString& accessibleName);

    DossierSession& m_session;
    QLabel* m_safetyIcon;
    QLabel* m_safety;
    QLabel* m_progress;
    QLabel* m_state;
    QLabel* m_deadline;
    QTimer m_minute; ///< days pass while the window is open
};

} // namespace jz::ui
