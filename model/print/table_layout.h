// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/table.h"
#include "model/print/text_shaper.h"

namespace jz {

/// Breaks sections of a framed table into pages (see table.h).
///
/// Rows run on over pages between lines, never inside one; at least two lines stay together, and rows of up
/// to five lines stay whole. Rows of fixed blocks are never split. On each further page the section heading
/// stands again with （续）, and so do the label of the group, the header rows of a table and cells that are
/// `repeated`. A page gets its frame when the next one begins or finish() is called.
class TableLayout
{
public:
    /// Appends to `paper`; the first row stands at `top` mm on its last page (a page is added when there
    /// is none). `shaper` and `paper` must outlive the layout.
    TableLayout(TextShaper& shaper, Paper& paper, PageArea area, double top);

    void add(const QList<TableSection>& sections);
    void finish();

private:
    struct LaidLine
    {
        TextLine line;
        TextStyle style;
        QString field;
        double height = 0;
    };
    struct LaidCell
    {
        const Cell* cell = nullptr;
        QList<LaidLine> lines;
        qsizetype done = 0; ///< lines already placed on earlier pages

        double heightFrom(qsizetype first) const;
        qsizetype fitting(double room) const;
    };
    using LaidRow = QList<LaidCell>;

    void addSection(const TableSection& section);
    void addGroup(const RowGroup& group);
    void addRow(const RowGroup& group, const Row& row);
    void addSplittable(const RowGroup& group, const Row& row);
    void addFixed(const RowGroup& group, const Row& row);
    void placeCells(const Row& row, LaidRow& laid, double height);
    void placeHeading(bool continued);
    void placeLabel(const RowGroup& group);
    void notePlace(const LaidCell& cell, qsizetype count, const QRectF& box);
    void placeLines(const LaidCell& cell, qsizetype count, double top, const QRectF& box);

    LaidCell laidCell(const Cell& cell);
    LaidRow laidRow(const Row& row);
    double rowHeight(const LaidRow& laid, const Row& row) const;
    double splitHeight(const LaidRow& laid) const;
    double groupStart(const RowGroup& group);
    double sectionHeight(const TableSection& section);
    void startPage(const RowGroup* group);
    void breakPage(const RowGroup* group);
    void rule(double x1, double y1, double x2, double y2, double width);
    double left() const { return m_area.area.left(); }
    double remaining() const { return m_area.area.bottom() - m_y; }
    Page& page() { return m_paper.pages.last(); }

    TextShaper& m_shaper;
    Paper& m_paper;
    PageArea m_area;
    double m_y;
    double m_frameTop;
    double m_groupTop = 0;             ///< where the open group's cell began on this page
    qsizetype m_groupBlock = 0;        ///< index of the first block of the open group on this page
    const TableSection* m_section = nullptr;
};

/// The look of the form's parts, one place for all of them.
namespace FormStyle {
inline const TextStyle heading{FontRole::Hei, 14, 24, Align::Left, 0};
inline const TextStyle label{FontRole::Hei, 12, 20, Align::Center, 0};
inline const TextStyle value{FontRole::FangSong, 12, 20, Align::Left, 0};
inline const TextStyle prose{FontRole::FangSong, 12, 20, Align::Left, 2};
inline const TextStyle center{FontRole::FangSong, 12, 20, Align::Center, 0};
inline constexpr double padding = 1.5;    ///< mm, inside every cell
inline constexpr double frameWidth = 1.2; ///< points
inline constexpr double ruleWidth = 0.5;  ///< points
} // namespace FormStyle

} // namespace jz
