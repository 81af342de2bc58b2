// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>

namespace jz {

/// The inside of the program juanzong-page-codes, which does one job on one scanned page and ends. Decoders of
/// pictures, of codes and of PDF pages may abort, hang or take all memory on a hostile or broken file; here that
/// costs one page and not the caller's work. ScanReader (scan_reader.h) is the other side, worker_process.h what lies between.
///
/// The job and its answer:
///
///   {"do": "count", "file"}                      -> {"pages": 3}
///   {"do": "preview", "file", "page", "pixels", "out"}  -> {"pixels": [w, h]}, `out` a PNG
///   {"do": "read", "file", "page"}               -> {"pixels": [w, h], "codes": [{"text", "corners": [[x, y] × 4]}]}
///   {"do": "straighten", "file", "page", "corners": [[x, y] × 4] or [], "code": [x, y, w, h], "paper", "paperPage",
///    "dpi", "out", "areas": [[x, y, w, h]]}      -> {"confirmed", "colour", "areas": [{"ink", "red"}], "pixels": [w, h]}
///
/// Pages are 0-based, lengths on pages are mm, in pictures pixels. `out`
/// becomes a JPEG: the page cut out upright, or the whole picture when it was not found in it ("confirmed": false,
/// no areas). A failure is workerError().
QJsonObject doScanJob(const QJsonObject& job);

} // namespace jz
