// SPDX-License-Identifier: Apache-2.0
#include "model/review/score_sheet_paper.h"

#include "model/base/sha256.h"
#include "model/pdf/assemble.h"
#include "model/print/dossier_paper.h"
#include "model/print/painter.h"
#include "model/print/paper_parts.h"
#include "model/recommendation/data_paper.h"
#include "model/review/score_table.h"

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;
using namespace FormStyle;

namespace {

constexpr qint64 largestData = 8'000'000;
constexpr int mostColumns = 8; ///< criteria in columns of their own; more share a cell
constexpr double pointsShare = 0.52;
constexpr double roomForWords = 24; ///< mm, for the pen

const TextStyle words{FontRole::FangSong, 10, 15, Align::Left, 0};
const TextStyle digits{FontRole::FangSong, 9, 14, Align::Center, 0};
const TextStyle head{FontRole::Hei, 9, 14, Align::Center, 0};
const TextStyle small{FontRole::FangSong, 10.5, 17, Align::Left, 0};

PaperWords wordsOf(const CallPack& pack)
{
    return {pack, u"scoreSheet"_s};
}

PaperKindWords kindWords()
{
    return {text(u"评分表", u"score sheet"), text(u"评审专家", u"the expert")};
}

/// ① … ⑳, then (21) ….
QString circled(qsizetype number)
{
    return number <= 20 ? QString(QChar(char16_t(0x2460 + number - 1))) : u"(%1)"_s.arg(number);
}

QString dayWords(QDate day)
{
    return day.toString(u"yyyy年M月d日"_s);
}

/// One row of the sheet: what is said, and of what.
struct Line
{
    const PanelDossier& dossier;
    const DossierScores& scores;
};

QList<Line> linesOf(const ScoreSheetPaper& content)
{
    QList<Line> lines;
    for (const DossierScores& each : content.sheet.dossiers)
        if (const PanelDossier* const dossier = content.panel.dossier(each.dossier))
            lines << Line{*dossier, each};
    return lines;
}

/// The table of the dossiers of one category.
class CategoryTable
{
public:
    CategoryTable(Rubric rubric, double width, bool blank) : m_rubric(std::move(rubric)), m_width(width), m_blank(blank)
    {
        const qsizetype shown = m_rubric.criteria.size();
        m_columns = {{0.07, digits}, {0.22, words}};
        if (shown > mostColumns)
            m_columns.push_back({pointsShare, words});
        else
            for (qsizetype i = 0; i < shown; ++i)
                m_columns.push_back({pointsShare / double(shown), digits});
        m_columns.push_back({0.09, digits});
        m_columns.push_back({0.10, digits});
    }

    TableSection section(const QList<Line>& lines, const PaperWords& spoken) const
    {
        RowGroup group;
        group.rows << headerRow(m_columns, heads(spoken), m_width, head);
        for (const Line& line : lines)
            group.rows << textRow(m_columns, m_blank ? blankCells(line) : cells(line), m_width);
        Row legend;
        legend.cells << Cell{0, m_width, {{legendWords(), small, {}}}, false};
        group.rows << legend;
        const QString heading = m_rubric.category;
        return {heading, heading, {group}, false};
    }

private:
    bool isNarrow() const { return m_rubric.criteria.size() <= mostColumns; }

    QStringList heads(const PaperWords& spoken) const
    {
        QStringList texts{spoken.column(0, u"编号"_s), spoken.column(1, u"名称、申报单位"_s)};
        if (!isNarrow())
            texts << spoken.column(2, u"各项得分"_s);
        for (qsizetype i = 0; isNarrow() && i < m_rubric.criteria.size(); ++i)
            texts << circled(i + 1) + u'\n' + pointsText(m_rubric.criteria.at(i).most);
        texts << spoken.column(3, u"合计"_s) + u'\n' + pointsText(m_rubric.total()) << spoken.column(4, u"结论"_s);
        return texts;
    }

