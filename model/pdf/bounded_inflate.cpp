// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/bounded_inflate.h"

#include <qpdf/Pipeline.hh>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <stdexcept>

namespace jz {

namespace {

class Counter final : public Pipeline
{
public:
    explicit Counter(qint64 limit) : Pipeline("counter", nullptr), m_limit(limit) {}
    void write(unsigned char const*, size_t length) override
    {
        m_count += static_cast<qint64>(length);
        if (m_count > m_limit)
            throw std::length_error("unpacks to more than its limit");
    }
    void finish() override {}
    qint64 count() const { return m_count; }

private:
    qint64 m_limit;
    qint64 m_count = 0;
};

} // namespace

qint64 streamDataOffset(const ByteSource& source, const RawDictionary& dictionary)
{
    const ByteCursor cursor(source);
    const qint64 word = skipBlanks(cursor, dictionary.end);
    if (source.bytes(word, 6) != "stream")
        return -1;
    const qint64 after = word + 6;
    if (cursor.at(after) == '\r')
        return cursor.at(after + 1) == '\n' ? after + 2 : after + 1;
    return cursor.at(after) == '\n' ? after + 1 : after;
}

qint64 inflatedSize(const ByteSource& source, qint64 offset, qint64 length, qint64 limit)
{
    if (offset < 0 || length < 0 || offset + length > source.size())
        return -1;
    Counter counter(limit);
    try {
        Pl_Flate inflate("inflate", &counter, Pl_Flate::a_inflate);
        constexpr qint64 step = 64 * 1024;
        for (qint64 at = 0; at < length; at += step) {
            const QByteArray piece = source.bytes(offset + at, std::min(step, length - at));
            inflate.write(reinterpret_cast<unsigned char const*>(piece.constData()),
                          static_cast<size_t>(piece.size()));
        }
        inflate.finish();
    } catch (const std::exception&) {
        return -1;
    }
    return counter.count();
}

qint64 inflatedSize(QPDFObjectHandle stream, qint64 limit)
{
    Counter counter(limit);
    try {
        Pl_Flate inflate("inflate", &counter, Pl_Flate::a_inflate);
        // qpdf turns what the counter throws into a warning: only the count tells.
        stream.pipeStreamData(&inflate, 0, qpdf_dl_none, true);
    } catch (const std::exception&) {
        return -1;
    }
    return counter.count() > limit ? -1 : counter.count();
}

} // namespace jz
