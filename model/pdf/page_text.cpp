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

int pageCount(const PdfStructure& structure)
{
    try {
        return static_cast<int>(PageList(structure.objects()).pages().size());
    } catch (...) {
        throw translatedQpdfError(structure.source().name());
    }
}

PageText pageText(const PdfStructure& structure, int index)
{
    try {
        QpdfObjects& objects = structure.objects();
        const PageList list(objects);
        PageText text;
        if (index < 0 || static_cast<size_t>(index) >= list.pages().size())
            return text;
        PlacedPage page = list.pages()[static_cast<size_t>(index)];
        const auto content = contentOf(objects, page.page);
        if (!content) {
            text.isComplete = false;
            return text;
        }
        QRectF box(0, 0, 595, 842);
        if (page.box.isRectangle()) {
            const auto r = page.box.getArrayAsRectangle();
            box = QRectF(QPointF(r.llx, r.lly), QPointF(r.urx, r.ury)).normalized();
        }
        ContentReader reader(objects, box);
        reader.read(*content, page.resources);
        return reader.take();
    } catch (...) {
        throw translatedQpdfError(structure.source().name());
    }
}

} // namespace jz
