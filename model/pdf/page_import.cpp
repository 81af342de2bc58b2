// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/page_import.h"

#include <qpdf/Pl_Concatenate.hh>
#include <qpdf/QPDFAcroFormDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include <set>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 bigStream = 1 << 20;
constexpr qint64 mostContent = qint64(512) << 20;

QPDFObjectHandle::Rectangle normalised(QPDFObjectHandle box)
{
    if (!box.isRectangle())
        return {0, 0, 0, 0};
    const auto r = box.getArrayAsRectangle();
    return {std::min(r.llx, r.urx), std::min(r.lly, r.ury), std::max(r.llx, r.urx), std::max(r.lly, r.ury)};
}

bool isEmpty(const QPDFObjectHandle::Rectangle& r)
{
    return r.urx - r.llx < 1 || r.ury - r.lly < 1;
}

/// Says whether an appearance draws any text.
bool showsText(QPDFObjectHandle appearance)
{
    class Finder : public QPDFObjectHandle::ParserCallbacks
    {
    public:
        void handleObject(QPDFObjectHandle object, size_t, size_t) override
        {
            std::string name;
            if (object.getValueAsOperator(name) && (name == "Tj" || name == "TJ" || name == "'" || name == "\""))
                found = true;
        }
        void handleEOF() override {}
        bool found = false;
    };
    Finder finder;
    appearance.parseAsContents(&finder);
    return finder.found;
}

bool isAscii(const std::string& text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<uchar>(c) < 0x80; });
}

QPDFObjectHandle copyOf(QPDFObjectHandle object)
{
    return object.isNull() ? object : object.shallowCopy();
}

} // namespace

QSizeF PageFrame::points() const
{
    const QSizeF size((box.urx - box.llx) * userUnit, (box.ury - box.lly) * userUnit);
    return rotation % 180 == 0 ? size : size.transposed();
}

QPDFObjectHandle::Matrix PageFrame::upright() const
{
    const double u = userUnit;
    switch (rotation) {
    case 90:
        return {0, -u, u, 0, -box.lly * u, box.urx * u};
    case 180:
        return {-u, 0, 0, -u, box.urx * u, box.ury * u};
    case 270:
        return {0, u, -u, 0, box.ury * u, -box.llx * u};
    default:
        return {u, 0, 0, u, -box.llx * u, -box.lly * u};
    }
}

PageFrame frameOf(QPDFPageObjectHelper page)
{
    PageFrame frame;
    const auto media = normalised(page.getAttribute("/MediaBox", false));
    const auto crop = normalised(page.getAttribute("/CropBox", false));
    frame.box = {std::max(media.llx, crop.llx), std::max(media.lly, crop.lly), std::min(media.urx, crop.urx),
                 std::min(media.ury, crop.ury)};
    if (isEmpty(frame.box))
        frame.box = media;
    if (isEmpty(frame.box))
        frame.box = {0, 0, 612, 792}; // What readers assume for a page that says nothing
    QPDFObjectHandle rotate = page.getAttribute("/Rotate", false);
    if (rotate.isInteger())
        frame.rotation = (rotate.getIntValueAsInt() % 360 + 360) % 360 / 90 * 90;
    QPDFObjectHandle unit = page.getObjectHandle().getKey("/UserUnit");
    if (unit.isNumber() && unit.getNumericValue() > 0)
        frame.userUnit = unit.getNumericValue();
    return frame;
}

ImportedPdf::ImportedPdf(const QString& path) : m_path(path), m_file(openPdf(path))
{
    reading(path, [this] { flatten(); });
}

bool ImportedPdf::mayBePrinted() const
{
    QPDF& pdf = *m_file.pdf;
    return !pdf.isEncrypted() || pdf.allowPrintLowRes() || pdf.allowPrintHighRes();
}

void ImportedPdf::flatten()
{
    QPDF& pdf = *m_file.pdf;
    QPDFObjectHandle rendering = pdf.getRoot().getKey("/NeedsRendering");
    m_dynamicForm = rendering.isBool() && rendering.getBoolValue() && !pdf.getRoot().getKey("/AcroForm").getKeyIfDict("/XFA").isNull();
    QPDFPageDocumentHelper pages(pdf);
    QPDFAcroFormDocumentHelper form(pdf);
    const bool stale = form.getNeedAppearances();
    for (const QPDFPageObjectHelper& page : pages.getAllPages())
        makeAppearances(page, stale);
    if (stale)
        form.setNeedAppearances(false);
    pages.flattenAnnotations();
    m_pages = pages.getAllPages();
}

