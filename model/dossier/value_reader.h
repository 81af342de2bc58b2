// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/finding.h"
#include "model/call/call_pack.h"

#include <optional>

namespace jz {

/// Values in the shapes of dossier.h, and what was wrong with those that came in.
struct ReadValues
{
    QJsonObject values;
    Findings findings;
};

/// Takes values from outside (values file, dossier.json of a received paper) into the shapes the pack
/// demands and brings them into the form they are stored in: single-line texts trimmed; codes and mobile
/// numbers half width, in capitals, without blanks; months as normalisedMonth() has them;
/// long texts with newlines only; a pasted full name cut
/// down to its middle part; rows that are all empty dropped; every row with an id.
///
/// What does not fit is left out and told, with field, row, column and what to write instead; the rest is
/// still read. Findings (all errors unless said otherwise): `file.unknown-field`, `file.wrong-type`,
/// `file.unknown-option`, `file.unknown-column`; a warning: `file.field-without-value`.
ReadValues readValues(const QJsonObject& raw, const CallPack& pack);

/// The form that a text of that field is stored in, see readValues().
QString storedText(const QString& text, const Field& field, const CallPack& pack);

/// What a word says in a yes/no column (是否…): its own labels, and what people write into such columns elsewhere
/// (√ × ☑ 有 无 Y N 1 0 …, the label without 是否, that with 非 or 不 in front). None for anything else.
std::optional<bool> booleanFromWord(const QString& word, const Column& column);

/// The middle part of a composed name: prefix, suffix and chosen label taken off where the whole was pasted.
QString composedMiddle(const QString& text, const Field& field, const CallPack& pack);

/// The composed name as printed: prefix, middle part, suffix with the label of the option chosen in `values`.
QString composedName(const Field& field, const QJsonObject& values, const CallPack& pack);

/// The id of the choice field whose label stands in the suffix of a composed name; empty when none does.
QString fieldInSuffix(const Field& field);

} // namespace jz
