// SPDX-License-Identifier: Apache-2.0
#include "model/review/results_paper.h"

#include "model/pdf/assemble.h"
#include "model/print/dossier_paper.h"
#include "model/print/painter.h"
#include "model/print/paper_parts.h"
#include "model/review/results_json.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace jz {

using namespace Qt::StringLiterals;
using namespace FormStyle;

namespace {

const TextStyle words{FontRole::FangSong, 10, 15, Align::Left, 0};
const TextStyle digits{FontRole::FangSong, 10, 15, Align::Center, 0};
const TextStyle head{FontRole::Hei, 10, 15, Align::Center, 0};
/// Place, dossier, value, adjusted mean with its error, place by it, probability, connected group.
const std::array<TextColumn, 7> dossierColumns{{{0.08, digits}, {0.38, words}, {0.11, digits}, {0.15, digits}, {0.10, digits}, {0.11, digits}, {0.07, digits}}};
/// Expert, scores, severity as corrected for, severity before the cap.
const std::array<TextColumn, 4> expertColumns{{{0.40, words}, {0.16, digits}, {0.22, digits}, {0.22, digits}}};
/// Dossier, expert, total, mean of the others, or a reason.
const std::array<TextColumn, 4> scoreColumns{{{0.38, words}, {0.22, words}, {0.12, digits}, {0.28, words}}};

QString signedText(double value, int places)
{
    const QString text = QString::number(value, 'f', places);
    return value > 0 && text.toDouble() != 0 ? u'+' + text : text;
}

QString expertText(const ScoringExpert& expert)
{
    return expert.name.isEmpty() ? u"专家 %1"_s.arg(expert.number) : u"%1（编号 %2）"_s.arg(expert.name, QString::number(expert.number));
}

/// Place of each outcome by adjusted mean, 0 for none.
QList<int> adjustedPlaces(const ReviewOutcome& outcome)
{
    QList<int> order(outcome.dossiers.size());
    std::iota(order.begin(), order.end(), 0);
    const auto value = [&](int at) { return outcome.dossiers.at(at).place ? outcome.dossiers.at(at).adjusted.value_or(-1) : -1; };
    std::stable_sort(order.begin(), order.end(), [&](int one, int other) { return value(one) > value(other); });
    QList<int> places(order.size(), 0);
    for (int i = 0; i < order.size(); ++i)
        places[order.at(i)] = value(order.at(i)) < 0 ? 0 : i + 1;
    return places;
}

TableSection dossierSection(const ResultsContent& content, double width)
{
    const ReviewOutcome& outcome = content.results.now;
    const int shown = content.data.rules.digits;
    const QList<int> places = adjustedPlaces(outcome);
    const bool hasLine = content.data.rules.outcome.line > 0;
    RowGroup group;
    group.rows << headerRow(dossierColumns, {u"名次"_s, u"名称"_s, u"得分"_s, u"调整分\n±误差"_s, u"按调整\n分名次"_s, u"入围\n概率"_s, u"组"_s}, width, head);
    for (int i = 0; i < outcome.dossiers.size(); ++i) {
        const DossierOutcome& each = outcome.dossiers.at(i);
        const QString adjusted = each.adjusted ? QString::number(*each.adjusted, 'f', shown) + (each.error ? u"\n±"_s + QString::number(*each.error, 'f', shown) : QString()) : u"—"_s;
        const QString probability = hasLine && each.probability ? QString::number(*each.probability, 'f', 2) + (each.isGrey() ? u"\n灰区"_s : QString()) : u"—"_s;
        group.rows << textRow(dossierColumns,
                              {each.place ? QString::number(each.place) : u"—"_s, content.data.dossiers.at(each.dossier).title, rankedText(each, content.data.rules.outcome.rule, shown),
                               adjusted, places.at(i) ? QString::number(places.at(i)) : u"—"_s, probability, each.component < 0 ? u"—"_s : QString::number(each.component + 1)},
                              width);
    }
    return {u"调整分与入围概率"_s, u"调整分与入围概率"_s, {group}, false};
}

TableSection expertSection(const ResultsContent& content, double width)
{
    const ReviewOutcome& outcome = content.results.now;
    const int shown = content.data.rules.digits;
    RowGroup group;
    group.rows << headerRow(expertColumns, {u"专家"_s, u"有效评分"_s, u"宽严（修正值）"_s, u"宽严（未限幅）"_s}, width, head);
    for (int i = 0; i < content.data.experts.size(); ++i)
        group.rows << textRow(expertColumns,
                              {expertText(content.data.experts.at(i)), QString::number(outcome.counts.value(i)), signedText(outcome.severity.value(i), shown), signedText(outcome.fullSeverity.value(i), shown)},
                              width);
    return {u"专家宽严（正值偏宽，负值偏严，单位为分）"_s, u"专家宽严"_s, {group}, false};
}

QList<TableSection> scoreSections(const ResultsContent& content, double width)
{
    const ReviewData& data = content.data;
    RowGroup outliers;
    outliers.rows << headerRow(scoreColumns, {u"名称"_s, u"专家"_s, u"评分"_s, u"其他有效评分的平均"_s}, width, head);
    RowGroup struck;
    struck.rows << headerRow(scoreColumns, {u"名称"_s, u"专家"_s, u"评分"_s, u"不计入的原因"_s}, width, head);
    for (const DossierOutcome& each : content.results.now.dossiers) {
        for (const int at : each.entries) {
            const GivenSheetScore& score = data.scores.at(at);
            const QString title = data.dossiers.at(each.dossier).title;
            const QString expert = expertText(data.experts.at(score.entry.expert));
            const Hundredths total = score.entry.total();
            const Average others{each.mean.sum - total, each.mean.count - 1};
            if (each.outliers.contains(at))
                outliers.rows << textRow(scoreColumns, {title, expert, pointsText(total), others.text(data.rules.digits)}, width);
            if (score.standing != ScoreStanding::Counts)
                struck.rows << textRow(scoreColumns, {title, expert, pointsText(total), (score.standing == ScoreStanding::Annulled ? u"作废："_s : u"回避："_s) + score.reason}, width);
        }
    }
    QList<TableSection> sections;
    if (outliers.rows.size() > 1)
        sections << TableSection{u"偏离较大、提请人工复核的评分"_s, u"提请复核的评分"_s, {outliers}, false};
    if (struck.rows.size() > 1)
        sections << TableSection{u"不计入的评分"_s, u"不计入的评分"_s, {struck}, false};
    return sections;
}

} // namespace

