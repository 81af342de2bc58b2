// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/qpdf_input.h"

#include <stdexcept>

namespace jz {

qpdf_offset_t QpdfInput::findAndSkipNextEOL()
{
    const auto isEol = [](int byte) { return byte == '\n' || byte == '\r'; };
    while (m_cursor.at(m_position) >= 0 && !isEol(m_cursor.at(m_position)))
        ++m_position;
    const qpdf_offset_t eol = m_position;
    while (isEol(m_cursor.at(m_position)))
        ++m_position;
    return eol;
}

void QpdfInput::seek(qpdf_offset_t offset, int whence)
{
    const qpdf_offset_t from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? m_position : m_source.size();
    if (from + offset < 0)
        throw std::runtime_error("seek before the beginning of the file");
    m_position = from + offset;
}

size_t QpdfInput::read(char* to, size_t length)
{
    last_offset = m_position;
    // Parsers ask for a few bytes at a time, stream data for many: the first come from the window.
    size_t done = 0;
    if (length <= 1024) {
        for (; done < length; ++done) {
            const int byte = m_cursor.at(m_position + static_cast<qpdf_offset_t>(done));
            if (byte < 0)
                break;
            to[done] = static_cast<char>(byte);
        }
    } else {
        done = static_cast<size_t>(m_source.read(m_position, to, static_cast<qint64>(length)));
    }
    m_position += static_cast<qpdf_offset_t>(done);
    return done;
}

} // namespace jz
