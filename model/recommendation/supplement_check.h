// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/finding.h"
#include "model/recommendation/supplement.h"

namespace jz {

/// What the call says on things that a body may say more about, for forms and checks.
struct CallMaterial
{
    QString id;
    LocalizedText label;
    int copies = 0; ///< 0: the call does not say
};
/// The materials that applicants hand in, in the order of the call.
QList<CallMaterial> applicantMaterials(const CallPack& pack);

/// The call's deadline that one of a body's own must not pass: that of the same id, for receiving the last of all. Null when there is none.
const CallFacts::Deadline* boundOf(const SupplementDeadline& deadline, const CallPack& pack);

/// Everything that stands against a notice or is worth a look, against the call as it is. `Finding::field` is the member of the data, `row` its
/// place in a list. Errors: `supplement.late` (later than the call's deadline), `.deadline`, `.copies`, `.paper`, `.mailbox`, `.file-name`,
/// `.characters`, `.length`, `.body` (no body of this call's), `.empty`, `.repeal` (repeals and says something too); warnings: `.past`, `.order`,
/// `.unlisted`, `.file-name-plain`; a hint: `.holiday`.
Findings supplementFindings(const Supplement& supplement, const CallPack& pack);

/// The names in braces that a file name may have: `revision`, and the fields of the form that hold a text or a choice.
QStringList fileNamePlaceholders(const CallPack& pack);

} // namespace jz
