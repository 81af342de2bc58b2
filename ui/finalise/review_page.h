// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/finalise/step_page.h"
#include "ui/form/outside_viewer.h"

namespace jz::ui {

/// 送审稿: the unsigned paper with watermark for the recommending body's first look; any number of times, each kept with whom it went
/// to and when.
class ReviewPage : public StepPage
{
    Q_OBJECT

public:
    ReviewPage(DossierSession& session, QWidget* parent);

    void refresh(const QList<RouteStep>& route) override;

private:
    void exportPaper();
    void showKept();

    QLabel* m_words;
    QLineEdit* m_to;
    QDateEdit* m_day;
    QPushButton* m_export;
    QLabel* m_keptHeading;
    QVBoxLayout* m_kept;
    qsizetype m_shown = -1;
    OutsideViewer* m_viewer;
};

} // namespace jz::ui
