// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/exchange/ink_problem.h"
#include "model/exchange/scan_reader.h"
#include "model/recommendation/batch.h"
#include "model/workspace/workspace.h"

namespace jz {

/// Copies of one dossier in a parcel.
struct PackedCopies
{
    QUuid dossier;
    int copies = 0;

    bool operator==(const PackedCopies&) const = default;
};

/// What a parcel holds, in ranking order; dossiers that are no longer in the batch come last.
QList<PackedCopies> packedIn(const Parcel& parcel, const BatchView& view);

/// Begins the next parcel of a batch. Throws Error Usage when it is empty, a number of copies is not 1 to 99, or a dossier is not recommended.
Parcel packParcel(Workspace& workspace, const BatchView& view, const QList<PackedCopies>& content);

/// Keeps what became of a parcel: courier, waybill, posted, arrived. Throws Error Usage for one that arrived without having been posted, or before.
void followParcel(Workspace& workspace, const Parcel& parcel);

/// What stands with the paper copies: `parcel.not-packed` (a recommended dossier in no parcel, a warning naming it), `parcel.not-recommended` (one that is not
/// recommended any more, an error), `parcel.late` (arrived after the call's deadline for paper, an error; it is the arrival that counts, with the clause),
/// `parcel.on-the-way` (posted and not arrived, a hint; once the deadline has passed at `now` an error).
Findings parcelFindings(const QList<Parcel>& parcels, const BatchView& view, const CallPack& pack, const QDateTime& now);

/// The papers of a parcel (DOCX): a mailing label to the call's address, and the packing list with the copies of each dossier and room to tick. Throws Error
/// NotWritable.
void writeParcelPapers(const Parcel& parcel, const BatchView& view, const CallPack& pack, const QString& out);

/// The cover letter (DOCX) that goes with a batch, to be finished in the office system: addressee, what is recommended in which order by which decision, what is
/// enclosed, whom to ask. `day` invalid: today. Throws Error NotWritable, Usage when nobody is recommended.
void writeCoverLetter(const BatchView& view, const CallPack& pack, QDate day, const QString& out);

/// Which printed dossier of a heap was scanned.
struct ScannedCopy
{
    QUuid dossier;
    QString title;
    bool recommended = false;
    QList<int> pages;     ///< whose content is that of the paper in force, 1-based
    InkProblems problems; ///< pages of another content (page-outdated), missing and double ones
};

struct CopiesCheck
{
    QList<ScannedCopy> dossiers; ///< those recommended and others that were scanned, in ranking order
    InkProblems problems;        ///< scans of no dossier of the batch, without code, unreadable
};

/// Whether printed dossiers are those in the batch, by the codes on their scanned pages. `everyPage`: each page of a form has to be there, and may be of an earlier
/// revision when its content is the same; else one page of the revision in force will do. Throws Cancelled; Error as readSheets().
CopiesCheck checkCopies(Workspace& workspace, qint64 batch, const QStringList& scans, bool everyPage, const ScanReader& reader = ScanReader(), const WorkControl& control = {});

} // namespace jz
