// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/localized_text.h"

#include <QString>

#include <optional>

namespace jz {

/// Where a dossier stands on its way (状态).
enum class DossierState {
    Draft,     ///< 草稿: the only state in which it can be edited
    Review,    ///< 送审稿: handed out unsigned for a first look; this revision no longer changes
    Final,     ///< 定稿: frozen for printing and signing
    Signed,    ///< 已签章: the scan of the signed pages is taken in, or a certificate has signed
    Sent,      ///< 已报送
    Returned,  ///< 退回: the recommending body or the office wants changes
    Withdrawn, ///< 撤回: taken back, or moved to another channel
};

/// What a step in the journal is. All but Edit move the state or take in something from outside; undo stops at
/// the last of them.
enum class StepKind {
    Create,          ///< the dossier begins here
    Edit,            ///< values, rows, files, reasons; also their undo and redo
    SubmitForReview, ///< 送审
    Finalise,        ///< 定稿
    Sign,            ///< 签章
    Send,            ///< 报送
    Return,          ///< 退回
    Withdraw,        ///< 撤回
    Revise,          ///< the draft of the next revision begins
    Receive,         ///< a revision that came from outside was taken in
    Merge,           ///< a colleague's copy was merged
};

/// The state a step leads to; none when it is not possible in `state`, null for "no state yet".
std::optional<DossierState> stateAfter(std::optional<DossierState> state, StepKind step);

/// Stable names for data and command line: `draft`, `review`, …; `create`, `edit`, `submit`, ….
QString stateName(DossierState state);
std::optional<DossierState> stateFromName(const QString& name);
QString stepName(StepKind kind);
std::optional<StepKind> stepFromName(const QString& name);

/// The words for people: 草稿, 定稿, ….
LocalizedText stateWord(DossierState state);
LocalizedText stepWord(StepKind kind);

} // namespace jz
