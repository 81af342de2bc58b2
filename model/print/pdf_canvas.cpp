// SPDX-License-Identifier: Apache-2.0
#include "model/print/pdf_canvas.h"

#include "model/base/error.h"
#include "model/print/text_shaper.h"

#include <cairo-pdf.h>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length)
{
    static_cast<QByteArray*>(bytes)->append(reinterpret_cast<const char*>(data), qsizetype(length));
    return CAIRO_STATUS_SUCCESS;
}

} // namespace

PdfCanvas::PdfCanvas()
    : m_surface(cairo_pdf_surface_create_for_stream(append, &m_bytes, 1, 1)), m_cairo(cairo_create(m_surface))
{
}

PdfCanvas::~PdfCanvas()
{
    cairo_destroy(m_cairo);
    cairo_surface_destroy(m_surface);
}

void PdfCanvas::beginPage(QSizeF sizeMm)
{
    if (m_pageOpen)
        cairo_show_page(m_cairo);
    cairo_pdf_surface_set_size(m_surface, toPoints(sizeMm.width()), toPoints(sizeMm.height()));
    m_pageOpen = true;
}

QByteArray PdfCanvas::finish()
{
    if (m_pageOpen)
        cairo_show_page(m_cairo);
    m_pageOpen = false;
    const cairo_status_t drawing = cairo_status(m_cairo);
    cairo_surface_finish(m_surface);
    const cairo_status_t status = drawing != CAIRO_STATUS_SUCCESS ? drawing : cairo_surface_status(m_surface);
    if (status != CAIRO_STATUS_SUCCESS)
        throw Error(ErrorCode::NotWritable,
                    {u"无法绘制页面。请关闭其他程序后重试。"_s,
                     u"The pages cannot be drawn. Close other programs and try again."_s},
                    {}, QString::fromLatin1(cairo_status_to_string(status)));
    return m_bytes;
}

} // namespace jz
