// SPDX-License-Identifier: Apache-2.0
#include "model/review/results_json.h"

#include <QJsonArray>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

QString idText(const QUuid& id)
{
    return id.toString(QUuid::WithoutBraces);
}

QJsonValue numberOr(const std::optional<double>& value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonValue placeJson(const DossierOutcome& outcome)
{
    return outcome.place ? QJsonValue(outcome.place) : QJsonValue();
}

QJsonArray scoresJson(const ReviewData& data, const DossierOutcome& outcome)
{
    QJsonArray scores;
    for (const int at : outcome.entries) {
        const GivenSheetScore& score = data.scores.at(at);
        const QString standing = score.standing == ScoreStanding::Counts ? u"counts"_s : score.standing == ScoreStanding::Annulled ? u"annulled"_s : u"conflict"_s;
        scores << QJsonObject{{u"expert"_s, data.experts.at(score.entry.expert).number},
                              {u"total"_s, pointsText(score.entry.total())},
                              {u"standing"_s, standing},
                              {u"outlier"_s, outcome.outliers.contains(at)}};
    }
    return scores;
}

QJsonObject dossierJson(const ReviewData& data, const DossierOutcome& outcome, const DossierOutcome& before)
{
    const ScoredDossier& dossier = data.dossiers.at(outcome.dossier);
    const OutcomeRules& rules = data.rules.outcome;
    const int digits = data.rules.digits;
    return {{u"dossier"_s, idText(dossier.id)},
            {u"title"_s, dossier.title},
            {u"applicant"_s, dossier.applicant},
            {u"category"_s, dossier.category},
            {u"panel"_s, dossier.panel},
            {u"place"_s, placeJson(outcome)},
            {u"tied"_s, outcome.tied},
            {u"decidedBy"_s, outcome.decidedBy},
            {u"aboveLine"_s, outcome.place > 0 && outcome.place <= rules.line},
            {u"value"_s, rankedText(outcome, rules.rule, digits)},
            {u"mean"_s, outcome.mean.text(digits)},
            {u"trimmed"_s, outcome.trimmed ? QJsonValue(outcome.trimmed->text(digits)) : QJsonValue()},
            {u"deviation"_s, outcome.deviation ? QJsonValue(QString::number(*outcome.deviation, 'f', digits)) : QJsonValue()},
            {u"lowest"_s, pointsText(outcome.lowest)},
            {u"highest"_s, pointsText(outcome.highest)},
            {u"counted"_s, outcome.counted()},
            {u"tooFew"_s, outcome.tooFew},
            {u"missing"_s, std::max(0, rules.least - outcome.counted())},
            {u"before"_s, QJsonObject{{u"place"_s, placeJson(before)}, {u"value"_s, rankedText(before, rules.rule, digits)}, {u"counted"_s, before.counted()}}},
            {u"scores"_s, scoresJson(data, outcome)}};
}

QJsonObject internalJson(const ReviewData& data, const ReviewOutcome& outcome)
{
    QJsonArray experts;
    for (qsizetype i = 0; i < data.experts.size(); ++i)
        experts << QJsonObject{{u"expert"_s, data.experts.at(i).number},
                               {u"name"_s, data.experts.at(i).name},
                               {u"count"_s, outcome.counts.value(i)},
                               {u"severity"_s, outcome.severity.value(i)},
                               {u"fullSeverity"_s, outcome.fullSeverity.value(i)}};
    QJsonArray dossiers;
    for (const DossierOutcome& each : outcome.dossiers)
        dossiers << QJsonObject{{u"dossier"_s, idText(data.dossiers.at(each.dossier).id)},
                                {u"adjusted"_s, numberOr(each.adjusted)},
                                {u"error"_s, numberOr(each.error)},
                                {u"probability"_s, data.rules.outcome.line > 0 ? numberOr(each.probability) : QJsonValue()},
                                {u"grey"_s, data.rules.outcome.line > 0 && each.isGrey()},
                                {u"component"_s, each.component}};
    QJsonArray words = QJsonArray::fromStringList(adjustmentSentences(data.rules.outcome.adjustment));
    const QString warning = groupsWarning(outcome);
    if (!warning.isEmpty())
        words << warning;
    return {{u"deviation"_s, numberOr(outcome.deviation)}, {u"huberLimit"_s, numberOr(outcome.huberLimit)}, {u"words"_s, words}, {u"experts"_s, experts}, {u"dossiers"_s, dossiers}};
}

} // namespace

QString groupsWarning(const ReviewOutcome& outcome)
{
    if (outcome.components < 2)
        return {};
    QStringList sizes;
    for (int group = 0; group < outcome.components; ++group) {
        const auto dossiers = std::count_if(outcome.dossiers.begin(), outcome.dossiers.end(), [&](const DossierOutcome& each) { return each.component == group; });
        sizes << u"第 %1 组 %2 项"_s.arg(QString::number(group + 1), QString::number(dossiers));
    }
    return u"评分分成 %1 个互不相连的组（%2）：没有一位专家同时评过两组的申报书。组与组之间的先后只取决于各组打分的高低，专家宽严无法区分，跨组排序请慎重。"_s.arg(
        QString::number(outcome.components), sizes.join(u'、'));
}

QJsonObject resultsJson(const ReviewData& data, const RoundResults& results, bool internal)
{
    QList<const DossierOutcome*> before(data.dossiers.size());
    for (const DossierOutcome& each : results.before.dossiers)
        before[each.dossier] = &each;
    QJsonArray dossiers;
    for (const DossierOutcome& each : results.now.dossiers)
        dossiers << dossierJson(data, each, *before.at(each.dossier));
    QJsonObject json{{u"round"_s, data.round},
                     {u"call"_s, data.callId},
                     {u"asOf"_s, data.asOf.isValid() ? data.asOf.toUTC().toString(Qt::ISODate) : QString()},
                     {u"rules"_s, toJson(data.rules)},
                     {u"ruleWords"_s, QJsonArray::fromStringList(ruleSentences(data.rules, data.criterionTitles()))},
                     {u"rubric"_s, QJsonObject{{u"id"_s, data.rubricId}, {u"official"_s, data.officialRubric}, {u"remark"_s, data.rubricRemark}}},
                     {u"line"_s, data.rules.outcome.line},
                     {u"annulled"_s, results.annulled},
                     {u"components"_s, results.now.components},
                     {u"dossiers"_s, dossiers}};
    if (internal)
        json.insert(u"internal"_s, internalJson(data, results.now));
    return json;
}

} // namespace jz
