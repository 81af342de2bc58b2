// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/assemble.h"

#include "model/base/json_file.h"
#include "model/pdf/document_parts.h"
#include "model/pdf/jpeg_cleaner.h"
#include "model/pdf/page_import.h"
#include "model/pdf/picture.h"

#include <QTemporaryFile>

#include <map>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

using Object = QPDFObjectHandle;

/// Width and height of `size`, scaled into the middle of `room`.
Object::Rectangle fitted(const QSizeF& size, const Object::Rectangle& room)
{
    const double width = room.urx - room.llx;
    const double height = room.ury - room.lly;
    const double scale = std::min(width / size.width(), height / size.height());
    const double left = room.llx + (width - size.width() * scale) / 2;
    const double bottom = room.lly + (height - size.height() * scale) / 2;
    return {left, bottom, left + size.width() * scale, bottom + size.height() * scale};
}

class Assembler
{
public:
    explicit Assembler(const AssemblyPlan& plan) : m_plan(plan)
    {
        m_made.pageBytes.resize(plan.attachments.size());
        openSkeleton();
    }

    AssembledPaper run(const QString& outPath)
    {
        for (const Placement& placement : m_plan.placements)
            place(placement);
        setLayers();
        closeContents();
        reserveSignatureFields(m_pdf, m_pages, m_plan.signatureFields);
        setBookmarks(m_pdf, m_pages, m_plan.bookmarks);
        embedFiles(m_pdf, m_plan.embeddedFiles, m_detached);
        describeDocument(m_pdf, m_plan);
        weighPages();
        writePdf(m_pdf, m_detached, outPath);
        return m_made;
    }

private:
    void openSkeleton()
    {
        const QString name = m_plan.skeletonPath.isEmpty() ? u"skeleton"_s : m_plan.skeletonPath;
        reading(name, [&] {
            m_pdf.setSuppressWarnings(true);
            if (m_plan.skeletonPath.isEmpty())
                m_pdf.processMemoryFile("skeleton", m_plan.skeleton.constData(), size_t(m_plan.skeleton.size()));
            else
                m_pdf.processFile(QFile::encodeName(name).constData());
            for (const Object& page : m_pdf.getAllPages())
                m_pages.emplace_back(page);
        });
        m_drawn.resize(m_pages.size());
    }

    void place(const Placement& placement)
    {
        Q_ASSERT(placement.page >= 0 && size_t(placement.page) < m_pages.size());
        Q_ASSERT(placement.attachment >= 0 && placement.attachment < m_plan.attachments.size());
        const AttachmentSource& source = m_plan.attachments.at(placement.attachment);
        if (source.isPicture())
            placePicture(placement, source);
        else
            placePage(placement, source);
    }

    void placePage(const Placement& placement, const AttachmentSource& source)
    {
        auto& imported = m_imported[placement.attachment];
        if (!imported)
            imported = std::make_unique<ImportedPdf>(source.path);
        if (placement.sourcePage >= imported->pageCount())
            throw damagedPdf(source.path, u"a page is missing"_s);
        const QSizeF size = imported->pagePoints(placement.sourcePage, source.turn);
        const auto where = fitted(size, pageRect(m_pages[size_t(placement.page)], placement.target));
        const double scale = (where.urx - where.llx) / size.width();
        Object form = imported->importPage(placement.sourcePage, source.turn, m_pdf, m_detached);
        draw(placement.page, form, {scale, 0, 0, scale, where.llx, where.lly});
    }

    void placePicture(const Placement& placement, const AttachmentSource& source)
    {
        const QSize pixels = source.uprightPixels(placement.sourcePage);
        const QSizeF size(pixels.width() * placement.sourcePart.width(), pixels.height() * placement.sourcePart.height());
        const auto where = fitted(size, pageRect(m_pages[size_t(placement.page)], placement.target));
        const PictureUse use{placement.sourcePage, placement.sourcePart, QSizeF((where.urx - where.llx), (where.ury - where.lly)) / 72, std::min(m_plan.pictureDpi, mostDpi)};
        Object image = goesInUnchanged(source, use) ? unchanged(source) : encoded(source, use);
        m_made.pageBytes[placement.attachment] += m_detached.back().length;
        draw(placement.page, image, {where.urx - where.llx, 0, 0, where.ury - where.lly, where.llx, where.lly});
    }

    void weighPages()
    {
        for (const auto& [index, imported] : m_imported) {
            QList<int> pages;
            for (const Placement& placement : m_plan.placements) {
                if (placement.attachment == index)
                    pages << placement.sourcePage;
            }
            m_made.pageBytes[index] = imported->bytesOf(pages);
        }
    }

    Object newImage(const QSize& pixels)
    {
        Object image = m_pdf.newStream(std::string());
        Object dictionary = image.getDict();
        dictionary.replaceKey("/Type", Object::newName("/XObject"));
        dictionary.replaceKey("/Subtype", Object::newName("/Image"));
        dictionary.replaceKey("/Width", Object::newInteger(pixels.width()));
        dictionary.replaceKey("/Height", Object::newInteger(pixels.height()));
        dictionary.replaceKey("/BitsPerComponent", Object::newInteger(8));
        return image;
    }

