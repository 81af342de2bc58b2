// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/signature/token.h"
#include "ui/desk/background_work.h"
#include "ui/desk/dialogs.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace jz::ui {

/// Which certificate signs (签名证书): one in a file (PKCS#12, PEM), one on a token (UKey), or one that is made here and vouches for itself. Passphrase and
/// PIN are asked beside it and kept nowhere.
class IdentityChooser : public QWidget
{
    Q_OBJECT

public:
    IdentityChooser(Dialogs& dialogs, QWidget* parent);

    /// Opens the identity, on any thread. Throws Error what TokenModule and Identity::load() do.
    using Opening = std::function<Identity()>;
    /// For what is filled in now. Throws Error Usage naming what is missing.
    Opening opening() const;
    /// Whether one is chosen, and not about to be made.
    bool isForOpening() const;
    /// What is done here beside the window: looking for tokens, making a certificate.
    BackgroundWork& work() { return *m_work; }
    /// Whom a certificate made here is to be of, unless something was typed.
    void proposeName(const QString& unit);
    /// Passphrase and PIN.
    void forget();

Q_SIGNALS:
    /// Another source was chosen.
    void sourceChanged();
    /// A certificate was made and is chosen now.
    void made();

private:
    enum Source { File, Token, New };

    QWidget* buildFile();
    QWidget* buildToken();
    QWidget* buildNew();
    QWidget* group();
    void addField(QFormLayout* form, const QString& label, QWidget* field);
    QLineEdit* addLine(QFormLayout* form, const char* name, const QString& label, const QString& hint);
    QPushButton* addButton(QBoxLayout* row, const char* name, const QString& words, const std::function<void()>& run);
    QLineEdit* secret(QFormLayout* form, const char* name, const QString& label);
    QLineEdit* chosenFile(QFormLayout* form, const char* name, const QString& label, const std::function<void()>& choose);
    void chooseFile();
    void chooseModule();
    void listTokens();
    void showTokens(const QList<TokenInfo>& tokens);
    void makeIdentity();

    Dialogs& m_dialogs;
    BackgroundWork* m_work;
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
};

} // namespace jz::ui
