// SPDX-License-Identifier: Apache-2.0
#include "ui/applicant/applicant_desk.h"

#include "ui/desk/guarded.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

ApplicantDesk::ApplicantDesk(Workspace& workspace, const QUuid& dossier, Dialogs& dialogs, QWidget* parent)
    : Desk(parent), m_session(workspace, dossier, dialogs), m_top(new QHBoxLayout), m_tools(new QToolBar(this)), m_splitter(new QSplitter(this)),
      m_form(new FormView(m_session, this)), m_panels(new QStackedWidget(this))
{
    setObjectName(u"applicantDesk"_s);
    buildTools();
    m_splitter->addWidget(m_form);
    m_splitter->addWidget(m_panels);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setChildrenCollapsible(false);
    m_panels->hide();
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    m_top->addWidget(m_tools, 1);
    layout->addLayout(m_top);
    layout->addWidget(m_splitter, 1);
    connect(&m_session, &DossierSession::changed, this, &ApplicantDesk::updateActions);
    connect(&m_session, &DossierSession::stateChanged, this, &ApplicantDesk::updateActions);
    connect(&m_session, &DossierSession::changed, this, &ApplicantDesk::titleChanged);
    updateActions();
}

void ApplicantDesk::buildTools()
{
    m_tools->setObjectName(u"tools"_s);
    m_tools->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_tools->setIconSize({Theme::space(5), Theme::space(5)});
    QAction* const home = m_tools->addAction(icon(u"home"), say(u"开始页", u"Start page"), this, &Desk::leave);
    home->setObjectName(u"home"_s);
    m_tools->addSeparator();
    m_undo = m_tools->addAction(icon(u"undo"), say(u"撤销", u"Undo"), this, [this] { guarded(this, [this] { m_session.undo(); }); });
    m_undo->setObjectName(u"undo"_s);
    m_undo->setShortcuts(QKeySequence::Undo);
    m_redo = m_tools->addAction(icon(u"redo"), say(u"重做", u"Redo"), this, [this] { guarded(this, [this] { m_session.redo(); }); });
    m_redo->setObjectName(u"redo"_s);
    m_redo->setShortcuts(QKeySequence::Redo);
    m_tools->addSeparator();
}

void ApplicantDesk::addPanel(SidePanel* panel)
{
    m_panels->addWidget(panel);
    QAction* const action = m_tools->addAction(icon(panel->iconName()), panel->title());
    action->setObjectName(u"panel_"_s + panel->id());
    action->setCheckable(true);
    connect(action, &QAction::triggered, this, [this, panel](bool on) { showPanel(on ? panel : nullptr); });
    connect(panel, &SidePanel::countChanged, this, [panel, action] {
        action->setText(panel->count() > 0 ? QString(panel->title() + u' ' + QString::number(panel->count())) : panel->title());
    });
    connect(m_form, &FormView::entered, panel, [panel](FieldFrame* frame) { panel->showField(frame->field().id); });
    m_panelActions.append({panel, action});
}

void ApplicantDesk::showPanel(SidePanel* panel)
{
    m_panels->setVisible(panel != nullptr);
    if (panel)
        m_panels->setCurrentWidget(panel);
    for (const auto& [each, action] : m_panelActions)
        action->setChecked(each == panel);
}

void ApplicantDesk::updateActions()
{
    m_undo->setEnabled(m_session.canEdit() && m_session.editor().canUndo());
    m_redo->setEnabled(m_session.canEdit() && m_session.editor().canRedo());
}

void ApplicantDesk::setCorner(QWidget* corner)
{
    m_top->addWidget(corner);
}

QString ApplicantDesk::title() const
{
    const DossierSummary summary = summaryOf(m_session.dossier(), m_session.pack());
    return summary.title.isEmpty() ? say(u"新申报书", u"New dossier") : summary.title;
}

QJsonObject ApplicantDesk::place() const
{
    QJsonObject place{{u"scroll"_s, m_form->verticalScrollBar()->value()}};
    if (const FieldFrame* const current = m_form->current())
        place.insert(u"field"_s, current->field().id);
    for (const auto& [panel, action] : m_panelActions)
        if (action->isChecked())
            place.insert(u"panel"_s, panel->id());
    return place;
}

void ApplicantDesk::goTo(const QJsonObject& place)
{
    const QString field = place.value("field"_L1).toString();
    if (!field.isEmpty())
        m_form->goTo({Address::Part::Value, field, {}, {}});
    m_form->verticalScrollBar()->setValue(place.value("scroll"_L1).toInt());
    for (const auto& [panel, action] : m_panelActions)
        if (panel->id() == place.value("panel"_L1).toString())
            showPanel(panel);
}

} // namespace jz::ui
