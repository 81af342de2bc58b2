// SPDX-License-Identifier: Apache-2.0
#include "model/review/explanation_paper.h"

#include "model/base/sha256.h"
#include "model/pdf/assemble.h"
#include "model/print/dossier_paper.h"
#include "model/print/painter.h"
#include "model/print/paper_parts.h"

#include <algorithm>
#include <array>

namespace jz {

using namespace Qt::StringLiterals;
using namespace FormStyle;

namespace {

constexpr int exactDigits = 4; ///< of an average before it is rounded
const QRectF pageArea{20, 16, 170, 262}; ///< mm of A4: it has to be one page
constexpr std::array sizes{10.5, 9.5, 8.5, 7.5, 6.5}; ///< points: the largest in which it is one page

QString circled(qsizetype number)
{
    return number <= 20 ? QString(QChar(char16_t(0x2460 + number - 1))) : u"(%1)"_s.arg(number);
}

/// One dossier explained.
class Explanation
{
public:
    Explanation(const ResultsContent& content, int dossier, double points)
        : m_data(content.data), m_results(content.results), m_dossier(content.data.dossiers.at(dossier)), m_words{FontRole::FangSong, points, points * 1.5, Align::Left, 0},
          m_digits{FontRole::FangSong, points, points * 1.5, Align::Center, 0}
    {
        m_at = position(m_results.now, dossier);
        m_outcome = m_results.now.dossiers.at(m_at);
        m_before = m_results.before.dossiers.at(position(m_results.before, dossier));
        m_entries = m_outcome.entries;
        // An order that neither the register nor the scores can be read from, the same at every run.
        std::sort(m_entries.begin(), m_entries.end(), [&](int one, int other) { return lot(one) < lot(other); });
        for (const int at : std::as_const(m_entries))
            if (m_data.scores.at(at).standing == ScoreStanding::Counts)
                m_counted << at;
    }

    QString intro() const { return u"%1（申报单位：%2；类别：%3）在%4中的得分和名次是这样得出的。"_s.arg(m_dossier.title, m_dossier.applicant, categoryName(m_data, m_dossier.category), m_data.round); }

    TableSection scores(double width) const
    {
        const ScoredCategory* const category = m_data.category(m_dossier.category);
        const QList<Criterion> criteria = category ? category->criteria : QList<Criterion>();
        std::vector<TextColumn> columns{{0.12, m_digits}};
        QStringList heads{u"专家"_s};
        for (qsizetype i = 0; i < criteria.size(); ++i) {
            columns.push_back({0.56 / double(criteria.size()), m_digits});
            heads << circled(i + 1);
        }
        columns.insert(columns.end(), {{0.12, m_digits}, {0.20, m_digits}});
        heads << u"合计"_s << u"说明"_s;
        RowGroup group;
        group.rows << headerRow(columns, heads, width, {FontRole::Hei, m_digits.size, m_digits.pitch, Align::Center, 0});
        for (qsizetype i = 0; i < m_entries.size(); ++i)
            group.rows << textRow(columns, scoreCells(i, criteria), width);
        QStringList legend;
        for (qsizetype i = 0; i < criteria.size(); ++i)
            legend << circled(i + 1) + criteria.at(i).title + u"（%1 分）"_s.arg(pointsText(criteria.at(i).most));
        group.rows << prose({legend.join(u"　"_s)}, width);
        return {u"一、各位专家的评分"_s, {}, {group}, false};
    }

    TableSection steps(double width) const
    {
        QStringList lines;
        if (m_counted.isEmpty())
            lines << u"没有有效评分，不计算得分。"_s;
        else
            addMeans(lines);
        addStruckOut(lines);
        for (const int at : m_outcome.outliers)
            lines << u"%1的评分 %2 与其他评分偏离较大，已提请人工复核；它没有因此被剔除。"_s.arg(expert(at), pointsText(m_data.scores.at(at).entry.total()));
        RowGroup group;
        group.rows << prose(lines, width);
        return {u"二、计算过程"_s, {}, {group}, false};
    }

    TableSection place(double width) const
    {
        QStringList lines;
        const auto ranked = std::count_if(m_results.now.dossiers.begin(), m_results.now.dossiers.end(), [](const DossierOutcome& each) { return each.place > 0; });
        if (m_outcome.place == 0)
            lines << u"有效评分 %1 份，少于规则要求的 %2 份，不参加排名。补足评分后再计算。"_s.arg(QString::number(m_outcome.counted()), QString::number(m_data.rules.outcome.least));
        else
            addPlace(lines, int(ranked));
        RowGroup group;
        group.rows << prose(lines, width);
        return {u"三、名次"_s, {}, {group}, false};
    }

    TableSection rules(double width) const
    {
        QStringList lines = ruleSentences(m_data.rules, m_data.criterionTitles());
        for (const RuleChange& each : m_data.rules.lateChanges())
            lines << u"评审开始后变更：%1。理由：%2"_s.arg(each.words.join(u'；'), each.reason);
        if (!m_data.officialRubric && !m_data.rubricRemark.isEmpty())
            lines << m_data.rubricRemark;
        RowGroup group;
        group.rows << prose(lines, width);
        return {u"四、评审规则"_s, {}, {group}, false};
    }

private:
    static qsizetype position(const ReviewOutcome& outcome, int dossier)
    {
        return std::find_if(outcome.dossiers.begin(), outcome.dossiers.end(), [&](const DossierOutcome& each) { return each.dossier == dossier; }) - outcome.dossiers.begin();
    }

