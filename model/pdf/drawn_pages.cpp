// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/drawn_pages.h"

#include <QPainter>

namespace jz {

PageFields readPageFields(const QString& path)
{
    return {widgetOverlay(path), std::make_unique<ScannedPages>(path)};
}

void DrawnPages::show(PageFields fields)
{
    m_over.reset();
    m_bytes.close();
    m_overlay = std::move(fields.overlay);
    m_scans = std::move(fields.scans);
    if (m_overlay.pdf.isEmpty())
        return;
    m_bytes.setData(m_overlay.pdf);
    m_bytes.open(QIODevice::ReadOnly);
    m_over = std::make_unique<QPdfDocument>(nullptr);
    m_over->load(&m_bytes);
}

QImage DrawnPages::draw(int page, QSize size) const
{
    if (m_scans)
        if (const QImage scan = m_scans->draw(page, size); !scan.isNull())
            return scan;
    QPdfDocumentRenderOptions options;
    options.setRenderFlags(QPdfDocumentRenderOptions::RenderFlag::Annotations);
    const QImage drawn = m_document.render(page, size, options);
    if (drawn.isNull())
        return {};
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.drawImage(0, 0, drawn);
    if (const int over = m_overlay.pages.value(page, -1); over >= 0 && m_over)
        painter.drawImage(0, 0, m_over->render(over, size));
    return picture;
}

} // namespace jz
