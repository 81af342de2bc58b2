// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/page_map.h"

namespace jz {

/// The page map of a paper of ours. Throws Error NotFound, Unreadable, Malformed (damaged, or its map does not belong to its
/// data), Unsupported (not one of our papers, or printed and saved anew by another program).
PageMap readPageMap(const QString& pdf);

/// The same of a paper that is to be signed in ink. Throws Error Unsupported, too, for a draft and for one that is signed or
/// closed already, and Malformed when it has not the pages it was written with.
PageMap requireFinalPaper(const QString& pdf);

} // namespace jz
