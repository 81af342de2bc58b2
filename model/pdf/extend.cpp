// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/extend.h"

#include "model/pdf/assemble.h"
#include "model/pdf/document_parts.h"

#include <QTemporaryDir>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

using Object = QPDFObjectHandle;

/// Streams from this size on are copied from file to file instead of through memory.
constexpr long long largeStream = 200'000;

class Extension
{
public:
    Extension(const QString& base, const AssemblyPlan& plan)
        : m_plan(plan), m_base(openPdf(base)), m_source(openPdf(base))
    {
        if (m_base.repaired || m_base.pdf->isEncrypted())
            throw damagedPdf(base, u"it is repaired or encrypted"_s);
    }

    void run(const QString& outPath)
    {
        detachLargeStreams();
        const QTemporaryDir scratch;
        const QString further = scratch.filePath(u"pages.pdf"_s);
        const PdfFile pages = furtherPages(further);
        for (const Object& page : pages.pdf->getAllPages()) {
            m_base.pdf->addPage(page, false);
            m_pages.emplace_back(m_base.pdf->getAllPages().back());
        }
        reserveSignatureFields(*m_base.pdf, m_pages, m_plan.signatureFields);
        appendBookmarks(*m_base.pdf, m_pages, m_plan.bookmarks);
        embedFiles(*m_base.pdf, m_plan.embeddedFiles, m_detached);
        describeDocument(*m_base.pdf, m_plan);
        writePdf(*m_base.pdf, m_detached, outPath);
    }

private:
    PdfFile furtherPages(const QString& path) const
    {
        AssemblyPlan pages;
        pages.skeleton = m_plan.skeleton;
        pages.attachments = m_plan.attachments;
        pages.placements = m_plan.placements;
        assemblePdf(pages, path);
        return openPdf(path);
    }

    void detachLargeStreams()
    {
        for (Object object : m_base.pdf->getAllObjects()) {
            long long length = 0;
            if (!object.isStream() || !object.getDict().getKey("/Length").getValueAsInt(length) || length < largeStream)
                continue;
            const Object original = m_source.pdf->getObject(object.getObjGen());
            emptyForDetaching(object);
            m_detached.push_back({object, length, pumpRawStream(original)});
        }
    }

    const AssemblyPlan& m_plan;
    PdfFile m_base;
    PdfFile m_source; ///< the same file: what is taken out of the one is read from the other
    Pages m_pages;    ///< the further ones
    std::vector<DetachedStream> m_detached;
};

} // namespace

void extendPdf(const QString& base, const AssemblyPlan& plan, const QString& outPath)
{
    try {
        Extension(base, plan).run(outPath);
    } catch (...) {
        rethrowAsError(base);
    }
}

} // namespace jz
