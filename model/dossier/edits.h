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

/// Brings a place to the value (or row, or its absence) that a Change had there as `was` or `now`: a row or file that is gone comes
/// back at its place, one that had not been there goes.
Changes setPlace(const Dossier& dossier, const Address& place, const QJsonValue& wanted);
/// What was before `changes`, brought back as far as today's dossier has the places: as one edit.
Changes bringBack(const Dossier& dossier, const Changes& changes);

} // namespace jz
