// SPDX-License-Identifier: Apache-2.0
#include "model/recommendation/ranking_sheet_paper.h"

#include "model/print/dossier_paper.h"
#include "model/print/page_footer.h"
#include "model/print/paper_parts.h"

#include <array>

namespace jz {

using namespace Qt::StringLiterals;
using namespace FormStyle;

namespace {

constexpr int shownDigits = 8;

const TextStyle words{FontRole::FangSong, 10, 15, Align::Left, 0};
const TextStyle digits{FontRole::FangSong, 9.5, 15, Align::Center, 0};
const TextStyle head{FontRole::Hei, 10, 15, Align::Center, 0};
/// Of the table's width: place, what is recommended, unit, contact, signatures, check code.
const std::array<TextColumn, 6> columns{{{0.07, digits}, {0.24, words}, {0.21, words}, {0.16, words}, {0.19, words}, {0.13, digits}}};

PaperWords wordsOf(const CallPack& pack)
{
    return {pack, u"ranking"_s};
}

TableSection tableSection(const RankingSheetPaper& content, double width)
{
    RowGroup group;
    group.rows << headerRow(columns, rankingColumns(content.pack), width, head);
    for (int i = 0; i < content.sheet.dossiers.size(); ++i)
        group.rows << textRow(columns, rankingCells(content.sheet, i), width);
    const QString heading = wordsOf(content.pack)(u"heading"_s, u"推荐名单（按推荐顺序）"_s);
    return {heading, heading, {group}, false};
}

QString signatureWords(const SheetDossier& dossier)
{
    QStringList lines{dossier.signature == u"ink" ? u"申报：签字盖章"_s : dossier.signature == u"certificate" ? u"申报：电子签章"_s : u"申报：未签章"_s};
    for (const ExpectedSignature& each : dossier.signatures)
        lines << (each.joint ? each.body : u"推荐"_s) + u'：' + (each.kind == u"ink" ? u"签字盖章"_s : u"电子签章"_s);
    return lines.join(u'\n');
}

} // namespace

QString rankingSheetTitle(const CallPack& pack)
{
    return wordsOf(pack)(u"title"_s, u"推荐排序表"_s);
}

QStringList rankingColumns(const CallPack& pack)
{
    const PaperWords titles = wordsOf(pack);
    return {titles.column(0, u"排序"_s), titles.column(1, u"名称、类别"_s), titles.column(2, u"申报单位、所在地"_s),
            titles.column(3, u"联系人、电话"_s), titles.column(4, u"签章"_s), titles.column(5, u"校验码"_s)};
}

QStringList rankingCells(const RankingSheet& sheet, int index)
{
    const SheetDossier& each = sheet.dossiers.at(index);
    const auto lines = [](QStringList parts) {
        parts.removeAll(QString());
        return parts.join(u'\n');
    };
    return {QString::number(index + 1), lines({each.title, each.category}), lines({each.applicant, each.place}), lines({each.contact, each.phone}),
            signatureWords(each), QString::fromLatin1(each.fingerprint.toHex()).first(shownDigits).toUpper()};
}

QString rankingIntro(const RankingSheet& sheet, const CallPack& pack)
{
    QString text = wordsOf(pack)(u"intro"_s, u"根据《{call}》（{document}），{body}推荐下列 {count} 项（名额 {quota} 项），按推荐顺序排列。"_s)
                       .replace(u"{call}"_s, pack.official)
                       .replace(u"{document}"_s, pack.documentNumber)
                       .replace(u"{body}"_s, sheet.body)
                       .replace(u"{count}"_s, QString::number(sheet.dossiers.size()))
                       .replace(u"{quota}"_s, QString::number(sheet.quota));
    if (!sheet.meeting.isEmpty()) {
        text += u"推荐顺序由%1于%2决定"_s.arg(sheet.meeting, sheet.decided.toString(u"yyyy年M月d日"_s));
        text += sheet.document.isEmpty() ? u"。"_s : u"（%1）。"_s.arg(sheet.document);
    }
    if (sheet.number > 1)
        text += u"本表为第 %1 次报送，代替此前各次。"_s.arg(QString::number(sheet.number));
    return text;
}

QStringList rankingDeclarations(const RankingSheet& sheet, const CallPack& pack)
{
    QStringList declared;
    const QList<BodyCondition> conditions = bodyConditions(pack);
    for (const BodyCondition& condition : conditions)
        if (sheet.declared.contains(condition.id))
            declared << condition.text.zh;
    return declared;
}

Paper layoutRankingSheet(const RankingSheetPaper& content, TextShaper& shaper)
{
    Paper paper;
    const PaperWords spoken = wordsOf(content.pack);
    const PageArea area = formArea(content.pack);
    const double width = area.area.width();
    const double top = addPaperHead(paper, rankingSheetTitle(content.pack), rankingIntro(content.sheet, content.pack), area.area, shaper);
    OpinionContent opinion;
    const QStringList declared = rankingDeclarations(content.sheet, content.pack);
    opinion.fixedText = declared.isEmpty() ? QString() : spoken(u"declaration"_s, u"我单位声明不存在下列情形："_s) + declared.join(u'；') + u"。"_s;
    opinion.signatureLabel = spoken(u"signatureLabel"_s, u"单位负责人（签名）："_s);
    opinion.dateLabel = spoken(u"dateLabel"_s, u"年   月   日"_s);
    opinion.sealLabel = spoken(u"sealLabel"_s, u"单位公章"_s);
    opinion.width = width;
    TableLayout layout(shaper, paper, area, top);
    layout.add({tableSection(content, width), issuerSection(spoken(u"opinion"_s, u"推荐单位"_s), opinion, shaper)});
    layout.finish();
    if (content.how == RankingSheetPaper::Signed::WithPen)
        paper.signatureFields.clear();
    QJsonObject footer = content.pack.print.value(u"footer"_s).toObject();
    if (footer.contains(u"revision"_s))
        footer.insert(u"revision"_s, participantsNumber(content.pack));
    finishPaper(paper, {content.id, content.sheet.number, content.dataFingerprint, footer}, shaper);
    return paper;
}

} // namespace jz
