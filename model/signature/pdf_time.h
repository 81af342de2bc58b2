// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDateTime>

namespace jz {

/// A date of PDF (ISO 32000-1, 7.9.4), `D:20261101120000+08'00'`; parts may be missing from the right, without a
/// time zone it is taken for UTC. Invalid for anything else.
QDateTime pdfTime(const QByteArray& text);

} // namespace jz
