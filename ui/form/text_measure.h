// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/finding.h"

#include <QString>

#include <optional>

namespace jz::ui {

/// `字数 166/300 · 字符 171`; without a limit, empty.
QString textMeasure(const QString& text, int limit);
/// Error when 字数 is over the limit, warning when only the characters are (some systems count those); none without a limit.
std::optional<Severity> textMeasureSeverity(const QString& text, int limit);

} // namespace jz::ui
