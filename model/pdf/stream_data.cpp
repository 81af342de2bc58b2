// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/stream_data.h"

#include "model/pdf/bounded_inflate.h"

#include <qpdf/Buffer.hh>
#include <qpdf/Pl_Flate.hh>

#include <stdexcept>

namespace jz {

namespace {

class Collector final : public Pipeline
{
public:
    explicit Collector(qint64 limit) : Pipeline("collector", nullptr), m_limit(limit) {}
    void write(unsigned char const* data, size_t length) override
    {
        isOver = isOver || bytes.size() + static_cast<qint64>(length) > m_limit;
        if (isOver)
            throw std::length_error("unpacks to more than its limit");
        bytes.append(reinterpret_cast<const char*>(data), static_cast<qsizetype>(length));
    }
    void finish() override {}

    QByteArray bytes;
    bool isOver = false;

private:
    qint64 m_limit;
};

/// Deflated data as they are, in one pass that stops at the limit.
std::optional<QByteArray> inflated(QPDFObjectHandle stream, qint64 limit)
{
    Collector collector(limit);
    Pl_Flate inflate("inflate", &collector, Pl_Flate::a_inflate);
    // qpdf turns what the collector throws into a warning.
    bool filters = false;
    if (!stream.pipeStreamData(&inflate, &filters, 0, qpdf_dl_none, true) || collector.isOver)
        return std::nullopt;
    return std::move(collector.bytes);
}

} // namespace

std::optional<QByteArray> streamData(QpdfObjects& objects, QPDFObjectHandle stream, qint64 limit)
{
    if (!stream.isStream())
        return std::nullopt;
    QPDFObjectHandle filter = objects.get(stream, "/Filter");
    if (filter.isArray() && filter.getArrayNItems() == 1)
        filter = objects.item(filter, 0);
    const bool isPlain = filter.isNull() || (filter.isArray() && filter.getArrayNItems() == 0);
    if (!isPlain && !(filter.isName() && filter.getName() == "/FlateDecode"))
        return std::nullopt;
    try {
        if (!isPlain && !stream.getDict().hasKey("/DecodeParms"))
            return inflated(stream, limit);
        if (!isPlain && inflatedSize(stream, limit) < 0)
            return std::nullopt;
        const auto data = isPlain ? stream.getRawStreamData() : stream.getStreamData(qpdf_dl_generalized);
        if (data->getSize() > static_cast<size_t>(limit))
            return std::nullopt;
        return QByteArray(reinterpret_cast<const char*>(data->getBuffer()), static_cast<qsizetype>(data->getSize()));
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

} // namespace jz
