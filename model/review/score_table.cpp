// SPDX-License-Identifier: Apache-2.0
#include "model/review/score_table.h"

#include "model/base/error.h"
#include "model/base/sha256.h"
#include "model/exchange/form_sheet_writer.h"
#include "model/exchange/sheet_reader.h"
#include "model/review/score_sheet_paper.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <algorithm>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr int numberRow = 1;   ///< of the tab, from 0: number, expert, code
constexpr int firstRow = 4;    ///< of the dossiers
constexpr int firstPoints = 4; ///< column of the first criterion
const QString numberLabel = u"任务书编号"_s;
const QString pointsLabel = u"得分"_s;
const QString commentLabel = u"评语"_s;
const QStringList opinions{u"agree"_s, u"revise"_s, u"disagree"_s};
const QString yes = u"是"_s;
const QString no = u"否"_s;

/// A tab: the dossiers of one category.
struct Tab
{
    Rubric rubric;
    QList<const PanelDossier*> dossiers;

    int opinionColumn() const { return firstPoints + int(rubric.criteria.size()) + 1; } ///< behind the total
    int columns() const { return opinionColumn() + 3; }
};

QList<Tab> tabsOf(const Panel& panel, const CallPack& pack)
{
    QList<Tab> tabs;
    QStringList categories;
    for (const PanelDossier& each : panel.dossiers) {
        if (!categories.contains(each.category)) {
            categories << each.category;
            tabs << Tab{rubricOf(pack, each.category), {}};
        }
        tabs[categories.indexOf(each.category)].dossiers << &each;
    }
    return tabs;
}

FormCell fixed(const QString& words, int across = 1)
{
    FormCell cell{FormCell::Kind::Words, words};
    cell.across = across;
    return cell;
}

FormCell head(const QString& words)
{
    return {FormCell::Kind::Head, words};
}

FormCell choice(const QString& chosen, const QStringList& choices)
{
    FormCell cell{FormCell::Kind::Choice, chosen};
    cell.choices = choices;
    return cell;
}

QStringList opinionWords()
{
    QStringList words;
    for (const QString& each : opinions)
        words << opinionWord(each).zh;
    return words;
}

QList<FormCell> headRow(const Rubric& rubric)
{
    QList<FormCell> row{head(u"编号"_s), head(u"名称"_s), head(u"申报单位"_s), head(u"　"_s)};
    for (const Criterion& each : rubric.criteria)
        row << head(u"%1\n（0–%2 分）"_s.arg(each.title, pointsText(each.most)));
    return row << head(u"合计"_s) << head(u"结论"_s) << head(u"需实地考察"_s) << head(u"回避理由\n（不评分）"_s);
}

QList<FormCell> pointsRow(const PanelDossier& dossier, const DossierScores& scores, const Rubric& rubric)
{
    QList<FormCell> row{fixed(QString::number(dossier.number)), fixed(dossier.title), fixed(dossier.applicant), fixed(pointsLabel)};
    for (const Criterion& each : rubric.criteria) {
        const auto given = scores.points.constFind(each.id);
        row << FormCell{FormCell::Kind::Number, given == scores.points.cend() ? QString() : pointsText(*given), each.most, rubric.step};
    }
    FormCell total{FormCell::Kind::Sum};
    total.from = firstPoints;
    total.to = firstPoints + int(rubric.criteria.size()) - 1;
    return row << total << choice(opinionWord(scores.opinion).zh, opinionWords()) << choice(scores.visit ? yes : QString(), {yes, no})
               << FormCell{FormCell::Kind::Free, scores.conflict};
}

QList<FormCell> commentRow(const DossierScores& scores, const Rubric& rubric)
{
    QList<FormCell> row{fixed(QString()), fixed(QString()), fixed(QString()), fixed(commentLabel)};
    for (const Criterion& each : rubric.criteria)
        row << FormCell{FormCell::Kind::Free, scores.comments.value(each.id)};
    FormCell whole{FormCell::Kind::Free, scores.comment};
    return row << fixed(u"总评"_s) << whole << fixed(QString()) << fixed(QString());
}

