// SPDX-License-Identifier: Apache-2.0
#include "model/exchange/scan_picture.h"

#include "model/pdf/attachment_source.h"
#include "model/pdf/page_raster.h"
#include "model/pdf/picture.h"

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostPixels = 5000;
constexpr int fewestPdfPixels = 3508; ///< A4 at 300 dpi: scans in PDF do not always say how large they are
constexpr double mmPerInch = 25.4;

} // namespace

ScanPicture::ScanPicture(const QString& path) : m_path(path)
{
    if (attachmentKindOf(path) == AttachmentKind::Pdf) {
        m_pdf = std::make_unique<PageRaster>(path);
        m_pages = m_pdf->pageCount();
    } else {
        m_pictures = std::make_unique<AttachmentSource>(inspectAttachment(path, {}));
        m_pages = m_pictures->pageCount();
    }
}

ScanPicture::~ScanPicture() = default;

QImage ScanPicture::page(int index) const
{
    if (m_pictures)
        return decodedPicture(*m_pictures, index, mostPixels);
    const QSizeF mm = m_pdf->pageMm(index);
    const double longest = std::max(mm.width(), mm.height());
    if (!(longest > 0))
        throw Error(ErrorCode::Malformed,
                    LocalizedText{u"扫描件“%1”有一页没有大小，请重新扫描。"_s, u"The scan “%1” has a page without a size: scan it again."_s}.arg(m_path),
                    m_path);
    const double pixels = std::clamp<double>(longest / mmPerInch * 300, fewestPdfPixels, mostPixels);
    return m_pdf->draw(index, (mm * (pixels / longest)).toSize().expandedTo({1, 1}));
}

QImage ScanPicture::preview(int index, int pixels) const
{
    if (m_pictures)
        return decodedPicture(*m_pictures, index, pixels);
    return m_pdf->draw(index, m_pdf->pageMm(index).scaled(pixels, pixels, Qt::KeepAspectRatio).toSize().expandedTo({1, 1}));
}

} // namespace jz
