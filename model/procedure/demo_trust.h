// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/demo.h"
#include "model/signature/identity.h"

namespace jz {

/// Makes a self-issued identity `TITLE.p12` in `folder`, its passphrase in `TITLE-口令.txt` beside it.
Identity makeDemoIdentity(const QString& folder, const QString& title, const QString& name);

/// The part of the demonstration about trust: the office's participants' list, a dossier countersigned by its recommending body, and the
/// report of a desk that took the list in, where the applicant is attested by that body. `signedPaper` is signed by the
/// applicant. Throws Error Malformed when a report does not say so.
void demonstrateTrust(const QString& folder, const QString& signedPaper, const std::function<void(const DemoStep&)>& told);

} // namespace jz