void ImportedPdf::makeAppearances(QPDFPageObjectHelper page, bool stale)
{
    for (QPDFAnnotationObjectHelper& widget : page.getAnnotations("/Widget")) {
        QPDFFormFieldObjectHelper field = QPDFAcroFormDocumentHelper(*m_file.pdf).getFieldForAnnotation(widget);
        const std::string type = field.getObjectHandle().isNull() ? std::string() : field.getFieldType();
        const std::string value = type == "/Tx" || type == "/Ch" ? field.getValueAsString() : std::string();
        QPDFObjectHandle appearance = widget.getAppearanceStream("/N");
        if (value.empty() || (appearance.isStream() && !stale))
            continue;
        // qpdf makes appearances of ASCII text alone
        if (isAscii(value))
            field.generateAppearance(widget);
        appearance = widget.getAppearanceStream("/N");
        // It adds the text with a token filter, which would stay behind when the stream is copied
        if (appearance.isStream() && isAscii(value))
            appearance.replaceStreamData(appearance.getStreamData(qpdf_dl_generalized),
                                         QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
        if (!appearance.isStream() || !showsText(appearance))
            ++m_unshownFields;
    }
}

void ImportedPdf::checkContents() const
{
    reading(m_path, [this] {
        for (QPDFPageObjectHelper page : m_pages) {
            qint64 size = 0;
            SinkPipeline counter([&](const char*, qint64 piece) {
                size += piece;
                if (size > mostContent)
                    throw std::runtime_error("page content too large");
            });
            page.pipeContents(&counter);
            if (size > mostContent)
                throw damagedPdf(m_path, u"page content too large"_s);
        }
    });
}

bool ImportedPdf::isPortfolio() const
{
    return reading(m_path, [this] { return m_file.pdf->getRoot().getKey("/Collection").isDictionary(); });
}

PageFrame ImportedPdf::turned(int page, int turn) const
{
    PageFrame frame = frameOf(m_pages[size_t(page)]);
    frame.rotation = (frame.rotation + turn) % 360;
    return frame;
}

qint64 ImportedPdf::bytesOf(const QList<int>& pages) const
{
    return reading(m_path, [&] {
        qint64 bytes = 0;
        std::set<QPDFObjGen> seen;
        std::vector<QPDFObjectHandle> open;
        for (const int index : pages) {
            QPDFPageObjectHelper page = m_pages[size_t(index)];
            open.push_back(page.getAttribute("/Resources", false));
            open.push_back(page.getObjectHandle().getKey("/Contents"));
        }
        while (!open.empty()) {
            QPDFObjectHandle object = open.back();
            open.pop_back();
            if (object.isIndirect() && !seen.insert(object.getObjGen()).second)
                continue;
            if (object.isArray())
                for (int i = 0; i < object.getArrayNItems(); ++i)
                    open.push_back(object.getArrayItem(i));
            if (object.isStream()) {
                QPDFObjectHandle length = object.getDict().getKey("/Length");
                bytes += length.isInteger() ? std::max(0LL, length.getIntValue()) : 0;
                object = object.getDict();
            }
            if (object.isDictionary() && !object.isDictionaryOfType("/Page"))
                for (const std::string& key : object.getKeys())
                    open.push_back(object.getKey(key));
        }
        return bytes;
    });
}

QPDFObjectHandle ImportedPdf::importPage(int page, int turn, QPDF& target, std::vector<DetachedStream>& detached) const
{
    Q_ASSERT(page >= 0 && page < pageCount());
    return reading(m_path, [&] {
        QPDFPageObjectHelper source = m_pages[size_t(page)];
        const PageFrame frame = turned(page, turn);
        QPDFObjectHandle form = m_file.pdf->newStream();
        QPDFObjectHandle dictionary = form.getDict();
        dictionary.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
        dictionary.replaceKey("/Subtype", QPDFObjectHandle::newName("/Form"));
        dictionary.replaceKey("/BBox", QPDFObjectHandle::newFromRectangle(frame.box));
        dictionary.replaceKey("/Matrix", QPDFObjectHandle::newFromMatrix(frame.upright()));
        dictionary.replaceKey("/Resources", copyOf(source.getAttribute("/Resources", false)));
        dictionary.replaceKey("/Group", copyOf(source.getAttribute("/Group", false)));
        QPDFObjectHandle contents = source.getObjectHandle().getKey("/Contents");
        const std::function<void(Pipeline*)> provide = [contents, path = m_path](Pipeline* pipeline) {
            // Called while the paper is written: the error must name this file, not the paper
            reading(path, [&] {
                Pl_Concatenate joined("page content", pipeline);
                std::string description;
                QPDFObjectHandle(contents).pipeContentStreams(&joined, "page content", description);
                joined.manualFinish();
            });
        };
        form.replaceStreamData(provide, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
        QPDFObjectHandle copy = target.copyForeignObject(form);
        source.forEachImage(true, [&](QPDFObjectHandle& image, QPDFObjectHandle&, const std::string&) {
            QPDFObjectHandle length = image.getDict().getKey("/Length");
            if (!image.isIndirect() || !length.isInteger() || length.getIntValue() < bigStream)
                return;
            QPDFObjectHandle imageCopy = target.copyForeignObject(image);
            if (!imageCopy.getFilterOnWrite())
                return; // Emptied already, for another page
            emptyForDetaching(imageCopy);
            detached.push_back({imageCopy, -1, pumpRawStream(image)});
        });
        return copy;
    });
}

ImportedPdf::Layers ImportedPdf::importLayers(QPDF& target) const
{
    return reading(m_path, [&] {
        Layers layers;
        QPDFObjectHandle properties = m_file.pdf->getRoot().getKey("/OCProperties");
        QPDFObjectHandle groups = properties.getKeyIfDict("/OCGs");
        QPDFObjectHandle shown = properties.getKeyIfDict("/D");
        const auto listed = [&](const char* key, const QPDFObjectHandle& group) {
            QPDFObjectHandle list = shown.getKeyIfDict(key);
            for (int i = 0; list.isArray() && i < list.getArrayNItems(); ++i)
                if (list.getArrayItem(i).isSameObjectAs(group))
                    return true;
            return false;
        };
        const bool allOff = shown.getKeyIfDict("/BaseState").isNameAndEquals("/OFF");
        for (int i = 0; groups.isArray() && i < groups.getArrayNItems(); ++i) {
            QPDFObjectHandle group = groups.getArrayItem(i);
            if (!group.isIndirect() || !group.isDictionary())
                continue;
            layers.all.push_back(target.copyForeignObject(group));
            if (allOff ? !listed("/ON", group) : listed("/OFF", group))
                layers.off.push_back(layers.all.back());
        }
        return layers;
    });
}

} // namespace jz
