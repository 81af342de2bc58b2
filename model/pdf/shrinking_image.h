// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>

#include <vector>

namespace jz {

/// Takes a big picture row by row and keeps it at little more than the size it is wanted in: blocks of pixels
/// are averaged while they come, the rest is scaled at the end.
class ShrinkingImage
{
public:
    /// `stored` and `target` are not empty; a target larger than the picture in one direction stretches it.
    ShrinkingImage(const QSize& stored, const QSize& target);

    /// The next row from above: `stored.width()` pixels, premultiplied.
    void addRow(const QRgb* row);

    /// The picture at the target size, ARGB32_Premultiplied.
    QImage take();

private:
    void finishBlocks();

    QSize m_stored;
    QSize m_target;
    int m_across = 1; ///< pixels of a block
    int m_down = 1;
    QImage m_image;
    std::vector<quint32> m_sums; ///< four for each block of the row of blocks that is being filled
    int m_rows = 0;              ///< rows in it
    int m_next = 0;              ///< row of m_image that it becomes
};

} // namespace jz
