// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace jz {

/// Whether a PDF has anything in it that acts by itself or on a click: scripts, and actions that start a program, send a form or load one,
/// play media (ISO 32000-1, 12.6.4). No paper of ours has. Objects that nothing leads to count too: another update could. Links to pages and
/// addresses do not. Reads every object: for hostile files within a process of its own. Throws Error as pdfInfo().
bool hasActiveContent(const QString& path);

} // namespace jz
