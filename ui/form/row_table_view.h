// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/row_table_model.h"

#include <QTableView>

namespace jz::ui {

/// What the keyboard asks of a table beyond moving about and typing.
enum class TableCommand { AddRow, RemoveRows, MoveUp, MoveDown, Clear, Copy, Cut, Paste };

/// A table of the form, used like a spreadsheet: typing replaces a cell, F2 or a double click goes on writing in it, Tab and Enter go
/// right and down, arrows anywhere, Delete clears, Alt with an arrow moves the row, Ctrl+Enter adds one. Tab in the empty last row
/// leaves the table, Ctrl+Tab does so from anywhere. What an input method composes goes into the cell from its first key on.
///
/// As high as its rows up to a limit, then it scrolls. Rows are dragged by their heads.
class RowTableView : public QTableView
{
    Q_OBJECT

public:
    /// The model becomes the view's own.
    RowTableView(RowTableModel& model, QWidget* parent);

    RowTableModel& rows() const { return m_model; }
    /// Whether the editor being opened is to replace what the cell has: it was opened by typing.
    bool isReplacing() const { return m_replacing; }
    /// Rows with a selected cell, top to bottom, without the empty one at the end.
    QList<int> selectedRows() const;
    void goTo(int row, int column);
    /// Where Tab leads from the current cell; out of the table at its ends.
    void goOn(bool forward);
    /// Goes up or down in the column.
    void goBy(int rows);
    /// Says yes, no or nothing in a boolean cell, in turn.
    void turnBoolean(const QModelIndex& index);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void wanted(jz::ui::TableCommand command);
    /// A row was dragged by its head.
    void rowDragged(int from, int to);

protected:
    bool edit(const QModelIndex& index, EditTrigger trigger, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void focusInEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dataChanged(const QModelIndex& from, const QModelIndex& to, const QList<int>& roles) override;
    void rowsInserted(const QModelIndex& parent, int first, int last) override;

private:
    bool commandFor(const QKeyEvent* event);
    bool moveBy(const QKeyEvent* event);
    bool typeBoolean(const QString& typed);
    void offerBoolean(const QModelIndex& index);
    void shareWidth();
    void followDrag(int from, int to);

    RowTableModel& m_model;
    bool m_replacing = false;
    bool m_bringingBack = false;
};

} // namespace jz::ui
