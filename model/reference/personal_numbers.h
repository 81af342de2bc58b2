// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace jz {

/// What must not be kept of a person: numbers of identity papers and of bank accounts.

/// A citizen's number (公民身份号码, GB 11643-1999): 18 characters with a day of birth and the check character (ISO 7064, MOD 11-2).
/// Full width, blanks and hyphens are looked through.
bool isCitizenNumber(const QString& text);

/// A number of a bank card (ISO/IEC 7812): 16 to 19 digits with the check digit of Luhn, in groups or not.
bool isBankNumber(const QString& text);

/// Whether such a number stands anywhere in a text. A credit code (GB 32100) is none. A number of 16 to 19 digits that a spreadsheet
/// rounded (zeros from the 16th digit on) is taken for one, since its check digit is lost.
bool holdsPersonalNumber(const QString& text);

/// Whether the head of a column says that such numbers, or others of identity papers and accounts, stand in it.
bool namesPersonalNumber(const QString& heading);

} // namespace jz
