// SPDX-License-Identifier: Apache-2.0
#pragma once

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

/// Begins the next parcel of a batch; `fate`: what became of it by now. Throws Error Usage when it is empty, a number of copies is not 1 to 99, or a dossier is
/// not recommended, and as followParcel(); nothing is kept then.
Parcel packParcel(Workspace& workspace, const BatchView& view, const QList<PackedCopies>& content, const Parcel& fate = {});

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

} // namespace jz
