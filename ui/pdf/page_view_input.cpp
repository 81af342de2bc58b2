// SPDX-License-Identifier: Apache-2.0
// What keys and the mouse do to a PageView.
#include "ui/pdf/page_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <cmath>

namespace jz::ui {

namespace {

constexpr double zoomStep = 1.25;

} // namespace

void PageView::keyPressEvent(QKeyEvent* event)
{
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    if (event->matches(QKeySequence::Copy))
        return copy();
    if (event->matches(QKeySequence::SelectAll) && m_layout.count() > 0) {
        const QSizeF points = m_pages.points().value(m_current);
        return m_pages.select(m_current, {0, 0}, m_current, {points.width(), points.height()});
    }
    if (control && (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal))
        return zoomBy(zoomStep);
    if (control && event->key() == Qt::Key_Minus)
        return zoomBy(1 / zoomStep);
    if (control && event->key() == Qt::Key_0) {
        PageArrangement fitted = m_arrangement;
        fitted.fit = PageArrangement::Fit::Width;
        return arrange(fitted);
    }
    if (event->key() == Qt::Key_Home)
        return verticalScrollBar()->setValue(0);
    if (event->key() == Qt::Key_End)
        return verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    QAbstractScrollArea::keyPressEvent(event);
}

void PageView::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier))
        zoomBy(std::pow(zoomStep, event->angleDelta().y() / 120.0));
    else
        QAbstractScrollArea::wheelEvent(event);
}

void PageView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = pointAt(event->position().toPoint());
    m_selection.clear();
    viewport()->update();
}

void PageView::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint place = event->position().toPoint();
    if (event->buttons().testFlag(Qt::LeftButton) && m_pressed.first >= 0) {
        const auto [page, point] = pointAt(place);
        m_pages.select(m_pressed.first, m_pressed.second, page, point);
        // What lies beyond the edge comes into view.
        const int beyond = place.y() < 0 ? place.y() : std::max(0, place.y() - viewport()->height());
        verticalScrollBar()->setValue(verticalScrollBar()->value() + beyond / 2);
        return;
    }
    const std::optional<PageLink> link = linkAt(place);
    viewport()->setCursor(link ? Qt::PointingHandCursor : Qt::IBeamCursor);
    const int page = pointAt(place).first;
    viewport()->setToolTip(link && link->page < 0 ? link->address.toDisplayString() : m_remarks.value(page));
}

void PageView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const auto [page, point] = pointAt(event->position().toPoint());
    const bool clicked = page == m_pressed.first && (point - m_pressed.second).manhattanLength() < 3;
    m_pressed = {-1, {}};
    const std::optional<PageLink> link = clicked ? linkAt(event->position().toPoint()) : std::nullopt;
    if (!link) {
        if (clicked && page >= 0)
            Q_EMIT placeClicked(page, point);
        return;
    }
    if (link->page >= 0)
        goToPage(link->page);
    else
        Q_EMIT addressClicked(link->address);
}

} // namespace jz::ui
