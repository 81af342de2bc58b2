// SPDX-License-Identifier: Apache-2.0
// What a person does to a dossier, as the changes it makes. Every function returns no changes when all is so
// already or when the row or file it names is not there. Nothing is applied: DossierEditor does that.
#pragma once

#include "model/dossier/change.h"

namespace jz {

/// Fills in a field; null, an empty text and an empty list clear it.
Changes setValue(const Dossier& dossier, const QString& field, const QJsonValue& value);
/// Fills in one cell of the row with that id.
Changes setCell(const Dossier& dossier, const QString& field, const QString& row, const QString& column,
                const QJsonValue& value);
/// Writes down why a format error of that field is right as it is; an empty text takes the reason back.
Changes setReason(const Dossier& dossier, const QString& field, const QString& reason);

/// An id that no row of the field has: the next unused of r1, r2, …
QString freeRowId(const Dossier& dossier, const QString& field);
/// Adds a row before the 0-based place `at` (at the end when there is no such place). `cells` has its `id`.
Changes insertRow(const Dossier& dossier, const QString& field, int at, const QJsonObject& cells);
Changes removeRow(const Dossier& dossier, const QString& field, const QString& row);
/// Moves a row to the 0-based place it is to have afterwards.
Changes moveRow(const Dossier& dossier, const QString& field, const QString& row, int to);

/// The name a new file gets: `wanted`, or "wanted (2)" where the dossier has a file of that name.
QString freeAttachmentName(const Dossier& dossier, const QString& wanted);
/// Adds a file at the end; its name must be free.
Changes addAttachment(const Dossier& dossier, const QString& field, const Attachment& attachment);
Changes removeAttachment(const Dossier& dossier, const QString& field, const QString& name);
Changes moveAttachment(const Dossier& dossier, const QString& field, const QString& name, int to);
/// Sets one property of a file as attachmentJson() spells it (`kind`, `caption`, …).
Changes setAttachmentProperty(const Dossier& dossier, const QString& field, const QString& name,
                              const QString& property, const QJsonValue& value);

} // namespace jz
