// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/error.h"

#include <QHash>
#include <QList>
#include <QRectF>
#include <QUrl>

namespace jz {

/// A place on a page that leads somewhere: to another page of the file, or to a web or mail address. What other actions a link may
/// have (scripts, programs, other files) is left out.
struct PageLink
{
    QRectF place;   ///< on the page as shown, in points from its upper left corner
    int page = -1;  ///< where it leads, 0-based; -1 for an address
    QUrl address;   ///< http, https or mailto
};

/// An entry of a file's table of contents.
struct Bookmark
{
    QString title;
    int page = -1;  ///< where it leads, 0-based; -1 for nowhere in this file
    int level = 0;  ///< depth, 0 for the outermost
};

/// What leads from one place of a file to another.
struct Navigation
{
    QList<Bookmark> bookmarks;           ///< in reading order, at most 10,000
    QHash<int, QList<PageLink>> links;   ///< by page, 0-based
};

/// Throws Error as openPdf().
Navigation readNavigation(const QString& path);

} // namespace jz
