// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/pdf/scanned_pages.h"
#include "model/pdf/widget_overlay.h"

#include <QBuffer>
#include <QImage>
#include <QPdfDocument>

#include <memory>

namespace jz {

/// What QtPdf does not draw of a file or draws slowly, read beforehand.
struct PageFields
{
    WidgetOverlay overlay;                ///< what form fields and signatures show
    std::unique_ptr<ScannedPages> scans;  ///< pages that are scans
};

/// Takes a while for large files and knows nothing of PDFium: for any thread. Throws Error as widgetOverlay().
PageFields readPageFields(const QString& path);

/// Pages of a PDF as an eye should see them: what PDFium draws and, over it, what form fields and signatures show, which QtPdf leaves
/// out. Lives in one thread; the document must outlive it.
class DrawnPages
{
public:
    explicit DrawnPages(QPdfDocument& document) : m_document(document) {}

    /// Reads what the fields of the file show, and has pages that are scans drawn quickly from then on. Throws Error as widgetOverlay().
    void readFields(const QString& path) { show(readPageFields(path)); }
    /// The same with what was read elsewhere.
    void show(PageFields fields);
    /// Pages on which fields or signatures show something, 0-based.
    QList<int> pagesWithFields() const { return m_overlay.pages.keys(); }
    /// Whether a smaller picture of the page would hardly come sooner.
    bool isQuick(int page) const { return m_scans && m_scans->isQuick(page); }
    /// The page on white at `size` pixels; null when it cannot be drawn.
    QImage draw(int page, QSize size) const;

private:
    QPdfDocument& m_document;
    std::unique_ptr<ScannedPages> m_scans;
    WidgetOverlay m_overlay;
    QBuffer m_bytes;
    std::unique_ptr<QPdfDocument> m_over;
};

} // namespace jz
