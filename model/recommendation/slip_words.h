// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"
#include "model/recommendation/return_slip.h"

namespace jz {

/// Where a note of a slip points, in the words of the form; 整份申报书 for the whole.
QString slipPlace(const SlipNote& note, const Dossier& dossier, const CallPack& pack);
/// The value it proposes, as people read it; empty for none.
QString slipProposal(const SlipNote& note, const CallPack& pack);
/// 修改意见 or 预审通过通知: what the paper is called.
QString slipTitle(const ReturnSlip& slip, const CallPack& pack);
/// The paragraph that the paper begins with: who says what about which revision, and by when.
QString slipIntro(const ReturnSlip& slip, const CallPack& pack);
/// What a passed dossier's applicant is told to do; empty for a returned one.
QString slipNextStep(const ReturnSlip& slip, const CallPack& pack);

/// The whole slip as plain text, for mail or messenger. `dossier` is the revision it is about; rows are counted in it.
QString slipText(const ReturnSlip& slip, const Dossier& dossier, const CallPack& pack);

} // namespace jz
