// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/page_map.h"
#include "ui/desk/background_work.h"
#include "ui/finalise/step_page.h"

namespace jz::ui {

/// After a change to a finalised dossier: which printed pages differ and which stay good; the signature page is renewed, or a correction
/// statement (更正说明) is printed and its scan taken in.
class ChangedPages : public StepPage
{
    Q_OBJECT

public:
    ChangedPages(DossierSession& session, QWidget* parent);

    void refresh(const QList<RouteStep>& route) override;

private:
    void compare();
    static QString wordsOn(const QList<PageChange>& pages, const PageMap& map);
    QString writeStatement(const QString& folder);
    void printStatement();
    void saveStatement();
    void takeStatementIn();

    QLabel* m_words;
    QLabel* m_kept;
    BackgroundWork* m_work;
    int m_compared = 0; ///< the revision that is compared or being compared; 0 for none
};

} // namespace jz::ui
