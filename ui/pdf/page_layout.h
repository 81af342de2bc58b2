// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QRect>
#include <QSizeF>
#include <QTransform>

namespace jz::ui {

/// How pages are laid out to be looked at.
struct PageArrangement
{
    enum class Fit { Width, Page, None };
    Fit fit = Fit::Width;
    double zoom = 1;   ///< with Fit::None: 1 is the size of the paper on a screen of 96 dots an inch
    int turn = 0;      ///< clockwise: 0, 90, 180, 270 degrees
    bool twoPages = false;

    bool operator==(const PageArrangement&) const = default;
};

/// Brings a page of that size, turned clockwise by `turn` degrees, back to the origin: from upright to turned, in the same units.
QTransform turnedPage(QSizeF size, int turn);

/// Where each page stands in a continuous column (of one or two pages a row), in device-independent pixels from the upper left
/// corner of all. A pure value; made once for a size of the window, asked at every scroll: finding is logarithmic.
class PageLayout
{
public:
    PageLayout() = default;
    /// `points`: sizes of the pages as the file shows them. `window`: what can be seen of them. `gap`: between pages and around them.
    PageLayout(const QList<QSizeF>& points, const PageArrangement& arrangement, QSize window, int gap);

    QSize size() const { return m_size; }
    int count() const { return int(m_rects.size()); }
    QRect rect(int page) const { return m_rects.value(page); }
    /// Pixels a point of that page.
    double scale(int page) const { return m_scales.value(page, 1); }
    /// Pages of which something lies between two heights, in order.
    QList<int> between(int top, int bottom) const;
    /// The page that is nearest to a height.
    int at(int y) const;

private:
    QList<QRect> m_rects;
    QList<double> m_scales;
    QList<int> m_rowBottoms; ///< by page: they never decrease, as lower edges in a row of two may
    QSize m_size;
};

} // namespace jz::ui
