// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/error.h"

#include <QImage>

#include <memory>

namespace jz {

class PageRaster;
struct AttachmentSource;

/// A file with scanned pages: a PDF, or a picture of one page or several, of every kind that can be attached. What it is, is
/// decided by content.
class ScanPicture
{
public:
    /// Throws Error NotFound, Unreadable, Malformed (empty, damaged, no such file), Unsupported (needs a password,
    /// or a kind of file that is neither), naming file and remedy.
    explicit ScanPicture(const QString& path);
    ~ScanPicture();

    int pageCount() const { return m_pages; }
    /// One page (0-based), upright as its file says, alpha over white; at most 5000 pixels on the longer side, which
    /// is A3 at 300 dpi. Throws Error Malformed when it cannot be decoded, TooLarge when there is no memory for it.
    QImage page(int index) const;
    /// The same small: `pixels` on the longer side at most.
    QImage preview(int index, int pixels) const;

private:
    QString m_path;
    int m_pages = 1;
    std::unique_ptr<PageRaster> m_pdf; ///< null for pictures
    std::unique_ptr<AttachmentSource> m_pictures; ///< null for a PDF
};

} // namespace jz
