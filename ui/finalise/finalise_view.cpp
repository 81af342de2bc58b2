// SPDX-License-Identifier: Apache-2.0
#include "ui/finalise/finalise_view.h"

#include "ui/desk/guarded.h"
#include "ui/finalise/check_page.h"
#include "ui/finalise/confidentiality_page.h"
#include "ui/finalise/finalise_page.h"
#include "ui/finalise/next_page.h"
#include "ui/finalise/pre_review_page.h"
#include "ui/finalise/review_page.h"
#include "ui/finalise/route_list.h"
#include "ui/finalise/sign_page.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double pageSteps = 190; ///< lines longer than that are not read well

using Kind = RouteStep::Kind;

} // namespace

FinaliseView::FinaliseView(DossierSession& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_list(new RouteList(this)), m_stack(new QStackedWidget(this))
{
    setObjectName(u"finaliseView"_s);
    build();
    addPage(new CheckPage(session, this), {Kind::Check});
    addPage(new ReviewPage(session, this), {Kind::Review});
    addPage(new PreReviewPage(session, this), {Kind::PreReview});
    addPage(new ConfidentialityPage(session, this), {Kind::Confidentiality});
    addPage(new FinalisePage(session, this), {Kind::Finalise});
    addPage(new SignPage(session, this), {Kind::Sign});
    addPage(new NextPage(session, this), {Kind::Send, Kind::Online, Kind::PaperCopies, Kind::FurtherPapers});
    connect(m_list, &RouteList::chosen, this, &FinaliseView::show);
    const auto refreshSeen = [this] {
        if (isVisible())
            guarded(this, [this] { refresh(); });
    };
    connect(&session, &DossierSession::findingsChanged, this, refreshSeen);
    connect(&session, &DossierSession::stateChanged, this, refreshSeen);
    connect(&session, &DossierSession::localChanged, this, refreshSeen);
}

void FinaliseView::build()
{
    auto* const back = new QPushButton(icon(u"back", &Colours::accent), say(u"返回填写", u"Back to the form"), this);
    back->setObjectName(u"backToForm"_s);
    back->setAccessibleName(back->text());
    back->setProperty("flat", true);
    connect(back, &QPushButton::clicked, this, &FinaliseView::formWanted);
    auto* const left = new QVBoxLayout;
    left->setContentsMargins({});
    left->setSpacing(0);
    left->addWidget(back, 0, Qt::AlignLeft);
    left->addWidget(m_list, 1);
    m_list->setFixedWidth(RouteList::widthWanted());
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(left);
    layout->addWidget(m_stack, 1);
}

void FinaliseView::addPage(StepPage* page, const QList<Kind>& kinds)
{
    auto* const area = new QScrollArea(m_stack);
    area->setObjectName(u"page"_s);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* const ground = new QWidget(area);
    ground->setObjectName(u"page"_s);
    page->setMaximumWidth(Theme::space(pageSteps));
    auto* const across = new QHBoxLayout(ground);
    across->setContentsMargins(Theme::space(6), Theme::space(5), Theme::space(6), Theme::space(5));
    across->addWidget(page, 1000, Qt::AlignTop);
    across->addStretch(1);
    area->setWidget(ground);
    m_stack->addWidget(area);
    m_pages.append(page);
    for (const Kind kind : kinds)
        m_areas.insert(int(kind), area);
    connect(page, &StepPage::formWanted, this, &FinaliseView::formWanted);
    connect(page, &StepPage::done, this, &FinaliseView::goOn);
}

void FinaliseView::open()
{
    m_session.noteCheck();
    refresh();
    m_list->setFocus(Qt::OtherFocusReason);
    for (const RouteStep& step : std::as_const(m_route))
        if (step.standing == RouteStep::Standing::Now)
            return goTo(step.kind);
    if (m_list->currentRow() < 0)
        goTo(Kind::Check);
}

void FinaliseView::refresh()
{
    m_route = routeOf(m_session.workspace(), m_session.open(), m_session.findings());
    m_list->show(m_route);
    for (StepPage* const page : std::as_const(m_pages))
        page->refresh(m_route);
}

void FinaliseView::goOn()
{
    guarded(this, [this] {
        refresh();
        // The station just done shows that it is; the next one is one key away, unless it is plainly what comes now.
        for (const RouteStep& step : std::as_const(m_route))
            if (step.standing == RouteStep::Standing::Now && m_areas.value(int(step.kind)) != m_stack->currentWidget())
                return goTo(step.kind);
    });
}

void FinaliseView::goTo(Kind kind)
{
    m_list->choose(kind);
    show(kind);
}

Kind FinaliseView::current() const
{
    return m_list->current();
}

void FinaliseView::show(Kind kind)
{
    m_stack->setCurrentWidget(m_areas.value(int(kind)));
}

} // namespace jz::ui
