// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/review/outcome.h"

#include <QDateTime>
#include <QJsonObject>

namespace jz {

/// How the rules of a round were changed.
struct RuleChange
{
    QDateTime at;      ///< UTC
    QString person;
    QString reason;    ///< needed once a sheet was accepted
    int sheets = 0;    ///< accepted by then: a change after the first is printed with the results
    QStringList words; ///< what changed, a sentence each, Chinese

    bool operator==(const RuleChange&) const = default;
};

/// The rules by which a round makes its results, chosen before the review (see ReviewRound::rules).
struct RoundRules
{
    OutcomeRules outcome;
    int digits = 2;            ///< averages are printed with so many decimal places
    bool showsInternal = false;///< adjusted means, severities and probabilities stand in what is exported too
    QList<RuleChange> changes; ///< oldest first

    /// The changes that came after the first sheet was accepted.
    QList<RuleChange> lateChanges() const;
};

/// What the call pack's rubric says, with the adjustment as it is usual.
RoundRules usualRules(const CallPack& pack);
QJsonObject toJson(const RoundRules& rules);
/// Reads them back; what is missing is as in `usual`. `subject` is named in errors. Throws Error Malformed naming the rule that is out of range.
RoundRules roundRulesFrom(const QJsonObject& json, const RoundRules& usual, const QString& subject);
/// The rules stored with a round, the usual ones where it has none.
RoundRules rulesOf(const QJsonObject& stored, const CallPack& pack);

/// One rule as it is set by hand.
struct RuleSetting
{
    QString name;       ///< as in toJson() and behind --set
    LocalizedText word; ///< what it is
    LocalizedText range;///< what it may be
    QString value;
};
/// All of them, in the order in which they are printed.
QList<RuleSetting> ruleSettings(const RoundRules& rules, const CallPack& pack);
/// With `setting` ("line=20", "tieBreak=goals,people") laid over. Throws Error Usage naming what may be set, or the range.
RoundRules withSetting(const RoundRules& rules, const QString& setting, const CallPack& pack);
/// What tells them apart, a sentence each.
QList<LocalizedText> changesBetween(const RoundRules& before, const RoundRules& after, const CallPack& pack);

/// Titles of the pack's criteria by id; the first category's where categories differ.
QMap<QString, QString> criterionTitles(const CallPack& pack);
/// The rules as they are printed: what ranks, from how many scores, what decides between equal ones, the line. `criteria`: titles by id.
QStringList ruleSentences(const RoundRules& rules, const QMap<QString, QString>& criteria);
/// How scores were adjusted, the same way.
QStringList adjustmentSentences(const AdjustmentRules& rules);

} // namespace jz