    QStringList cells(const Line& line) const
    {
        const DossierScores& scores = line.scores;
        QStringList points;
        for (qsizetype i = 0; i < m_rubric.criteria.size(); ++i) {
            const auto given = scores.points.constFind(m_rubric.criteria.at(i).id);
            const QString said = scores.isVoid() || given == scores.points.cend() ? u"—"_s : pointsText(*given);
            points << (isNarrow() ? said : circled(i + 1) + said);
        }
        QStringList texts{QString::number(line.dossier.number), line.dossier.title + u'\n' + line.dossier.applicant};
        texts += isNarrow() ? points : QStringList{points.join(u"　"_s)};
        if (scores.isVoid())
            return texts << u"—"_s << u"回避"_s;
        return texts << pointsText(scores.total()) << opinionWord(scores.opinion).zh + (scores.visit ? u"\n需实地考察"_s : QString());
    }

    QStringList blankCells(const Line& line) const
    {
        QStringList texts{QString::number(line.dossier.number), line.dossier.title + u'\n' + line.dossier.applicant};
        for (qsizetype i = 0; i < qsizetype(m_columns.size()) - 3; ++i)
            texts << QString();
        return texts << u"□同意\n□修改后\n　同意\n□不同意\n□需考察"_s;
    }

    QString legendWords() const
    {
        QStringList parts;
        for (qsizetype i = 0; i < m_rubric.criteria.size(); ++i)
            parts << circled(i + 1) + m_rubric.criteria.at(i).title + u"（%1 分）"_s.arg(pointsText(m_rubric.criteria.at(i).most));
        return parts.join(u"　"_s) + (m_rubric.official ? QString() : u'\n' + m_rubric.remark.zh);
    }

