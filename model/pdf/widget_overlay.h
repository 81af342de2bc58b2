// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/error.h"

#include <QByteArray>
#include <QHash>

namespace jz {

/// What the form fields and signatures of a PDF show, on pages of their own. QtPdf leaves it out when it draws a page; drawn over
/// that page with the same size and rotation, the overlay makes it whole.
struct WidgetOverlay
{
    QByteArray pdf;        ///< empty when no field shows anything
    QHash<int, int> pages; ///< page of the file -> page of the overlay, both 0-based
};

/// Takes the appearances of all widgets that are seen on screen (ISO 32000-1, 12.5.3: neither hidden nor NoView), in the state they
/// are in. Boxes and rotation of the pages are kept. Throws Error as openPdf(). Reads no page content.
WidgetOverlay widgetOverlay(const QString& path);

} // namespace jz
