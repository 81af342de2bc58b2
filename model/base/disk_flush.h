// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace jz {

/// Waits until what was written to the file is on the disk and survives a power cut; for a folder, its list of
/// names. A file that is not there is an Error NotFound; a device that refuses is an Error Unreadable.
void flushToDisk(const QString& path);

} // namespace jz
