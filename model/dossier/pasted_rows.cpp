// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/pasted_rows.h"

#include "model/base/counted_text.h"
#include "model/dossier/edits.h"
#include "model/dossier/value_reader.h"
#include "model/reference/pasted_text.h"
#include "model/reference/text_forms.h"

#include <QMap>
#include <QRegularExpression>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

bool isEmptyRow(const QStringList& row)
{
    return std::all_of(row.begin(), row.end(), [](const QString& cell) { return cell.trimmed().isEmpty(); });
}

qsizetype widthOf(const TextBlock& block)
{
    qsizetype width = 0;
    for (const QStringList& row : block)
        width = std::max(width, row.size());
    return width;
}

bool isRunningNumberTitle(const QString& title)
{
    static const QStringList titles{u"序号"_s, u"编号"_s, u"号"_s, u"no"_s, u"#"_s};
    return titles.contains(comparisonKey(title));
}

/// Whether a heading means this column: its label, or one of the words that a stroke parts in it.
bool names(const QString& heading, const Column& column)
{
    static const QRegularExpression parts(u"[/、,，（()）]"_s);
    static const QRegularExpression aside(u"[（(].*[)）]$"_s);
    const QString key = comparisonKey(heading);
    const QString bare = comparisonKey(QString(heading).remove(aside));
    if (key.isEmpty())
        return false;
    QStringList words = column.label.split(parts, Qt::SkipEmptyParts);
    words << column.label;
    return std::any_of(words.begin(), words.end(), [&](const QString& word) {
        const QString own = comparisonKey(word);
        return own == key || own == bare;
    });
}

class Placement
{
public:
    Placement(const TextBlock& block, const Field& field, int firstRow) : m_field(field), m_firstRow(firstRow)
    {
        std::copy_if(block.begin(), block.end(), std::back_inserter(m_block), [](const QStringList& row) { return !isEmptyRow(row); });
    }

    PlacedBlock place(const QString& column)
    {
        if (!mapByHeader())
            mapFrom(column);
        for (const QStringList& row : std::as_const(m_block))
            placeRow(row);
        tellColumns();
        tellBooleans();
        if (m_dropped > 0)
            m_result.remarks << CountedText{u"有 %1 个不能使用的控制字符，已去掉。"_s, u"%1 control {character|characters} cannot be used and {was|were} left out."_s}
                                    .arg(QString::number(m_dropped));
        return m_result;
    }

private:
    bool mapByHeader()
    {
        if (m_block.isEmpty())
            return false;
        const QStringList header = m_block.first();
        QMap<int, const Column*> map;
        int filled = 0;
        for (int i = 0; i < header.size(); ++i) {
            if (header.at(i).trimmed().isEmpty() || isRunningNumberTitle(header.at(i)))
                continue;
            ++filled;
            for (const Column& column : m_field.columns)
                if (column.type != ColumnType::Numbered && !map.contains(i) && names(header.at(i), column))
                    map.insert(i, &column);
        }
        if (map.isEmpty() || (map.size() < 2 && filled > 1))
            return false;
        m_map = map;
        m_titles = header;
        m_block.removeFirst();
        m_result.hadHeader = true;
        return true;
    }

    void mapFrom(const QString& from)
    {
        QList<const Column*> columns;
        for (const Column& column : m_field.columns)
            if (column.type != ColumnType::Numbered && (!columns.isEmpty() || column.id == from || from.isEmpty()))
                columns << &column;
        const int skipped = widthOf(m_block) > columns.size() && beginsWithNumbers() ? 1 : 0;
        if (skipped == 1)
            m_titles = QStringList{u"序号"_s};
        for (int i = 0; i < columns.size(); ++i)
            m_map.insert(i + skipped, columns.at(i));
    }

    bool beginsWithNumbers() const
    {
        for (int i = 0; i < m_block.size(); ++i)
            if (toHalfWidth(m_block.at(i).first()).trimmed() != QString::number(i + 1))
                return false;
        return m_block.size() > 1;
    }

