// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/error.h"

#include <QImage>
#include <QSizeF>

#include <memory>

namespace jz {

/// Draws the pages of a PDF as pictures, with PDFium: for comparing pages with scans and for taking in scans that
/// came as PDF, and for printing. Form fields, signature appearances and notes are drawn when asked for. Lives in one thread; PDFium can fall over a
/// hostile file, so files of others are drawn in a process of their own (model/exchange).
class PageRaster
{
public:
    /// Throws Error NotFound, Unreadable, Malformed, or Unsupported for a file that needs a password.
    explicit PageRaster(const QString& path);
    ~PageRaster();

    /// From now on form fields, signatures and notes are drawn, too. Throws Error as widgetOverlay().
    void showFields();

    int pageCount() const;
    /// Visible size in mm, /Rotate applied. `page` is 0-based.
    QSizeF pageMm(int page) const;
    /// The page on white, at `size` pixels. Throws Error Malformed when it cannot be drawn.
    QImage draw(int page, QSize size) const;

private:
    struct Document;
    QString m_path;
    std::unique_ptr<Document> m_document;
};

} // namespace jz
