// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/exchange/ink_problem.h"
#include "model/exchange/scan_reader.h"
#include "model/print/page_map.h"

namespace jz {

/// One scanned picture: what was read on it. Several printed pages may lie on it.
struct ScannedSheet
{
    QString file;
    int page = 0;             ///< 0-based, in `file`
    QString where;            ///< file name and page, as people are told
    QList<ScannedCode> codes;
    LocalizedText failure;    ///< why it could not be read; empty when it could
    int assigned = 0;         ///< page of the paper that a person said it is, 1-based; 0: nobody did
};

/// A page of the paper and the scan it was found on.
struct MatchedPage
{
    int page = 0;             ///< 1-based
    int sheet = 0;            ///< index of the sheet
    QPolygonF corners;        ///< of its code; empty when it was assigned by name
    InkProblems problems;
    QList<int> others;        ///< further sheets that show the same page
    QList<QPolygonF> otherCorners;

    bool byCode() const { return !corners.isEmpty(); }
};

struct ScanMatching
{
    QList<MatchedPage> pages;  ///< in page order, each once
    InkProblems problems;      ///< about sheets that are not used and pages that are not there
};

/// Brings the scanned sheets of a paper in order by their codes. A page counts when its content (page fingerprint) is
/// that of the paper, whatever revision it was printed from. `required`: pages that must be there, 1-based.
ScanMatching matchScans(const PageMap& paper, const QList<ScannedSheet>& sheets, const QList<int>& required);

} // namespace jz
