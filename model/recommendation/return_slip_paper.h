// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"
#include "model/print/text_shaper.h"
#include "model/recommendation/return_slip.h"

namespace jz {

/// What a printed return slip is made from.
struct SlipPaperContent
{
    const CallPack& pack;       ///< words: `paper.returnSlip`, where it has any
    const ReturnSlip& slip;
    const Dossier& dossier;     ///< the revision it is about, whose rows are counted
    QUuid id;                   ///< of the paper
    QByteArray dataFingerprint; ///< SHA-256 of return-slip.json
};

/// Lays the slip out: title, which revision it is about, the letter, a table of the notes with the words they mean and what is proposed,
/// from whom and when, footers with codes of its own. A pure function of content and fonts.
Paper layoutReturnSlip(const SlipPaperContent& content, TextShaper& shaper);

} // namespace jz
