// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/error.h"
#include "model/dossier/dossier.h"

namespace jz {

/// dossier.json, the data as embedded in a dossier's PDF: UTF-8, keys sorted, no blanks, no dates.
///
///     {"attachments": [{"caption", "field", "kind", "name", "sha256", "size", ("originalInside"), ("pages"),
///                       ("turn")}, …],
///      "call": {"formHash", "id", "version"}, "format": 1, "id", "parent", "revision",
///      "reasons": {field: text}, "values": {…}}
///
/// Hashes are lower-case hexadecimal, `parent` is "" for the first revision, `reasons` is there when not
/// empty. Attachments come by field id, then in their order, as attachmentJson() has them.
QByteArray dossierJson(const Dossier& dossier);

/// SHA-256 of these bytes as embedded (校验码): 32 raw bytes. Nobody serialises anew to check it.
QByteArray dossierFingerprint(const QByteArray& json);

/// Reads what dossierJson() wrote; the shapes of single values are the call pack's to judge (readValues).
/// `subject` is named in errors. Throws Error Malformed (broken JSON, invalid UTF-8, a part missing or of the
/// wrong type, naming it) and Unsupported (a newer format).
Dossier parseDossierJson(const QByteArray& bytes, const QString& subject);

/// One attachment as dossier.json and the journal have it: {"caption", "kind", "name", "sha256", "size"}, and
/// `pages`, `turn` and `originalInside` where they differ from their defaults. `path` is never written.
QJsonObject attachmentJson(const Attachment& attachment);

/// Reads what attachmentJson() wrote; other members are left alone. `place` ("attachments/2/") and `subject` are
/// named in errors. Throws Error Malformed, also for a name that leads out of its folder. Whether the chosen pages
/// make sense is a matter of content: choosePages().
Attachment attachmentFromJson(const QJsonObject& object, const QString& place, const QString& subject);

/// The id of a dossier that was given none: UUID version 5 (RFC 4122) in the namespace
/// 6f1d6a0e-3c6b-4f59-9a54-7d0c1b7e52aa over the canonical JSON of {"call": id, "values": values}. Same values,
/// same id; attachments have no part in it.
QUuid dossierIdFromValues(const Dossier& dossier);

/// Gives every table row of `values` that has no id, or one that a row above has already, an id of its own: the
/// next unused of r1, r2, … Ids that are there stay.
void giveRowIds(QJsonObject& values);

/// Name under which the data lies in a paper, and in the folder that `extract` writes.
QString dossierDataName();

} // namespace jz
