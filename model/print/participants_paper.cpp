// SPDX-License-Identifier: Apache-2.0
#include "model/print/participants_paper.h"

#include "model/print/dossier_paper.h"
#include "model/print/page_footer.h"
#include "model/print/paper_parts.h"

#include <array>

namespace jz {

using namespace Qt::StringLiterals;
using namespace FormStyle;

namespace {

constexpr int digitsInLine = 16;

const TextStyle digits{FontRole::FangSong, 10, 15, Align::Left, 0};
/// Of the table's width: number, name, kind, fingerprint, end of validity.
const std::array<TextColumn, 5> columns{{{0.08, center}, {0.33, value}, {0.15, center}, {0.27, digits}, {0.17, center}}};

PaperWords wordsOf(const CallPack& pack)
{
    return {pack, u"participants"_s};
}

/// Lines of four groups of four digits, as people read them out.
QString readable(const QString& fingerprint)
{
    QStringList lines;
    for (qsizetype at = 0; at < fingerprint.size(); at += digitsInLine) {
        QStringList groups;
        for (qsizetype group = at; group < std::min(at + digitsInLine, fingerprint.size()); group += 4)
            groups << fingerprint.mid(group, 4).toUpper();
        lines << groups.join(u' ');
    }
    return lines.join(u'\n');
}

TableSection tableSection(const ParticipantsContent& content, const PaperWords& words, double width)
{
    RowGroup group;
    group.rows << headerRow(columns, {words.column(0, u"序号"_s), words.column(1, u"名称"_s), words.column(2, u"类别"_s), words.column(3, u"证书指纹（SHA-256）"_s),
                                      words.column(4, u"有效期至"_s)},
                            width);
    for (qsizetype i = 0; i < content.rows.size(); ++i) {
        const ParticipantRow& row = content.rows.at(i);
        group.rows << textRow(columns, {QString::number(i + 1), row.name, row.kind, readable(row.fingerprint), row.validTo.toString(Qt::ISODate)}, width);
    }
    const QString heading = words(u"heading"_s, u"参与方及其签名证书"_s);
    return {heading, heading, {group}, false};
}

QString intro(const ParticipantsContent& content, const PaperWords& words)
{
    QString text = words(u"intro"_s, u"第 {number} 号，{issued} 由{office}发出，代替号数更小的名单。下列单位和个人的签名以所列证书为准。"
                                     "请用“导入参与方名单”读入本文件；首次读入前，请与办公室电话核对签名证书的指纹。"_s);
    return text.replace(u"{number}"_s, QString::number(content.number))
        .replace(u"{issued}"_s, content.issued.toString(u"yyyy年M月d日"_s))
        .replace(u"{office}"_s, content.office);
}

} // namespace

QString participantsTitle(const CallPack& pack)
{
    return wordsOf(pack)(u"title"_s, u"参与方名单"_s);
}

Paper layoutParticipants(const ParticipantsContent& content, TextShaper& shaper)
{
    Paper paper;
    const PaperWords words = wordsOf(content.pack);
    const PageArea area = formArea(content.pack);
    const double width = area.area.width();
    const double top = addPaperHead(paper, participantsTitle(content.pack), intro(content, words), area.area, shaper);
    OpinionContent opinion;
    opinion.fixedText = words(u"declaration"_s, u"以上证书的指纹已逐一核对。"_s);
    opinion.signatureLabel = words(u"signatureLabel"_s, u"负责人（签名）："_s);
    opinion.dateLabel = words(u"dateLabel"_s, u"年   月   日"_s);
    opinion.sealLabel = words(u"sealLabel"_s, u"公章"_s);
    opinion.width = width;
    TableLayout layout(shaper, paper, area, top);
    layout.add({tableSection(content, words, width), issuerSection(words(u"opinion"_s, u"发出单位"_s), opinion, shaper)});
    layout.finish();
    QJsonObject footer = content.pack.print.value(u"footer"_s).toObject();
    if (footer.contains(u"revision"_s))
        footer.insert(u"revision"_s, participantsNumber(content.pack));
    finishPaper(paper, {content.id, content.number, content.dataFingerprint, footer}, shaper);
    return paper;
}

} // namespace jz
