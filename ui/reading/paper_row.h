// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace jz::ui {

/// Draws a paper of a bundle in a list: mark, name, and below it what its verdict says, over as many lines as that takes.
class PaperRow : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// Of an item: a BarMessage::Kind, -1 while nothing is known; the sentences of the verdict.
    static constexpr int kindRole = Qt::UserRole + 1;
    static constexpr int sentenceRole = Qt::UserRole + 2;

    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace jz::ui
