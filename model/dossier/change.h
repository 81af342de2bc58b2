// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/dossier/dossier.h"

#include <QJsonArray>

namespace jz {

/// One place in a dossier that can be edited. Values, rows and attachments are named, never counted: an
/// address stays right when rows above it come and go.
struct Address
{
    enum class Part {
        Value,      ///< a field of Dossier::values; `row` is the id of a table row
        Attachment, ///< a file of Dossier::attachments; `row` is its name
        Reason,     ///< Dossier::reasons
    };
    Part part = Part::Value;
    QString field;
    QString row;    ///< empty: the field itself
    QString column; ///< column of the row, or property of the attachment; empty: the row itself

    bool operator==(const Address&) const = default;
    bool isRow() const { return !row.isEmpty() && column.isEmpty(); }
};

/// One value that became another. `was` and `now` are null where there is nothing.
///
/// The field itself: its whole value. A cell: its value. A row: {"at": 0-based place, "cells": object} of the
/// row that came or went, or {"at"} on both sides of a row that moved. Cells of an attachment are those of
/// attachmentJson().
struct Change
{
    Address address;
    QJsonValue was;
    QJsonValue now;

    bool operator==(const Change&) const = default;
};

using Changes = QList<Change>;

/// The rows of a table, or the files of a field as attachmentJson() spells them: objects with `id` (for files the
/// name). Empty for fields without rows.
QJsonArray rowsOf(const Dossier& dossier, Address::Part part, const QString& field);

/// Brings one change into the dossier. False when it does not fit (no such row, one of that id already): then
/// nothing was changed. A change made for this state of the dossier always fits.
bool applyChange(Dossier& dossier, const Change& change);

/// What takes `changes` back, in the order in which to apply it.
Changes inverse(const Changes& changes);

/// What turns `from` into `to`: values cell by cell, rows that came, went or moved, attachments, reasons; in the
/// order in which to apply it. Ids, call and revision are not compared.
Changes changesBetween(const Dossier& from, const Dossier& to);

} // namespace jz
