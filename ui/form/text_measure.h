// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace jz::ui {

/// `字数 166/300 · 字符 171`; without a limit, empty.
QString textMeasure(const QString& text, int limit);
bool isOverTextLimit(const QString& text, int limit);

} // namespace jz::ui
