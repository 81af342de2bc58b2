// SPDX-License-Identifier: Apache-2.0
#include "model/review/results_paper.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

SheetContent rankingSheet(const ReviewData& data, const ReviewOutcome& outcome)
{
    SheetContent sheet;
    sheet.name = u"结果"_s;
    sheet.title = data.round + u"　评分结果汇总表"_s;
    if (!data.officialRubric && !data.rubricRemark.isEmpty())
        sheet.intro << data.rubricRemark;
    sheet.headers = {u"名次"_s, u"名称"_s, u"申报单位"_s, u"类别"_s, u"得分"_s, u"平均分"_s, u"去高低后"_s, u"标准差"_s, u"最低"_s, u"最高"_s, u"有效评分"_s, u"备注"_s};
    sheet.widths = {6, 34, 26, 12, 8, 8, 8, 8, 7, 7, 8, 22};
    const int places = data.rules.digits;
    for (const DossierOutcome& each : outcome.dossiers) {
        const ScoredDossier& dossier = data.dossiers.at(each.dossier);
        sheet.rows << QStringList{each.place ? QString::number(each.place) : u"—"_s,
                                  dossier.title,
                                  dossier.applicant,
                                  categoryName(data, dossier.category),
                                  each.place ? rankedText(each, data.rules.outcome.rule, places) : u"—"_s,
                                  each.mean.text(places),
                                  each.trimmed ? each.trimmed->text(places) : QString(),
                                  each.deviation ? QString::number(*each.deviation, 'f', places) : QString(),
                                  each.counted() ? pointsText(each.lowest) : QString(),
                                  each.counted() ? pointsText(each.highest) : QString(),
                                  QString::number(each.counted()),
                                  outcomeRemarks(data, each).join(u'；')};
    }
    return sheet;
}

/// Every score of every criterion, as it was given.
SheetContent scoreSheet(const ReviewData& data, const ScoredCategory& category, const ReviewOutcome& outcome)
{
    SheetContent sheet;
    sheet.name = u"评分明细 "_s + category.name;
    sheet.title = data.round + u"　评分明细（%1）"_s.arg(category.name);
    sheet.headers = {u"名称"_s, u"专家"_s};
    sheet.widths = {34, 8};
    for (const Criterion& each : category.criteria) {
        sheet.headers << u"%1（%2）"_s.arg(each.title, pointsText(each.most));
        sheet.widths << 10;
    }
    sheet.headers << u"合计"_s << u"计入"_s;
    sheet.widths << 8 << 8;
    for (const DossierOutcome& each : outcome.dossiers) {
        if (data.category(data.dossiers.at(each.dossier).category) != &category)
            continue;
        for (const int at : each.entries) {
            const GivenSheetScore& score = data.scores.at(at);
            QStringList row{data.dossiers.at(each.dossier).title, QString::number(data.experts.at(score.entry.expert).number)};
            for (const Criterion& criterion : category.criteria)
                row << pointsText(score.entry.points.value(criterion.id));
            row << pointsText(score.entry.total()) << (score.standing == ScoreStanding::Counts ? u"是"_s : score.standing == ScoreStanding::Annulled ? u"作废"_s : u"回避"_s);
            sheet.rows << row;
        }
    }
    return sheet;
}

} // namespace

QList<SheetContent> resultsWorkbook(const ReviewData& data, const RoundResults& results)
{
    QList<SheetContent> sheets{rankingSheet(data, results.now)};
    for (const ScoredCategory& each : data.categories) {
        const SheetContent sheet = scoreSheet(data, each, results.now);
        if (!sheet.rows.isEmpty())
            sheets << sheet;
    }
    SheetContent rules;
    rules.name = u"规则"_s;
    rules.title = data.round + u"　评审规则"_s;
    rules.headers = {u"规则"_s};
    rules.widths = {110};
    for (const QString& each : ruleSentences(data.rules, data.criterionTitles()))
        rules.rows << QStringList{each};
    for (const RuleChange& each : data.rules.lateChanges())
        rules.rows << QStringList{u"评审开始后变更：%1。理由：%2"_s.arg(each.words.join(u'；'), each.reason)};
    return sheets << rules;
}

} // namespace jz
