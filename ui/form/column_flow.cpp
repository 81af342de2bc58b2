// SPDX-License-Identifier: Apache-2.0
#include "ui/form/column_flow.h"

namespace jz::ui {

ColumnFlow::ColumnFlow(int mostColumns, QWidget* parent) : QLayout(parent), m_mostColumns(mostColumns)
{
    setContentsMargins({});
}

ColumnFlow::~ColumnFlow()
{
    qDeleteAll(m_items);
}

QLayoutItem* ColumnFlow::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize ColumnFlow::widest() const
{
    QSize size(0, 0);
    for (const QLayoutItem* const item : m_items)
        if (!item->isEmpty())
            size = size.expandedTo(item->sizeHint());
    return size;
}

QSize ColumnFlow::sizeHint() const
{
    qsizetype shown = std::count_if(m_items.begin(), m_items.end(), [](const QLayoutItem* item) { return !item->isEmpty(); });
    if (m_mostColumns > 0)
        shown = qMin<qsizetype>(shown, m_mostColumns);
    const QSize cell = widest();
    return {cell.width() * int(shown) + spacing() * qMax(0, int(shown) - 1), cell.height()};
}

QSize ColumnFlow::minimumSize() const
{
    QSize size(0, 0);
    for (const QLayoutItem* const item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

void ColumnFlow::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

/// The height needed.
int ColumnFlow::arrange(const QRect& rect, bool place) const
{
    const QSize cell = widest();
    int columns = qMax(1, (rect.width() + spacing()) / qMax(1, cell.width() + spacing()));
    if (m_mostColumns > 0)
        columns = qMin(columns, m_mostColumns);
    int shown = 0;
    for (QLayoutItem* const item : m_items) {
        if (item->isEmpty())
            continue;
        const int row = shown / columns;
        const int column = shown % columns;
        const int x = rect.x() + column * (cell.width() + spacing());
        if (place)
            item->setGeometry({x, rect.y() + row * (cell.height() + spacing()), qMin(cell.width(), rect.right() + 1 - x), cell.height()});
        ++shown;
    }
    const int rows = (shown + columns - 1) / columns;
    return rows == 0 ? 0 : rows * cell.height() + (rows - 1) * spacing();
}

} // namespace jz::ui
