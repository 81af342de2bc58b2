// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/applicant/desk_messages.h"
#include "ui/applicant/dossier_actions.h"
#include "ui/applicant/findings_panel.h"
#include "ui/applicant/fix_desk.h"
#include "ui/applicant/outline_view.h"
#include "ui/desk/desk.h"
#include "ui/finalise/finalise_view.h"
#include "ui/form/form_view.h"

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QMenu;
class QSplitter;
class QStackedWidget;
QT_END_NAMESPACE

namespace jz::ui {

class DeskTools;

/// The applicant's desk: one dossier, its form in the middle, the outline at the left, a panel on demand at the right, what is
/// saved and due below. Only wires; what happens to the dossier goes through the session.
class ApplicantDesk : public Desk
{
    Q_OBJECT

public:
    /// Throws Error as DossierSession, which has `attaching` too.
    ApplicantDesk(Workspace& workspace, const QUuid& dossier, Dialogs& dialogs, QWidget* parent, Attaching* attaching = nullptr);
    ~ApplicantDesk() override;

    QString title() const override;
    QJsonObject place() const override;
    void goTo(const QJsonObject& place) override;
    void settle() override { m_session.settle(); }
    void saveElsewhere(const QString& path) override { m_session.saveElsewhere(path); }
    void setCorner(QWidget* corner) override;

    /// Brings a colleague's copy in, as from the menu 更多.
    void mergeFrom(const QString& path);
    /// Compares the dossier with a file, as from there.
    void compareWith(const QString& path);

    DossierSession& session() { return m_session; }
    FormView& form() { return *m_form; }
    FixDesk& fixes() { return *m_fixes; }
    FinaliseView& finalising() { return *m_finalise; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildTools();
    void buildPanels();
    void layOut();
    void connectForm();
    void fieldAction(FieldFrame* frame, const QString& iconName, const QString& words, std::function<void()> run);
    void addFixes();
    void tellSent(const QString& path);
    void addMore(QMenu* prints);
    void addFinalise();
    /// Shows the way from draft to signed in the place of the form, or the form again.
    void showFinalise(bool on);
    void addPanel(SidePanel* panel);
    void showPanel(SidePanel* panel);
    void backToForm();
    void updateActions();
    void share();
    void fitTools();

    DossierSession m_session;
    QHBoxLayout* m_top; ///< the tools, and the shell's corner beside them
    DeskTools* m_tools;
    // Each is made in its place: what moves to another parent is styled anew, with all that is on it.
    QStackedWidget* m_middle; ///< outline, form and panel; or what leads to signed
    QSplitter* m_splitter;
    OutlineView* m_outline;
    FormView* m_form;
    QStackedWidget* m_panels;
    FinaliseView* m_finalise;
    DeskMessages* m_messages;
    DossierActions* m_actions;
    FindingsPanel* m_findings;
    FixDesk* m_fixes;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QAction* m_showOutline = nullptr;
    QAction* m_showFinalise = nullptr;
    QList<std::pair<SidePanel*, QAction*>> m_panelActions;
};

} // namespace jz::ui
