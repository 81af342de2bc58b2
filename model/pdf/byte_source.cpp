// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/byte_source.h"

#include "model/base/json_file.h"
#include "model/base/platform.h"

#include <cstring>

namespace jz {

QByteArray ByteSource::bytes(qint64 offset, qint64 length) const
{
    if (offset < 0 || length <= 0 || offset >= size())
        return {};
    QByteArray result(std::min(length, size() - offset), Qt::Uninitialized);
    result.resize(read(offset, result.data(), result.size()));
    return result;
}

FileBytes::FileBytes(const QString& path) : m_file(path)
{
    openForReading(m_file);
    m_size = m_file.size();
}

/// What is asked for and no more: the buffer of a QFile is filled anew with each jump, and parsers jump for every object.
qint64 FileBytes::read(qint64 offset, char* to, qint64 length) const
{
    if (offset < 0 || offset >= m_size)
        return 0;
    const qint64 wanted = std::min(length, m_size - offset);
    qint64 done = 0;
    while (done < wanted) {
        const qint64 count = readAt(m_file, offset + done, to + done, wanted - done);
        if (count < 0)
            throw unreadable(m_file.fileName(), m_file.errorString());
        if (count == 0)
            break;
        done += count;
    }
    return done;
}

qint64 AppendedBytes::read(qint64 offset, char* to, qint64 length) const
{
    if (offset < 0)
        return 0;
    qint64 done = 0;
    if (offset < m_base.size())
        done = m_base.read(offset, to, std::min(length, m_base.size() - offset));
    const qint64 inTail = offset + done - m_base.size();
    if (inTail < 0 || inTail >= m_tail.size() || done >= length)
        return done;
    const qint64 count = std::min(length - done, m_tail.size() - inTail);
    std::memcpy(to + done, m_tail.constData() + inTail, static_cast<size_t>(count));
    return done + count;
}

QByteArray ByteCursor::bytes(qint64 position, qint64 length) const
{
    const qint64 index = position - m_begin;
    return index >= 0 && length >= 0 && index + length <= m_window.size() ? m_window.mid(index, length)
                                                                          : m_source.bytes(position, length);
}

void ByteCursor::load(qint64 position) const
{
    if (position < 0 || position >= m_source.size())
        return;
    // Much where it is read on, little where it jumps.
    const bool goesOn = position == m_begin + m_window.size() && !m_window.isEmpty();
    const qint64 window = goesOn ? 32 * 1024 : 2 * 1024;
    // A little before, too: objects are looked at backwards as well.
    m_begin = std::max<qint64>(0, position - 256);
    // In the same memory each time: giving so large a piece back and taking it again is slower than reading it.
    const qint64 length = std::min(window, m_source.size() - m_begin);
    if (m_window.capacity() < length)
        m_window = QByteArray(std::max<qint64>(length, 4 * 1024), Qt::Uninitialized);
    m_window.resize(length);
    m_window.resize(m_source.read(m_begin, m_window.data(), m_window.size()));
}

} // namespace jz
