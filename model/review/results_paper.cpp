// SPDX-License-Identifier: Apache-2.0
#include "model/review/results_paper.h"

#include "model/base/sha256.h"
#include "model/print/dossier_paper.h"
#include "model/print/paper_parts.h"
#include "model/recommendation/data_paper.h"
#include "model/review/results_json.h"
#include "model/review/score_chart.h"

#include <array>

namespace jz {

using namespace Qt::StringLiterals;
using namespace FormStyle;

namespace {

const TextStyle words{FontRole::FangSong, 10, 15, Align::Left, 0};
const TextStyle digits{FontRole::FangSong, 10, 15, Align::Center, 0};
const TextStyle head{FontRole::Hei, 10, 15, Align::Center, 0};
/// Of the table's width: place, what was scored, value, means, scores, spread, remarks.
const std::array<TextColumn, 7> columns{{{0.06, digits}, {0.41, words}, {0.09, digits}, {0.10, digits}, {0.06, digits}, {0.12, digits}, {0.16, words}}};
const std::array<TextColumn, 3> effectColumns{{{0.44, words}, {0.28, digits}, {0.28, digits}}};

PaperWords wordsOf(const CallPack& pack)
{
    return {pack, u"results"_s};
}

QString intro(const ResultsContent& content)
{
    const ReviewData& data = content.data;
    const auto ranked = std::count_if(content.results.now.dossiers.begin(), content.results.now.dossiers.end(), [](const DossierOutcome& each) { return each.place > 0; });
    QString text = wordsOf(content.pack)(u"intro"_s, u"{round}：共 {dossiers} 项，参加排名 {ranked} 项；专家 {experts} 位，评分 {scores} 份，其中作废 {annulled} 份。"_s)
                       .replace(u"{round}"_s, data.round)
                       .replace(u"{dossiers}"_s, QString::number(data.dossiers.size()))
                       .replace(u"{ranked}"_s, QString::number(ranked))
                       .replace(u"{experts}"_s, QString::number(data.experts.size()))
                       .replace(u"{scores}"_s, QString::number(data.scores.size()))
                       .replace(u"{annulled}"_s, QString::number(content.results.annulled));
    if (data.asOf.isValid())
        text += u"数据截至 %1。"_s.arg(data.asOf.toUTC().addSecs(8 * 3600).toString(u"yyyy年M月d日 HH:mm"_s));
    return data.officialRubric || data.rubricRemark.isEmpty() ? text : text + data.rubricRemark;
}

Row proseRow(const QString& text, double width)
{
    Row row;
    row.cells << Cell{0, width, {{text, {FontRole::FangSong, 10.5, 17, Align::Left, 0}, {}}}, false};
    return row;
}

TableSection proseSection(const QString& heading, const QStringList& sentences, double width)
{
    RowGroup group;
    group.rows << proseRow(sentences.join(u'\n'), width);
    return {heading, heading, {group}, false};
}

QStringList cellsOf(const ReviewData& data, const DossierOutcome& each)
{
    const ScoredDossier& dossier = data.dossiers.at(each.dossier);
    const int places = data.rules.digits;
    const QString means = each.mean.text(places) + (each.trimmed ? u'\n' + each.trimmed->text(places) : QString());
    QString spread = each.deviation ? QString::number(*each.deviation, 'f', places) : QString();
    if (each.counted() > 0)
        spread += u"\n%1–%2"_s.arg(pointsText(each.lowest), pointsText(each.highest));
    return {each.place ? QString::number(each.place) : u"—"_s,
            dossier.title + u'\n' + dossier.applicant + u"　"_s + categoryName(data, dossier.category),
            each.place ? rankedText(each, data.rules.outcome.rule, places) : u"—"_s,
            means,
            QString::number(each.counted()),
            spread,
            outcomeRemarks(data, each).join(u'\n')};
}

QList<TableSection> rankingSections(const ResultsContent& content, double width)
{
    const PaperWords spoken = wordsOf(content.pack);
    const ReviewData& data = content.data;
    const QStringList heads{spoken.column(0, u"名次"_s),     spoken.column(1, u"名称、申报单位、类别"_s), spoken.column(2, u"得分"_s),
                            spoken.column(3, u"平均分\n去高低后"_s), spoken.column(4, u"有效\n评分"_s),     spoken.column(5, u"标准差\n最低–最高"_s), spoken.column(6, u"备注"_s)};
    const int line = data.rules.outcome.line;
    std::array<QList<Row>, 3> rows; // above the line, below, not ranked
    for (const DossierOutcome& each : content.results.now.dossiers) {
        const size_t part = each.place == 0 ? 2 : line > 0 && each.place > line ? 1 : 0;
        rows[part] << textRow(columns, cellsOf(data, each), width);
    }
    const std::array<QString, 3> headings{line > 0 ? u"入围（前 %1 项）"_s.arg(line) : u"排名"_s, u"未入围"_s, u"有效评分不足，未参加排名"_s};
    QList<TableSection> sections;
    for (size_t part = 0; part < rows.size(); ++part) {
        if (rows[part].isEmpty())
            continue;
        RowGroup group;
        group.rows << headerRow(columns, heads, width, head) << rows[part];
        sections << TableSection{headings[part], headings[part], {group}, false};
    }
    return sections;
}

QString standing(const DossierOutcome& each, const ReviewData& data)
{
    return u"%1　%2　%3 份"_s.arg(each.place ? u"第 %1 名"_s.arg(each.place) : u"未排名"_s, rankedText(each, data.rules.outcome.rule, data.rules.digits), QString::number(each.counted()));
}

/// What striking scores out changed; nothing when it changed nothing.
QList<TableSection> effectSections(const ResultsContent& content, double width)
{
    QHash<int, const DossierOutcome*> before;
    for (const DossierOutcome& each : content.results.before.dossiers)
        before.insert(each.dossier, &each);
    RowGroup group;
    group.rows << headerRow(effectColumns, {u"名称"_s, u"作废前"_s, u"作废后"_s}, width, head);
    for (const DossierOutcome& each : content.results.now.dossiers) {
        const QString was = standing(*before.value(each.dossier), content.data);
        const QString is = standing(each, content.data);
        if (was != is)
            group.rows << textRow(effectColumns, {content.data.dossiers.at(each.dossier).title, was, is}, width);
    }
    const QString heading = u"作废评分前后对照"_s;
    return group.rows.size() > 1 ? QList<TableSection>{{heading, heading, {group}, false}} : QList<TableSection>();
}

QStringList changeSentences(const ReviewData& data)
{
    QStringList sentences;
    for (const RuleChange& each : data.rules.lateChanges())
        sentences << u"%1（当时已收到评分表 %2 份）：%3。理由：%4"_s.arg(each.at.toUTC().addSecs(8 * 3600).toString(u"yyyy年M月d日"_s), QString::number(each.sheets), each.words.join(u'；'), each.reason);
    return sentences;
}

DataPaper dataPaper(const ResultsContent& content, TextShaper& shaper)
{
    DataPaper made;
    made.data = reviewDataJson(content.data);
    static const QUuid papers(u"6c3c9d4e-4f8e-4a63-8a55-1f6f3f0a2b61"_s);
    const QByteArray fingerprint = sha256(made.data);
    const QUuid id = QUuid::createUuidV5(papers, fingerprint);
    made.paper = layoutResultsPaper(content, shaper);
    made.map = PageMap{u"results"_s, id, 1, fingerprint, content.pack.id, false, {}};
    made.dataName = reviewDataName();
    made.dataTitle = u"评审数据"_s;
    made.title = content.data.round + u"　"_s + wordsOf(content.pack)(u"title"_s, u"评分结果汇总表"_s);
    made.author = content.data.round;
    made.keyword = u"results"_s;
    return made;
}

} // namespace

QStringList outcomeRemarks(const ReviewData& data, const DossierOutcome& outcome)
{
    QStringList remarks;
    if (outcome.tied)
        remarks << u"并列，待会议决定"_s;
    if (!outcome.decidedBy.isEmpty())
        remarks << u"同分，按“%1”排后"_s.arg(data.criterionTitles().value(outcome.decidedBy, outcome.decidedBy));
    if (outcome.tooFew)
        remarks << u"缺 %1 份评分"_s.arg(data.rules.outcome.least - outcome.counted());
    std::array<int, 3> count{};
    for (const int entry : outcome.entries)
        ++count[size_t(data.scores.at(entry).standing)];
    if (count[size_t(ScoreStanding::Annulled)] > 0)
        remarks << u"作废 %1 份"_s.arg(count[size_t(ScoreStanding::Annulled)]);
    if (count[size_t(ScoreStanding::Conflict)] > 0)
        remarks << u"回避 %1 份"_s.arg(count[size_t(ScoreStanding::Conflict)]);
    if (!outcome.outliers.isEmpty())
        remarks << u"%1 份偏离较大，请复核"_s.arg(outcome.outliers.size());
    return remarks;
}

Paper layoutResultsPaper(const ResultsContent& content, TextShaper& shaper)
{
    Paper paper;
    const ReviewData& data = content.data;
    const PageArea area = resultsArea();
    const double width = area.area.width();
    const double top = addPaperHead(paper, wordsOf(content.pack)(u"title"_s, u"评分结果汇总表"_s), intro(content), area.area, shaper);
    QList<TableSection> sections{proseSection(u"评审规则"_s, ruleSentences(data.rules, data.criterionTitles()), width)};
    const QStringList changes = changeSentences(data);
    if (!changes.isEmpty())
        sections << proseSection(u"评审开始后的规则变更"_s, changes, width);
    sections << rankingSections(content, width) << effectSections(content, width);
    RowGroup chart;
    chart.rows << proseRow(u"细线为最低分到最高分，短竖线为各份评分，粗竖线为得分，叉为作废或回避的评分，虚线为入围线。"_s, width);
    chart.rows << scoreChart(data, content.results.now, width, shaper);
    sections << TableSection{u"评分分布图"_s, u"评分分布图"_s, {chart}, false};
    if (data.rules.showsInternal)
        sections << analysisSections(content, width);
    TableLayout layout(shaper, paper, area, top);
    layout.add(sections);
    layout.finish();
    QJsonObject footer = content.pack.print.value(u"footer"_s).toObject();
    footer.remove(u"revision"_s);
    const QByteArray fingerprint = sha256(reviewDataJson(data));
    static const QUuid papers(u"6c3c9d4e-4f8e-4a63-8a55-1f6f3f0a2b61"_s);
    finishPaper(paper, {QUuid::createUuidV5(papers, fingerprint), 1, fingerprint, footer}, shaper);
    return paper;
}

void writeResultsPaper(const ResultsContent& content, const Identity& deliveryKey, const QString& out)
{
    TextShaper shaper(fontsOf(content.pack));
    writeDataPaper(dataPaper(content, shaper), content.pack, shaper, deliveryKey, out);
}

void writeOpenResultsPaper(const ResultsContent& content, const QString& out)
{
    TextShaper shaper(fontsOf(content.pack));
    assembleDataPaper(dataPaper(content, shaper), content.pack, shaper, out);
}

} // namespace jz
