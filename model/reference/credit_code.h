// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QChar>
#include <QString>

namespace jz {

/// Unified social credit code (统一社会信用代码), GB 32100-2015: registering department (1), class (1), division of
/// the registering authority (6), subject identification code (9, GB 11714), check character (1).
/// All functions take the code as normalisedCode() leaves it.
namespace credit_code {

/// 18 characters out of 0-9 A-Z without I O S V Z, the division all digits.
bool hasShape(const QString& code);

/// The check character that the first 17 demand (GB 32100-2015, 5.5); null when one of them is not allowed.
QChar checkCharacter(const QString& code);

/// Whether the last character is the check character. False for codes without the right shape.
bool checks(const QString& code);

/// Whether characters 9 to 17 keep GB 11714-1997: eight characters and their check character (modulus 11).
bool innerChecks(const QString& code);

/// Registering department and class, e.g. `12` for a public institution (事业单位).
QString classOf(const QString& code);

/// Division code of the registering authority.
QString authorityOf(const QString& code);

} // namespace credit_code
} // namespace jz
