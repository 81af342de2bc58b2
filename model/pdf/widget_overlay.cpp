// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/widget_overlay.h"

#include "model/pdf/page_import.h"

#include <qpdf/QPDFAnnotationObjectHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace jz {

namespace {

constexpr int hiddenFromView = an_invisible | an_hidden | an_no_view;

/// The page that shows the widgets of another and nothing else; null when they show nothing.
class OverlayPage
{
public:
    OverlayPage(QPDF& target, QPDFPageObjectHelper source) : m_target(target), m_source(source), m_frame(frameOf(source)) {}

    QPDFObjectHandle make()
    {
        for (QPDFAnnotationObjectHelper& widget : m_source.getAnnotations("/Widget"))
            add(widget);
        if (m_content.empty())
            return QPDFObjectHandle::newNull();
        QPDFObjectHandle page = QPDFObjectHandle::newDictionary();
        page.replaceKey("/Type", QPDFObjectHandle::newName("/Page"));
        page.replaceKey("/MediaBox", QPDFObjectHandle::newFromRectangle(m_frame.box));
        page.replaceKey("/Rotate", QPDFObjectHandle::newInteger(m_frame.rotation));
        QPDFObjectHandle resources = QPDFObjectHandle::newDictionary();
        resources.replaceKey("/XObject", m_appearances);
        page.replaceKey("/Resources", resources);
        page.replaceKey("/Contents", m_target.makeIndirectObject(m_target.newStream(m_content)));
        return page;
    }

private:
    void add(QPDFAnnotationObjectHelper& widget)
    {
        QPDFObjectHandle appearance = widget.getAppearanceStream("/N");
        if (!appearance.isStream())
            return;
        const std::string name = "/W" + std::to_string(m_appearances.getKeys().size());
        const std::string drawn = widget.getPageContentForAppearance(name, m_frame.rotation, 0, hiddenFromView);
        if (drawn.empty())
            return;
        m_content += drawn;
        m_appearances.replaceKey(name, m_target.copyForeignObject(appearance));
    }

    QPDF& m_target;
    QPDFPageObjectHelper m_source;
    PageFrame m_frame;
    std::string m_content;
    QPDFObjectHandle m_appearances = QPDFObjectHandle::newDictionary();
};

QByteArray written(QPDF& pdf)
{
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.write();
    const std::shared_ptr<Buffer> bytes = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(bytes->getBuffer()), qsizetype(bytes->getSize())};
}

} // namespace

WidgetOverlay widgetOverlay(const QString& path)
{
    WidgetOverlay overlay;
    const PdfFile file = openPdf(path);
    return reading(path, [&] {
        if (!file.pdf->getRoot().getKey("/AcroForm").isDictionary())
            return overlay;
        QPDF target;
        target.emptyPDF();
        QPDFPageDocumentHelper pages(target);
        int number = 0;
        for (QPDFPageObjectHelper& source : QPDFPageDocumentHelper(*file.pdf).getAllPages()) {
            QPDFObjectHandle page = OverlayPage(target, source).make();
            if (!page.isNull()) {
                overlay.pages.insert(number, int(overlay.pages.size()));
                pages.addPage(QPDFPageObjectHelper(target.makeIndirectObject(page)), false);
            }
            ++number;
        }
        if (!overlay.pages.isEmpty())
            overlay.pdf = written(target);
        return overlay;
    });
}

} // namespace jz
