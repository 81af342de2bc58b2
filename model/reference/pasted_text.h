// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace jz {

/// Text from elsewhere (Word, a browser, a scan) as it can be kept.
struct PastedText
{
    QString text;
    int dropped = 0; ///< characters that must not be in a text (see firstForbiddenCharacter()) and were left out
};

/// Brings line ends of every kind (CRLF, Word's vertical tab and form feed, U+0085, U+2028, U+2029) to `\n`, tabs and non-breaking
/// or typographic blanks to plain blanks (the ideographic blank stays), drops soft hyphens and byte order marks silently and
/// forbidden characters with count, and blanks at line ends.
PastedText pastedText(const QString& raw);

/// The same on one line: line ends become one blank, at the edges nothing.
PastedText pastedLine(const QString& raw);

} // namespace jz
