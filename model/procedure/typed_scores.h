// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/review/score_sheet.h"
#include "model/workspace/workspace.h"

namespace jz {

/// A paper score sheet as somebody typed it: by dossier (its number in the bundle, or the beginning of its id) and what was typed for it, by criterion or by `opinion`,
/// `visit`, `comment`, `conflict`.
struct TypedEntry
{
    qint64 expert = 0;
    QMap<QString, QMap<QString, QString>> lines;
    QString photo;  ///< file; empty for none
    int pass = 0;   ///< 1, 2; 0: what is next
};

/// Reads {"dossiers": [{"dossier", "points": {criterion: number or text}, "opinion", "visit", "comment", "conflict"}]}. Throws Error Malformed.
QMap<QString, QMap<QString, QString>> typedLines(const QJsonObject& json, const QString& subject);
/// Lays "1.people=12.5" over them. Throws Error Usage.
void addTypedLine(QMap<QString, QMap<QString, QString>>& lines, const QString& setting);

/// Where the two typings differ.
struct TypedDifference
{
    QUuid dossier;
    QString title;
    QString criterion; ///< id, or `opinion`, `visit`, `conflict`
    QString label;     ///< its title
    QString first;
    QString second;
};

/// What became of a typing.
struct TypedOutcome
{
    enum class State {
        Kept,     ///< the first time: waits for the second
        Differs,  ///< nothing counts yet: one of the two is to be typed again
        Accepted, ///< both agree: the scores count
    };
    State state = State::Kept;
    int pass = 1;
    QList<TypedDifference> differences;
    int version = 0;         ///< of the accepted sheet
    bool samePerson = false; ///< typed both times by one person
    bool hasPhoto = false;
};

/// Keeps a typing of an expert's paper sheet, and accepts the sheet when two agree (评分表录入). The second is blind: nothing of the first is told before both are there. A typing of the
/// same pass replaces the one before. Throws Error Usage, naming dossier and criterion, for points that the scale does not know, a dossier that the expert
/// does not have, one that lacks points, and for a second time before the first. All or nothing; with `dryRun` nothing is kept.
TypedOutcome enterSheet(Workspace& workspace, const ReviewRound& round, const CallPack& pack, const TypedEntry& entry, qint64 person, bool dryRun = false);

} // namespace jz