PageArea resultsArea()
{
    return {{210, 297}, QRectF(20, 18, 170, 242)};
}

QList<TableSection> analysisSections(const ResultsContent& content, double width)
{
    const ReviewOutcome& outcome = content.results.now;
    QStringList sentences = adjustmentSentences(content.data.rules.outcome.adjustment);
    const QString warning = groupsWarning(outcome);
    if (!warning.isEmpty())
        sentences.prepend(warning);
    if (outcome.deviation)
        sentences << u"残差标准差 %1 分。"_s.arg(QString::number(*outcome.deviation, 'f', content.data.rules.digits));
    else
        sentences << u"评分太少，没有多余的自由度，不给出误差和入围概率。"_s;
    RowGroup prose;
    Row row;
    row.cells << Cell{0, width, {{sentences.join(u'\n'), {FontRole::FangSong, 10.5, 17, Align::Left, 0}, {}}}, false};
    prose.rows << row;
    return {{u"方法"_s, u"方法"_s, {prose}, false}, dossierSection(content, width), expertSection(content, width)};
}

Paper layoutInternalResults(const ResultsContent& content, TextShaper& shaper)
{
    Paper paper;
    const PageArea area = resultsArea();
    const double width = area.area.width();
    const PaperWords spoken(content.pack, u"internalResults"_s);
    const QString round = content.data.round;
    const double top = addPaperHead(paper, spoken(u"title"_s, u"评分分析（内部资料）"_s),
                                    spoken(u"intro"_s, u"{round}：供评审组织单位内部研究使用，不得外传，不作为公布的依据。"_s).replace(u"{round}"_s, round), area.area, shaper);
    TableLayout layout(shaper, paper, area, top);
    layout.add(analysisSections(content, width) + scoreSections(content, width));
    layout.finish();
    paper.watermark = spoken(u"watermark"_s, u"内部资料 不得外传"_s);
    paper.formPages = int(paper.pages.size());
    const TextStyle foot{FontRole::FangSong, 9, 12, Align::Center, 0};
    for (qsizetype i = 0; i < paper.pages.size(); ++i)
        paper.pages[i].footer << Block{Block::Kind::Text, QRectF(area.area.left(), area.area.bottom() + 4, width, 5),
                                       u"内部资料　%1　第 %2 页，共 %3 页"_s.arg(round, QString::number(i + 1), QString::number(paper.pages.size())), foot, 0, {}};
    return paper;
}

void writeInternalResults(const ResultsContent& content, const QString& out)
{
    TextShaper shaper(fontsOf(content.pack));
    const Paper paper = layoutInternalResults(content, shaper);
    AssemblyPlan plan;
    plan.skeleton = drawPaper(paper, shaper);
    plan.bookmarks = paper.bookmarks;
    plan.title = content.data.round + u"　评分分析（内部资料）"_s;
    plan.subject = content.pack.official;
    plan.keywords = u"juanzong internal-results"_s;
    assemblePdf(plan, out);
}

} // namespace jz
