// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/review/score_sheet.h"
#include "model/workspace/workspace.h"

namespace jz {

/// Why a score sheet was refused. Codes are stable: `unreadable` (no score sheet), `altered`, `foreign` (another call or other words of it), `unknown-panel`, `stale` (a
/// bundle that was revoked, an older version), `unassigned`, `other-bytes`, `incomplete`, `scale`.
struct SheetRefusal
{
    QString code;
    LocalizedText words;
};

/// What became of a score sheet that came.
struct SheetArrival
{
    enum class Outcome {
        Accepted, ///< counts from now on
        Known,    ///< the same bytes were accepted before
        Refused,  ///< nothing was taken in
    };
    QString file;
    Outcome outcome = Outcome::Refused;
    QList<SheetRefusal> refusals;
    QList<LocalizedText> notes;    ///< a version that it replaces, scores that count nowhere
    qint64 expert = 0;             ///< 0 while it is not known whose it is
    QString expertName;
    QString panel;
    int version = 0;
    int replaces = 0;              ///< version that counted before; 0: there was none
    QString answer;                ///< `accepted`, `declined`
    QString code;                  ///< check code, as printed on the sheet
    int scored = 0;                ///< dossiers with scores
    QList<ConflictDecision> declared; ///< by ids of the dossiers themselves
};

/// Takes a score sheet in, in whatever order they come: all of one file or nothing. What is wrong with a file is said in the result; Error is thrown for what is
/// wrong here (see ScoreStore, ObjectStore). With `dryRun` nothing is kept.
SheetArrival collectSheet(Workspace& workspace, const ReviewRound& round, const CallPack& pack, const QString& file, qint64 person, bool dryRun = false);

/// The rules of a round that has none written down yet are those of the pack: written down with the first sheet, so that no later version of the program changes them.
void fixRules(Workspace& workspace, const ReviewRound& round, const CallPack& pack);

} // namespace jz
