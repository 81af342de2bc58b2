// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/dossier/pasted_rows.h"

#include <optional>

QT_BEGIN_NAMESPACE
class QMimeData;
QT_END_NAMESPACE

namespace jz::ui {

/// The cells that another program put on the clipboard: the tables of the HTML when it has any (Excel, WPS and Word write their
/// cells so), else text that is parted by tabs, with cells in quotes where they hold line ends, else its lines. A cell merged over
/// several rows stands in each of them, one merged over columns in the first. None when there is no text. Never empty; every row
/// has a cell.
std::optional<TextBlock> tableOn(const QMimeData& clipboard);
/// Whether the clipboard has cells, not only lines of text.
bool hasCells(const QMimeData& clipboard);

/// Cells as other programs take them: text parted by tabs, and an HTML table. The caller owns it.
QMimeData* clipboardOf(const TextBlock& block);

} // namespace jz::ui
