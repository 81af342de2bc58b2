// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/xmp_check.h"

#include "model/pdf/stream_data.h"

#include <QXmlStreamReader>

namespace jz {

namespace {

constexpr qint64 largest = 16LL * 1024 * 1024;

bool hasName(QpdfObjects& objects, QPDFObjectHandle stream, const char* key, const std::string& name)
{
    QPDFObjectHandle value = objects.get(stream, key);
    return value.isName() && value.getName() == name;
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
    const auto data = streamData(objects, stream, largest);
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
