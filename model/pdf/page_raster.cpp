// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/page_raster.h"

#include "model/base/json_file.h"
#include "model/pdf/drawn_pages.h"

#include <QPainter>
#include <QPdfDocument>

namespace jz {

using namespace Qt::StringLiterals;

struct PageRaster::Document
{
    QPdfDocument pdf{nullptr};
    std::unique_ptr<DrawnPages> withFields;
};

namespace {

constexpr double mmPerPoint = 25.4 / 72;

void require(QPdfDocument::Error error, const QString& path)
{
    switch (error) {
    case QPdfDocument::Error::None:
        return;
    case QPdfDocument::Error::IncorrectPassword:
    case QPdfDocument::Error::UnsupportedSecurityScheme:
        throw Error(ErrorCode::Unsupported,
                    LocalizedText{u"“%1”设有口令，无法打开。请用不带口令的文件。"_s,
                                  u"“%1” is protected by a password. Use a file without one."_s}
                        .arg(path),
                    path);
    default:
        throw Error(ErrorCode::Malformed,
                    LocalizedText{u"“%1”不是 PDF，或已损坏，无法打开。请重新获取这个文件。"_s,
                                  u"“%1” is no PDF or is damaged. Get the file again."_s}
                        .arg(path),
                    path);
    }
}

} // namespace

PageRaster::PageRaster(const QString& path) : m_path(path), m_document(std::make_unique<Document>())
{
    QFile file(path);
    openForReading(file);
    require(m_document->pdf.load(path), path);
}

PageRaster::~PageRaster() = default;

void PageRaster::showFields()
{
    m_document->withFields = std::make_unique<DrawnPages>(m_document->pdf);
    m_document->withFields->readFields(m_path);
}

int PageRaster::pageCount() const
{
    return m_document->pdf.pageCount();
}

QSizeF PageRaster::pageMm(int page) const
{
    return m_document->pdf.pagePointSize(page) * mmPerPoint;
}

QImage PageRaster::draw(int page, QSize size) const
{
    const QImage drawn = m_document->withFields ? m_document->withFields->draw(page, size) : m_document->pdf.render(page, size);
    if (drawn.isNull())
        throw Error(ErrorCode::Malformed,
                    LocalizedText{u"“%1”的第 %2 页无法显示，该页可能已损坏。请重新扫描或重新获取这个文件。"_s,
                                  u"Page %2 of “%1” cannot be shown; it may be damaged. Scan it again or get the file again."_s}
                        .arg(m_path, QString::number(page + 1)),
                    m_path);
    if (m_document->withFields)
        return drawn;
    QImage onWhite(drawn.size(), QImage::Format_RGB32);
    onWhite.fill(Qt::white);
    QPainter(&onWhite).drawImage(0, 0, drawn);
    return onWhite;
}

} // namespace jz
