// SPDX-License-Identifier: Apache-2.0
#include "model/print/form_sections.h"

#include "model/print/opinion_block.h"
#include "model/print/table_layout.h"

#include <QJsonArray>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;
using namespace FormStyle;

namespace {

constexpr double labelWidth = 38;      ///< eight characters of a label and its padding
constexpr double innerLabelWidth = 21; ///< four characters; labels inside a group
constexpr double rowHeight = 10;
constexpr double proseHeight = 24;     ///< an empty cell for prose still looks like one to fill in
constexpr double optionGap = 6;
/// For one-line values in narrow cells (mail addresses) that would wrap at full size.
const TextStyle small{FontRole::FangSong, 10.5, 16, Align::Left, 0};
constexpr double smallest = 9; ///< points, of a value whose longest word is wider than its cell

class SectionBuilder
{
public:
    SectionBuilder(const CallPack& pack, const Dossier& dossier, const ValueText& values, TextMeasure& measure,
                   double width)
        : m_pack(pack), m_dossier(dossier), m_values(values), m_measure(measure), m_width(width)
    {
    }

    TableSection build(const Section& section)
    {
        TableSection built;
        built.heading = section.number + u"、" + section.title;
        built.bookmark = built.heading;
        for (const PrintRow& row : section.print)
            built.groups += groups(section, row);
        built.withNext = !section.print.isEmpty() && section.print.first().kind == PrintRow::Kind::Opinion;
        return built;
    }

private:
    QList<RowGroup> groups(const Section& section, const PrintRow& row)
    {
        switch (row.kind) {
        case PrintRow::Kind::Field:
            return {fieldGroup(row)};
        case PrintRow::Kind::Group:
            return {linesGroup(row)};
        case PrintRow::Kind::Choices:
            return {choicesGroup(row)};
        case PrintRow::Kind::Table:
            return {tableGroup(row)};
        case PrintRow::Kind::Phases:
            return {phasesGroup(row)};
        case PrintRow::Kind::Opinion:
        case PrintRow::Kind::Opinions:
            return {opinionGroup(section, row)};
        }
        return {};
    }

    /// Height that a label takes in its cell.
    double labelHeight(const QString& label)
    {
        const double lines = double(m_measure.lines(label, FormStyle::label, labelWidth - 2 * padding).size());
        return lines * toMm(FormStyle::label.pitch) + 2 * padding;
    }

    /// A label at the left, which belongs to a field's place when one is named.
    Cell labelCell(const QString& label, const QString& field = {}) const
    {
        return {0, labelWidth, {{label, FormStyle::label, {}}}, true, false, field};
    }

    CellText valueText(const Field& field, const TextStyle& style) const
    {
        return {m_values.value(field), style, field.id};
    }

    RowGroup fieldGroup(const PrintRow& print)
    {
        Cell cell{labelWidth, m_width - labelWidth, {}, true};
        bool prose = false;
        for (const QString& id : print.fields) {
            const Field* field = m_pack.field(id);
            const bool first = id == print.fields.first();
            if (!field || (!first && m_values.isBlankForm()))
                continue; // the blank form words the prompt of the cell once
            const bool isProse = field->type == FieldType::LongText;
            prose = prose || isProse;
            cell.texts << valueText(*field, isProse && !m_values.isBlankForm() ? FormStyle::prose : value);
        }
        cell.centered = !prose;
        return {labelCell(print.label, print.fields.value(0)), {Row{{cell}, std::max(prose ? proseHeight : rowHeight, labelHeight(print.label)), false, {}, 0, {}}}};
    }

    /// The largest style, from `style` down, in which no word is broken in a column of `width` mm.
    TextStyle wholeWords(const QString& text, TextStyle style, double width)
    {
        for (const double size : {small.size, smallest}) {
            if (m_measure.unbreakableWidth(text, style) <= width)
                break;
            style.pitch *= size / style.size;
            style.size = size;
        }
        return style;
    }

    RowGroup linesGroup(const PrintRow& print)
    {
        RowGroup group{labelCell(print.label), {}};
        const double room = m_width - labelWidth;
        for (const QStringList& line : print.lines) {
            Row row;
            row.minHeight = rowHeight;
            const double share = room / double(line.size());
            double x = labelWidth;
            for (const QString& id : line) {
                const Field* field = m_pack.field(id);
                if (!field)
                    continue;
                const double narrow = line.size() == 1 ? labelWidth : innerLabelWidth;
                row.cells << Cell{x, narrow, {{field->label, FormStyle::label, {}}}, true, false, field->id};
                const double inner = share - narrow - 2 * padding;
                const QString words = m_values.value(*field);
                const TextStyle style =
                    m_measure.width(words, value) <= inner ? value : wholeWords(words, small, inner);
                row.cells << Cell{x + narrow, share - narrow, {valueText(*field, style)}, true, false, field->id};
                x += share;
            }
            group.rows << row;
        }
        return group;
    }

    /// Options flow over lines whole; the one that takes a text stands on a line of its own, as in the
    /// template.
    RowGroup choicesGroup(const PrintRow& print)
    {
        const Field* field = m_pack.field(print.fields.value(0));
        const Field* other = m_pack.field(print.fields.value(1));
        Cell cell{0, m_width, {}, true};
        const double room = m_width - 2 * padding;
        double used = 0;
        const QStringList options = field ? m_values.options(*field, other) : QStringList();
        for (const QString& option : options) {
            const double width = m_measure.width(option, value);
            const bool alone = other && &option == &options.last();
            if (cell.texts.isEmpty() || alone || used + optionGap + width > room) {
                cell.texts << CellText{option, value, field->id};
                used = width;
            } else {
                cell.texts.last().text += u"   " + option;
                used += optionGap + width;
            }
        }
        return {std::nullopt, {Row{{cell}, rowHeight, false, {}, 0, {}}}};
    }

