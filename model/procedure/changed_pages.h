// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/signature/verification_report.h"

#include <QMap>

namespace jz {

/// The pages of a file (0-based) on which something was changed after a signature that must not be, with what it was. What belongs to no
/// page, or is on none any more, is not among them. Reads the file; empty when it cannot be read.
QMap<int, QList<LocalizedText>> changedPages(const VerificationReport& report, const QString& path);

} // namespace jz
