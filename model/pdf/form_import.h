// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/pdf/incremental_update.h"

namespace jz {

/// Adds the only page of `pdf` (a file of ours: drawn by the print room, fonts embedded) to the update as a form
/// XObject, with everything it refers to, and returns the form. Its /BBox is the page's media box.
/// Throws Error Malformed when `pdf` is no PDF of exactly one page.
ObjectId importPageAsForm(IncrementalUpdate& update, const QByteArray& pdf);

/// An empty form XObject of that size in points: an appearance that shows nothing.
ObjectId emptyForm(IncrementalUpdate& update, QSizeF size);

} // namespace jz
