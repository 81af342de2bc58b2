// SPDX-License-Identifier: Apache-2.0
#include "model/print/table_layout.h"

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;
using namespace FormStyle;

namespace {

constexpr double headingPadding = 0.8;
constexpr int linesKeptTogether = 2;
constexpr int linesKeptWhole = 5;
/// Rounding of text heights must not push a row that fits to the next page.
constexpr double tolerance = 0.01;

double headingHeight()
{
    return toMm(heading.pitch) + 2 * headingPadding;
}

} // namespace

double TableLayout::LaidCell::heightFrom(qsizetype first) const
{
    double height = 0;
    for (qsizetype i = first; i < lines.size(); ++i)
        height += lines.at(i).height;
    return height;
}

/// How many of the open lines fit into `room` mm.
qsizetype TableLayout::LaidCell::fitting(double room) const
{
    qsizetype count = 0;
    for (qsizetype i = done; i < lines.size() && lines.at(i).height <= room + tolerance; ++i, ++count)
        room -= lines.at(i).height;
    return count;
}

TableLayout::TableLayout(TextShaper& shaper, Paper& paper, PageArea area, double top)
    : m_shaper(shaper), m_paper(paper), m_area(area), m_y(top), m_frameTop(top)
{
    if (m_paper.pages.isEmpty())
        m_paper.pages << Page{};
    m_paper.pages.last().size = area.page;
}

void TableLayout::add(const QList<TableSection>& sections)
{
    for (qsizetype i = 0; i < sections.size(); ++i) {
        const TableSection& section = sections.at(i);
        if (section.withNext && i + 1 < sections.size()) {
            const double both = sectionHeight(section) + sectionHeight(sections.at(i + 1));
            if (both > remaining() + tolerance && both <= m_area.area.height() + tolerance)
                breakPage(nullptr);
        }
        addSection(section);
    }
}

double TableLayout::sectionHeight(const TableSection& section)
{
    double height = headingHeight();
    for (const RowGroup& group : section.groups) {
        for (const Row& row : group.rows)
            height += rowHeight(laidRow(row), row);
    }
    return height;
}

/// Height a group needs at least on the page where it begins.
double TableLayout::groupStart(const RowGroup& group)
{
    double height = 0;
    for (const Row& row : group.rows) {
        const LaidRow laid = laidRow(row);
        double first = rowHeight(laid, row);
        if (row.fixed.isEmpty() && !row.header) {
            double lines = 0;
            for (const LaidCell& cell : laid)
                lines = std::max(lines, cell.heightFrom(0) - cell.heightFrom(linesKeptTogether));
            first = std::min(first, std::max(lines + 2 * padding, row.minHeight));
        }
        height += first;
        if (!row.header)
            break;
    }
    return height;
}

void TableLayout::addSection(const TableSection& section)
{
    const double start = section.groups.isEmpty() ? 0 : groupStart(section.groups.first());
    if (headingHeight() + start > remaining() + tolerance && m_y > m_area.area.top())
        breakPage(nullptr);
    m_section = &section;
    if (!section.bookmark.isEmpty())
        m_paper.bookmarks << BookmarkPlan{section.bookmark, int(m_paper.pages.size()) - 1, m_y, {}};
    placeHeading(false);
    for (const RowGroup& group : section.groups)
        addGroup(group);
    m_section = nullptr;
}

void TableLayout::placeHeading(bool continued)
{
    if (m_section->heading.isEmpty())
        return;
    const QRectF box(left(), m_y, m_area.area.width(), headingHeight());
    rule(box.left(), box.top(), box.right(), box.top(), ruleWidth);
    const QString text = continued ? QString(m_section->heading + u"（续）"_s) : m_section->heading;
    const QList<TextLine> lines = m_shaper.lines(text, heading, box.width() - 2 * padding);
    for (const TextLine& line : lines) {
        page().blocks << Block{Block::Kind::Text,
                               QRectF(box.left() + padding, m_y + headingPadding, box.width() - 2 * padding,
                                      toMm(heading.pitch)),
                               line.text, heading, 0, {}};
        m_y += toMm(heading.pitch);
    }
    m_y += 2 * headingPadding;
}

