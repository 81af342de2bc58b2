// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/dossier/pasted_rows.h"
#include "ui/form/field_editor.h"
#include "ui/form/row_table_view.h"

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QLabel;
class QToolButton;
QT_END_NAMESPACE

namespace jz::ui {

/// Edits a table: the rows in a RowTableView, buttons below it for those who do not know the keys.
class TableEditor : public FieldEditor
{
    Q_OBJECT

public:
    TableEditor(DossierSession& session, const Field& field, QWidget* parent);

    void refresh(const QList<Address>& places) override;
    void setReadOnly(bool readOnly) override;
    void focusAt(const Address& place) override;
    void mark(const Findings& findings) override;

private:
    void buildButtons(QHBoxLayout* row);
    QToolButton* addButton(QHBoxLayout* row, const QString& name, const QString& icon, const QString& words);
    void showState();
    void run(TableCommand command);
    void addRow();
    void removeRows();
    void moveRows(int by);
    void clearCells();
    void copy();
    void paste();
    void tellPasted(const PlacedBlock& placed);
    TextBlock selection() const;

    RowTableModel* m_model; ///< the view's
    RowTableView* m_view;
    QList<QToolButton*> m_rowButtons; ///< act on the rows chosen
    QToolButton* m_add = nullptr;
    QLabel* m_count;
};

} // namespace jz::ui
