// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/xmp_check.h"

#include "model/pdf/bounded_inflate.h"

#include <QXmlStreamReader>

#include <qpdf/Buffer.hh>

namespace jz {

namespace {

constexpr qint64 largest = 16LL * 1024 * 1024;

bool hasName(QpdfObjects& objects, QPDFObjectHandle stream, const char* key, const std::string& name)
{
    QPDFObjectHandle value = objects.get(stream, key);
    return value.isName() && value.getName() == name;
}

/// Nothing where it is packed in another way than deflated, broken or too large.
std::optional<QByteArray> unpacked(QpdfObjects& objects, QPDFObjectHandle stream)
{
    QPDFObjectHandle filter = objects.get(stream, "/Filter");
    if (filter.isArray() && filter.getArrayNItems() == 1)
        filter = objects.item(filter, 0);
    const bool isPlain = filter.isNull() || (filter.isArray() && filter.getArrayNItems() == 0);
    if (!isPlain && !(filter.isName() && filter.getName() == "/FlateDecode" && inflatedSize(stream, largest) >= 0))
        return std::nullopt;
    try {
        const auto data = isPlain ? stream.getRawStreamData() : stream.getStreamData(qpdf_dl_generalized);
        if (data->getSize() > size_t(largest))
            return std::nullopt;
        return QByteArray(reinterpret_cast<const char*>(data->getBuffer()), static_cast<qsizetype>(data->getSize()));
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

} // namespace

bool looksLikeXmp(QpdfObjects& objects, QPDFObjectHandle stream)
{
    return stream.isStream() && hasName(objects, stream, "/Type", "/Metadata")
           && hasName(objects, stream, "/Subtype", "/XML");
}

bool isWellFormedXmp(QpdfObjects& objects, QPDFObjectHandle stream)
{
    if (!looksLikeXmp(objects, stream))
        return false;
    const auto data = unpacked(objects, stream);
    if (!data)
        return false;
    QXmlStreamReader reader(*data);
    bool hasRdf = false;
    while (!reader.atEnd()) {
        const QXmlStreamReader::TokenType token = reader.readNext();
        if (token == QXmlStreamReader::DTD || token == QXmlStreamReader::EntityReference)
            return false;
        hasRdf = hasRdf || (token == QXmlStreamReader::StartElement && reader.name() == QLatin1StringView("RDF"));
    }
    return !reader.hasError() && hasRdf;
}

} // namespace jz