    Rubric m_rubric;
    double m_width;
    bool m_blank;
    std::vector<TextColumn> m_columns;
};

QList<TableSection> tables(const ScoreSheetPaper& content, double width)
{
    QList<TableSection> sections;
    const QList<Line> lines = linesOf(content);
    QStringList categories;
    for (const Line& line : lines)
        if (!categories.contains(line.dossier.category))
            categories << line.dossier.category;
    for (const QString& category : categories) {
        QList<Line> chosen;
        std::copy_if(lines.begin(), lines.end(), std::back_inserter(chosen), [&](const Line& line) { return line.dossier.category == category; });
        sections << CategoryTable(rubricOf(content.pack, category), width, content.how == ScoreSheetPaper::Signed::Blank).section(chosen, wordsOf(content.pack));
    }
    return sections;
}

/// What is said of a dossier in words.
QString commentsOf(const Line& line, const CallPack& pack)
{
    if (line.scores.isVoid())
        return u"回避，不评分："_s + line.scores.conflict;
    QStringList said;
    const Rubric rubric = rubricOf(pack, line.dossier.category);
    for (const Criterion& criterion : rubric.criteria)
        if (const QString comment = line.scores.comments.value(criterion.id); !comment.isEmpty())
            said << criterion.title + u'：' + comment;
    if (!line.scores.comment.isEmpty())
        said << line.scores.comment;
    return said.join(u'\n');
}

QList<TableSection> commentSections(const ScoreSheetPaper& content, double width)
{
    static const std::vector<TextColumn> columns{{0.07, digits}, {0.22, words}, {0.71, words}};
    RowGroup group;
    group.rows << headerRow(columns, {u"编号"_s, u"名称"_s, u"意见"_s}, width, head);
    for (const Line& line : linesOf(content))
        if (const QString said = commentsOf(line, content.pack); !said.isEmpty() || content.how == ScoreSheetPaper::Signed::Blank) {
            group.rows << textRow(columns, {QString::number(line.dossier.number), line.dossier.title, said}, width);
            group.rows.last().minHeight = said.isEmpty() ? roomForWords : 0;
        }
    if (group.rows.size() == 1)
        return {};
    const QString heading = wordsOf(content.pack)(u"comments"_s, u"意见"_s);
    return {{heading, heading, {group}, false}};
}

QList<TableSection> rankingSections(const ScoreSheetPaper& content, double width)
{
    QStringList order;
    for (const QUuid& each : content.sheet.ranking)
        if (const PanelDossier* const dossier = content.panel.dossier(each))
            order << QString::number(dossier->number);
    if (order.isEmpty())
        return {};
    Row row;
    row.cells << Cell{0, width, {{u"从优到次（编号）："_s + order.join(u"、"_s), small, {}}}, false};
    const QString heading = wordsOf(content.pack)(u"ranking"_s, u"本人排序（供参考）"_s);
    return {{heading, heading, {RowGroup{{}, {row}}}, false}};
}

QString introOf(const ScoreSheetPaper& content)
{
    const ScoreSheet& sheet = content.sheet;
    if (content.how == ScoreSheetPaper::Signed::Blank)
        return u"评审“%1”，评审任务书编号 %2，专家 %3，代码 %4。请用钢笔或签字笔填写，改动处签名；单项得分很高或很低的请写理由，需要回避的在意见栏写明。"_s
            .arg(content.panel.round, content.panel.number, content.panel.expert, formCode(content.panel));
    QString intro = wordsOf(content.pack)(u"intro"_s, u"评审“{round}”，评审任务书编号 {panel}，专家 {expert}，第 {version} 版。"_s)
                        .replace(u"{round}"_s, content.panel.round)
                        .replace(u"{panel}"_s, sheet.panel)
                        .replace(u"{expert}"_s, sheet.expert)
                        .replace(u"{version}"_s, QString::number(sheet.version));
    if (sheet.answer == u"declined")
        return intro + u"本人不能承担本次评审"_s + (sheet.reason.isEmpty() ? u"。"_s : u"："_s + sheet.reason);
    return intro;
}

QString declarationOf(const ScoreSheetPaper& content)
{
    QString said = content.sheet.answer == u"declined"
                       ? wordsOf(content.pack)(u"declined"_s, u"本人不保留任何评审材料，不向他人透露评审任务。"_s)
                       : promiseWords(content.pack);
    if (content.sheet.promised.isValid())
        said += u"（%1承诺）"_s.arg(dayWords(content.sheet.promised));
    if (content.how == ScoreSheetPaper::Signed::Blank)
        return said;
    return said + u"本表校验码 %1，可电话核对。"_s.arg(checkCode(content.sheet));
}

TableSection signatureSection(const ScoreSheetPaper& content, double width, TextShaper& shaper)
{
    const PaperWords spoken = wordsOf(content.pack);
    OpinionContent opinion;
    opinion.fixedText = declarationOf(content);
    opinion.signatureLabel = spoken(u"signatureLabel"_s, u"专家（签名）："_s);
    opinion.dateLabel = spoken(u"dateLabel"_s, u"年   月   日"_s);
    opinion.width = width;
    return issuerSection(spoken(u"opinion"_s, u"承诺与签名"_s), opinion, shaper);
}

DataPaper dataPaper(const ScoreSheet& sheet, const Panel& panel, const CallPack& pack, TextShaper& shaper, ScoreSheetPaper::Signed how)
{
    DataPaper content;
    content.data = scoreSheetJson(sheet);
    const QByteArray fingerprint = sha256(content.data);
    static const QUuid sheets(u"4c6f8c3b-0d0e-4a55-9d3e-8f7c2b6f1e02"_s);
    const QUuid id = QUuid::createUuidV5(sheets, fingerprint);
    content.paper = layoutScoreSheet({pack, sheet, panel, id, fingerprint, how}, shaper);
    content.map = PageMap{u"scores"_s, id, sheet.version, fingerprint, pack.id, false, {}};
    content.dataName = scoresDataName();
    content.dataTitle = u"评分表数据"_s;
    content.title = sheet.expert + u"　"_s + scoreSheetTitle(pack);
    content.author = sheet.expert;
    content.keyword = u"scores"_s;
    return content;
}

} // namespace

QString scoreSheetTitle(const CallPack& pack)
{
    return wordsOf(pack)(u"title"_s, u"专家评分表"_s);
}

