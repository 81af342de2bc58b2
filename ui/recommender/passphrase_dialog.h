// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLineEdit;
QT_END_NAMESPACE

namespace jz::ui {

/// Asks for the passphrase of a bundle that came (报送包口令). It is kept nowhere.
class PassphraseDialog : public QDialog
{
    Q_OBJECT

public:
    /// `wasTried`: the last one was another bundle's.
    PassphraseDialog(const QString& bundle, bool wasTried, QWidget* parent);

    QString word() const;

private:
    QLineEdit* m_word;
};

} // namespace jz::ui
