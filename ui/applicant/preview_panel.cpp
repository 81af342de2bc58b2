// SPDX-License-Identifier: Apache-2.0
#include "ui/applicant/preview_panel.h"

#include "ui/desk/guarded.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <numeric>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int typingPauseMs = 150;
constexpr double pointsPerMm = 72 / 25.4;
constexpr double zoomStep = 1.25;

QRectF inPoints(const QRectF& mm)
{
    return {mm.topLeft() * pointsPerMm, mm.size() * pointsPerMm};
}

} // namespace

PreviewPanel::PreviewPanel(DossierSession& session, QMenu* printMenu, QWidget* parent)
    : SidePanel(session, parent), m_print(session.pack()), m_pages(this), m_view(new PageView(m_pages, this)), m_state(new QLabel(this))
{
    setObjectName(u"previewPanel"_s);
    setFocusProxy(m_view);
    m_view->setAccessibleName(say(u"打印预览", u"Print preview"));
    m_state->setObjectName(u"previewState"_s);
    m_state->setProperty("quiet", true);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(tools(printMenu));
    layout->addWidget(m_view, 1);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &PreviewPanel::print);
    connect(&session, &DossierSession::changed, this, &PreviewPanel::follow);
    connect(&session, &DossierSession::stateChanged, this, &PreviewPanel::follow);
    connect(&m_print, &LivePrint::printed, this, &PreviewPanel::take);
    connect(&m_print, &LivePrint::completed, this, &PreviewPanel::takeWhole);
    connect(&m_print, &LivePrint::failed, this, [this](const Error& why) {
        m_failed = true;
        m_state->setToolTip(say(why.message()));
        showState();
    });
    connect(m_view, &PageView::currentPageChanged, this, &PreviewPanel::showState);
    connect(m_view, &PageView::placeClicked, this, &PreviewPanel::goToFieldAt);
    connect(&m_pages, &PaperPages::opened, this, &PreviewPanel::point);
    connect(&m_pages, &PaperPages::replaced, this, &PreviewPanel::point);
    showState();
}

QWidget* PreviewPanel::tools(QMenu* printMenu)
{
    auto* const bar = new QWidget(this);
    auto* const row = new QHBoxLayout(bar);
    row->setContentsMargins(Theme::space(3), Theme::space(1.5), Theme::space(2), Theme::space(1.5));
    row->setSpacing(Theme::space(1));
    row->addWidget(m_state, 1);
    addTool(*row, "previewSmaller", u"zoom-out"_s, say(u"缩小（Ctrl+-）", u"Smaller (Ctrl+-)"), [this] { m_view->zoomBy(1 / zoomStep); });
    addTool(*row, "previewLarger", u"zoom-in"_s, say(u"放大（Ctrl++）", u"Larger (Ctrl++)"), [this] { m_view->zoomBy(zoomStep); });
    addTool(*row, "previewFit", u"fit-width"_s, say(u"适合宽度（Ctrl+0）", u"Fit the width (Ctrl+0)"), [this] {
        PageArrangement fitted = m_view->arrangement();
        fitted.fit = PageArrangement::Fit::Width;
        m_view->arrange(fitted);
    });
    auto* const print = new QToolButton(bar);
    print->setObjectName(u"previewPrint"_s);
    print->setText(say(u"打印", u"Print"));
    print->setAccessibleName(print->text());
    print->setIcon(icon(u"print"));
    print->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    print->setPopupMode(QToolButton::InstantPopup);
    print->setMenu(printMenu);
    row->addWidget(print);
    return bar;
}

void PreviewPanel::addTool(QHBoxLayout& row, const char* name, const QString& iconName, const QString& words, std::function<void()> run)
{
    auto* const button = new QToolButton(this);
    button->setObjectName(QLatin1StringView(name));
    button->setIcon(icon(iconName));
    button->setToolTip(words);
    button->setAccessibleName(words);
    connect(button, &QToolButton::clicked, this, [this, run = std::move(run)] { guarded(this, run); });
    row.addWidget(button);
}

QString PreviewPanel::id() const
{
    return u"preview"_s;
}

QString PreviewPanel::title() const
{
    return say(u"预览", u"Preview");
}

QString PreviewPanel::iconName() const
{
    return u"preview"_s;
}

int PreviewPanel::wantedWidth() const
{
    return Theme::space(140);
}

void PreviewPanel::showEvent(QShowEvent* event)
{
    SidePanel::showEvent(event);
    if (!m_upToDate)
        print();
}

void PreviewPanel::follow()
{
    m_upToDate = false;
    if (isVisible())
        m_pause.start(typingPauseMs);
}

void PreviewPanel::print()
{
    m_failed = false;
    m_print.print(session().open().withPaths(), session().editor().state() == DossierState::Draft || session().editor().state() == DossierState::Review);
    showState();
}

void PreviewPanel::take(const LivePaper& paper)
{
    QList<int> same;
    for (qsizetype page = 0; page < paper->pages.size(); ++page)
        if (m_shown.value(page) == paper->pages.at(page))
            same.append(int(page));
    m_paper = paper;
    m_shown = paper->pages;
    m_upToDate = !m_pause.isActive();
    m_pages.replace({{}, paper->pdf, true}, same);
}

void PreviewPanel::takeWhole(const QString& file, const std::shared_ptr<const void>& keep)
{
    QList<int> same(m_paper->pages.size());
    std::iota(same.begin(), same.end(), 0);
    for (const Placement& placement : m_paper->whole.placements)
        same.removeOne(placement.page);
    m_pages.replace({file, {}, true, keep}, same);
}

void PreviewPanel::showField(const QString& field)
{
    m_field = field;
    point();
}

void PreviewPanel::point()
{
    QList<TextPlace> places;
    for (qsizetype page = 0; m_paper && page < m_paper->places.size(); ++page) {
        QRectF all;
        for (const FieldPlace& place : m_paper->places.at(page))
            if (place.field == m_field)
                all |= inPoints(place.rect);
        if (!all.isEmpty())
            places.append({int(page), {QPolygonF(all)}, {}});
    }
    m_view->pointAtPlaces(places);
    showState();
    if (m_upToDate && m_pages.isOpen())
        Q_EMIT updated();
}

void PreviewPanel::goToFieldAt(int page, const QPointF& point)
{
    if (!m_paper)
        return;
    for (const FieldPlace& place : m_paper->places.value(page))
        if (inPoints(place.rect).contains(point))
            return session().show({Address::Part::Value, place.field, place.row, place.column});
}

void PreviewPanel::showState()
{
    if (m_failed)
        return m_state->setText(say(u"暂时不能预览", u"No preview for now"));
    m_state->setToolTip({});
    if (!m_pages.isOpen())
        return m_state->setText(say(u"正在排版…", u"Laying out…"));
    m_state->setText(say(text(u"第 %1/%2 页", u"Page %1/%2").arg(QString::number(m_view->currentPage() + 1), QString::number(m_pages.points().size()))));
}

} // namespace jz::ui
