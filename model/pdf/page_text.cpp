// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/page_text.h"

#include "model/pdf/content_reader.h"
#include "model/pdf/stream_data.h"

#include <unordered_set>

namespace jz {

namespace {

using Object = QPDFObjectHandle;

constexpr size_t mostPages = 20'000;
constexpr qint64 longestContent = 32LL * 1024 * 1024;

struct PlacedPage
{
    Object page;
    Object resources; ///< its own, or the ones it inherits
    Object box;
};

/// Pages in order; every node once.
class PageList
{
public:
    explicit PageList(QpdfObjects& objects) : m_objects(objects)
    {
        visit(m_objects.get(m_objects.root(), "/Pages"), Object::newNull(), Object::newNull(), 0);
    }
    const std::vector<PlacedPage>& pages() const { return m_pages; }

private:
    void visit(Object node, Object resources, Object box, int depth)
    {
        if (!node.isDictionary() || depth > 64 || m_pages.size() >= mostPages
            || (node.isIndirect() && !m_seen.insert(node.getObjectID()).second))
            return;
        if (Object own = m_objects.get(node, "/Resources"); own.isDictionary())
            resources = own;
        for (const char* key : {"/MediaBox", "/CropBox"}) {
            if (Object own = m_objects.get(node, key); own.isRectangle())
                box = own;
        }
        Object kids = m_objects.get(node, "/Kids");
        if (!kids.isArray()) {
            m_pages.push_back({node, resources, box});
            return;
        }
        for (int i = 0; i < kids.getArrayNItems() && m_pages.size() < mostPages; ++i)
            visit(m_objects.item(kids, i), resources, box, depth + 1);
    }

    QpdfObjects& m_objects;
    std::vector<PlacedPage> m_pages;
    std::unordered_set<int> m_seen;
};

/// The content streams of a page, one after another; nothing when one of them cannot be read.
std::optional<QByteArray> contentOf(QpdfObjects& objects, Object page)
{
    Object contents = objects.get(page, "/Contents");
    if (contents.isNull())
        return QByteArray();
    if (!contents.isArray())
        return streamData(objects, contents, longestContent);
    QByteArray all;
    for (int i = 0; i < contents.getArrayNItems(); ++i) {
        const auto part = streamData(objects, objects.item(contents, i), longestContent - all.size());
        if (!part)
            return std::nullopt;
        all += *part + '\n';
    }
    return all;
}

} // namespace

QString PageText::compact() const
{
    QString all;
    for (const TextRun& run : runs)
        all += run.text;
    all.removeIf([](QChar c) { return c.isSpace(); });
    return all;
}

struct PageTextReader::Parts
{
    QpdfObjects& objects;
    QString file;
    PageList list;
    ContentShared shared;

    PageText page(const PlacedPage& placed);
};

PageText PageTextReader::Parts::page(const PlacedPage& placed)
{
    const auto content = contentOf(objects, placed.page);
    if (!content) {
        PageText text;
        text.isComplete = false;
        return text;
    }
    QRectF box(0, 0, 595, 842);
    if (Object visible = placed.box; visible.isRectangle()) {
        const auto r = visible.getArrayAsRectangle();
        box = QRectF(QPointF(r.llx, r.lly), QPointF(r.urx, r.ury)).normalized();
    }
    ContentReader reader(objects, shared, box);
    reader.read(*content, placed.resources);
    return reader.take();
}

PageTextReader::PageTextReader(const PdfStructure& structure)
{
    try {
        QpdfObjects& objects = structure.objects();
        m_parts.reset(new Parts{objects, structure.source().name(), PageList(objects), {}});
    } catch (...) {
        throw translatedQpdfError(structure.source().name());
    }
}

PageTextReader::~PageTextReader() = default;

int PageTextReader::pageCount() const
{
    return static_cast<int>(m_parts->list.pages().size());
}

PageText PageTextReader::page(int index)
{
    if (index < 0 || index >= pageCount())
        return {};
    try {
        return m_parts->page(m_parts->list.pages()[static_cast<size_t>(index)]);
    } catch (...) {
        throw translatedQpdfError(m_parts->file);
    }
}

} // namespace jz
