// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QSizeF>

struct _cairo;
struct _cairo_surface;

namespace jz {

/// A PDF in memory that Cairo draws, page by page, in points from the top left corner. Not thread-safe.
class PdfCanvas
{
public:
    PdfCanvas();
    ~PdfCanvas();
    PdfCanvas(const PdfCanvas&) = delete;
    PdfCanvas& operator=(const PdfCanvas&) = delete;

    /// Begins the next page; what was drawn before belongs to the page before.
    void beginPage(QSizeF sizeMm);
    _cairo* cairo() const { return m_cairo; }

    /// The whole PDF; nothing can be drawn any more. Throws Error NotWritable when Cairo failed.
    QByteArray finish();

private:
    QByteArray m_bytes;
    _cairo_surface* m_surface;
    _cairo* m_cairo;
    bool m_pageOpen = false;
};

} // namespace jz
