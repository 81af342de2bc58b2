// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/finding.h"

#include <QJsonArray>
#include <QJsonObject>

namespace jz {

/// `check --json`: {"subject", "findings": [{"rule", "severity": "error"|"warning"|"hint", "field", "row": 0-based
/// or null, "column": id or null, "message", "clause", "reason": why it is right as it is, where that was given}],
/// "errors", "warnings", "hints"}.
QJsonObject checkReportJson(const QString& subject, const Findings& findings, Language language);
/// The findings of it alone.
QJsonArray findingsJson(const Findings& findings, Language language);

} // namespace jz
