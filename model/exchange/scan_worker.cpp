// SPDX-License-Identifier: Apache-2.0
#include "model/exchange/scan_worker.h"

#include "model/base/worker_process.h"
#include "model/exchange/ink_areas.h"
#include "model/exchange/page_code_reader.h"
#include "model/exchange/page_registration.h"
#include "model/exchange/scan_picture.h"
#include "model/pdf/page_raster.h"

#include <QJsonArray>

#include <cmath>
#include <new>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int jpegQuality = 85;
constexpr double printedDpi = 100;
constexpr double mmPerInch = 25.4;

QJsonArray numbers(const QSize& size)
{
    return {size.width(), size.height()};
}

QRectF rectFrom(const QJsonValue& value)
{
    return {value[0].toDouble(), value[1].toDouble(), value[2].toDouble(), value[3].toDouble()};
}

QPolygonF polygonFrom(const QJsonArray& points)
{
    QPolygonF polygon;
    for (const QJsonValue& point : points)
        polygon << QPointF(point[0].toDouble(), point[1].toDouble());
    return polygon;
}

QJsonArray pointsOf(const QPolygonF& polygon)
{
    QJsonArray points;
    for (const QPointF& point : polygon)
        points.append(QJsonArray{point.x(), point.y()});
    return points;
}

QJsonObject read(const QJsonObject& job)
{
    const QImage picture = ScanPicture(job[u"file"].toString()).page(job[u"page"].toInt());
    QJsonArray codes;
    const QList<FoundCode> found = findCodes(picture);
    for (const FoundCode& code : found)
        codes.append(QJsonObject{{u"text"_s, code.text}, {u"corners"_s, pointsOf(code.corners)}});
    return {{u"pixels"_s, numbers(picture.size())}, {u"codes"_s, codes}};
}

/// The whole picture, turned as its code stands.
QImage uprightWhole(const QImage& picture, const QPolygonF& corners, QSizeF mm, double dpi)
{
    QTransform turn;
    if (corners.size() == 4) {
        const QPointF along = corners[1] - corners[0];
        const bool lies = std::abs(along.y()) > std::abs(along.x());
        turn.rotate(lies ? (along.y() > 0 ? -90 : 90) : (along.x() > 0 ? 0 : 180));
    }
    const QSize most = (mm * (dpi / mmPerInch)).toSize();
    const QImage turned = picture.transformed(turn);
    const bool fits = turned.width() <= most.width() && turned.height() <= most.height();
    return fits ? turned : turned.scaled(most, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

void save(const QImage& image, const QString& path, const char* format = "JPEG", int quality = jpegQuality)
{
    if (!image.save(path, format, quality))
        throw Error(ErrorCode::NotWritable,
                    LocalizedText{u"无法写入“%1”。请检查磁盘是否已满。"_s, u"“%1” cannot be written. Check that the disk is not full."_s}
                        .arg(path),
                    path);
}

QJsonObject straighten(const QJsonObject& job)
{
    const QImage picture = ScanPicture(job[u"file"].toString()).page(job[u"page"].toInt());
    const PageRaster paper(job[u"paper"].toString());
    const int number = job[u"paperPage"].toInt();
    const QSizeF mm = paper.pageMm(number);
    const PrintedPage printed{paper.draw(number, (mm * (printedDpi / mmPerInch)).toSize()), mm};
    const QPolygonF corners = polygonFrom(job[u"corners"].toArray());
    const auto place = corners.size() == 4 ? placeByCode(picture, corners, rectFrom(job[u"code"]), printed)
                                           : placeByContent(picture, printed);
    const bool confirmed = place && place->confirmed;
    const double dpi = job[u"dpi"].toDouble();
    const QImage page = confirmed ? straightened(picture, *place, mm, dpi) : uprightWhole(picture, corners, mm, dpi);
    save(page, job[u"out"].toString());
    QJsonArray inks;
    const QJsonArray areas = confirmed ? job[u"areas"].toArray() : QJsonArray();
    for (const QJsonValue& area : areas) {
        const AddedInk ink = addedInk(page, printed.drawn, mm, rectFrom(area));
        inks.append(QJsonObject{{u"ink"_s, ink.ink}, {u"red"_s, ink.red}});
    }
    return {{u"confirmed"_s, confirmed}, {u"colour"_s, hasColour(page)}, {u"areas"_s, inks}, {u"pixels"_s, numbers(page.size())}};
}

QJsonObject preview(const QJsonObject& job)
{
    const QImage picture = ScanPicture(job[u"file"].toString()).preview(job[u"page"].toInt(), job[u"pixels"].toInt());
    save(picture, job[u"out"].toString(), "PNG", -1);
    return {{u"pixels"_s, numbers(picture.size())}};
}

} // namespace

QJsonObject doScanJob(const QJsonObject& job)
{
    const QString file = job[u"file"].toString();
    try {
        const QString what = job[u"do"].toString();
        if (what == u"count")
            return {{u"pages"_s, ScanPicture(file).pageCount()}};
        if (what == u"preview")
            return preview(job);
        return what == u"read" ? read(job) : straighten(job);
    } catch (const Error& error) {
        return workerError(error);
    } catch (const std::bad_alloc&) {
        return workerError(Error(ErrorCode::TooLarge,
                                 LocalizedText{u"扫描件“%1”过大，内存不足以读取。请用 300 dpi 重新扫描。"_s,
                                               u"The scan “%1” is too large for the memory there is. Scan it again at 300 dpi."_s}
                                     .arg(file),
                                 file));
    }
}

} // namespace jz
