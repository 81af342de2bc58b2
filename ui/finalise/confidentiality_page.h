// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/finalise/step_page.h"

namespace jz::ui {

/// 保密审查: asked once per dossier; by whom and when is kept beside it.
class ConfidentialityPage : public StepPage
{
    Q_OBJECT

public:
    ConfidentialityPage(DossierSession& session, QWidget* parent);

    void refresh(const QList<RouteStep>& route) override;

private:
    QLabel* m_words;
    QLineEdit* m_who;
    QDateEdit* m_day;
    QLineEdit* m_remark;
    QPushButton* m_done;
};

} // namespace jz::ui
