// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/worker_process.h"
#include "model/exchange/ink_areas.h"

#include <QImage>
#include <QJsonObject>
#include <QPolygonF>
#include <QSize>

namespace jz {

/// A code on a scanned page; corners in pixels, as printed: top left, top right, bottom right, bottom left.
struct ScannedCode
{
    QString text;
    QPolygonF corners;
};

/// A scanned page that is to be cut out, and the printed page it is to be compared with.
struct StraightenOrder
{
    QString file;
    int page = 0;              ///< 0-based, in `file`
    QPolygonF corners;         ///< of the code; empty: found by its content
    QRectF codeMm;             ///< of the code on the printed page
    QString paper;             ///< PDF with the printed page
    int paperPage = 0;         ///< 0-based
    double dpi = 185;          ///< at most
    QString out;               ///< JPEG that is written
    QList<QRectF> areasMm;     ///< where ink is looked for
};

struct StraightenedPage
{
    bool confirmed = false;    ///< what is printed was recognised, and the page cut out; else `out` is the whole picture
    bool colour = false;
    QList<AddedInk> areas;     ///< as ordered; empty when not confirmed
    QSize pixels;
};

/// Reads scanned pages in a process of its own for each (scan_worker.h), so that no picture can harm the caller.
/// Thread-safe: several pages may be read at once.
///
/// Everything throws Error naming the file: NotFound, Unreadable, Malformed, Unsupported, TooLarge as ScanPicture; Malformed
/// "this picture could not be read" when the process falls over it, and when it takes more time or memory than it may;
/// NotFound when the program is missing.
class ScanReader
{
public:
    using Limits = WorkerProcess::Limits; ///< for one page

    /// `program`: juanzong-page-codes, by default beside the running program.
    explicit ScanReader(Limits limits, const QString& program = {});
    ScanReader() : ScanReader(Limits{}) {}

    int pageCount(const QString& file) const;
    /// `page` is 0-based.
    QList<ScannedCode> read(const QString& file, int page) const;
    /// The page upright, at most `pixels` on its longer side.
    QImage preview(const QString& file, int page, int pixels) const;
    StraightenedPage straighten(const StraightenOrder& order) const;

private:
    QJsonObject ask(QJsonObject job) const;

    WorkerProcess m_worker;
};

} // namespace jz
