// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/signature/token.h"
#include "ui/desk/background_work.h"
#include "ui/finalise/step_page.h"

#include <QTemporaryDir>

QT_BEGIN_NAMESPACE
class QComboBox;
class QProgressBar;
QT_END_NAMESPACE

namespace jz::ui {

/// With a certificate: from a file (PKCS#12, PEM), from a token (UKey), or one that is made here and vouches for itself. What the
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
    enum Source { File, Token, New };
    /// Opens the identity in another thread.
    using Opening = std::function<Identity()>;

    QWidget* buildFile();
    QWidget* buildToken();
    QWidget* buildNew();
    QWidget* group();
    QLineEdit* secret(QFormLayout* form, const char* name, const QString& label);
    QLineEdit* chosenFile(QFormLayout* form, const char* name, const QString& label, const std::function<void()>& choose);
    void chooseFile();
    void chooseModule();
    void chooseSeal();
    void listTokens();
    void showTokens(const QList<TokenInfo>& tokens);
    void makeIdentity();
    void showWorth();
    Opening opening() const;
    void sign();

    std::function<void()> m_gate = [] {};
    BackgroundWork* m_work;
    QTemporaryDir m_scratch;
    QComboBox* m_source;
    QList<QWidget*> m_groups;
    QLineEdit* m_file = nullptr;
    QLineEdit* m_passphrase = nullptr;
    QLineEdit* m_module = nullptr;
    QComboBox* m_certificate = nullptr;
    QLineEdit* m_pin = nullptr;
    QLineEdit* m_newName = nullptr;
    QLineEdit* m_newPassphrase = nullptr;
    QLineEdit* m_again = nullptr;
    QLabel* m_worth = nullptr;
    QLineEdit* m_seal = nullptr;
    QPushButton* m_look = nullptr;
    QPushButton* m_sign = nullptr;
    QProgressBar* m_bar = nullptr;
};

} // namespace jz::ui
