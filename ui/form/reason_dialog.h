// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

QT_BEGIN_NAMESPACE
class QPlainTextEdit;
QT_END_NAMESPACE

namespace jz::ui {

/// Asks why a format error is right as it is. The reason goes with the dossier and stands beside the finding at every desk.
class ReasonDialog : public QDialog
{
    Q_OBJECT

public:
    ReasonDialog(const QString& label, const QString& reason, QWidget* parent);

    QString reason() const;

private:
    QPlainTextEdit* m_reason;
};

} // namespace jz::ui
