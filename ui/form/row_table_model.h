// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/dossier_session.h"

#include <QAbstractTableModel>

namespace jz::ui {

/// The rows of a table field as views see them, with one empty row at the end to type into while the dossier can be edited.
/// Rows are known by the ids they have in the dossier; every edit goes to the session at once, and what changes there comes back
/// through refresh() as rows that came, went, moved or have other cells, so that selection and an open editor keep their place.
class RowTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    RowTableModel(DossierSession& session, const Field& field, QObject* parent = nullptr);

    const Field& field() const { return m_field; }
    const Column& columnAt(int column) const { return *m_columns.at(column); }
    /// Id of the row; empty for the empty one at the end.
    QString idAt(int row) const { return m_ids.value(row); }
    /// Rows of the dossier, the empty one not counted.
    int filledRows() const { return int(m_ids.size()) - (m_ids.endsWith(QString()) ? 1 : 0); }
    bool isTail(int row) const { return m_ids.value(row).isEmpty(); }
    bool isBoolean(const QModelIndex& index) const;
    /// The place that an address means; invalid when there is none.
    QModelIndex indexOf(const Address& place) const;

    /// Brings the model to what the dossier holds.
    void refresh();
    void setReadOnly(bool readOnly);
    bool isReadOnly() const { return m_readOnly; }
    /// What is marked: findings with a column at their cell, others at their row's head.
    void setFindings(const Findings& findings);
    /// The worst severity at a cell.
    std::optional<Severity> severityAt(int row, const QString& column) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Edits one cell (a text, or a boolean or nothing for boolean columns) as one step; EditRole as typed: steps in one cell grow
    /// into one. In the empty row it makes a row of the dossier.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

    /// Takes a row out again that has no words in any cell.
    void dropIfEmpty(const QString& id);

    /// What the words of a cell are in the dossier: trimmed, on one line unless the column has several.
    static QString tidied(const QString& text, const Column& column);

private:
    QString textAt(int row, const Column& column) const;
    QString toolTipAt(int row, const QString& column) const;
    void bringRow(int place, const QStringList& wanted);
    void removeRowsNotIn(const QStringList& wanted);
    void bringCells(int row, const QJsonObject& cells);

    DossierSession& m_session;
    const Field& m_field;
    QList<const Column*> m_columns; ///< those that are filled in
    QStringList m_ids;              ///< by row; "" for the empty one
    QList<QJsonObject> m_cells;     ///< by row, as the dossier had them at the last refresh()
    Findings m_findings;
    bool m_readOnly = false;
};

} // namespace jz::ui
