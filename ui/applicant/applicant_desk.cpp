// SPDX-License-Identifier: Apache-2.0
#include "ui/applicant/applicant_desk.h"

#include "ui/applicant/attachments_panel.h"
#include "ui/applicant/dossier_prints.h"
#include "ui/applicant/fix_panel.h"
#include "ui/applicant/history_panel.h"
#include "ui/applicant/notes_panel.h"
#include "ui/applicant/preview_panel.h"
#include "ui/applicant/status_line.h"
#include "ui/desk/desk_tools.h"
#include "ui/desk/guarded.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenu>
#include <QResizeEvent>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double formSteps = 161; ///< in which no word of the form is cut off: a panel takes what is beside it

} // namespace

ApplicantDesk::ApplicantDesk(Workspace& workspace, const QUuid& dossier, Dialogs& dialogs, QWidget* parent, Attaching* attaching)
    : Desk(parent), m_session(workspace, dossier, dialogs, nullptr, attaching), m_top(new QHBoxLayout), m_tools(new DeskTools(this)),
      m_middle(new QStackedWidget(this)), m_splitter(new QSplitter(m_middle)), m_outline(new OutlineView(m_session, m_splitter)),
      m_form(new FormView(m_session, m_splitter)), m_panels(new QStackedWidget(m_splitter)), m_finalise(new FinaliseView(m_session, m_middle)),
      m_messages(new DeskMessages(m_session, this)), m_actions(new DossierActions(m_session, *m_messages, this)),
      m_findings(new FindingsPanel(m_session, m_panels)),
      m_fixes(new FixDesk(m_session, *m_form, this))
{
    setObjectName(u"applicantDesk"_s);
    buildTools();
    buildPanels();
    layOut();
    connectForm();
    updateActions();
    // Who begins a dossier begins with its first field.
    if (!m_form->frames().isEmpty())
        setFocusProxy(m_form->frames().first()->editor());
}

ApplicantDesk::~ApplicantDesk()
{
    // Else the desk takes the focus away from that field as it goes, and the field tells a session that is gone already.
    setFocusProxy(nullptr);
}

void ApplicantDesk::buildTools()
{
    m_tools->add("home", u"home"_s, say(u"开始页", u"Start page"), [this] { Q_EMIT leave(); });
    m_showOutline = m_tools->add("showOutline", u"outline"_s, say(u"目录", u"Outline"), [] {});
    m_showOutline->setCheckable(true);
    m_showOutline->setChecked(true);
    connect(m_showOutline, &QAction::toggled, this, [this](bool on) {
        m_outline->setVisible(on);
        share();
    });
    m_tools->addSeparator();
    m_undo = m_tools->add("undo", u"undo"_s, say(u"撤销", u"Undo"), [this] { m_session.undo(); });
    m_undo->setShortcuts(QKeySequence::Undo);
    m_redo = m_tools->add("redo", u"redo"_s, say(u"重做", u"Redo"), [this] { m_session.redo(); });
    m_redo->setShortcuts(QKeySequence::Redo);
    m_tools->addSeparator();
}

void ApplicantDesk::buildPanels()
{
    addPanel(m_findings);
    auto* const files = new AttachmentsPanel(m_session, m_panels);
    addPanel(files);
    auto* const notes = new NotesPanel(m_session, m_panels);
    addPanel(notes);
    connect(files, &AttachmentsPanel::noteWanted, this, [this, notes](const Address& file) {
        guarded(this, [&] {
            showPanel(notes);
            notes->addNote(file, true);
        });
    });
    auto* const history = new HistoryPanel(m_session, m_panels);
    addPanel(history);
    connect(history, &HistoryPanel::compareWanted, this, [this](int step) { guarded(this, [&] { m_actions->compare(step); }); });
    addFixes();
    auto* const prints = new DossierPrints(m_session, this);
    addPanel(new PreviewPanel(m_session, prints->menu(), m_panels));
    addMore(prints->menu());
    addFinalise();
    for (FieldFrame* const frame : m_form->frames()) {
        const QString field = frame->field().id;
        fieldAction(frame, u"history"_s, say(u"此栏的历史", u"History of this field"), [this, history, field] {
            history->showHistoryOf(field);
            showPanel(history);
        });
        fieldAction(frame, u"note"_s, say(u"添加备注或待办…", u"Add a note or to-do…"), [this, notes, field] {
            showPanel(notes);
            notes->addNote({Address::Part::Value, field, {}, {}}, false);
        });
    }
    for (const int direction : {1, -1}) {
        auto* const step = new QAction(this);
        step->setObjectName(direction > 0 ? u"nextFinding"_s : u"previousFinding"_s);
        step->setShortcut(direction > 0 ? QKeySequence(Qt::Key_F8) : QKeySequence(Qt::SHIFT | Qt::Key_F8));
        connect(step, &QAction::triggered, this, [this, direction] { m_findings->step(direction); });
        addAction(step);
    }
}

