// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/pdf/byte_source.h"

#include <qpdf/InputSource.hh>
#include <qpdf/QPDF.hh>

namespace jz {

/// A ByteSource as qpdf reads it. Inside this room only.
class QpdfInput final : public InputSource
{
public:
    explicit QpdfInput(const ByteSource& source)
        : m_cursor(source), m_source(source), m_name(source.name().toStdString())
    {
    }
    qpdf_offset_t findAndSkipNextEOL() override;
    std::string const& getName() const override { return m_name; }
    qpdf_offset_t tell() override { return m_position; }
    void seek(qpdf_offset_t offset, int whence) override;
    void rewind() override { m_position = 0; }
    size_t read(char* to, size_t length) override;
    void unreadCh(char) override { --m_position; }

private:
    ByteCursor m_cursor;
    const ByteSource& m_source;
    std::string m_name;
    qpdf_offset_t m_position = 0;
};

} // namespace jz
