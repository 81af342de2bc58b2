// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"
#include "model/recommendation/return_slip.h"

namespace jz {

/// Begins a slip on a dossier as it was received: `fingerprint` is the SHA-256 of its dossier.json as embedded.
ReturnSlip slipOn(const Dossier& dossier, const QByteArray& fingerprint, const CallPack& pack);

/// Brings the content of a notes file into a slip that was begun with slipOn(). Members, all but `notes` optional (what
/// is not there stays as it was begun):
///
///     {"from", "contact", "letter", "due": ISO date,
///      "notes": [{"field", "row": 0-based as in `check --json`, or its id or file name, "column", "words", "quote", "proposed"}]}
///
/// `field` is left out for a note on the whole. A proposed value has the shape of a values file; the pack has to accept it.
/// `subject` names the file in errors. Throws Error Malformed naming the note and what is wrong with it: a member that is unknown or of
/// the wrong type, a field, row or column that is not there, a proposal that does not fit or for a place that takes none.
void readSlipNotes(ReturnSlip& slip, const QJsonObject& file, const Dossier& dossier, const CallPack& pack, const QString& subject);

/// What a slip has to have before it leaves: from whom; when it returns a dossier, notes or a letter; a date that is not before
/// it was issued. Throws Error Usage naming what is missing.
void requireComplete(const ReturnSlip& slip);

} // namespace jz
