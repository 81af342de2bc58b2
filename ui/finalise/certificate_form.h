// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/finalise/step_page.h"

#include <QTemporaryDir>

QT_BEGIN_NAMESPACE
class QProgressBar;
QT_END_NAMESPACE

namespace jz::ui {

class IdentityChooser;

/// With a certificate, chosen as IdentityChooser has it. What the
/// certificate is worth is said before anything is signed; a picture of a seal may be shown, which proves nothing.
class CertificateForm : public StepPage
{
    Q_OBJECT

public:
    CertificateForm(DossierSession& session, QWidget* parent);

    void refresh(const QList<RouteStep>& route) override;
    /// Called before signing: throws Error when something has to be done first.
    void setGate(std::function<void()> gate) { m_gate = std::move(gate); }

Q_SIGNALS:
    /// The signed paper, verified; a temporary file. `holder` of the certificate.
    void finished(const QString& closed, const QString& holder);

private:
    void addSeal();
    void chooseSeal();
    void showWorth();
    void sign();

    std::function<void()> m_gate = [] {};
    QTemporaryDir m_scratch;
    IdentityChooser* m_chooser;
    QLabel* m_worth = nullptr;
    QLineEdit* m_seal = nullptr;
    QPushButton* m_look = nullptr;
    QPushButton* m_sign = nullptr;
    QProgressBar* m_bar = nullptr;
};

} // namespace jz::ui