FormSheet sheetOf(const Tab& tab, const Panel& panel, const QList<DossierScores>& entered)
{
    const int columns = tab.columns();
    FormSheet sheet;
    sheet.name = tab.rubric.category;
    sheet.headRows = firstRow;
    sheet.widths = {6, 26, 22, 6};
    for (qsizetype i = 0; i < tab.rubric.criteria.size(); ++i)
        sheet.widths << 14;
    sheet.widths << QList<double>{8, 14, 10, 20};
    const QString guide = u"只填黄色格：分数填“得分”行，评语填“评语”行，“总评”右侧填总体意见。单项得分不低于满分的 %1%% 或低于 %2%% 的，请写评语。填好后将本表交回办公室。"_s
                              .replace(u"%%"_s, u"%"_s)
                              .arg(tab.rubric.commentFrom)
                              .arg(tab.rubric.commentBelow);
    sheet.rows = {{fixed(u"专家评分表（电子表）　评审“%1”"_s.arg(panel.round), columns)},
                  {fixed(numberLabel, 2), fixed(panel.number), fixed(u"专家"_s), fixed(panel.expert, 2), fixed(u"代码"_s), fixed(formCode(panel), columns - 7)},
                  {fixed(guide, columns)},
                  headRow(tab.rubric)};
    sheet.heights = {30, 22, 34, 52};
    for (const PanelDossier* const each : tab.dossiers) {
        const auto found = std::find_if(entered.begin(), entered.end(), [&](const DossierScores& scores) { return scores.dossier == each->dossier; });
        const DossierScores scores = found == entered.end() ? DossierScores{} : *found;
        sheet.rows << pointsRow(*each, scores, tab.rubric) << commentRow(scores, tab.rubric);
        sheet.heights << 34 << 48;
    }
    return sheet;
}

/// Reads one tab back.
class TabReading
{
public:
    TabReading(const Tab& tab, const Sheet& sheet, FilledTable& filled) : m_tab(tab), m_sheet(sheet), m_filled(filled) {}

    void read(const QString& path)
    {
        for (qsizetype i = 0; i < m_tab.dossiers.size(); ++i) {
            const int row = firstRow + 2 * int(i);
            const PanelDossier& dossier = *m_tab.dossiers.at(i);
            if (cell(row, 0) != QString::number(dossier.number) || cell(row, 3) != pointsLabel || cell(row + 1, 3) != commentLabel)
                throw Error(ErrorCode::Malformed,
                            LocalizedText{u"“%1”的第 %2 行不是原来的内容（应为编号 %3），行被移动、删除或插入过。请在原表上填写。"_s,
                                          u"Line %2 of “%1” is not what it was (number %3 is expected): lines were moved, removed or put in. Fill in the form as it was sent."_s}
                                .arg(path, QString::number(row + 1), QString::number(dossier.number)),
                            path, address(0, row));
            m_filled.dossiers << scoresAt(row, dossier);
        }
    }

private:
    QString cell(int row, int column) const { return m_sheet.rows.value(row).value(column).trimmed(); }
    QString address(int column, int row) const { return m_sheet.name + u'!' + cellAddress(column, row); }
    void bad(int column, int row, const LocalizedText& message) { m_filled.bad << BadCell{address(column, row), message}; }

    DossierScores scoresAt(int row, const PanelDossier& dossier)
    {
        DossierScores scores;
        scores.dossier = dossier.dossier;
        scores.sha256 = dossier.sha256;
        for (qsizetype i = 0; i < m_tab.rubric.criteria.size(); ++i) {
            const Criterion& criterion = m_tab.rubric.criteria.at(i);
            const int column = firstPoints + int(i);
            const TypedPoints typed = readPoints(cell(row, column), criterion, m_tab.rubric);
            if (typed.points)
                scores.points.insert(criterion.id, *typed.points);
            else if (!typed.problem.zh.isEmpty())
                bad(column, row, typed.problem);
            if (const QString comment = cell(row + 1, column); !comment.isEmpty())
                scores.comments.insert(criterion.id, comment);
        }
        readWords(scores, row);
        return scores;
    }

