// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/finalise/step_page.h"

QT_BEGIN_NAMESPACE
class QScrollArea;
class QStackedWidget;
QT_END_NAMESPACE

namespace jz::ui {

class RouteList;

/// 定稿与签章: the way from draft to signed in the order of an office. At the left the stations with what is done, by whom and when, and
/// where one stands; at the right what is done at the one chosen.
class FinaliseView : public QWidget
{
    Q_OBJECT

public:
    FinaliseView(DossierSession& session, QWidget* parent);

    /// Reads anew where the dossier stands and goes to what comes next.
    void open();
    /// Goes to a station.
    void goTo(RouteStep::Kind kind);
    RouteStep::Kind current() const;

Q_SIGNALS:
    /// The user is to go on in the form.
    void formWanted();

private:
    void build();
    void addPage(StepPage* page, const QList<RouteStep::Kind>& kinds);
    void refresh();
    void show(RouteStep::Kind kind);
    void goOn();

    DossierSession& m_session;
    RouteList* m_list;
    QStackedWidget* m_stack;
    QList<StepPage*> m_pages;
    QHash<int, QScrollArea*> m_areas; ///< by station
    QList<RouteStep> m_route;
};

} // namespace jz::ui
