// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace jz {

/// Full-width Latin letters, digits, signs and the ideographic blank become their ASCII forms; everything else
/// stays (Chinese punctuation included).
QString toHalfWidth(const QString& text);

/// How codes are stored: half width, capitals, no blanks inside or around.
QString normalisedCode(const QString& text);

/// How mobile numbers are stored: half width, without blanks and hyphens, without +86 or 0086 in front.
QString normalisedMobile(const QString& text);

/// A month as it is stored, "yyyy-MM", out of the ways people write one (2030-6, 2030.06, 2030/6/1, 2030年6月, 203006, full width
/// or not); what is no month comes back trimmed. A day is dropped only when it is the first, which is how spreadsheets keep months.
QString normalisedMonth(const QString& text);

/// What two names are compared by: compatibility forms folded (NFKC), no blanks (U+3000 included), no dots
/// between the parts of a name (· • ・ ‧ .), no case. Never shown.
QString comparisonKey(const QString& name);

/// Whether a text holds control characters or other code points that must not be in one: C0 and C1 except tab
/// and newline, lone surrogates, noncharacters, bidirectional overrides. The position of the first, or -1.
qsizetype firstForbiddenCharacter(const QString& text);

} // namespace jz
