// SPDX-License-Identifier: Apache-2.0
#include "model/exchange/scan_picture.h"

#include "model/base/json_file.h"
#include "model/pdf/page_raster.h"

#include <QImageReader>
#include <QPainter>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostPixels = 5000;
constexpr int fewestPdfPixels = 3508; ///< A4 at 300 dpi: scans in PDF do not always say how large they are
constexpr double mmPerInch = 25.4;

Error cannotBeUsed(ErrorCode code, const QString& path, const LocalizedText& why, const QString& detail = {})
{
    return Error(code, {u"扫描件“%1”%2。"_s.arg(path, why.zh), u"The scan “%1” %2."_s.arg(path, why.en)}, path, detail);
}

bool startsLikePdf(const QString& path)
{
    QFile file(path);
    openForReading(file);
    const QByteArray head = file.read(1024 + 5);
    if (head.isEmpty())
        throw cannotBeUsed(ErrorCode::Malformed, path, {u"是空文件（0 字节），请重新扫描"_s, u"is empty (0 bytes): scan it again"_s});
    return head.contains("%PDF-");
}

void prepare(QImageReader& reader)
{
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
}

QImage overWhite(const QImage& image)
{
    if (!image.hasAlphaChannel())
        return image.convertToFormat(QImage::Format_RGB32);
    QImage result(image.size(), QImage::Format_RGB32);
    result.fill(Qt::white);
    QPainter(&result).drawImage(0, 0, image);
    return result;
}

} // namespace

ScanPicture::ScanPicture(const QString& path) : m_path(path)
{
    if (startsLikePdf(path)) {
        m_pdf = std::make_unique<PageRaster>(path);
        m_pages = m_pdf->pageCount();
        return;
    }
    QImageReader reader(path);
    prepare(reader);
    if (!reader.canRead())
        throw cannotBeUsed(ErrorCode::Unsupported, path,
                           {u"不是图片或 PDF，或已损坏，请扫描为 PDF、JPEG 或 PNG"_s,
                            u"is neither a picture nor a PDF, or it is damaged: scan to PDF, JPEG or PNG"_s},
                           reader.errorString());
    m_pages = std::max(1, reader.imageCount());
}

ScanPicture::~ScanPicture() = default;

QImage ScanPicture::page(int index) const
{
    if (!m_pdf)
        return picture(index);
    const QSizeF mm = m_pdf->pageMm(index);
    const double longest = std::max(mm.width(), mm.height());
    if (!(longest > 0))
        throw cannotBeUsed(ErrorCode::Malformed, m_path, {u"有一页没有大小，请重新扫描"_s, u"has a page without a size: scan it again"_s});
    const double pixels = std::clamp<double>(longest / mmPerInch * 300, fewestPdfPixels, mostPixels);
    return m_pdf->draw(index, (mm * (pixels / longest)).toSize().expandedTo({1, 1}));
}

QImage ScanPicture::picture(int index) const
{
    QImageReader reader(m_path);
    prepare(reader);
    if (index > 0 && !reader.jumpToImage(index))
        throw cannotBeUsed(ErrorCode::Malformed, m_path, {u"中有一页无法读取，请重新扫描"_s, u"has a page that cannot be read: scan it again"_s},
                           reader.errorString());
    const QSize size = reader.size();
    if (std::max(size.width(), size.height()) > mostPixels)
        reader.setScaledSize(size.scaled(mostPixels, mostPixels, Qt::KeepAspectRatio).expandedTo({1, 1}));
    const QImage image = reader.read();
    if (image.isNull())
        throw cannotBeUsed(ErrorCode::Malformed, m_path, {u"无法读取，可能已损坏，请重新扫描"_s, u"cannot be read and may be damaged: scan it again"_s},
                           reader.errorString());
    return overWhite(image);
}

} // namespace jz
