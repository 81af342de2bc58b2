// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/localized_text.h"

#include <QString>

#include <functional>

namespace jz {

/// One step of the demonstration that is done: what, and the paper it left (empty for none).
struct DemoStep
{
    LocalizedText done;
    QString paper;
};

/// Runs the procedure on the sample call as far as it is built and leaves every paper in `folder` (made when
/// it is not there; papers of an earlier run are replaced): both samples as values files with attachments, a
/// draft, the final dossiers, an identity with a passphrase of its own, a dossier signed by the applicant, its
/// verification report and what is unpacked from it; a participants' list, the dossier countersigned and its report at a desk that
/// took the list in; sample scans of signed pages, the dossier they were taken into and
/// its verification report; the next revision and the statement of what was corrected. Keys are kept in the folder, never in the keyring. `told` hears of each step as it is done.
///
/// Everything is read back and compared: throws Error Malformed when a paper does not say what was put in.
void runDemo(const QString& folder, const std::function<void(const DemoStep&)>& told);

} // namespace jz
