// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/text_shaper.h"
#include "model/recommendation/supplement.h"

#include <QUuid>

namespace jz {

/// What a printed notice is made from.
struct SupplementPaperContent
{
    const CallPack& pack;       ///< words: `paper.supplement`, where it has any
    const Supplement& supplement;
    QUuid id;                   ///< of the paper
    QByteArray dataFingerprint; ///< SHA-256 of supplement.json
};

/// Lays it out as an official notice: title, number, whom it is for, numbered parts in 三号 type, who says so and when with room for a seal, footers
/// with codes of its own. A pure function of content and fonts.
Paper layoutSupplement(const SupplementPaperContent& content, TextShaper& shaper);

} // namespace jz
