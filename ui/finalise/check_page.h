// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/finalise/step_page.h"

namespace jz::ui {

/// The gate: what the rules find. Errors stop finalising; a format that is right as it is needs a written reason. Every one leads to
/// its field.
class CheckPage : public StepPage
{
    Q_OBJECT

public:
    CheckPage(DossierSession& session, QWidget* parent);

    void refresh(const QList<RouteStep>& route) override;

private:
    QWidget* rowOf(const Finding& finding, int number);
    void askReason(const QString& field);

    QLabel* m_words;
    QVBoxLayout* m_rows;
    Findings m_shown;
    bool m_built = false;
    bool m_canMend = true; ///< when the rows were made
};

} // namespace jz::ui
