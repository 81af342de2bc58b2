// SPDX-License-Identifier: Apache-2.0
#include "model/print/paper_parts.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr double titleGap = 4;

const TextStyle titleStyle{FontRole::Title, 22, 36, Align::Center, 0};
const TextStyle introStyle{FontRole::FangSong, 12, 22, Align::Left, 2};

} // namespace

double addPaperHead(Paper& paper, const QString& title, const QString& intro, const QRectF& area, TextShaper& shaper)
{
    Page page;
    double y = area.top();
    const auto add = [&](const QString& text, const TextStyle& style, double indent) {
        const double height = toMm(style.pitch);
        page.blocks << Block{Block::Kind::Text, QRectF(area.left() + indent, y, area.width() - indent, height), text, style, 0, {}};
        y += height;
    };
    add(title, titleStyle, 0);
    y += titleGap;
    const QList<TextLine> lines = shaper.lines(intro, introStyle, area.width());
    for (const TextLine& line : lines)
        add(line.text, introStyle, line.indent);
    paper.pages << page;
    return y + titleGap;
}

Row textRow(std::span<const TextColumn> columns, const QStringList& texts, double width)
{
    Row row;
    double left = 0;
    for (qsizetype i = 0; i < qsizetype(columns.size()); ++i) {
        Cell cell{left, width * columns[size_t(i)].share, {}, true};
        const QStringList lines = texts.at(i).split(u'\n', Qt::SkipEmptyParts);
        for (const QString& line : lines)
            cell.texts << CellText{line, columns[size_t(i)].style, {}};
        row.cells << cell;
        left += cell.width;
    }
    return row;
}

Row headerRow(std::span<const TextColumn> columns, const QStringList& texts, double width, const TextStyle& head)
{
    QList<TextColumn> heads;
    for (const TextColumn& column : columns)
        heads << TextColumn{column.share, head};
    Row row = textRow(heads, texts, width);
    row.header = true;
    return row;
}

TableSection issuerSection(const QString& heading, const OpinionContent& content, TextShaper& shaper)
{
    OpinionContent opinion = content;
    opinion.units = QStringList{QString()};
    opinion.role = u"applicant"_s;
    RowGroup group;
    group.rows << opinionRow(opinion, shaper);
    return {heading, heading, {group}, false};
}

TableSection leaderSection(const PaperWords& words, const QString& heading, const QString& declaration, double width, TextShaper& shaper)
{
    OpinionContent opinion;
    opinion.fixedText = words(u"declaration"_s, declaration);
    opinion.signatureLabel = words(u"signatureLabel"_s, u"单位负责人（签名）："_s);
    opinion.dateLabel = words(u"dateLabel"_s, u"年   月   日"_s);
    opinion.sealLabel = words(u"sealLabel"_s, u"单位公章"_s);
    opinion.width = width;
    return issuerSection(words(u"opinion"_s, heading), opinion, shaper);
}

void finishPaper(Paper& paper, const FooterContent& footer, TextShaper& shaper)
{
    paper.formPages = int(paper.pages.size());
    addFooters(paper, footer);
    paper.missingCharacters = shaper.missingCharacters();
    paper.substitutedFonts = shaper.fonts().substituted();
}

} // namespace jz
