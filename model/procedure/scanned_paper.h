// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"
#include "model/print/block.h"
#include "model/print/page_map.h"
#include "model/procedure/ink_report.h"
#include "model/signature/identity.h"

namespace jz {

/// A scanned page, cut out upright.
struct ScannedPicture
{
    int page = 0;        ///< of the printed paper, 1-based
    QString path;        ///< JPEG
    bool byCode = false;
    InkProblems problems;
};

struct ScannedPaperContent
{
    QString paper;               ///< the final PDF
    const PageMap& map;
    const CallPack& pack;        ///< words: `paper.scans`
    QList<ScannedPicture> pictures;
    QList<InkRole> roles;
    QString out;
    Identity deliveryKey;
};

/// A page of the paper on which a scan is shown under a small caption with the words of the pack, and where on it. `size`: of the printed page, mm;
/// `pixels`: of the upright picture.
struct ScanPage
{
    Page page;
    QRectF scan; ///< mm
};
ScanPage scanPage(const CallPack& pack, int number, QSizeF size, QSizeF pixels);

/// Resolution that scans are cut out with: what stays on the page as it is.
double scanDpi();

/// Writes the ink-signed paper: the final pages, the scans behind them, each under a small caption with a bookmark, the record
/// of the scans inside, closed by the delivery mark. Whole or not at all. Throws Error as extendPdf() and signPdf().
void writeScannedPaper(const ScannedPaperContent& content);

} // namespace jz