QString promiseWords(const CallPack& pack)
{
    return wordsOf(pack)(u"promise"_s, u"本人承诺：独立、客观、公正地评审；对申报材料、评审过程和评审意见保密，不复制、不外传、不用于评审以外的目的；"
                                       "与申报单位及有关人员有利害关系的，已经声明并回避；评审结束后删除全部评审材料。"_s);
}

LocalizedText opinionWord(const QString& opinion)
{
    return opinion == u"agree"    ? text(u"同意", u"agree")
           : opinion == u"revise" ? text(u"修改后同意", u"agree after revision")
           : opinion == u"disagree" ? text(u"不同意", u"disagree")
                                    : LocalizedText{};
}

Paper layoutScoreSheet(const ScoreSheetPaper& content, TextShaper& shaper)
{
    Paper paper;
    const PageArea area = formArea(content.pack);
    const double width = area.area.width();
    const double top = addPaperHead(paper, scoreSheetTitle(content.pack), introOf(content), area.area, shaper);
    TableLayout layout(shaper, paper, area, top);
    QList<TableSection> sections;
    if (content.sheet.answer == u"accepted")
        sections << tables(content, width) << commentSections(content, width) << rankingSections(content, width);
    layout.add(sections << signatureSection(content, width, shaper));
    layout.finish();
    if (content.how != ScoreSheetPaper::Signed::WithCertificate)
        paper.signatureFields.clear();
    QJsonObject footer = content.pack.print.value(u"footer"_s).toObject();
    if (footer.contains(u"revision"_s))
        footer.insert(u"revision"_s, wordsOf(content.pack)(u"number"_s, u"第 {revision} 版"_s));
    finishPaper(paper, {content.id, content.sheet.version, content.dataFingerprint, footer}, shaper);
    return paper;
}

void writeScoreSheet(const ScoreSheet& sheet, const Panel& panel, const CallPack& pack, const Identity& deliveryKey, const QString& out)
{
    TextShaper shaper(fontsOf(pack));
    writeDataPaper(dataPaper(sheet, panel, pack, shaper, ScoreSheetPaper::Signed::WithPen), pack, shaper, deliveryKey, out);
}

void writeOpenScoreSheet(const ScoreSheet& sheet, const Panel& panel, const CallPack& pack, const QString& out)
{
    TextShaper shaper(fontsOf(pack));
    assembleDataPaper(dataPaper(sheet, panel, pack, shaper, ScoreSheetPaper::Signed::WithCertificate), pack, shaper, out);
}

void writeBlankScoreSheet(const Panel& panel, const CallPack& pack, const QString& out)
{
    ScoreSheet sheet{panel.callId, panel.formHash, panel.number, panel.expert, 1, u"accepted"_s, {}, {}, {}, {}, {}, {}};
    for (const PanelDossier& each : panel.dossiers)
        sheet.dossiers << DossierScores{each.dossier, each.sha256, {}, {}, {}, false, {}, {}};
    static const QUuid sheets(u"77a1c1ce-3c2f-4ad4-8f80-54c0c7a2d9b5"_s);
    const QByteArray fingerprint = sha256(formCode(panel).toUtf8() + panel.number.toUtf8());
    const QUuid id = QUuid::createUuidV5(sheets, fingerprint);
    TextShaper shaper(fontsOf(pack));
    AssemblyPlan plan;
    plan.skeleton = drawPaper(layoutScoreSheet({pack, sheet, panel, id, fingerprint, ScoreSheetPaper::Signed::Blank}, shaper), shaper);
    plan.title = panel.expert + u"　"_s + scoreSheetTitle(pack);
    plan.subject = pack.official;
    plan.keywords = u"juanzong blank-scores"_s;
    assemblePdf(plan, out);
}

bool isScoreSheet(const QString& path)
{
    return carriesData(path, scoresDataName());
}

ReceivedScores readScoreSheet(const QString& path)
{
    const ClosedData closed = readClosedData(path, scoresDataName(), largestData, kindWords());
    return {parseScoreSheet(closed.bytes, path), closed.bytes, closed.sender};
}

} // namespace jz
