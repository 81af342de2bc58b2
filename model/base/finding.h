// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/localized_text.h"

#include <QList>
#include <QString>

#include <algorithm>
#include <optional>

namespace jz {

/// How much a finding weighs. An error stops finalising (never saving), a warning asks for a look,
/// a hint is for information.
enum class Severity { Error, Warning, Hint };

/// Something is wrong with, or worth saying about, the content of a dossier (检查结果). A value, never an
/// exception and never a question.
struct Finding
{
    QString rule;              ///< stable id of the rule, e.g. `uscc.check-digit`
    Severity severity = Severity::Error;
    QString field;             ///< field id; empty when the finding is about the whole
    std::optional<int> row;    ///< 0-based row of a table, an attachment list or a list of links
    QString column;            ///< column id of that row; empty when it is about the whole row
    LocalizedText message;     ///< what is wrong and what to do
    QString clause;            ///< the place in the notice it rests on; empty for none
    bool waivable = false;     ///< a format error that may be finalised with a written reason
    QString reason;            ///< that reason, when one was given (the severity is then Warning)

    bool operator==(const Finding&) const = default;
};

using Findings = QList<Finding>;

inline bool hasError(const Findings& findings)
{
    return std::any_of(findings.begin(), findings.end(), [](const Finding& each) { return each.severity == Severity::Error; });
}

} // namespace jz
