// SPDX-License-Identifier: Apache-2.0
#include "ui/pdf/page_layout.h"

#include <algorithm>
#include <cmath>

namespace jz::ui {

namespace {

constexpr double screenPerPoint = 96.0 / 72;
constexpr double smallestScale = 0.05;

QSizeF turned(const QSizeF& size, int turn)
{
    return turn % 180 == 0 ? size : size.transposed();
}

double scaleOf(const QSizeF& row, const PageArrangement& arrangement, QSizeF room)
{
    const double across = room.width() / row.width();
    switch (arrangement.fit) {
    case PageArrangement::Fit::Width:
        return std::max(smallestScale, across);
    case PageArrangement::Fit::Page:
        return std::max(smallestScale, std::min(across, room.height() / row.height()));
    case PageArrangement::Fit::None:
        break;
    }
    return screenPerPoint * arrangement.zoom;
}

} // namespace

QTransform turnedPage(QSizeF size, int turn)
{
    switch (turn) {
    case 90:
        return QTransform(0, 1, -1, 0, size.height(), 0);
    case 180:
        return QTransform(-1, 0, 0, -1, size.width(), size.height());
    case 270:
        return QTransform(0, -1, 1, 0, 0, size.width());
    default:
        return {};
    }
}

PageLayout::PageLayout(const QList<QSizeF>& points, const PageArrangement& arrangement, QSize window, int gap)
{
    const int columns = arrangement.twoPages ? 2 : 1;
    const QSizeF room(std::max(1, window.width() - gap * (columns + 1)), std::max(1, window.height() - 2 * gap));
    int y = gap;
    int width = 0;
    QList<int> rowWidths;
    for (qsizetype first = 0; first < points.size(); first += columns) {
        const qsizetype last = std::min(first + columns, points.size());
        QSizeF row(0, 0);
        for (qsizetype page = first; page < last; ++page) {
            const QSizeF size = turned(points.at(page), arrangement.turn);
            row = {row.width() + size.width(), std::max(row.height(), size.height())};
        }
        // A last page that stands alone is no larger than the others.
        if (last - first < columns)
            row.setWidth(row.width() * columns);
        const double scale = scaleOf(row, arrangement, room);
        int x = gap;
        int height = 0;
        for (qsizetype page = first; page < last; ++page) {
            const QSizeF size = turned(points.at(page), arrangement.turn) * scale;
            const QSize pixels(int(std::lround(size.width())), int(std::lround(size.height())));
            m_rects.append(QRect(QPoint(x, y), pixels));
            m_scales.append(scale);
            x += pixels.width() + gap;
            height = std::max(height, pixels.height());
        }
        rowWidths.append(x);
        for (qsizetype page = first; page < last; ++page)
            m_rowBottoms.append(y + height);
        width = std::max(width, x);
        y += height + gap;
    }
    m_size = QSize(width, y);
    // Rows narrower than the window or than the widest row stand in the middle.
    for (qsizetype page = 0; page < m_rects.size(); ++page)
        m_rects[page].translate((std::max(width, window.width()) - rowWidths.at(page / columns)) / 2, 0);
}

QList<int> PageLayout::between(int top, int bottom) const
{
    QList<int> pages;
    const auto first = std::partition_point(m_rowBottoms.begin(), m_rowBottoms.end(), [top](int edge) { return edge < top; });
    for (qsizetype page = first - m_rowBottoms.begin(); page < m_rects.size() && m_rects.at(page).top() <= bottom; ++page)
        pages.append(int(page));
    return pages;
}

int PageLayout::at(int y) const
{
    const auto page = std::partition_point(m_rowBottoms.begin(), m_rowBottoms.end(), [y](int edge) { return edge < y; });
    return int(std::min<qsizetype>(page - m_rowBottoms.begin(), m_rects.size() - 1));
}

} // namespace jz::ui
