// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QList>
#include <QStringList>

namespace jz {

/// On which pages of a file, as it is now, objects stand: the page itself, its content, resources, annotations (0-based, in order).
/// `objects` as `12 0`; what stands on no page is left out. Throws Error as openPdf().
QHash<QString, QList<int>> pagesOfObjects(const QString& path, const QStringList& objects);

} // namespace jz
