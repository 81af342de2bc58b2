// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pdf/page_layout.h"
#include "ui/pdf/paper_pages.h"
#include "ui/pdf/picture_cache.h"

#include <QAbstractScrollArea>
#include <QTimer>

#include <optional>

namespace jz::ui {

/// The pages of a PDF to be read: continuous, one or two a row, fitted or zoomed, turned. Text is selected with the mouse and copied,
/// links are followed, found text is marked. What is not drawn yet is shown from a smaller picture or as white paper; scrolling
/// never waits. The PaperPages must outlive it.
///
/// Keys: arrows, page up and down, home, end; Ctrl+plus, Ctrl+minus, Ctrl+0 (fit the width); Ctrl+C, Ctrl+A of the page. A selection goes over pages.
class PageView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    PageView(PaperPages& pages, QWidget* parent);

    const PageArrangement& arrangement() const { return m_arrangement; }
    /// Keeps what is in the middle of the window where it is.
    void arrange(const PageArrangement& arrangement);
    void zoomBy(double factor);

    /// 0-based; the page in the middle of the window.
    int currentPage() const { return m_current; }
    void goToPage(int page);
    /// Scrolls so that a place on a page (points, as TextPlace) is seen.
    void goToPlace(int page, const QRectF& place);

    /// Where a place on a page (points) is on the viewport now, be it seen or not.
    QRect onViewport(int page, const QRectF& place) const;

    /// Texts to be marked; `now` (an index of them, or -1) stands out.
    void setMarks(const QList<TextPlace>& marks, int now);
    /// Scrolls to the mark that stands out.
    void goToMark();
    /// Places that are pointed at with a frame; goes there when none of them is seen.
    void pointAtPlaces(const QList<TextPlace>& places);
    /// Pages to be marked at their edge, with what is said about them (a change after signing).
    void setPageRemarks(const QHash<int, QString>& remarks);

    /// Whether all that is seen is drawn at its full sharpness.
    bool isSharp() const;
    QString selectedText() const;
    void copy() const;

Q_SIGNALS:
    void currentPageChanged(int page);
    void arrangementChanged();
    void selectionChanged();
    /// A place that leads nowhere else was clicked (points, as TextPlace).
    void placeClicked(int page, const QPointF& point);
    /// A web or mail address was clicked: whoever hosts the view asks before it opens it.
    void addressClicked(const QUrl& address);
    /// isSharp() became true.
    void sharp();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void layOut();
    void layOutAgain();
    QPoint offset() const;
    QList<int> seenPages() const;
    QSize pixelsOf(int page) const;
    void follow();
    void wish();
    void keepPicture(const PictureWish& wish, const QImage& picture);
    void paintPage(QPainter& painter, int page, const QRect& rect);
    void paintMarks(QPainter& painter, int page);
    /// From points of an upright page to pixels of the window's content and back.
    QTransform toContent(int page) const;
    std::pair<int, QPointF> pointAt(const QPoint& inViewport) const;
    std::optional<PageLink> linkAt(const QPoint& inViewport) const;

    PaperPages& m_pages;
    PageArrangement m_arrangement;
    PageLayout m_layout;
    PictureCache m_pictures;
    QTimer m_wishTimer; ///< wishes of one turn of the event loop go out together
    int m_current = 0;
    QList<TextPlace> m_marks;
    int m_markNow = -1;
    QHash<int, QString> m_remarks;
    QList<TextPlace> m_pointed;
    QList<TextPlace> m_selection; ///< by page
    std::pair<int, QPointF> m_pressed{-1, {}};
};

} // namespace jz::ui
