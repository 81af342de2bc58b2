// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/call/call_pack.h"

namespace jz {

/// Points as they are added: hundredths of a point, so that sums and comparisons are exact.
using Hundredths = int;

/// One thing that experts judge (评分项).
struct Criterion
{
    QString id;
    QString title;
    QString guide;         ///< how to judge; may be empty
    Hundredths most = 0;   ///< points are 0 … most
    QStringList fields;    ///< of the form that it rests on
};

/// How the dossiers of one category are scored (评分标准): what a call pack's rubric says, with what it leaves out filled in.
struct Rubric
{
    struct Band
    {
        QString name;       ///< 优, 良, …
        Hundredths from = 0;///< its lowest total
    };
    QString id;
    bool official = false;  ///< set by the organiser; otherwise a proposal, which has to be said
    LocalizedText remark;
    QString category;       ///< its label
    QList<Criterion> criteria;
    QList<Band> bands;      ///< the highest first
    Hundredths step = 50;   ///< points are multiples of it
    int least = 3;          ///< experts that a dossier has to have
    int normal = 5;         ///< experts that it should have
    int trimFrom = 5;       ///< with so many scores the highest and the lowest are left out
    int digits = 2;         ///< averages are printed with so many
    Hundredths pass = 6000;
    QStringList tieBreak;   ///< ids of criteria: which average decides first between equal ones
    QStringList vetoes;     ///< what rules a dossier out whatever its points
    int commentFrom = 90;   ///< points of a criterion from that share on (in a hundred) need a comment …
    int commentBelow = 60;  ///< … and those below this one. The pack's `comment`, else where the highest band begins and the lowest ends

    const Criterion* criterion(const QString& criterionId) const;
    /// What all criteria together come to.
    Hundredths total() const;
    /// The band that a total lies in; empty below all.
    QString band(double points) const;
    /// Whether points of a criterion have to be explained in words: very high or very low ones.
    bool needsComment(const Criterion& criterion, Hundredths points) const;
};

/// The rubric for a category of the pack (id of its option). A pack whose rubric has one category uses that for every dossier. Throws Error
/// NotFound when it has none for it.
Rubric rubricOf(const CallPack& pack, const QString& category);

/// What somebody typed as points for a criterion.
struct TypedPoints
{
    std::optional<Hundredths> points;
    LocalizedText problem; ///< why there are none, as a sentence that says what is allowed; empty for nothing typed
};

/// Reads typed points: full-width digits, a decimal comma or 。, a 分 behind it and blanks are taken. Nothing typed: no points and no problem.
TypedPoints readPoints(const QString& typed, const Criterion& criterion, const Rubric& rubric);

/// "12.5", "8": without zeros behind.
QString pointsText(Hundredths points);

} // namespace jz