void TableLayout::addGroup(const RowGroup& group)
{
    if (groupStart(group) > remaining() + tolerance)
        breakPage(nullptr);
    m_groupTop = m_y;
    m_groupBlock = page().blocks.size();
    for (const Row& row : group.rows)
        addRow(group, row);
    placeLabel(group);
}

void TableLayout::addRow(const RowGroup& group, const Row& row)
{
    if (row.fixed.isEmpty())
        addSplittable(group, row);
    else
        addFixed(group, row);
}

void TableLayout::addFixed(const RowGroup& group, const Row& row)
{
    if (row.fixedHeight > remaining() + tolerance)
        breakPage(&group);
    rule(left(), m_y, left() + m_area.area.width(), m_y, ruleWidth);
    for (Block block : row.fixed) {
        block.rect.translate(left(), m_y);
        page().blocks << block;
        if (!block.field.isEmpty())
            page().places << FieldPlace{block.rect, block.field, {}, {}};
    }
    for (SignatureFieldPlan field : row.signatureFields) {
        field.rectMm.translate(left(), m_y);
        field.page = int(m_paper.pages.size()) - 1;
        m_paper.signatureFields << field;
        page().bearsSignature = true;
    }
    m_y += row.fixedHeight;
}

void TableLayout::addSplittable(const RowGroup& group, const Row& row)
{
    LaidRow laid = laidRow(row);
    while (rowHeight(laid, row) > remaining() + tolerance) {
        const double height = splitHeight(laid);
        if (height > 0)
            placeCells(row, laid, height);
        breakPage(&group);
        for (LaidCell& cell : laid) {
            if (cell.cell->repeated)
                cell.done = 0;
        }
    }
    placeCells(row, laid, rowHeight(laid, row));
}

/// Height of the part of a row that goes to the foot of this page; 0 when all of it goes to the next one:
/// short rows stay whole, and of a long one at least two lines stand on either page.
double TableLayout::splitHeight(const LaidRow& laid) const
{
    double height = 0;
    for (const LaidCell& cell : laid) {
        const qsizetype open = cell.lines.size() - cell.done;
        qsizetype fitting = cell.fitting(remaining() - 2 * padding);
        if (fitting < open && (open <= linesKeptWhole || fitting < linesKeptTogether))
            return 0;
        if (fitting < open && open - fitting < linesKeptTogether)
            --fitting;
        height = std::max(height, cell.heightFrom(cell.done) - cell.heightFrom(cell.done + fitting));
    }
    return height > 0 ? height + 2 * padding : 0;
}

/// Places what fits into `height` and marks it done. Cells that end here come first: the text of the one that
/// runs on is then not interrupted by its neighbours.
void TableLayout::placeCells(const Row& row, LaidRow& laid, double height)
{
    QList<std::pair<LaidCell*, qsizetype>> order;
    for (LaidCell& cell : laid) {
        const QRectF box(left() + cell.cell->left, m_y, cell.cell->width, height);
        rule(box.left(), box.top(), box.right(), box.top(), ruleWidth);
        if (cell.cell->left > 0)
            rule(box.left(), box.top(), box.left(), box.bottom(), ruleWidth);
        order.append({&cell, cell.fitting(height - 2 * padding)});
    }
    std::stable_partition(order.begin(), order.end(), [](const auto& placed) {
        return placed.first->done + placed.second == placed.first->lines.size();
    });
    for (const auto& [cell, count] : order) {
        const QRectF box(left() + cell->cell->left, m_y, cell->cell->width, height);
        const bool whole = cell->done == 0 && count == cell->lines.size();
        const bool isCentred = whole && (cell->cell->centered || row.header);
        placeLines(*cell, count, isCentred ? m_y + (height - cell->heightFrom(0)) / 2 : m_y + padding, box);
        notePlace(*cell, count, box);
        cell->done += count;
    }
    m_y += height;
}

/// Says whose cell `box` is. One that holds several fields, each on lines of its own, is shared among them.
void TableLayout::notePlace(const LaidCell& cell, qsizetype count, const QRectF& box)
{
    QStringList fields;
    for (const CellText& text : cell.cell->texts)
        if (!text.field.isEmpty() && !fields.contains(text.field))
            fields << text.field;
    if (!cell.cell->field.isEmpty())
        fields = {cell.cell->field};
    if (fields.size() == 1)
        page().places << FieldPlace{box, fields.first(), cell.cell->row, cell.cell->column};
    if (fields.size() <= 1)
        return;
    double top = box.top();
    for (qsizetype i = cell.done; i < cell.done + count; ++i) {
        const LaidLine& line = cell.lines.at(i);
        const bool last = i + 1 == cell.done + count;
        const double height = last ? box.bottom() - top : line.height + (i == cell.done ? padding : 0);
        if (!line.field.isEmpty())
            page().places << FieldPlace{QRectF(box.left(), top, box.width(), height), line.field, {}, {}};
        top += height;
    }
}

