// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

QT_BEGIN_NAMESPACE
class QPlainTextEdit;
QT_END_NAMESPACE

namespace jz::ui {

/// Asks why a note of a return slip is not followed, or how it was.
class AnswerDialog : public QDialog
{
    Q_OBJECT

public:
    AnswerDialog(const QString& note, const QString& answer, QWidget* parent);

    /// Without blanks around it; empty when nothing was written.
    QString answer() const;

private:
    QPlainTextEdit* m_answer;
};

} // namespace jz::ui
