// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/parallel.h"
#include "model/exchange/ink_problem.h"
#include "model/exchange/scan_reader.h"
#include "model/procedure/scan_intake.h"
#include "model/workspace/workspace.h"

namespace jz {

/// Which printed dossier of a heap was scanned.
struct ScannedCopy
{
    QUuid dossier;
    QString title;
    bool recommended = false;
    QList<int> pages;     ///< whose content is that of the paper in force, 1-based
    InkProblems problems; ///< pages of another content (page-outdated), missing and double ones

    /// It was scanned, and is the one in the batch.
    bool matches() const;
};

struct CopiesCheck
{
    QList<ScannedCopy> dossiers; ///< those recommended and others that were scanned, in ranking order
    InkProblems problems;        ///< scans of no dossier of the batch, without code, unreadable
};

/// Whether printed dossiers are those in the batch, by the codes on their scanned pages. `everyPage`: each page of a form has to be there, and may be of an earlier
/// revision when its content is the same; else one page of the revision in force will do. Throws Cancelled; Error as readSheets().
CopiesCheck checkCopies(Workspace& workspace, qint64 batch, const QStringList& scans, bool everyPage, const ScanReader& reader = ScanReader(), const WorkControl& control = {});

/// The same with pages that were read already (readSheets()), for windows.
CopiesCheck checkCopies(Workspace& workspace, qint64 batch, const QList<ScannedSheet>& sheets, bool everyPage);

} // namespace jz
