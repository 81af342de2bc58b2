// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/finding.h"

namespace jz::cli {

/// "错误  field[2]  what is wrong（理由：…）  [clause]", in the language of the call.
QString findingLine(const Finding& finding);

bool hasError(const Findings& findings);

} // namespace jz::cli