    void placeRow(const QStringList& row)
    {
        QJsonObject cells;
        for (auto column = m_map.begin(); column != m_map.end(); ++column) {
            const QJsonValue value = read(row.value(column.key()), *column.value());
            const QString before = cells.value((*column)->id).toString();
            if (!before.isEmpty() && value.isString())
                cells.insert((*column)->id, QString(before + u'/' + value.toString()));
            else if (before.isEmpty() && (column.key() < widthOf(m_block) || m_result.hadHeader))
                cells.insert((*column)->id, value);
        }
        m_result.rows << cells;
    }

    QJsonValue read(const QString& raw, const Column& column)
    {
        const PastedText clean = column.type == ColumnType::LongText ? pastedText(raw) : pastedLine(raw);
        m_dropped += clean.dropped;
        const QString& text = clean.text;
        if (text.isEmpty())
            return {};
        if (column.type == ColumnType::Month)
            return normalisedMonth(text);
        if (column.type != ColumnType::Boolean)
            return text;
        const std::optional<bool> said = booleanFromWord(text, column);
        if (!said)
            m_unread[&column] << std::pair(m_firstRow + int(m_result.rows.size()) + 1, text);
        return said ? QJsonValue(*said) : QJsonValue();
    }

    void tellColumns()
    {
        QStringList left;
        for (int i = 0; i < widthOf(m_block); ++i) {
            if (m_map.contains(i))
                continue;
            const auto sample = std::find_if(m_block.begin(), m_block.end(),
                                             [&](const QStringList& row) { return !row.value(i).trimmed().isEmpty(); });
            if (sample != m_block.end())
                left << u"“%1”"_s.arg(m_titles.value(i).trimmed().isEmpty() ? sample->at(i).trimmed() : m_titles.at(i).trimmed());
        }
        if (!left.isEmpty())
            m_result.remarks << CountedText{u"有 %1 列在此表中没有位置，未粘贴：%2。"_s, u"%1 {column has|columns have} no place in this table and {was|were} not pasted: %2."_s}
                                    .arg(QString::number(left.size()), left.join(u'、'));
    }

    void tellBooleans()
    {
        for (auto column = m_unread.begin(); column != m_unread.end(); ++column) {
            QStringList rows;
            for (const auto& [row, word] : *column)
                rows << QString::number(row);
            const Column& which = *column.key();
            m_result.remarks << LocalizedText{u"第 %1 行“%2”的“%3”既不是“%4”也不是“%5”，留空待填。"_s,
                                              u"Row %1: “%3” under “%2” is neither “%4” nor “%5”; it was left empty."_s}
                                    .arg(rows.join(u'、'), which.label, column->first().second, which.trueLabel, which.falseLabel);
        }
    }

    const Field& m_field;
    int m_firstRow;
    TextBlock m_block;
    QStringList m_titles;               ///< of the block's columns, where it names them
    QMap<int, const Column*> m_map;     ///< column of the block -> of the field
    QMap<const Column*, QList<std::pair<int, QString>>> m_unread;
    int m_dropped = 0;                  ///< characters that cannot be kept
    PlacedBlock m_result;
};

void bring(Dossier& dossier, Changes& all, const Changes& changes)
{
    for (const Change& change : changes)
        applyChange(dossier, change);
    all += changes;
}

} // namespace

PlacedBlock placeBlock(const TextBlock& block, const Field& field, const QString& column, int firstRow)
{
    return Placement(block, field, firstRow).place(column);
}

Changes fillRows(const Dossier& dossier, const QString& field, int firstRow, const PlacedBlock& block)
{
    Dossier with = dossier;
    Changes all;
    for (int i = 0; i < block.rows.size(); ++i) {
        const QJsonObject& cells = block.rows.at(i);
        const QJsonArray rows = with.values.value(field).toArray();
        if (firstRow + i < rows.size()) {
            const QString id = rows.at(firstRow + i).toObject().value("id"_L1).toString();
            for (auto cell = cells.begin(); cell != cells.end(); ++cell)
                bring(with, all, setCell(with, field, id, cell.key(), *cell));
            continue;
        }
        QJsonObject row{{u"id"_s, freeRowId(with, field)}};
        for (auto cell = cells.begin(); cell != cells.end(); ++cell)
            if (!cell->isNull())
                row.insert(cell.key(), *cell);
        bring(with, all, insertRow(with, field, int(rows.size()), row));
    }
    return all;
}

} // namespace jz