void ApplicantDesk::addFixes()
{
    auto* const panel = new FixPanel(m_session, *m_fixes, m_panels);
    addPanel(panel);
    QAction* const action = m_panelActions.last().second;
    const auto showWhenThereAre = [this, action] { action->setVisible(!m_fixes->list().isEmpty()); };
    connect(m_fixes, &FixDesk::changed, action, showWhenThereAre);
    showWhenThereAre();
    connect(m_fixes, &FixDesk::sent, this, &ApplicantDesk::tellSent);
}

void ApplicantDesk::tellSent(const QString& path)
{
    const QString from = m_fixes->list().slips.isEmpty() ? QString() : m_fixes->list().slips.last().slip.from;
    m_messages->say({BarMessage::Kind::Hint,
                     say(text(u"第 %1 稿送审稿已存为“%2”。请把它发给%3；“修改清单”里可以复制修改说明，一起发去。",
                              u"Revision %1 is “%2”. Send it to %3; the fix list has a text of what was changed, to go with it.")
                             .arg(QString::number(m_session.dossier().revision), QFileInfo(path).fileName(), from)),
                     {}, {}, u"sent-again"_s});
}

void ApplicantDesk::addMore(QMenu* prints)
{
    QMenu* const more = m_tools->addMore();
    for (QAction* const print : prints->actions())
        more->addAction(print);
    more->addSeparator();
    m_actions->fillMenu(*more);
    connect(more, &QMenu::aboutToShow, prints, &QMenu::aboutToShow);
}

void ApplicantDesk::addFinalise()
{
    auto* const gap = new QWidget(m_tools);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_tools->addWidget(gap);
    m_showFinalise = m_tools->add("finalising", u"finalise"_s, say(u"定稿与签章 ▸", u"Finalise and sign ▸"), [] {});
    m_showFinalise->setCheckable(true);
    connect(m_showFinalise, &QAction::toggled, this, [this](bool on) { guarded(this, [&] { showFinalise(on); }); });
}

void ApplicantDesk::showFinalise(bool on)
{
    m_middle->setCurrentWidget(on ? static_cast<QWidget*>(m_finalise) : m_splitter);
    m_showOutline->setEnabled(!on);
    for (const auto& [panel, action] : m_panelActions)
        action->setEnabled(!on);
    updateActions();
    if (on)
        m_finalise->open();
    else
        backToForm();
}

void ApplicantDesk::fieldAction(FieldFrame* frame, const QString& iconName, const QString& words, std::function<void()> run)
{
    auto* const action = new QAction(icon(iconName), words, frame);
    action->setObjectName(iconName + u'_' + frame->field().id);
    connect(action, &QAction::triggered, this, [this, run = std::move(run)] { guarded(this, run); });
    frame->addMenuAction(action);
}

void ApplicantDesk::layOut()
{
    m_splitter->setObjectName(u"splitter"_s);
    m_splitter->addWidget(m_outline);
    m_splitter->addWidget(m_form);
    m_splitter->addWidget(m_panels);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_panels->setMinimumWidth(Theme::space(54));
    m_panels->hide();
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    m_top->addWidget(m_tools, 1);
    layout->addLayout(m_top);
    m_middle->addWidget(m_splitter);
    m_middle->addWidget(m_finalise);
    layout->addWidget(m_middle, 1);
    layout->addWidget(new StatusLine(m_session, this));
}

void ApplicantDesk::connectForm()
{
    connect(&m_session, &DossierSession::changed, this, &ApplicantDesk::updateActions);
    connect(&m_session, &DossierSession::stateChanged, this, &ApplicantDesk::updateActions);
    connect(&m_session, &DossierSession::changed, this, &ApplicantDesk::titleChanged);
    auto* const close = new QAction(this);
    close->setObjectName(u"closePanel"_s);
    close->setShortcut(Qt::Key_Escape);
    close->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_panels->addAction(close);
    connect(close, &QAction::triggered, this, [this] {
        showPanel(nullptr);
        backToForm();
    });
    connect(m_outline, &OutlineView::sectionWanted, m_form, &FormView::goToSection);
    connect(m_form, &FormView::sectionSeen, m_outline, &OutlineView::showSection);
    connect(m_actions, &DossierActions::openDossier, this, &Desk::openDossier);
    connect(m_finalise, &FinaliseView::formWanted, this, [this] { m_showFinalise->setChecked(false); });
    connect(&m_session, &DossierSession::placeWanted, this, [this] { m_showFinalise->setChecked(false); });
    connect(m_messages, &DeskMessages::revisionWanted, this, [this] { guarded(this, [this] { m_session.open().revise(); }); });
}

void ApplicantDesk::addPanel(SidePanel* panel)
{
    m_panels->addWidget(panel);
    QAction* const action = m_tools->add("", panel->iconName(), panel->title(), [] {});
    action->setObjectName(u"panel_"_s + panel->id());
    action->setCheckable(true);
    action->setShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + int(m_panelActions.size()))));
    action->setToolTip(panel->title() + u"  "_s + action->shortcut().toString(QKeySequence::NativeText));
    connect(action, &QAction::triggered, this, [this, panel](bool on) {
        showPanel(on ? panel : nullptr);
        if (on)
            panel->setFocus(Qt::ShortcutFocusReason);
        else
            backToForm();
    });
    const auto showCount = [panel, action] {
        action->setText(panel->count() > 0 ? QString(panel->title() + u' ' + QString::number(panel->count())) : panel->title());
    };
    connect(panel, &SidePanel::countChanged, action, showCount);
    showCount();
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
    share();
}

