// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/finalise/scan_sheets.h"

#include <QPixmap>

namespace jz::ui {

/// Side of the square that a scanned page is shown in, in steps of Theme::space().
inline constexpr double scanThumbnailSteps = 34;

/// The small page with a mark in its corner that says whether it is recognised. `ratio`: pixels of the screen for each of the layout.
QPixmap scanThumbnail(const ScanSheets::Sheet& sheet, const ScanSheets::Standing& standing, qreal ratio);

} // namespace jz::ui
