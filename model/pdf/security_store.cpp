// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/security_store.h"

#include "model/pdf/stream_data.h"

namespace jz {

namespace {

class StoreReader
{
public:
    explicit StoreReader(QpdfObjects& objects) : m_objects(objects) {}

    SecurityStore store;

    void read()
    {
        QPDFObjectHandle dss = m_objects.get(m_objects.root(), "/DSS");
        readArrays(dss, "/Certs", "/CRLs", "/OCSPs");
        QPDFObjectHandle related = m_objects.get(dss, "/VRI");
        if (related.isDictionary()) {
            for (const std::string& key : related.getKeys())
                readArrays(m_objects.get(related, key.c_str()), "/Cert", "/CRL", "/OCSP");
        }
    }

private:
    void readArrays(QPDFObjectHandle from, const char* certificates, const char* lists, const char* responses)
    {
        readArray(m_objects.get(from, certificates), store.certificates);
        readArray(m_objects.get(from, lists), store.revocationLists);
        readArray(m_objects.get(from, responses), store.responses);
    }

    void readArray(QPDFObjectHandle array, QList<StoredItem>& into)
    {
        const int count = array.isArray() ? array.getArrayNItems() : 0;
        for (int i = 0; i < count && store.isWhole; ++i)
            readItem(m_objects.item(array, i), into);
    }

    void readItem(QPDFObjectHandle stream, QList<StoredItem>& into)
    {
        const ObjectId object = idOf(stream);
        if (!object.isNull() && !m_seen.insert({object.number, object.generation}).second)
            return;
        const auto bytes = streamData(m_objects, stream, std::min(largest, m_left));
        if (!bytes || m_seen.size() > most) {
            store.isWhole = false;
            return;
        }
        m_left -= bytes->size();
        into.append({*bytes, m_objects.offsetOf(object), object});
    }

    static constexpr qint64 largest = 10LL * 1024 * 1024;
    static constexpr size_t most = 2000;

    QpdfObjects& m_objects;
    std::set<std::pair<int, int>> m_seen;
    qint64 m_left = 64LL * 1024 * 1024;
};

} // namespace

SecurityStore readSecurityStore(const PdfStructure& structure)
{
    if (!structure.hasDss())
        return {};
    StoreReader reader(structure.objects());
    try {
        reader.read();
    } catch (const std::exception&) {
        reader.store.isWhole = false;
    }
    return std::move(reader.store);
}

} // namespace jz
