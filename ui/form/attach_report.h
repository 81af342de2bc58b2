// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/finding.h"
#include "model/procedure/prepared_files.h"
#include "ui/desk/message_bar.h"

#include <optional>

namespace jz::ui {

/// What is to be said when files were attached (findings as OpenDossier::keep() has them): which were refused and why, which have
/// another name now. Nothing where all went as it should.
std::optional<BarMessage> attachReport(const QString& field, const QList<PreparedFile>& files, const Findings& findings);
/// The same when none of them could be.
BarMessage attachFailure(const QString& field, const QList<PreparedFile>& files, const Error& error);

} // namespace jz::ui