void ApplicantDesk::backToForm()
{
    if (FieldFrame* const current = m_form->current())
        current->focusAt({Address::Part::Value, current->field().id, {}, {}});
    else
        m_form->setFocus();
}

/// Gives outline, form and panel their widths: the form is never cut off for the others' sake.
void ApplicantDesk::share()
{
    const int content = qMax(m_form->widget()->minimumSizeHint().width(), Theme::space(formSteps));
    const int form = content + m_form->verticalScrollBar()->sizeHint().width() + 2 * m_form->frameWidth() + 2 * m_splitter->handleWidth();
    const int least = m_panels->isHidden() ? 0 : m_panels->minimumSizeHint().width();
    const auto* const open = static_cast<SidePanel*>(m_panels->currentWidget());
    const int wanted = m_panels->isHidden() ? 0 : qMax(least, open->wantedWidth());
    m_outline->setCompact(width() < OutlineView::widthFor(false) + form + wanted);
    const int outline = m_outline->isHidden() ? 0 : OutlineView::widthFor(m_outline->isCompact());
    const int panel = qMax(least, qMin(wanted, width() - outline - form));
    m_splitter->setSizes({outline, width() - outline - panel, panel});
}

void ApplicantDesk::resizeEvent(QResizeEvent* event)
{
    Desk::resizeEvent(event);
    if (event->oldSize().width() == event->size().width())
        return;
    share();
    fitTools();
}

void ApplicantDesk::fitTools()
{
    // Words stand beside the icons while there is room for all; then they are what one sees when hovering.
    int others = 0;
    for (int i = 0; i < m_top->count(); ++i)
        if (const QWidget* const widget = m_top->itemAt(i)->widget(); widget && widget != m_tools)
            others += widget->sizeHint().width() + m_top->spacing();
    for (const Qt::ToolButtonStyle style : {Qt::ToolButtonTextBesideIcon, Qt::ToolButtonIconOnly}) {
        m_tools->setToolButtonStyle(style);
        // What all of this leads to keeps its words.
        static_cast<QToolButton*>(m_tools->widgetForAction(m_showFinalise))->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        m_tools->layout()->invalidate();
        if (m_tools->sizeHint().width() + others <= width())
            return;
    }
}

void ApplicantDesk::updateActions()
{
    const bool inForm = m_middle->currentWidget() == m_splitter;
    m_undo->setEnabled(inForm && m_session.canEdit() && m_session.editor().canUndo());
    m_redo->setEnabled(inForm && m_session.canEdit() && m_session.editor().canRedo());
}

void ApplicantDesk::setCorner(QWidget* corner)
{
    m_top->addWidget(corner);
    fitTools();
}

void ApplicantDesk::mergeFrom(const QString& path)
{
    guarded(this, [&] { m_actions->mergeFrom(path); });
}

void ApplicantDesk::compareWith(const QString& path)
{
    guarded(this, [&] { m_actions->compareWithFile(path); });
}

QString ApplicantDesk::title() const
{
    const DossierSummary summary = summaryOf(m_session.dossier(), m_session.pack());
    return summary.title.isEmpty() ? say(u"新申报书", u"New dossier") : summary.title;
}

QJsonObject ApplicantDesk::place() const
{
    QJsonObject place{{u"scroll"_s, m_form->verticalScrollBar()->value()}, {u"outline"_s, m_showOutline->isChecked()}};
    if (const FieldFrame* const current = m_form->current())
        place.insert(u"field"_s, current->field().id);
    for (const auto& [panel, action] : m_panelActions)
        if (action->isChecked())
            place.insert(u"panel"_s, panel->id());
    if (m_showFinalise->isChecked())
        place.insert(u"finalising"_s, routeStepName(m_finalise->current()));
    return place;
}

void ApplicantDesk::goTo(const QJsonObject& place)
{
    m_showOutline->setChecked(place.value("outline"_L1).toBool(true));
    const QString field = place.value("field"_L1).toString();
    if (!field.isEmpty())
        m_form->goTo({Address::Part::Value, field, {}, {}});
    m_form->verticalScrollBar()->setValue(place.value("scroll"_L1).toInt());
    for (const auto& [panel, action] : m_panelActions)
        if (panel->id() == place.value("panel"_L1).toString())
            showPanel(panel);
    const QString station = place.value("finalising"_L1).toString();
    m_showFinalise->setChecked(!station.isEmpty());
    for (int i = 0; i <= int(RouteStep::Kind::FurtherPapers); ++i)
        if (routeStepName(RouteStep::Kind(i)) == station)
            m_finalise->goTo(RouteStep::Kind(i));
}

} // namespace jz::ui
