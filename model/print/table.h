// SPDX-License-Identifier: Apache-2.0
// The printed form before it is broken into pages: sections of row groups of rows of cells. Lengths in mm.
#pragma once

#include "model/print/block.h"

#include <optional>

namespace jz {

/// Some text in one style; several follow each other in a cell, each starting a new line.
struct CellText
{
    QString text;
    TextStyle style;
    QString field;
};

struct Cell
{
    double left = 0;   ///< from the left edge of the table
    double width = 0;
    QList<CellText> texts;
    bool centered = false; ///< vertically; a cell that runs over a page starts at its top all the same
    bool repeated = false; ///< stands again on every page that its row reaches
    QString field = {}; ///< whose place it is (FieldPlace); empty: that of its texts' fields
    QString row = {};
    QString column = {};
};

/// A row of cells, or blocks of its own making.
struct Row
{
    QList<Cell> cells;
    double minHeight = 0;
    bool header = false;            ///< repeated on every page the group reaches

    /// Blocks that stand in the row whatever its cells say, relative to its top left corner; such a row is
    /// never split.
    QList<Block> fixed;
    double fixedHeight = 0;
    QList<SignatureFieldPlan> signatureFields; ///< rectMm relative to the row, page set when placed
};

/// Rows that share one merged cell at the left.
struct RowGroup
{
    std::optional<Cell> label;
    QList<Row> rows;
};

struct TableSection
{
    QString heading;        ///< repeated on every page the section reaches
    QString bookmark;       ///< title in the bookmarks; empty for none
    QList<RowGroup> groups;
    bool withNext = false;  ///< on one page with the next section when both fit one page
};

/// Where on a page a table may stand, mm.
struct PageArea
{
    QSizeF page = {210, 297};
    QRectF area;
};

} // namespace jz
