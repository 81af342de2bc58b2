// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/parallel.h"
#include "model/call/call_pack.h"
#include "model/exchange/scan_matching.h"
#include "model/procedure/ink_report.h"
#include "model/signature/identity.h"

namespace jz {

/// A scan that a person assigned to a page of the paper.
struct AssignedScan
{
    int page = 0;       ///< of the paper, 1-based
    QString file;
    int filePage = 1;   ///< 1-based
};

/// What is to be taken in.
struct ScanIntake
{
    QString paper;                  ///< final PDF of ours, not signed
    QStringList scans;              ///< files in any order
    QList<AssignedScan> assigned;   ///< their files need not stand in `scans`
    QString out;
    Identity deliveryKey;           ///< closes the result (openDeliveryKey())
    QList<ScannedSheet> sheets = {};///< pages that were read already, with what a person said of them
};

/// The pages of a paper that have to come back scanned, 1-based: those that bear the unit's signature or, as the pack says, every
/// page of the form.
QList<int> pagesToScan(const PageMap& map, const CallPack& pack);

/// Every page of scanned files with the codes on it, read in processes of their own, two or more at once; what cannot be read says why.
/// When `control` cancels, the pages not read by then have neither. Throws Error as takeScansIn() for the scans; TooLarge over 500 pages.
QList<ScannedSheet> readSheets(const QStringList& files, const ScanReader& reader = ScanReader(), const WorkControl& control = {});

/// A scanned page as it stands in the result.
struct TakenPage
{
    int page = 0;            ///< of the paper, 1-based
    QString where;           ///< file and page it was scanned into
    bool byCode = false;
    bool compared = false;   ///< laid over the printed page and cut out upright
    InkProblems problems;
};

struct TakenScans
{
    bool written = false;    ///< false: pages that have to be there are missing, nothing was written
    bool cancelled = false;  ///< nothing was written either
    QList<TakenPage> pages;
    QList<InkRole> roles;
    InkProblems problems;    ///< about scans left out and pages missing
};

/// Takes scanned signed pages into a final paper: finds out which pages they are, turns and straightens them, puts them
/// behind the final pages with the words of the call pack, writes the record of it (ink_report.h) and closes the file with the
/// delivery mark. `out` appears whole or not at all, and only when every page that bears the unit's signature
/// (or, as the pack says, every page of the form) is there.
///
/// Some 1.5 s a scanned page, on two processors at once. Throws Error: Usage (no scans; `out` is one of the inputs); of the paper:
/// NotFound, Unreadable, Malformed (no PDF, damaged), Unsupported (a draft, signed or closed already, not one of our
/// papers); of the scans: NotFound, Unreadable, Unsupported (needs a password, neither picture nor PDF); NotWritable.
/// What is wrong with single pages is a problem in the result.
TakenScans takeScansIn(const ScanIntake& intake, const ScanReader& reader = ScanReader(), const WorkControl& control = {});

/// `attach-scan --json`: {"written", "out", "pages": [{"page", "scan", "byCode", "compared", "problems": [P]}], "ink": as
/// in `verify --json`, "problems": [P and "severity": "error"|"warning"|"hint", "page"]}.
QJsonObject toJson(const TakenScans& taken, const QString& out, Language language);

} // namespace jz
