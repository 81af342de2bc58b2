// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/applicant/side_panel.h"
#include "ui/desk/desk.h"
#include "ui/form/form_view.h"

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QSplitter;
class QStackedWidget;
class QToolBar;
QT_END_NAMESPACE

namespace jz::ui {

/// The applicant's desk: one dossier, its form in the middle, the outline at the left, a panel on demand at the right, what is
/// saved and due below. Only wires; what happens to the dossier goes through the session.
class ApplicantDesk : public Desk
{
    Q_OBJECT

public:
    /// Throws Error as DossierSession.
    ApplicantDesk(Workspace& workspace, const QUuid& dossier, Dialogs& dialogs, QWidget* parent);

    QString title() const override;
    QJsonObject place() const override;
    void goTo(const QJsonObject& place) override;
    void settle() override { m_session.settle(); }
    void saveElsewhere(const QString& path) override { m_session.saveElsewhere(path); }
    void setCorner(QWidget* corner) override;

    DossierSession& session() { return m_session; }
    FormView& form() { return *m_form; }

private:
    void buildTools();
    void addPanel(SidePanel* panel);
    void showPanel(SidePanel* panel);
    void updateActions();

    DossierSession m_session;
    QHBoxLayout* m_top; ///< the tools, and the shell's corner beside them
    QToolBar* m_tools;
    QSplitter* m_splitter;
    FormView* m_form;
    QStackedWidget* m_panels;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QList<std::pair<SidePanel*, QAction*>> m_panelActions;
};

} // namespace jz::ui
