// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/blanked_copy.h"

#include "model/base/json_file.h"

namespace jz {

void BlankedCopy::keep(qint64 begin, qint64 length)
{
    if (begin < 0 || length <= 0 || begin >= m_in.size())
        return;
    qint64 end = begin + std::min(length, m_in.size() - begin);
    auto next = m_kept.upperBound(begin);
    if (next != m_kept.begin() && std::prev(next).value() >= begin)
        --next;
    while (next != m_kept.end() && next.key() <= end) {
        begin = std::min(begin, next.key());
        end = std::max(end, next.value());
        next = m_kept.erase(next);
    }
    m_kept.insert(begin, end);
}

void BlankedCopy::endAfterKept()
{
    m_end = m_kept.isEmpty() ? 0 : m_kept.last();
    for (auto each = m_patches.begin(); each != m_patches.end(); ++each)
        m_end = std::max(m_end, std::min(m_in.size(), each.key() + each->size()));
}

void BlankedCopy::patch(qint64 begin, const QByteArray& bytes)
{
    m_patches.insert(begin, bytes);
}

/// The bytes of the copy at [begin, begin + length).
QByteArray BlankedCopy::piece(qint64 begin, qint64 length)
{
    QByteArray bytes(length, '\0');
    auto kept = m_kept.upperBound(begin);
    if (kept != m_kept.begin())
        --kept;
    for (; kept != m_kept.end() && kept.key() < begin + length; ++kept) {
        const qint64 from = std::max(begin, kept.key());
        const qint64 to = std::min(begin + length, kept.value());
        if (to <= from)
            continue;
        if (!m_in.seek(from) || m_in.read(bytes.data() + (from - begin), to - from) != to - from)
            throw unreadable(m_in.fileName(), m_in.errorString());
    }
    for (auto each = m_patches.begin(); each != m_patches.end() && each.key() < begin + length; ++each) {
        const qint64 from = std::max(begin, each.key());
        const qint64 to = std::min(begin + length, each.key() + each->size());
        for (qint64 at = from; at < to; ++at)
            bytes[at - begin] = each->at(at - each.key());
    }
    return bytes;
}

bool BlankedCopy::write(OutputFile* out)
{
    constexpr qint64 step = 1 << 20;
    bool differs = m_end != m_in.size();
    for (qint64 at = 0; at < m_end; at += step) {
        const qint64 length = std::min(step, m_end - at);
        const QByteArray copy = piece(at, length);
        if (!m_in.seek(at))
            throw unreadable(m_in.fileName(), m_in.errorString());
        differs = differs || m_in.read(length) != copy;
        if (out)
            out->write(copy);
    }
    return differs;
}

} // namespace jz
