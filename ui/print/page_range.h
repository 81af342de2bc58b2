// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace jz::ui {

/// The pages that a person typed as `1-3, 5` (also `1－3，5` or `1、3`): 0-based, in the order typed, each once. None when it
/// cannot be read, names nothing, or names a page that is not among `count`.
std::optional<QList<int>> pagesTyped(const QString& typed, int count);

/// Pages (0-based) as a person would type them.
QString typedPages(const QList<int>& pages);

} // namespace jz::ui
