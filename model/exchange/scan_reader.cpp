// SPDX-License-Identifier: Apache-2.0
#include "model/exchange/scan_reader.h"

#include "model/base/platform.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

Error unreadableScan(const QJsonObject& job, const QString& detail)
{
    const QString file = job[u"file"].toString();
    return Error(ErrorCode::Malformed,
                 LocalizedText{u"扫描件“%1”第 %2 页无法读取：处理时出错或超出了时间、内存限制。请重新扫描这一页（300 dpi，PDF、JPEG 或 PNG）。"_s,
                               u"Page %2 of the scan “%1” could not be read: it fails, or takes more time or memory than it may. Scan "
                               "this page again (300 dpi; PDF, JPEG or PNG)."_s}
                     .arg(file, QString::number(job[u"page"].toInt() + 1)),
                 file, detail);
}

QJsonArray numbers(const QRectF& rect)
{
    return {rect.x(), rect.y(), rect.width(), rect.height()};
}

QJsonArray points(const QPolygonF& polygon)
{
    QJsonArray array;
    for (const QPointF& point : polygon)
        array.append(QJsonArray{point.x(), point.y()});
    return array;
}

} // namespace

ScanReader::ScanReader(Limits limits, const QString& program)
    : m_worker(program.isEmpty() ? programBeside(u"juanzong-page-codes"_s) : program, limits)
{
}

QJsonObject ScanReader::ask(QJsonObject job) const
{
    // A relative name means the same to the other process only as an absolute one.
    for (const QString& key : {u"file"_s, u"paper"_s, u"out"_s}) {
        if (job.contains(key))
            job.insert(key, QFileInfo(job[key].toString()).absoluteFilePath());
    }
    const WorkerProcess::Answer answer = m_worker.ask(job);
    if (!answer.failure.isEmpty())
        throw unreadableScan(job, answer.failure);
    return answer.json;
}

int ScanReader::pageCount(const QString& file) const
{
    return ask({{u"do"_s, u"count"_s}, {u"file"_s, file}})[u"pages"].toInt();
}

QList<ScannedCode> ScanReader::read(const QString& file, int page) const
{
    const QJsonObject answer = ask({{u"do"_s, u"read"_s}, {u"file"_s, file}, {u"page"_s, page}});
    QList<ScannedCode> codes;
    const QJsonArray found = answer[u"codes"].toArray();
    for (const QJsonValue& code : found) {
        QPolygonF corners;
        for (int i = 0; i < 4; ++i)
            corners << QPointF(code[u"corners"][i][0].toDouble(), code[u"corners"][i][1].toDouble());
        codes.append({code[u"text"].toString(), corners});
    }
    return codes;
}

QImage ScanReader::preview(const QString& file, int page, int pixels) const
{
    const QTemporaryDir scratch;
    const QString out = scratch.filePath(u"preview.png"_s);
    ask({{u"do"_s, u"preview"_s}, {u"file"_s, file}, {u"page"_s, page}, {u"pixels"_s, pixels}, {u"out"_s, out}});
    return QImage(out);
}

StraightenedPage ScanReader::straighten(const StraightenOrder& order) const
{
    QJsonArray areas;
    for (const QRectF& area : order.areasMm)
        areas.append(numbers(area));
    const QJsonObject answer = ask({{u"do"_s, u"straighten"_s},
                                    {u"file"_s, order.file},
                                    {u"page"_s, order.page},
                                    {u"corners"_s, points(order.corners)},
                                    {u"code"_s, numbers(order.codeMm)},
                                    {u"paper"_s, order.paper},
                                    {u"paperPage"_s, order.paperPage},
                                    {u"dpi"_s, order.dpi},
                                    {u"out"_s, order.out},
                                    {u"areas"_s, areas}});
    StraightenedPage page;
    page.confirmed = answer[u"confirmed"].toBool();
    page.colour = answer[u"colour"].toBool();
    page.pixels = QSize(answer[u"pixels"][0].toInt(), answer[u"pixels"][1].toInt());
    const QJsonArray inks = answer[u"areas"].toArray();
    for (const QJsonValue& ink : inks)
        page.areas.append({ink[u"ink"].toDouble(), ink[u"red"].toDouble()});
    return page;
}

} // namespace jz
