// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace jz {

/// A mobile number of the mainland, as normalisedMobile() leaves it: 11 digits, 13… to 19….
bool isMobile(const QString& number);

/// A number to reach a unit by: area code and number with or without extension (027-87540000-812), 400 and 800
/// numbers, or a mobile number. Lenient: blanks, brackets and dashes of any kind are taken as separators.
bool isPhone(const QString& number);

/// An e-mail address in the everyday form name@domain: one @, no blanks, a dot in the domain, labels as in
/// RFC 1035 (international domains in their own script included).
bool isEmail(const QString& address);

/// A web address with http or https, a host and no blanks.
bool isWebAddress(const QString& address);

} // namespace jz
