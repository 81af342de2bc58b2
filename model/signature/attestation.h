// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/signature/verification_report.h"

namespace jz {

/// Who vouches for a certificate that nobody here lists (由…证明): in a paper of ours the body that countersigned, when its own
/// signature is valid and covers the applicant's. Sets `attestedBy` of the applicant's signature; `trusted` stays as it is:
/// a body says who stands behind one paper, not who is to be trusted in others.
///
/// Nobody attests a signature that does not hold or was followed by forbidden changes, a certificate that is revoked, not yet valid or not for
/// signing, and nobody attests his own. A certificate listed as an expert's vouches for nobody.
void addAttestation(VerificationReport& report);

} // namespace jz