    QByteArray lot(int entry) const
    {
        return sha256(m_dossier.id.toByteArray() + QByteArray::number(m_data.experts.at(m_data.scores.at(entry).entry.expert).number));
    }

    QString expert(int entry) const { return u"专家%1"_s.arg(m_entries.indexOf(entry) + 1); }

    Row prose(const QStringList& lines, double width) const
    {
        Row row;
        row.cells << Cell{0, width, {{lines.join(u'\n'), m_words, {}}}, false};
        return row;
    }

    /// The entries left out as highest and lowest; none where nothing is left out. Between equal ones it makes no difference which.
    std::pair<int, int> leftOut() const
    {
        if (!m_outcome.trimmed || m_data.rules.outcome.rule != RankingRule::Trimmed)
            return {-1, -1};
        const auto less = [&](int one, int other) { return m_data.scores.at(one).entry.total() < m_data.scores.at(other).entry.total(); };
        const auto [lowest, highest] = std::minmax_element(m_counted.begin(), m_counted.end(), less);
        return {*highest, *lowest};
    }

    QStringList scoreCells(qsizetype index, const QList<Criterion>& criteria) const
    {
        const int at = m_entries.at(index);
        const GivenSheetScore& score = m_data.scores.at(at);
        QStringList cells{u"专家%1"_s.arg(index + 1)};
        for (const Criterion& each : criteria)
            cells << pointsText(score.entry.points.value(each.id));
        cells << pointsText(score.entry.total());
        if (score.standing != ScoreStanding::Counts)
            return cells << (score.standing == ScoreStanding::Annulled ? u"作废，不计入"_s : u"回避，不计入"_s);
        const auto [highest, lowest] = leftOut();
        return cells << (at == highest ? u"最高分，去掉"_s : at == lowest ? u"最低分，去掉"_s : u"计入"_s);
    }

    QString sum(const QList<int>& entries) const
    {
        QStringList totals;
        for (const int at : entries)
            totals << pointsText(m_data.scores.at(at).entry.total());
        return totals.join(u"＋"_s);
    }

    /// "240.5÷3＝80.1667，保留 2 位小数为 80.17"
    QString division(const Average& average) const
    {
        const QString rounded = average.text(m_data.rules.digits);
        const QString exact = average.text(exactDigits);
        const bool isExact = average.sum * 100 % average.count == 0;
        return u"%1÷%2%3%4，四舍五入保留 %5 位小数为 %6"_s.arg(pointsText(Hundredths(average.sum)), QString::number(average.count), isExact ? u"＝"_s : u"≈"_s, exact,
                                                                     QString::number(m_data.rules.digits), rounded);
    }

    void addMeans(QStringList& lines) const
    {
        lines << u"每位专家的合计为各项得分之和。有效评分 %1 份。"_s.arg(m_counted.size());
        const RankingRule rule = m_data.rules.outcome.rule;
        if (rule == RankingRule::Trimmed && m_outcome.trimmed) {
            const auto [highest, lowest] = leftOut();
            QList<int> rest = m_counted;
            rest.removeOne(highest);
            rest.removeOne(lowest);
            lines << u"有效评分满 %1 份，去掉一个最高分 %2（%3）和一个最低分 %4（%5）。"_s.arg(QString::number(m_data.rules.outcome.trimFrom), pointsText(m_outcome.highest), expert(highest),
                                                                                                 pointsText(m_outcome.lowest), expert(lowest));
            lines << u"其余 %1 份相加：%2＝%3。"_s.arg(QString::number(rest.size()), sum(rest), pointsText(Hundredths(m_outcome.trimmed->sum)));
            lines << u"得分：%1。"_s.arg(division(*m_outcome.trimmed));
            lines << u"（全部有效评分的平均分为 %1，仅供参考。）"_s.arg(m_outcome.mean.text(m_data.rules.digits));
        } else {
            if (rule == RankingRule::Trimmed)
                lines << u"有效评分不满 %1 份，不去掉最高分和最低分。"_s.arg(m_data.rules.outcome.trimFrom);
            lines << u"相加：%1＝%2。"_s.arg(sum(m_counted), pointsText(Hundredths(m_outcome.mean.sum)));
            lines << u"%1：%2。"_s.arg(rule == RankingRule::Adjusted ? u"平均分"_s : u"得分"_s, division(m_outcome.mean));
        }
        if (rule == RankingRule::Adjusted)
            lines << u"得分为调整分：由本次评审的全部有效评分一并求解，扣除各位专家的宽严差异，结果为 %1；可用导出的评审数据复算。"_s.arg(rankedText(m_outcome, rule, m_data.rules.digits));
        if (m_outcome.deviation)
            lines << u"各份评分的标准差为 %1 分，最低 %2 分，最高 %3 分。"_s.arg(QString::number(*m_outcome.deviation, 'f', m_data.rules.digits), pointsText(m_outcome.lowest), pointsText(m_outcome.highest));
    }

