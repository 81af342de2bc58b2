// SPDX-License-Identifier: Apache-2.0
#include "model/print/printed_parts.h"

#include "model/print/form_sections.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

/// Any does.
constexpr double tableWidth = 156;

QList<PrintedPart> partsOf(const Row& row)
{
    QList<PrintedPart> parts;
    const auto add = [&parts](const QString& text, const QString& field) {
        if (const QString compact = withoutBlanks(text); !compact.isEmpty())
            parts.append({compact, field});
    };
    for (const Cell& cell : row.cells) {
        // The texts of a cell follow each other and are one piece on paper.
        QString whole;
        QString field;
        for (const CellText& text : cell.texts) {
            whole += text.text;
            field = field.isEmpty() ? text.field : field;
        }
        add(whole, field);
    }
    for (const Block& block : row.fixed) {
        if (block.kind == Block::Kind::Text)
            add(block.text, block.field);
    }
    return parts;
}

QStringList textsOf(const QList<PrintedPart>& parts)
{
    QStringList texts;
    for (const PrintedPart& part : parts)
        texts.append(part.text);
    return texts;
}

} // namespace

QString withoutBlanks(const QString& text)
{
    // Compatibility forms are the same on paper: text layers have ligatures and full-width forms of their own.
    QString compact = text.normalized(QString::NormalizationForm_KC);
    compact.removeIf([](QChar c) { return c.isSpace() || c == QChar(0x200b); });
    return compact;
}

QList<PrintedRow> printedRows(const DossierPaperContent& content)
{
    QList<PrintedRow> rows;
    for (const QString& line : QStringList{content.pack.heading} + content.pack.titleLines) {
        if (!line.isEmpty())
            rows.append({{{withoutBlanks(line), {}}}, {}});
    }
    WidthlessText widthless;
    const ValueText values(content.dossier, content.pack, content.divisionName);
    const QList<TableSection> sections = formSections(content.pack, content.dossier, values, widthless, tableWidth);
    for (const TableSection& section : sections) {
        const QString heading = withoutBlanks(section.heading);
        if (!heading.isEmpty())
            rows.append({{{heading, {}}}, {}});
        for (const RowGroup& group : section.groups) {
            Row label;
            if (group.label)
                label.cells.append(*group.label);
            QStringList repeated{withoutBlanks(section.heading + u"（续）")};
            repeated += textsOf(partsOf(label));
            if (group.label)
                rows.append({partsOf(label), {repeated.first()}});
            for (const Row& row : group.rows) {
                QStringList own = repeated;
                for (const Cell& cell : row.cells) {
                    Row alone;
                    alone.cells.append(cell);
                    if (cell.repeated)
                        own += textsOf(partsOf(alone));
                }
                rows.append({partsOf(row), own});
                if (row.header)
                    repeated += textsOf(rows.last().parts);
            }
        }
    }
    return rows;
}

} // namespace jz
