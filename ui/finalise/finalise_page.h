// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/finalise/step_page.h"

namespace jz::ui {

/// 定稿: this revision never changes again; its paper is made and kept.
class FinalisePage : public StepPage
{
    Q_OBJECT

public:
    FinalisePage(DossierSession& session, QWidget* parent);

    void refresh(const QList<RouteStep>& route) override;

private:
    void finalise();

    QLabel* m_words;
    QLabel* m_against;
    QPushButton* m_finalise;
};

} // namespace jz::ui
