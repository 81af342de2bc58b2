// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/finding.h"
#include "model/signature/problem_code.h"

namespace jz {

/// All codes that can be said of scanned signed pages. Texts may change, codes do not. In brackets: the severity.
namespace ink {

inline constexpr QLatin1StringView pageMissing{"page-missing"};         ///< a page that has to be there was not scanned [error]
inline constexpr QLatin1StringView pageOutdated{"page-outdated"};       ///< of another revision, its content has changed since [warning]
inline constexpr QLatin1StringView pageForeign{"page-foreign"};         ///< of another dossier [warning]
inline constexpr QLatin1StringView pageDouble{"page-double"};           ///< scanned more than once; the first is used [warning]
inline constexpr QLatin1StringView pageUnreadable{"page-unreadable"};   ///< its picture could not be read [warning]
inline constexpr QLatin1StringView codeMissing{"code-missing"};         ///< no code could be read and nobody said which page it is [warning]
inline constexpr QLatin1StringView codeContradicts{"code-contradicts"}; ///< somebody said it is a page that its code says it is not [warning]
inline constexpr QLatin1StringView pageNotNeeded{"page-not-needed"};    ///< a page of an attachment, left out [hint]
inline constexpr QLatin1StringView assignedByName{"page-assigned-by-name"}; ///< no code was read: a person said which page it is [warning]
inline constexpr QLatin1StringView earlierRevision{"earlier-revision"}; ///< printed from another revision, its own content is the same [hint]
inline constexpr QLatin1StringView notCompared{"page-not-compared"};    ///< the printed page was not recognised around its code [warning]
inline constexpr QLatin1StringView noInk{"no-ink"};                     ///< nothing written where the signature belongs [warning]
inline constexpr QLatin1StringView noRed{"no-red"};                     ///< no red where the seal belongs [warning]
inline constexpr QLatin1StringView noColour{"no-colour"};               ///< scanned in grey: a red seal cannot be told [hint]
inline constexpr QLatin1StringView notClosed{"ink-not-closed"};         ///< no delivery mark holds: anybody may have put the scans in [warning]
inline constexpr QLatin1StringView otherPaper{"ink-of-other-paper"};    ///< the report inside speaks of other data than the paper carries [warning]

} // namespace ink

/// Something that was noticed about a scanned page.
struct InkProblem
{
    QString code;
    int page = 0;     ///< 1-based page of the printed paper; 0: none of it
    QString where;    ///< file and page of the scan, for the person who scanned; never leaves with the paper
    QString detail;   ///< fills %2 of the words: a revision, an id
    LocalizedText reason = {}; ///< fills %3: why a picture could not be read

    bool operator==(const InkProblem&) const = default;
};

using InkProblems = QList<InkProblem>;

Severity severityOf(const InkProblem& problem);
bool hasError(const InkProblems& problems);
/// Its words. `object` stays empty.
Problem worded(const InkProblem& problem);

} // namespace jz