    void addStruckOut(QStringList& lines) const
    {
        QStringList annulled;
        for (const int at : m_entries)
            if (m_data.scores.at(at).standing == ScoreStanding::Annulled)
                annulled << expert(at);
        if (annulled.isEmpty())
            return;
        lines << u"%1的评分已作废，留存备查，不计入。作废前：得分 %2，%3；作废后见上。"_s.arg(annulled.join(u'、'), rankedText(m_before, m_data.rules.outcome.rule, m_data.rules.digits),
                                                                                           m_before.place ? u"第 %1 名"_s.arg(m_before.place) : u"未排名"_s);
    }

    QString titleAt(qsizetype at) const { return m_data.dossiers.at(m_results.now.dossiers.at(at).dossier).title; }

    void addPlace(QStringList& lines, int ranked) const
    {
        const int line = m_data.rules.outcome.line;
        lines << u"参加排名的共 %1 项，按得分由高到低，本项第 %2 名。"_s.arg(QString::number(ranked), QString::number(m_outcome.place));
        if (!m_outcome.decidedBy.isEmpty() && m_at > 0) {
            const DossierOutcome& ahead = m_results.now.dossiers.at(m_at - 1);
            const QString id = m_outcome.decidedBy;
            lines << u"得分与“%1”相同，按规则比较“%2”的平均分：对方 %3，本项 %4，本项排在其后。"_s.arg(titleAt(m_at - 1), m_data.criterionTitles().value(id, id),
                                                                                                            ahead.criteria.value(id).text(exactDigits), m_outcome.criteria.value(id).text(exactDigits));
        }
        if (m_at + 1 < m_results.now.dossiers.size() && !m_results.now.dossiers.at(m_at + 1).decidedBy.isEmpty()) {
            const DossierOutcome& behind = m_results.now.dossiers.at(m_at + 1);
            lines << u"“%1”与本项得分相同，因“%2”的平均分较低（%3，本项 %4）排在本项之后。"_s.arg(titleAt(m_at + 1), m_data.criterionTitles().value(behind.decidedBy, behind.decidedBy),
                                                                                                          behind.criteria.value(behind.decidedBy).text(exactDigits),
                                                                                                          m_outcome.criteria.value(behind.decidedBy).text(exactDigits));
        }
        if (m_outcome.tied)
            lines << u"与另外的申报书在规则规定的各项上完全相同，并列第 %1 名，先后由评审会议决定并说明理由。"_s.arg(m_outcome.place);
        if (line > 0)
            lines << (m_outcome.place <= line ? u"入围线为前 %1 项，本项在入围线以内。"_s : u"入围线为前 %1 项，本项未入围。"_s).arg(line);
    }

    const ReviewData& m_data;
    const RoundResults& m_results;
    const ScoredDossier& m_dossier;
    TextStyle m_words;
    TextStyle m_digits;
    qsizetype m_at = 0;
    DossierOutcome m_outcome;
    DossierOutcome m_before;
    QList<int> m_entries;
    QList<int> m_counted;
};

} // namespace

Paper layoutExplanation(const ResultsContent& content, int dossier, TextShaper& shaper)
{
    const PageArea area{{210, 297}, pageArea};
    const double width = area.area.width();
    const PaperWords spoken(content.pack, u"explanation"_s);
    Paper paper;
    for (const double points : sizes) {
        paper = {};
        const Explanation explained(content, dossier, points);
        const double top = addPaperHead(paper, spoken(u"title"_s, u"评分计算说明"_s), explained.intro(), area.area, shaper);
        TableLayout layout(shaper, paper, area, top);
        layout.add({explained.scores(width), explained.steps(width), explained.place(width), explained.rules(width)});
        layout.finish();
        if (paper.pages.size() == 1)
            break;
    }
    paper.formPages = int(paper.pages.size());
    const TextStyle foot{FontRole::FangSong, 9, 12, Align::Center, 0};
    for (qsizetype i = 0; i < paper.pages.size(); ++i)
        paper.pages[i].footer << Block{Block::Kind::Text, QRectF(area.area.left(), area.area.bottom() + 3, width, 5),
                                       u"%1　编号 %2　第 %3 页，共 %4 页"_s.arg(content.data.round, content.data.dossiers.at(dossier).id.toString(QUuid::WithoutBraces).first(8),
                                                                             QString::number(i + 1), QString::number(paper.pages.size())),
                                       foot, 0, {}};
    return paper;
}

void writeExplanation(const ResultsContent& content, int dossier, const QString& out)
{
    TextShaper shaper(fontsOf(content.pack));
    const Paper paper = layoutExplanation(content, dossier, shaper);
    AssemblyPlan plan;
    plan.skeleton = drawPaper(paper, shaper);
    plan.title = content.data.dossiers.at(dossier).title + u"　评分计算说明"_s;
    plan.subject = content.pack.official;
    plan.keywords = u"juanzong explanation"_s;
    assemblePdf(plan, out);
}

} // namespace jz
