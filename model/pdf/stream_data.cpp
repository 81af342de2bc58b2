// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/stream_data.h"

#include "model/pdf/bounded_inflate.h"

#include <qpdf/Buffer.hh>

namespace jz {

std::optional<QByteArray> streamData(QpdfObjects& objects, QPDFObjectHandle stream, qint64 limit)
{
    if (!stream.isStream())
        return std::nullopt;
    QPDFObjectHandle filter = objects.get(stream, "/Filter");
    if (filter.isArray() && filter.getArrayNItems() == 1)
        filter = objects.item(filter, 0);
    const bool isPlain = filter.isNull() || (filter.isArray() && filter.getArrayNItems() == 0);
    if (!isPlain && !(filter.isName() && filter.getName() == "/FlateDecode" && inflatedSize(stream, limit) >= 0))
        return std::nullopt;
    try {
        const auto data = isPlain ? stream.getRawStreamData() : stream.getStreamData(qpdf_dl_generalized);
        if (data->getSize() > static_cast<size_t>(limit))
            return std::nullopt;
        return QByteArray(reinterpret_cast<const char*>(data->getBuffer()), static_cast<qsizetype>(data->getSize()));
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

} // namespace jz
