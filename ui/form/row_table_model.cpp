// SPDX-License-Identifier: Apache-2.0
#include "ui/form/row_table_model.h"

#include "model/dossier/edits.h"
#include "model/reference/pasted_text.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

namespace jz::ui {

using namespace Qt::StringLiterals;

RowTableModel::RowTableModel(DossierSession& session, const Field& field, QObject* parent)
    : QAbstractTableModel(parent), m_session(session), m_field(field), m_ids{QString()}, m_cells{QJsonObject()}
{
    for (const Column& column : field.columns)
        if (column.type != ColumnType::Numbered)
            m_columns << &column;
    refresh();
}

bool RowTableModel::isBoolean(const QModelIndex& index) const
{
    return index.isValid() && columnAt(index.column()).type == ColumnType::Boolean;
}

QModelIndex RowTableModel::indexOf(const Address& place) const
{
    const qsizetype row = place.row.isEmpty() ? -1 : m_ids.indexOf(place.row);
    const auto column = std::find_if(m_columns.begin(), m_columns.end(), [&](const Column* each) { return each->id == place.column; });
    return row < 0 ? QModelIndex() : index(int(row), column == m_columns.end() ? 0 : int(column - m_columns.begin()));
}

void RowTableModel::refresh()
{
    const QJsonArray now = rowsOf(m_session.dossier(), Address::Part::Value, m_field.id);
    QStringList wanted;
    for (const QJsonValue& row : now)
        wanted << row["id"_L1].toString();
    if (!m_readOnly)
        wanted << QString();
    removeRowsNotIn(wanted);
    for (int i = 0; i < wanted.size(); ++i) {
        bringRow(i, wanted);
        bringCells(i, now.at(i).toObject());
    }
}

void RowTableModel::removeRowsNotIn(const QStringList& wanted)
{
    for (int row = int(m_ids.size()) - 1; row >= 0; --row) {
        if (wanted.contains(m_ids.at(row)))
            continue;
        beginRemoveRows({}, row, row);
        m_ids.removeAt(row);
        m_cells.removeAt(row);
        endRemoveRows();
    }
}

void RowTableModel::bringRow(int place, const QStringList& wanted)
{
    const QString& id = wanted.at(place);
    if (place < m_ids.size() && m_ids.at(place) == id)
        return;
    const int here = int(m_ids.indexOf(id));
    if (here >= 0) {
        beginMoveRows({}, here, here, {}, place);
        m_ids.move(here, place);
        m_cells.move(here, place);
        endMoveRows();
    } else {
        beginInsertRows({}, place, place);
        m_ids.insert(place, id);
        m_cells.insert(place, QJsonObject());
        endInsertRows();
    }
}

void RowTableModel::bringCells(int row, const QJsonObject& cells)
{
    if (m_cells.at(row) == cells)
        return;
    m_cells[row] = cells;
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
}

void RowTableModel::setReadOnly(bool readOnly)
{
    if (readOnly == m_readOnly)
        return;
    m_readOnly = readOnly;
    refresh();
}

void RowTableModel::setFindings(const Findings& findings)
{
    if (findings == m_findings)
        return;
    m_findings = findings;
    if (m_ids.isEmpty())
        return;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::DecorationRole, Qt::ToolTipRole});
    Q_EMIT headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
}

std::optional<Severity> RowTableModel::severityAt(int row, const QString& column) const
{
    std::optional<Severity> worst;
    for (const Finding& finding : m_findings)
        if (finding.row == row && finding.column == column && (!worst || finding.severity < *worst))
            worst = finding.severity;
    return worst;
}

QString RowTableModel::toolTipAt(int row, const QString& column) const
{
    QStringList lines;
    for (const Finding& finding : m_findings)
        if (finding.row == row && finding.column == column)
            lines << severityWord(finding.severity) + u"："_s + say(finding.message);
    return lines.join(u'\n');
}

int RowTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

int RowTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QString RowTableModel::textAt(int row, const Column& column) const
{
    const QJsonValue value = m_cells.at(row).value(column.id);
    if (column.type == ColumnType::Boolean)
        return value.isBool() ? (value.toBool() ? column.trueLabel : column.falseLabel) : QString();
    return value.toString();
}

QVariant RowTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Column& column = columnAt(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return textAt(index.row(), column);
    case Qt::ToolTipRole:
        return toolTipAt(index.row(), column.id);
    case Qt::AccessibleTextRole:
        return QString(column.label + u' ' + textAt(index.row(), column));
    case Qt::AccessibleDescriptionRole:
        return toolTipAt(index.row(), column.id);
    default:
        return {};
    }
}

QVariant RowTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal) {
        if (role == Qt::DisplayRole && section < m_columns.size())
            return columnAt(section).label;
        return {};
    }
    if (role == Qt::DisplayRole)
        return isTail(section) ? u"+"_s : QString::number(section + 1);
    if (role == Qt::ToolTipRole)
        return isTail(section) ? say(u"在这一行填写，就添加一行", u"Type here to add a row") : toolTipAt(section, {});
    const std::optional<Severity> severity = severityAt(section, {});
    if (role == Qt::DecorationRole && severity)
        return severityPixmap(*severity, Theme::space(4), 1);
    return {};
}

Qt::ItemFlags RowTableModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (!m_readOnly && !isBoolean(index))
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool RowTableModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || m_readOnly || !m_session.canEdit())
        return false;
    const Column& column = columnAt(index.column());
    const QJsonValue cell = QJsonValue::fromVariant(value);
    const auto manner = role == Qt::EditRole ? DossierEditor::Manner::Typing : DossierEditor::Manner::Whole;
    if (!isTail(index.row())) {
        m_session.apply(setCell(m_session.dossier(), m_field.id, idAt(index.row()), column.id, cell), manner);
        return true;
    }
    if (cell.isNull() || (cell.isString() && cell.toString().isEmpty()))
        return true;
    // The row at the end becomes the new one, whatever is being edited in it; another empty one comes below.
    const QString id = freeRowId(m_session.dossier(), m_field.id);
    m_ids.last() = id;
    m_session.apply(jz::insertRow(m_session.dossier(), m_field.id, -1, {{u"id"_s, id}, {column.id, cell}}), manner);
    return true;
}

void RowTableModel::dropIfEmpty(const QString& id)
{
    const qsizetype row = id.isEmpty() ? -1 : m_ids.indexOf(id);
    if (row >= 0 && m_cells.at(row).size() == 1)
        m_session.apply(jz::removeRow(m_session.dossier(), m_field.id, id));
}

QString RowTableModel::tidied(const QString& text, const Column& column)
{
    return column.type == ColumnType::LongText ? text : pastedLine(text).text.trimmed();
}

} // namespace jz::ui
