// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/row_table_view.h"

#include <QPlainTextEdit>
#include <QStyledItemDelegate>

#include <functional>

namespace jz::ui {

/// What one writes a cell in. A block of several cells that is pasted here goes into the table, not into the cell.
class CellText : public QPlainTextEdit
{
    Q_OBJECT

public:
    CellText(const RowTableModel& model, const QModelIndex& place, QWidget* parent);

    const QPersistentModelIndex& place() const { return m_place; }
    const Column& column() const { return m_column; }
    /// What the cell had when it was opened, and whether its row was the empty one at the end.
    const QString& before() const { return m_before; }
    bool beganRow() const { return m_beganRow; }

Q_SIGNALS:
    void blockPasted();

protected:
    void insertFromMimeData(const QMimeData* source) override;

private:
    const Column& m_column;
    QPersistentModelIndex m_place;
    QString m_before;
    bool m_beganRow;
};

/// Draws and edits the cells of a RowTableView. What is typed is in the dossier with every key; Escape brings back what the cell had
/// when writing began.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// `adopt` is called with every editor that is opened.
    CellDelegate(RowTableView& view, std::function<void(QWidget*, const Column&)> adopt);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void paintMarks(QPainter& painter, const QRect& cell, const QModelIndex& index) const;
    bool handleKey(CellText& editor, const QKeyEvent& key);
    void close(CellText& editor);
    void leave(CellText& editor);

    RowTableView& m_view;
    std::function<void(QWidget*, const Column&)> m_adopt;
};

} // namespace jz::ui