    Object unchanged(const AttachmentSource& source)
    {
        QFile file(source.path);
        openForReading(file);
        const JpegFacts facts = walkJpeg(file);
        Object image = newImage(facts.pixels);
        image.getDict().replaceKey("/ColorSpace",
                                   Object::newName(facts.components == 1 ? "/DeviceGray" : "/DeviceRGB"));
        image.getDict().replaceKey("/Filter", Object::newName("/DCTDecode"));
        emptyForDetaching(image);
        m_detached.push_back({image, file.size(), pumpFile(source.path, 0, file.size())});
        return image;
    }

    /// The encoded picture waits in a temporary file: a hundred of them would not fit into memory.
    Object encoded(const AttachmentSource& source, const PictureUse& use)
    {
        const EncodedPicture picture = m_encoder.encode(source, use);
        Object image = newImage(picture.pixels);
        Object dictionary = image.getDict();
        dictionary.replaceKey("/ColorSpace", colourSpace(picture));
        const bool jpeg = picture.filter == EncodedPicture::Filter::Jpeg;
        dictionary.replaceKey("/Filter", Object::newName(jpeg ? "/DCTDecode" : "/FlateDecode"));
        emptyForDetaching(image);
        const qint64 offset = spill(picture.data);
        m_detached.push_back({image, picture.data.size(), pumpFile(m_spill.fileName(), offset, picture.data.size())});
        return image;
    }

    static Object colourSpace(const EncodedPicture& picture)
    {
        switch (picture.colour) {
        case EncodedPicture::Colour::Gray:
            return Object::newName("/DeviceGray");
        case EncodedPicture::Colour::Palette:
            return Object::newArray({Object::newName("/Indexed"), Object::newName("/DeviceRGB"),
                                     Object::newInteger(picture.palette.size() / 3 - 1),
                                     Object::newString(picture.palette.toStdString())});
        case EncodedPicture::Colour::Rgb:
            break;
        }
        return Object::newName("/DeviceRGB");
    }

    qint64 spill(const QByteArray& bytes)
    {
        const bool open = m_spill.isOpen() || m_spill.open();
        const qint64 offset = m_spill.size();
        if (!open || !m_spill.seek(offset) || m_spill.write(bytes) != bytes.size() || !m_spill.flush())
            throw Error(ErrorCode::NotWritable,
                        {u"无法写入临时文件。请检查磁盘是否已满。"_s,
                         u"A temporary file cannot be written. Check that the disk is not full."_s},
                        m_spill.fileName(), m_spill.errorString());
        return offset;
    }

    /// Adds `object` to the page's resources and draws it under `matrix` above what is there.
    void draw(int page, Object object, const Object::Matrix& matrix)
    {
        QPDFPageObjectHelper& target = m_pages[size_t(page)];
        Object resources = target.getAttribute("/Resources", true);
        if (!resources.isDictionary())
            resources = target.getObjectHandle().replaceKeyAndGetNew("/Resources", Object::newDictionary());
        Object objects = resources.getKey("/XObject");
        objects = objects.isDictionary() ? objects.shallowCopy() : Object::newDictionary();
        int suffix = 1;
        const std::string name = resources.getUniqueResourceName("/Att", suffix);
        objects.replaceKey(name, object);
        resources.replaceKey("/XObject", objects);
        m_drawn[size_t(page)] += "q " + Object::newFromMatrix(matrix).unparse().substr(2);
        std::string& content = m_drawn[size_t(page)];
        content.resize(content.size() - 1); // The matrix's closing bracket
        content += "cm " + name + " Do Q\n";
    }

    /// The skeleton's own content may leave its coordinate system changed: it is bracketed.
    void closeContents()
    {
        for (size_t i = 0; i < m_pages.size(); ++i) {
            if (m_drawn[i].empty())
                continue;
            m_pages[i].addPageContents(m_pdf.newStream("q\n"), true);
            m_pages[i].addPageContents(m_pdf.newStream("\nQ\n" + m_drawn[i]), false);
            m_pages[i].coalesceContentStreams();
        }
    }

    void setLayers()
    {
        Object all = Object::newArray();
        Object off = Object::newArray();
        for (const auto& [index, imported] : m_imported) {
            const ImportedPdf::Layers layers = imported->importLayers(m_pdf);
            for (const Object& layer : layers.all)
                all.appendItem(layer);
            for (const Object& layer : layers.off)
                off.appendItem(layer);
        }
        if (all.getArrayNItems() == 0)
            return;
        Object properties = Object::newDictionary({{"/OCGs", all}, {"/D", Object::newDictionary({{"/OFF", off}})}});
        m_pdf.getRoot().replaceKey("/OCProperties", properties);
    }

    const AssemblyPlan& m_plan;
    QPDF m_pdf;
    Pages m_pages;
    std::vector<std::string> m_drawn; ///< what is drawn on each page of the skeleton
    std::map<int, std::unique_ptr<ImportedPdf>> m_imported; ///< by attachment
    PictureEncoder m_encoder;
    QTemporaryFile m_spill;
    std::vector<DetachedStream> m_detached;
    AssembledPaper m_made;
};

} // namespace

AssembledPaper assemblePdf(const AssemblyPlan& plan, const QString& outPath)
{
    try {
        return Assembler(plan).run(outPath);
    } catch (...) {
        rethrowAsError(outPath);
    }
}

} // namespace jz