    void readWords(DossierScores& scores, int row)
    {
        const int column = m_tab.opinionColumn();
        const QString opinion = cell(row, column);
        const qsizetype chosen = opinionWords().indexOf(opinion);
        if (chosen >= 0)
            scores.opinion = opinions.at(chosen);
        else if (!opinion.isEmpty())
            bad(column, row, LocalizedText{u"“%1”不是结论，请选：%2。"_s, u"“%1” is no opinion: choose one of %2."_s}.arg(opinion, opinionWords().join(u"、"_s)));
        const QString visit = cell(row, column + 1);
        scores.visit = visit == yes;
        if (!visit.isEmpty() && visit != yes && visit != no)
            bad(column + 1, row, LocalizedText{u"“%1”应为“是”或“否”。"_s, u"“%1” should be 是 (yes) or 否 (no)."_s}.arg(visit));
        scores.conflict = cell(row, column + 2);
        scores.comment = cell(row + 1, column);
    }

    const Tab& m_tab;
    const Sheet& m_sheet;
    FilledTable& m_filled;
};

/// The tabs of a score table; what stands in the line of the number.
QList<Sheet> readTabs(const QString& path, QStringList& line)
{
    const QList<Sheet> sheets = readSheetFile(path);
    line = sheets.isEmpty() ? QStringList() : sheets.first().rows.value(numberRow);
    if (line.value(0) != numberLabel || line.value(2).isEmpty())
        throw Error(ErrorCode::Unsupported,
                    LocalizedText{u"“%1”不是本程序生成的电子评分表。请填写评审包里或办公室发来的原表。"_s,
                                  u"“%1” is no score table of this program. Fill in the one that was in the bundle or came from the office."_s}
                        .arg(path),
                    path);
    return sheets;
}

} // namespace

QString formCode(const Panel& panel)
{
    const QString code = base32(QMessageAuthenticationCode::hash("form" + panelJson(panel), panel.secret, QCryptographicHash::Sha256).left(5));
    return code.left(4) + u'-' + code.mid(4, 4);
}

void writeScoreTable(const Panel& panel, const QList<DossierScores>& entered, const CallPack& pack, const QString& path)
{
    QList<FormSheet> sheets;
    for (const Tab& tab : tabsOf(panel, pack))
        sheets << sheetOf(tab, panel, entered);
    const QByteArray password = QMessageAuthenticationCode::hash("lock", panel.secret, QCryptographicHash::Sha256).toHex().left(12);
    writeFormFile(path, sheets, QString::fromLatin1(password));
}

QString panelOfScoreTable(const QString& path)
{
    QStringList line;
    readTabs(path, line);
    return line.value(2);
}

FilledTable readScoreTable(const QString& path, const Panel& panel, const CallPack& pack)
{
    QStringList line;
    const QList<Sheet> sheets = readTabs(path, line);
    const QList<Tab> tabs = tabsOf(panel, pack);
    const bool complete = sheets.size() >= tabs.size();
    if (line.value(2) != panel.number || line.value(7) != formCode(panel) || !complete)
        throw Error(ErrorCode::Malformed,
                    LocalizedText{u"“%1”不是评审任务书 %2 的电子评分表（表上编号 %3，代码 %4）。请用该任务书的原表。"_s,
                                  u"“%1” is not the score table of panel %2 (it says %3, code %4). Use the one of that panel."_s}
                        .arg(path, panel.number, line.value(2), line.value(7)),
                    path);
    FilledTable filled;
    filled.expert = line.value(4);
    for (qsizetype i = 0; i < tabs.size(); ++i)
        TabReading(tabs.at(i), sheets.at(i), filled).read(path);
    const auto place = [&](const DossierScores& scores) { return panel.dossier(scores.dossier)->number; };
    std::sort(filled.dossiers.begin(), filled.dossiers.end(), [&](const DossierScores& a, const DossierScores& b) { return place(a) < place(b); });
    return filled;
}

} // namespace jz
