// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/review/review_data.h"

namespace jz {

/// The results as `office results --json` gives them:
/// {"round", "call", "asOf", "rules", "ruleWords": [], "rubric": {"id", "official", "remark"}, "line", "annulled", "components",
///  "dossiers": [{"dossier", "title", "applicant", "category", "panel", "place": or null, "tied", "decidedBy": criterion or "", "aboveLine", "value", "mean",
///    "trimmed": or null, "deviation": or null, "lowest", "highest", "counted", "tooFew", "missing", "before": {"place", "value", "counted"},
///    "scores": [{"expert", "total", "standing": "counts"|"annulled"|"conflict", "outlier"}]}]}, best first; averages as texts, rounded as printed.
/// With `internal` also {"internal": {"deviation", "huberLimit", "words": [], "experts": [{"expert", "name", "count", "severity", "fullSeverity"}],
///   "dossiers": [{"dossier", "adjusted", "error", "probability", "grey", "component"}]}}. A pure function: the same data give the same bytes.
QJsonObject resultsJson(const ReviewData& data, const RoundResults& results, bool internal);

/// Connected groups of experts, plainly; nothing when there is one group.
QString groupsWarning(const ReviewOutcome& outcome);

} // namespace jz