void TableLayout::placeLines(const LaidCell& cell, qsizetype count, double top, const QRectF& box)
{
    for (qsizetype i = cell.done; i < cell.done + count; ++i) {
        const LaidLine& laid = cell.lines.at(i);
        const double indent = laid.line.indent;
        const QRectF rect(box.left() + padding + indent, top, box.width() - 2 * padding - indent, laid.height);
        if (!laid.line.text.isEmpty())
            page().blocks << Block{Block::Kind::Text, rect, laid.line.text, laid.style, 0, laid.field};
        top += laid.height;
    }
}

/// The merged cell at the left of what the group has on this page. Its words come before the group's in
/// reading order.
void TableLayout::placeLabel(const RowGroup& group)
{
    if (!group.label || m_y <= m_groupTop + tolerance)
        return;
    const LaidCell cell = laidCell(*group.label);
    const QRectF box(left() + group.label->left, m_groupTop, group.label->width, m_y - m_groupTop);
    QList<Block> own;
    own.swap(page().blocks);
    page().blocks = own.mid(0, m_groupBlock);
    rule(box.left(), box.top(), box.right(), box.top(), ruleWidth);
    placeLines(cell, cell.lines.size(), box.top() + (box.height() - cell.heightFrom(0)) / 2, box);
    notePlace(cell, cell.lines.size(), box);
    page().blocks += own.mid(m_groupBlock);
}

TableLayout::LaidCell TableLayout::laidCell(const Cell& cell)
{
    LaidCell laid{&cell, {}, 0};
    for (const CellText& text : cell.texts) {
        const QList<TextLine> lines = m_shaper.lines(text.text, text.style, cell.width - 2 * padding);
        for (const TextLine& line : lines)
            laid.lines << LaidLine{line, text.style, text.field, toMm(text.style.pitch)};
    }
    return laid;
}

TableLayout::LaidRow TableLayout::laidRow(const Row& row)
{
    LaidRow laid;
    for (const Cell& cell : row.cells)
        laid << laidCell(cell);
    return laid;
}

double TableLayout::rowHeight(const LaidRow& laid, const Row& row) const
{
    if (!row.fixed.isEmpty())
        return row.fixedHeight;
    double height = 0;
    bool begun = false;
    for (const LaidCell& cell : laid) {
        height = std::max(height, cell.heightFrom(cell.done) + 2 * padding);
        begun = begun || cell.done > 0;
    }
    return begun ? height : std::max(height, row.minHeight);
}

void TableLayout::breakPage(const RowGroup* group)
{
    if (group)
        placeLabel(*group);
    finish();
    startPage(group);
}

void TableLayout::startPage(const RowGroup* group)
{
    Page next;
    next.size = m_area.page;
    m_paper.pages << next;
    m_y = m_frameTop = m_area.area.top();
    if (m_section)
        placeHeading(true);
    m_groupTop = m_y;
    m_groupBlock = page().blocks.size();
    if (!group)
        return;
    for (const Row& row : group->rows) {
        if (!row.header)
            continue;
        LaidRow laid = laidRow(row);
        placeCells(row, laid, rowHeight(laid, row));
    }
}

void TableLayout::finish()
{
    if (m_y <= m_frameTop + tolerance)
        return;
    const double right = left() + m_area.area.width();
    rule(left(), m_frameTop, right, m_frameTop, frameWidth);
    rule(left(), m_y, right, m_y, frameWidth);
    rule(left(), m_frameTop, left(), m_y, frameWidth);
    rule(right, m_frameTop, right, m_y, frameWidth);
}

void TableLayout::rule(double x1, double y1, double x2, double y2, double width)
{
    page().blocks << Block{Block::Kind::Rule, QRectF(QPointF(x1, y1), QPointF(x2, y2)), {}, {}, width, {}};
}

} // namespace jz
