// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/finding.h"
#include "model/call/call_pack.h"
#include "model/dossier/dossier.h"
#include "model/procedure/paper_verification.h"

namespace jz {

/// What the signatures and pages of a dossier PDF mean for this call, apart from whether each signature is intact: who
/// had to sign and did not (a stripped countersignature is intact by itself), whether a body's signature covers the
/// applicant's, whether certificates bear the names of the units that the data name, what is claimed only. Where the
/// call accepts ink a missing certificate is no fault.
///
/// With a trust list (of the workspace, or named): whose certificate is not confirmed, attested by whom, and that it was when the same
/// bytes were verified before. In a workspace: that a delivery mark is whole and since when its sender is known, and that an
/// earlier file of the dossier came from another one.
///
/// Rule ids: `paper.changed` (altered after signing, or a signature that does not hold), `paper.text` (pages and data
/// differ), `signature.applicant-missing`, `signature.recommender-missing`, `signature.order`, `signature.holder`,
/// `signature.claimed` (name or time that is only claimed), `signature.trust`, `delivery.mark`, `delivery.sender`.
Findings signatureFindings(const Dossier& dossier, const CallPack& pack, const PaperReport& report);

} // namespace jz
