// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/review/round_rules.h"

#include <QUuid>

namespace jz {

/// A category of the call as its dossiers are scored.
struct ScoredCategory
{
    QString id;
    QString name;
    QList<Criterion> criteria; ///< guide and fields are not kept

    bool operator==(const ScoredCategory& other) const { return id == other.id && name == other.name; }
};

/// An expert of the round. The number (of the office's register) is told outside, the name stays in the office.
struct ScoringExpert
{
    int number = 1;
    QString name; ///< empty in what leaves the office
};

/// A dossier of the round.
struct ScoredDossier
{
    QUuid id;
    QString title;
    QString applicant;
    QString category; ///< id of the call's option
    QString panel;    ///< group of experts; empty for none
    QString base;     ///< the part of the title that is its own; empty: the whole title is

    const QString& shortTitle() const { return base.isEmpty() ? title : base; }
};

/// Why a score counts nowhere.
enum class ScoreStanding {
    Counts,
    Annulled, ///< struck out by the office (作废)
    Conflict, ///< the expert may not judge the dossier (回避), found after the sheet came
};

/// A score as it was given, with what is not counted.
struct GivenSheetScore
{
    ScoreEntry entry;      ///< `annulled`: it counts nowhere, for whatever reason
    ScoreStanding standing = ScoreStanding::Counts;
    QString opinion;       ///< `agree`, `revise`, `disagree`
    bool visit = false;
    QString reason;        ///< of annulment or conflict; empty in what leaves the office
};

/// All that a round's results are made from (评审数据): with it, anybody can make them again.
struct ReviewData
{
    QString callId;
    QByteArray formHash;
    QString round;
    QDateTime asOf;        ///< of the last sheet, annulment or decision in it, UTC; invalid when there is none
    RoundRules rules;
    QList<ScoredCategory> categories;
    QString rubricId;
    bool officialRubric = false;
    QString rubricRemark;  ///< Chinese
    QList<ScoringExpert> experts;
    QList<ScoredDossier> dossiers;
    QList<GivenSheetScore> scores; ///< by dossier, then expert

    bool isInternal() const;   ///< names experts
    const ScoredCategory* category(const QString& id) const;
    /// Titles of criteria by id; the first category's where categories differ.
    QMap<QString, QString> criterionTitles() const;
    int dossierAt(const QUuid& id) const; ///< place in the list; -1: it is not there
};

/// The same without what stays in the office: names, reasons.
ReviewData withoutNames(const ReviewData& data);
/// UTF-8, keys sorted, no blanks: the same data are the same bytes.
QByteArray reviewDataJson(const ReviewData& data);
/// Reads it back. `subject` is named in errors. Throws Error Malformed (broken JSON, a part missing, of the wrong type, out of range, a score of an expert or
/// dossier that is not listed, or twice; points that the category does not have) and Unsupported (another kind, a newer format).
ReviewData parseReviewData(const QByteArray& bytes, const QString& subject);
/// Name under which the data lie in a results paper.
QString reviewDataName();

/// The results of a round, and what they were if nothing had been struck out.
struct RoundResults
{
    ReviewOutcome now;
    ReviewOutcome before;  ///< with annulled scores counted; conflicts are not
    int annulled = 0;      ///< scores struck out; 0: `before` is the same
};
RoundResults resultsOf(const ReviewData& data);
/// What is said of a category where it cannot be found.
QString categoryName(const ReviewData& data, const QString& id);

} // namespace jz
