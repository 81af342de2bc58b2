// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/desk/message_bar.h"
#include "ui/shell/intake.h"

namespace jz::ui {

/// What is to be said about files that were opened: one message for what was refused (each file with its remedy), one for
/// what was here already or differs, one for what was found in reading. `onDesk`: a dossier is on the desk, where attachments can
/// be dropped. `merge` leads to merging a file into the dossier of the workspace from which it differs.
QList<BarMessage> reportOf(const IntakeResult& result, bool onDesk, const std::function<void(const IntakeResult::Opened&)>& merge);

} // namespace jz::ui
