// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/shrinking_image.h"

#include <algorithm>

namespace jz {

ShrinkingImage::ShrinkingImage(const QSize& stored, const QSize& target)
    : m_stored(stored), m_target(target), m_across(std::max(1, stored.width() / target.width())),
      m_down(std::max(1, stored.height() / target.height())),
      m_image((stored.width() + m_across - 1) / m_across, (stored.height() + m_down - 1) / m_down,
              QImage::Format_ARGB32_Premultiplied),
      m_sums(size_t(m_image.width()) * 4)
{
    m_image.fill(Qt::transparent);
}

void ShrinkingImage::addRow(const QRgb* row)
{
    if (m_next >= m_image.height())
        return;
    if (m_across == 1 && m_down == 1) {
        std::copy_n(row, m_stored.width(), reinterpret_cast<QRgb*>(m_image.scanLine(m_next++)));
        return;
    }
    for (int x = 0, block = 0; x < m_stored.width(); ++block) {
        quint32* sums = m_sums.data() + size_t(block) * 4;
        for (const int end = std::min(x + m_across, m_stored.width()); x < end; ++x) {
            sums[0] += quint32(qRed(row[x]));
            sums[1] += quint32(qGreen(row[x]));
            sums[2] += quint32(qBlue(row[x]));
            sums[3] += quint32(qAlpha(row[x]));
        }
    }
    if (++m_rows == m_down)
        finishBlocks();
}

void ShrinkingImage::finishBlocks()
{
    auto* line = reinterpret_cast<QRgb*>(m_image.scanLine(m_next++));
    for (int block = 0; block < m_image.width(); ++block) {
        const int across = std::min(m_across, m_stored.width() - block * m_across);
        const auto count = quint32(across * m_rows);
        quint32* sums = m_sums.data() + size_t(block) * 4;
        const auto mean = [&](int i) { return int((sums[i] + count / 2) / count); };
        line[block] = qRgba(mean(0), mean(1), mean(2), mean(3));
    }
    std::fill(m_sums.begin(), m_sums.end(), 0);
    m_rows = 0;
}

QImage ShrinkingImage::take()
{
    if (m_rows > 0 && m_next < m_image.height())
        finishBlocks();
    QImage image = std::exchange(m_image, {});
    return image.size() == m_target ? image
                                    : image.scaled(m_target, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace jz
