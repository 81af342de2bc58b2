// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/finalise/step_page.h"

QT_BEGIN_NAMESPACE
class QComboBox;
QT_END_NAMESPACE

namespace jz::ui {

/// 预审通过: written down as it was said (by whom, when, how), before anything is finalised; or, on purpose, why that is not waited for.
class PreReviewPage : public StepPage
{
    Q_OBJECT

public:
    PreReviewPage(DossierSession& session, QWidget* parent);

    void refresh(const QList<RouteStep>& route) override;

private:
    void takeSlip();
    void goOnWithout();

    QLabel* m_words;
    QLineEdit* m_who;
    QDateEdit* m_day;
    QComboBox* m_how;
    QPushButton* m_passed;
    QPushButton* m_slip;
    QLineEdit* m_reason;
    QPushButton* m_without;
};

} // namespace jz::ui
