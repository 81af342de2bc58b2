// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLayout>

namespace jz::ui {

/// Lays its items out in columns of the same width, row by row, as many beside each other as the width has room for: options of a
/// choice stand across the page on a wide screen and below each other on a narrow one, aligned in both.
class ColumnFlow : public QLayout
{
    Q_OBJECT

public:
    /// At most that many columns; 0 for any number. Spacing is taken from setSpacing() in both directions.
    explicit ColumnFlow(int mostColumns = 0, QWidget* parent = nullptr);
    ~ColumnFlow() override;

    void addItem(QLayoutItem* item) override { m_items.append(item); }
    int count() const override { return int(m_items.size()); }
    QLayoutItem* itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange({0, 0, width, 0}, false); }
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    int arrange(const QRect& rect, bool place) const;
    QSize widest() const;

    QList<QLayoutItem*> m_items;
    int m_mostColumns;
};

} // namespace jz::ui
