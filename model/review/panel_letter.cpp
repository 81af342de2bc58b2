// SPDX-License-Identifier: Apache-2.0
#include "model/review/panel_letter.h"

#include "model/base/sha256.h"
#include "model/print/dossier_paper.h"
#include "model/print/paper_parts.h"
#include "model/recommendation/data_paper.h"
#include "model/review/rubric.h"
#include "model/review/score_sheet_paper.h"

#include <array>

namespace jz {

using namespace Qt::StringLiterals;
using namespace FormStyle;

namespace {

constexpr qint64 largestData = 8'000'000;

const TextStyle words{FontRole::FangSong, 10.5, 16, Align::Left, 0};
const TextStyle digits{FontRole::FangSong, 10.5, 16, Align::Center, 0};
const TextStyle head{FontRole::Hei, 10.5, 16, Align::Center, 0};
/// Of the table's width: number, what is judged, host and people.
const std::array<TextColumn, 3> columns{{{0.09, digits}, {0.45, words}, {0.46, words}}};

PaperWords wordsOf(const CallPack& pack)
{
    return {pack, u"panelLetter"_s};
}

PaperKindWords kindWords()
{
    return {text(u"评审任务书", u"panel letter"), text(u"评审办公室", u"the review's office")};
}

QString introOf(const Panel& panel, const CallPack& pack)
{
    const QString due = panel.due.isValid() ? u"于 %1 前"_s.arg(panel.due.toString(u"yyyy年M月d日"_s)) : QString();
    return wordsOf(pack)(u"intro"_s, u"{expert} 专家：请您{due}评审下列 {count} 份申报书（评审“{round}”，任务书编号 {number}）。"_s)
        .replace(u"{expert}"_s, panel.expert)
        .replace(u"{due}"_s, due)
        .replace(u"{count}"_s, QString::number(panel.dossiers.size()))
        .replace(u"{round}"_s, panel.round)
        .replace(u"{number}"_s, panel.number);
}

TableSection listSection(const Panel& panel, const CallPack& pack, double width)
{
    const PaperWords spoken = wordsOf(pack);
    RowGroup group;
    group.rows << headerRow(columns, {spoken.column(0, u"编号"_s), spoken.column(1, u"名称、类别"_s), spoken.column(2, u"申报单位、有关人员"_s)}, width, head);
    for (const PanelDossier& each : panel.dossiers) {
        const QString people = each.people.isEmpty() ? QString() : u"\n人员："_s + each.people.join(u"、"_s);
        group.rows << textRow(columns, {QString::number(each.number), each.title + u'\n' + rubricOf(pack, each.category).category, each.applicant + people}, width);
    }
    const QString heading = spoken(u"heading"_s, u"评审对象"_s);
    return {heading, heading, {group}, false};
}

TableSection plainSection(const QString& heading, const QStringList& paragraphs, double width)
{
    Row row;
    row.cells << Cell{0, width, {}, false};
    for (const QString& each : paragraphs)
        row.cells.last().texts << CellText{each, prose, {}};
    return {heading, heading, {RowGroup{{}, {row}}}, false};
}

QStringList guideOf(const Panel& panel, const CallPack& pack)
{
    const PaperWords spoken = wordsOf(pack);
    QStringList guide{spoken(u"conflicts"_s, u"与申报单位或有关人员有任职、师生、亲属、合作等利害关系的，请在阅读材料前声明并回避；评审中发现的，请作废该份评分并说明理由。"_s),
                      spoken(u"opening"_s, u"评审包的口令由办公室电话告知，请勿与评审包一起存放。全部评审可以离线完成；完成后交回评分表，删除评审材料。"_s)};
    if (panel.reviewCopies)
        guide << spoken(u"copies"_s, u"包内为评审件，由申报书另行印制，不含按规定对专家不公开的内容；各栏空白处不代表未填写。"_s);
    if (!panel.office.isEmpty())
        guide << spoken(u"contact"_s, u"联系："_s) + panel.office;
    return guide;
}

} // namespace

QString panelLetterTitle(const CallPack& pack)
{
    return wordsOf(pack)(u"title"_s, u"评审任务书"_s);
}

Paper layoutPanelLetter(const Panel& panel, const CallPack& pack, const QUuid& id, TextShaper& shaper)
{
    Paper paper;
    const PageArea area = formArea(pack);
    const double width = area.area.width();
    const double top = addPaperHead(paper, panelLetterTitle(pack), introOf(panel, pack), area.area, shaper);
    TableLayout layout(shaper, paper, area, top);
    layout.add({listSection(panel, pack, width), plainSection(wordsOf(pack)(u"promise"_s, u"保密承诺"_s), {promiseWords(pack)}, width),
                plainSection(wordsOf(pack)(u"guide"_s, u"说明"_s), guideOf(panel, pack), width)});
    layout.finish();
    QJsonObject footer = pack.print.value(u"footer"_s).toObject();
    if (footer.contains(u"revision"_s))
        footer.insert(u"revision"_s, panel.number);
    finishPaper(paper, {id, 1, sha256(panelJson(panel)), footer}, shaper);
    return paper;
}

void writePanelLetter(const Panel& panel, const CallPack& pack, const Identity& deliveryKey, const QString& out)
{
    DataPaper content;
    content.data = panelJson(panel);
    const QByteArray fingerprint = sha256(content.data);
    static const QUuid letters(u"b0a4c7d2-6a55-4f6e-9a0c-0b5b6a2f7d33"_s);
    const QUuid id = QUuid::createUuidV5(letters, fingerprint);
    TextShaper shaper(fontsOf(pack));
    content.paper = layoutPanelLetter(panel, pack, id, shaper);
    content.map = PageMap{u"panel"_s, id, 1, fingerprint, pack.id, false, {}};
    content.dataName = panelDataName();
    content.dataTitle = u"评审任务数据"_s;
    content.title = panel.expert + u"　"_s + panelLetterTitle(pack);
    content.author = panel.office;
    content.keyword = u"panel"_s;
    writeDataPaper(content, pack, shaper, deliveryKey, out);
}

bool isPanelLetter(const QString& path)
{
    return carriesData(path, panelDataName());
}

ReceivedPanel readPanelLetter(const QString& path)
{
    const ClosedData closed = readClosedData(path, panelDataName(), largestData, kindWords());
    return {parsePanel(closed.bytes, path), closed.sender};
}

} // namespace jz
