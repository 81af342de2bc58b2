// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/batch_desk.h"

#include "model/workspace/review_records.h"

namespace jz::cli {

/// What the commands of the office's desk have in common.

/// `--round NAME`, of every command that works on one review.
Option roundOption();
/// The review named by --round, else the one begun last. Throws Error NotFound.
ReviewRound roundOf(const Call& call, Workspace& workspace);
/// The one dossier of the review whose id begins so. One that came twice is the one that came first. Throws Error Usage when there is none, or several.
Submission submissionOf(Workspace& workspace, const ReviewRound& round, const QString& begin);
/// The one expert of the register with that number (key) or name. Throws Error Usage when there is none, or several of that name.
Expert expertOf(Workspace& workspace, const QString& numberOrName);

} // namespace jz::cli
