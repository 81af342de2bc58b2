// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/workspace/batch_records.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QDateEdit;
class QLineEdit;
class QPlainTextEdit;
QT_END_NAMESPACE

namespace jz::ui {

/// The decision (会议决定) that locks the order: which meeting, when, number of its minutes.
class DecisionDialog : public QDialog
{
    Q_OBJECT

public:
    DecisionDialog(int recommended, const std::optional<Decision>& before, QWidget* parent);

    QString meeting() const;
    QDate day() const;
    QString number() const;

private:
    QLineEdit* m_meeting;
    QDateEdit* m_day;
    QLineEdit* m_number;
};

/// Asks why something is done that otherwise may not be: an order is changed after its decision, a dossier is withdrawn. It cannot be accepted
/// without words.
class WhyDialog : public QDialog
{
    Q_OBJECT

public:
    /// `act`: on the button that goes on.
    WhyDialog(const QString& title, const QString& words, const QString& act, QWidget* parent);

    QString reason() const;

private:
    QPlainTextEdit* m_reason;
};

} // namespace jz::ui