    Row tableRow(const QStringList& texts, const QList<double>& widths, double x, const QString& field)
    {
        Row row;
        row.minHeight = rowHeight;
        for (qsizetype i = 0; i < texts.size(); ++i) {
            const TextStyle style = wholeWords(texts.at(i), center, widths.at(i) - 2 * padding);
            row.cells << Cell{x, widths.at(i), {{texts.at(i), style, field}}, true, false, field};
            x += widths.at(i);
        }
        return row;
    }

    /// Says which row of a table this is, and which column each cell.
    static Row named(Row row, const QString& id, const QStringList& columns)
    {
        for (qsizetype i = 0; i < row.cells.size(); ++i) {
            row.cells[i].row = id;
            row.cells[i].column = columns.value(i);
        }
        return row;
    }

    Row headerRow(const QStringList& labels, const QList<double>& widths, double x)
    {
        Row row = tableRow(labels, widths, x, {});
        for (Cell& cell : row.cells)
            cell.texts.first().style = FormStyle::label;
        row.header = true;
        return row;
    }

    RowGroup tableGroup(const PrintRow& print)
    {
        RowGroup group{labelCell(print.label, print.fields.value(0)), {}};
        const Field* field = m_pack.field(print.fields.value(0));
        if (!field)
            return group;
        double shares = 0;
        QStringList labels;
        for (const Column& column : field->columns) {
            shares += column.width;
            labels << column.label;
        }
        QList<double> widths;
        for (const Column& column : field->columns)
            widths << (m_width - labelWidth) * column.width / shares;
        group.rows << headerRow(labels, widths, labelWidth);
        const QJsonArray rows = m_dossier.values.value(field->id).toArray();
        QStringList columns;
        for (const Column& column : field->columns)
            columns << column.id;
        for (const QJsonValue& row : rows)
            group.rows << named(tableRow(m_values.cells(*field, row.toObject()), widths, labelWidth, field->id), row["id"_L1].toString(), columns);
        for (qsizetype i = rows.size(); i < field->emptyRows; ++i)
            group.rows << tableRow(QStringList(field->columns.size()), widths, labelWidth, field->id);
        return group;
    }

    RowGroup phasesGroup(const PrintRow& print)
    {
        RowGroup group;
        const Field* field = m_pack.field(print.fields.value(0));
        if (!field)
            return group;
        const QList<double> widths{labelWidth, m_width - 2 * labelWidth, labelWidth};
        group.rows << headerRow(print.headers, widths, 0);
        const QJsonArray rows = m_dossier.values.value(field->id).toArray();
        const int count = qMax(int(rows.size()), field->emptyRows);
        for (int i = 0; i < count; ++i) {
            const QStringList texts = m_values.phase(*field, print, i, rows.at(i).toObject());
            Row row = tableRow(texts, widths, 0, field->id);
            row.cells[0].texts.first().field.clear();
            row.cells[0].repeated = true;
            row.cells[1].texts.first().style = prose;
            row.cells[1].centered = false;
            group.rows << named(row, rows.at(i).toObject()["id"_L1].toString(), {QString(), u"goal"_s, u"from"_s});
        }
        if (rows.isEmpty() && !print.continuation.isEmpty())
            group.rows << tableRow({print.continuation, {}, {}}, widths, 0, {});
        return group;
    }

    RowGroup opinionGroup(const Section& section, const PrintRow& print)
    {
        OpinionContent content;
        content.fixedText = section.fixedText;
        content.wordingField = print.fields.value(0);
        const QString unit = m_dossier.text(content.wordingField);
        if (!print.unitPlaceholder.isEmpty() && !unit.isEmpty())
            content.fixedText.replace(print.unitPlaceholder, unit);
        content.units = print.kind == PrintRow::Kind::Opinions ? bodies() : QStringList{QString()};
        content.signatureLabel = print.signatureLabel;
        content.dateLabel = print.dateLabel;
        content.sealLabel = print.sealLabel;
        content.role = print.role;
        content.width = m_width;
        return {std::nullopt, {opinionRow(content, m_measure)}};
    }

    /// The recommending body and the joint bodies; a single one need not be named beside its signature.
    QStringList bodies() const
    {
        QStringList names;
        for (const Section& section : m_pack.sections) {
            for (const Field& field : section.fields) {
                if (field.type != FieldType::RecommendingBody && field.type != FieldType::RecommendingBodies)
                    continue;
                const QString value = m_values.isBlankForm() ? QString() : m_values.value(field);
                if (!value.isEmpty())
                    names += value.split(u'\n');
            }
        }
        return names.size() > 1 ? names.mid(0, 4) : QStringList{QString()};
    }

    const CallPack& m_pack;
    const Dossier& m_dossier;
    const ValueText& m_values;
    TextMeasure& m_measure;
    double m_width;
};

} // namespace

QList<TableSection> formSections(const CallPack& pack, const Dossier& dossier, const ValueText& values,
                                 TextMeasure& measure, double tableWidth)
{
    SectionBuilder builder(pack, dossier, values, measure, tableWidth);
    QList<TableSection> sections;
    for (const Section& section : pack.sections) {
        if (!section.print.isEmpty())
            sections << builder.build(section);
    }
    return sections;
}

} // namespace jz
