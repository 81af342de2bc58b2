// SPDX-License-Identifier: Apache-2.0
#include "ui/pdf/page_view.h"

#include "ui/style/language.h"
#include "ui/style/theme.h"

#include <QAccessibleWidget>
#include <QApplication>
#include <QClipboard>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace jz::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype cachedBytes = qsizetype(256) << 20;
constexpr qreal mostPixels = 24e6;      ///< of one picture; larger ones are drawn smaller and stretched
constexpr qreal quickPixels = 0.15e6;   ///< of the picture that comes first
constexpr double smallestZoom = 0.1;
constexpr double largestZoom = 8;

/// Pages are a document for those who cannot see them.
QAccessibleInterface* describePages(const QString& className, QObject* object)
{
    if (className != QLatin1StringView(PageView::staticMetaObject.className()))
        return nullptr;
    return new QAccessibleWidget(static_cast<PageView*>(object), QAccessible::Document);
}

} // namespace

PageView::PageView(PaperPages& pages, QWidget* parent) : QAbstractScrollArea(parent), m_pages(pages), m_pictures(cachedBytes)
{
    static const bool described = (QAccessible::installFactory(describePages), true);
    Q_UNUSED(described)
    setObjectName(u"pageView"_s);
    setAccessibleName(say(u"页面", u"Pages"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setMouseTracking(true);
    m_wishTimer.setSingleShot(true);
    connect(&m_wishTimer, &QTimer::timeout, this, &PageView::wish);
    connect(&pages, &PaperPages::opened, this, &PageView::layOut);
    connect(&pages, &PaperPages::sized, this, &PageView::layOutAgain);
    connect(&pages, &PaperPages::drawn, this, &PageView::keepPicture);
    connect(&pages, &PaperPages::contentsRead, this, [this](const QList<int>& drawnAnew) {
        for (const int page : drawnAnew)
            m_pictures.drop(page);
        viewport()->update();
        m_wishTimer.start(0);
    });
    connect(&pages, &PaperPages::replaced, this, [this](const QList<int>& same) {
        m_pictures.age(same);
        m_selection.clear();
        layOutAgain();
    });
    connect(&pages, &PaperPages::selected, this, [this](const QList<TextPlace>& text) {
        m_selection = text;
        viewport()->update();
        Q_EMIT selectionChanged();
    });
    layOut();
}

void PageView::arrange(const PageArrangement& arrangement)
{
    if (arrangement == m_arrangement)
        return;
    const auto [page, point] = pointAt(viewport()->rect().center());
    m_arrangement = arrangement;
    layOut();
    if (page >= 0) {
        const QPoint there = toContent(page).map(point).toPoint() - viewport()->rect().center();
        horizontalScrollBar()->setValue(there.x());
        verticalScrollBar()->setValue(there.y());
    }
    Q_EMIT arrangementChanged();
}

void PageView::zoomBy(double factor)
{
    PageArrangement arrangement = m_arrangement;
    arrangement.fit = PageArrangement::Fit::None;
    arrangement.zoom = std::clamp(m_layout.scale(m_current) * 72 / 96 * factor, smallestZoom, largestZoom);
    arrange(arrangement);
}

void PageView::layOut()
{
    m_layout = PageLayout(m_pages.points(), m_arrangement, viewport()->size(), Theme::space(3));
    horizontalScrollBar()->setRange(0, std::max(0, m_layout.size().width() - viewport()->width()));
    verticalScrollBar()->setRange(0, std::max(0, m_layout.size().height() - viewport()->height()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(Theme::space(10));
    follow();
    viewport()->update();
}

QPoint PageView::offset() const
{
    return {horizontalScrollBar()->value(), verticalScrollBar()->value()};
}

QList<int> PageView::seenPages() const
{
    return m_layout.between(offset().y(), offset().y() + viewport()->height());
}

QSize PageView::pixelsOf(int page) const
{
    QSizeF size = m_layout.rect(page).size() * viewport()->devicePixelRatioF();
    if (m_arrangement.turn % 180 != 0)
        size.transpose();
    if (size.width() * size.height() > mostPixels)
        size *= std::sqrt(mostPixels / (size.width() * size.height()));
    return {std::max(1, int(size.width())), std::max(1, int(size.height()))};
}

void PageView::follow()
{
    m_wishTimer.start(0);
    if (m_layout.count() == 0)
        return;
    const int page = m_layout.at(offset().y() + viewport()->height() / 2);
    if (page == m_current)
        return;
    m_current = page;
    Q_EMIT currentPageChanged(page);
}

void PageView::wish()
{
    QList<PictureWish> wishes;
    const QList<int> seen = seenPages();
    for (const int page : seen) {
        const QSize pixels = pixelsOf(page);
        const double share = quickPixels / (double(pixels.width()) * pixels.height());
        if (!m_pictures.hasAny(page) && share < 1)
            wishes.append({page, pixels * std::sqrt(share)});
    }
    for (const int page : seen)
        if (!m_pictures.has(page, pixelsOf(page)))
            wishes.append({page, pixelsOf(page)});
    if (wishes.isEmpty() && !seen.isEmpty())
        Q_EMIT sharp();
    if (!seen.isEmpty())
        for (const int page : {seen.last() + 1, seen.first() - 1, seen.last() + 2})
            if (page >= 0 && page < m_layout.count() && !m_pictures.has(page, pixelsOf(page)))
                wishes.append({page, pixelsOf(page)});
    m_pages.want(wishes);
}

void PageView::keepPicture(const PictureWish& wish, const QImage& picture)
{
    if (wish.thumbnail)
        return;
    // A quick picture that comes late must not take the place of a sharp one.
    if (m_pictures.has(wish.page, pixelsOf(wish.page)) && wish.size != pixelsOf(wish.page))
        return;
    m_pictures.keep(wish.page, picture);
    if (!seenPages().contains(wish.page))
        return;
    viewport()->update(m_layout.rect(wish.page).translated(-offset()));
    if (isSharp())
        Q_EMIT sharp();
}

bool PageView::isSharp() const
{
    const QList<int> seen = seenPages();
    return !seen.isEmpty() && std::all_of(seen.begin(), seen.end(), [this](int page) { return m_pictures.has(page, pixelsOf(page)); });
}

void PageView::goToPage(int page)
{
    if (page < 0 || page >= m_layout.count())
        return;
    verticalScrollBar()->setValue(m_layout.rect(page).top() - Theme::space(3));
}

void PageView::goToPlace(int page, const QRectF& place)
{
    if (page < 0 || page >= m_layout.count())
        return;
    const QRect there = toContent(page).mapRect(place).toAlignedRect();
    const QRect seen(offset(), viewport()->size());
    if (seen.contains(there))
        return;
    // A place that is taller than the window is shown from its top.
    verticalScrollBar()->setValue(std::min(there.center().y() - viewport()->height() / 3, there.top() - Theme::space(3)));
    horizontalScrollBar()->setValue(there.center().x() - viewport()->width() / 2);
}

QRect PageView::onViewport(int page, const QRectF& place) const
{
    return toContent(page).mapRect(place).toAlignedRect().translated(-offset());
}

void PageView::setMarks(const QList<TextPlace>& marks, int now)
{
    m_marks = marks;
    m_markNow = now;
    viewport()->update();
}

void PageView::goToMark()
{
    if (m_markNow >= 0 && m_markNow < m_marks.size() && !m_marks.at(m_markNow).places.isEmpty())
        goToPlace(m_marks.at(m_markNow).page, m_marks.at(m_markNow).places.first().boundingRect());
}

void PageView::pointAtPlaces(const QList<TextPlace>& places)
{
    m_pointed = places;
    viewport()->update();
    for (const TextPlace& place : places)
        for (const QPolygonF& part : place.places)
            if (viewport()->rect().intersects(onViewport(place.page, part.boundingRect())))
                return;
    if (!places.isEmpty() && !places.first().places.isEmpty())
        goToPlace(places.first().page, places.first().places.first().boundingRect());
}

void PageView::setPageRemarks(const QHash<int, QString>& remarks)
{
    m_remarks = remarks;
    viewport()->update();
}

void PageView::copy() const
{
    if (const QString text = selectedText(); !text.isEmpty())
        QApplication::clipboard()->setText(text);
}

QString PageView::selectedText() const
{
    QStringList texts;
    for (const TextPlace& text : m_selection)
        texts.append(text.text);
    return texts.join(u'\n');
}

void PageView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), Theme::colours().sunken);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (const int page : seenPages()) {
        const QRect rect = m_layout.rect(page).translated(-offset());
        if (rect.intersects(event->rect()))
            paintPage(painter, page, rect);
    }
    if (hasFocus()) {
        painter.setPen(QPen(Theme::colours().accent, 2));
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

void PageView::paintPage(QPainter& painter, int page, const QRect& rect)
{
    // Paper is white in dark mode too: it shows what will be printed.
    painter.fillRect(rect, Qt::white);
    if (const QImage picture = m_pictures.take(page); !picture.isNull()) {
        if (m_arrangement.turn == 0) {
            painter.drawImage(rect, picture);
        } else {
            painter.save();
            painter.setTransform(turnedPage(picture.size(), m_arrangement.turn)
                                 * QTransform::fromScale(double(rect.width()) / (m_arrangement.turn % 180 ? picture.height() : picture.width()),
                                                         double(rect.height()) / (m_arrangement.turn % 180 ? picture.width() : picture.height()))
                                 * QTransform::fromTranslate(rect.x(), rect.y()));
            painter.drawImage(0, 0, picture);
            painter.restore();
        }
    }
    paintMarks(painter, page);
    painter.setPen(Theme::colours().border);
    painter.drawRect(rect.adjusted(0, 0, -1, -1));
    if (m_remarks.contains(page))
        painter.fillRect(QRect(rect.left(), rect.top(), Theme::space(1.5), rect.height()), Theme::colours().error);
}

void PageView::paintMarks(QPainter& painter, int page)
{
    const QTransform toViewport = toContent(page) * QTransform::fromTranslate(-offset().x(), -offset().y());
    const auto fill = [&](const TextPlace& text, QColor colour, float strength) {
        colour.setAlphaF(strength);
        for (const QPolygonF& place : text.places)
            painter.fillRect(toViewport.mapRect(place.boundingRect()), colour);
    };
    painter.save();
    painter.setCompositionMode(QPainter::CompositionMode_Multiply);
    for (qsizetype i = 0; i < m_marks.size(); ++i)
        if (m_marks.at(i).page == page)
            fill(m_marks.at(i), i == m_markNow ? QColor(0xff8c00) : QColor(0xffe060), 0.7F);
    for (const TextPlace& text : m_selection)
        if (text.page == page)
            fill(text, QColor(0x4a90e2), 0.4F);
    painter.restore();
    painter.setPen(QPen(Theme::light().accent, Theme::space(0.5)));
    for (const TextPlace& pointed : m_pointed)
        for (const QPolygonF& place : pointed.places)
            if (pointed.page == page)
                painter.drawRect(toViewport.mapRect(place.boundingRect()));
}

QTransform PageView::toContent(int page) const
{
    const QSizeF points = m_pages.points().value(page);
    const double scale = m_layout.scale(page);
    const QPoint corner = m_layout.rect(page).topLeft();
    return turnedPage(points, m_arrangement.turn) * QTransform::fromScale(scale, scale) * QTransform::fromTranslate(corner.x(), corner.y());
}

std::pair<int, QPointF> PageView::pointAt(const QPoint& inViewport) const
{
    if (m_layout.count() == 0)
        return {-1, {}};
    const QPoint there = inViewport + offset();
    int page = m_layout.at(there.y());
    // The second page of a row.
    if (page + 1 < m_layout.count() && m_layout.rect(page + 1).contains(there))
        ++page;
    return {page, toContent(page).inverted().map(QPointF(there))};
}

std::optional<PageLink> PageView::linkAt(const QPoint& inViewport) const
{
    const auto [page, point] = pointAt(inViewport);
    const QList<PageLink> links = m_pages.links(page);
    for (const PageLink& link : links)
        if (link.place.contains(point))
            return link;
    return std::nullopt;
}

void PageView::resizeEvent(QResizeEvent*)
{
    layOutAgain();
}

void PageView::layOutAgain()
{
    const auto [page, point] = pointAt({0, 0});
    layOut();
    if (page >= 0)
        verticalScrollBar()->setValue(int(toContent(page).map(point).y()));
}

void PageView::scrollContentsBy(int, int)
{
    follow();
    viewport()->update();
}

} // namespace jz::ui
