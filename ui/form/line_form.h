// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"

namespace jz::ui {

/// What a field of one line does with its text while it is typed, by its type. What it becomes when the field is left is
/// storedText()'s to say (value_reader.h).
///
/// While typing: full-width letters and digits of codes and numbers become half width, letters of a code capitals; nothing is
/// removed, so that the cursor stays where it is.
QString whileTyping(const QString& text, FieldType type);

/// What keyboards and input methods should offer.
Qt::InputMethodHints inputHints(FieldType type);

/// A code or number in the groups in which people read it, with its length, to stand beside the field: `12 420100 737512895 B ·
/// 18/18 位`. Empty for other fields and for an empty text.
QString readingGroups(const QString& text, FieldType type);

/// Whether a code or number is longer than it may be.
bool isTooLong(const QString& text, FieldType type);

} // namespace jz::ui
