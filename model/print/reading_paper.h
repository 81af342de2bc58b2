// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/dossier/change.h"
#include "model/print/dossier_paper.h"

#include <QDate>

namespace jz {

/// What a print for reading (审阅件) is made from.
struct ReadingContent
{
    DossierPaperContent dossier;  ///< attachments are listed, not printed
    Changes changes;              ///< since the last such print
    QDate since;                  ///< when that was; invalid when there was none
};

/// Lays a dossier out for somebody who reads it with a pen in his hand: the form in larger type with a wide margin at the right, a bar at
/// the left of what changed, without the places to sign: the paper that is signed is another. Words: `paper.reading` of the pack. A pure
/// function of content and fonts.
Paper layoutReading(const ReadingContent& content, TextShaper& shaper);

} // namespace jz
