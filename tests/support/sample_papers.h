// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/test_files.h"

namespace jz::test {

/// The sample, printed and signed by a certificate with a red seal in its appearance; made once for the whole program.
const QString& signedSample();

/// A PDF of two pages whose first has a link to the second, "Page 1" and "Page 2" on them, and a bookmark for each.
QByteArray linkedPdf();

/// How many pixels of a picture have the red of a seal in them, be it thin.
int redPixels(const QImage& picture);

} // namespace jz::test
