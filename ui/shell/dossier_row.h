// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace jz {
struct DossierEntry;
}

namespace jz::ui {

/// Paints one row of the list of dossiers.
class DossierRow : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// Where the … of a row is.
    static QRect moreArea(const QRect& row);

private:
    void paintWords(QPainter* painter, const QRect& area, const DossierEntry& entry) const;
    void paintProgress(QPainter* painter, const QRect& area, const DossierEntry& entry) const;
};

} // namespace jz::ui
