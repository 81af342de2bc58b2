// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/finding.h"

namespace jz {

/// A finding about a whole paper or a whole batch, which no field of a form is to blame for.
inline Finding makeFinding(const char* rule, Severity severity, const LocalizedText& message, const QString& clause = {})
{
    Finding finding;
    finding.rule = QLatin1StringView(rule);
    finding.severity = severity;
    finding.message = message;
    finding.clause = clause;
    return finding;
}

} // namespace jz
