// SPDX-License-Identifier: Apache-2.0
#include "model/print/correction_paper.h"

#include "model/print/dossier_paper.h"
#include "model/print/opinion_block.h"
#include "model/print/page_code.h"
#include "model/print/page_footer.h"
#include "model/print/table_layout.h"

namespace jz {

using namespace Qt::StringLiterals;
using namespace FormStyle;

namespace {

constexpr double placeShare = 0.24; ///< of the table's width
constexpr double titleGap = 4;

const TextStyle titleStyle{FontRole::Title, 22, 36, Align::Center, 0};
const TextStyle introStyle{FontRole::FangSong, 12, 22, Align::Left, 2};

/// The words of the pack, or plain ones where it has none.
class Words
{
public:
    explicit Words(const CallPack& pack) : m_words(pack.print.value(u"correction"_s).toObject()) {}

    QString operator()(const QString& name, const QString& otherwise) const
    {
        const QString word = m_words.value(name).toString();
        return word.isEmpty() ? otherwise : word;
    }

    QString column(int index) const
    {
        static const QStringList plain{u"栏目"_s, u"原为"_s, u"更正为"_s};
        const QString word = m_words.value(u"columns"_s)[index].toString();
        return word.isEmpty() ? plain.at(index) : word;
    }

private:
    QJsonObject m_words;
};

QString grouped(const QString& id)
{
    return id.left(5) + u'-' + id.mid(5);
}

QString intro(const CorrectionContent& content, const Words& words)
{
    QString text = words(u"intro"_s, u"{unit}《{paper}》（编号 {id}）第 {from} 稿更正为第 {to} 稿，更正内容如下。未列出的内容没有改动。"_s);
    return text.replace(u"{unit}"_s, content.unit)
        .replace(u"{paper}"_s, content.subject)
        .replace(u"{id}"_s, grouped(shortId(content.dossier)))
        .replace(u"{from}"_s, QString::number(content.fromRevision))
        .replace(u"{to}"_s, QString::number(content.toRevision));
}

/// Title and introduction on the first page; returns where the table begins.
double addHead(Paper& paper, const CorrectionContent& content, const QRectF& area, TextShaper& shaper)
{
    const Words words(content.pack);
    Page page;
    double y = area.top();
    const auto add = [&](const QString& text, const TextStyle& style, double indent) {
        const double height = toMm(style.pitch);
        page.blocks << Block{Block::Kind::Text, QRectF(area.left() + indent, y, area.width() - indent, height), text, style, 0, {}};
        y += height;
    };
    add(correctionTitle(content.pack), titleStyle, 0);
    y += titleGap;
    const QList<TextLine> lines = shaper.lines(intro(content, words), introStyle, area.width());
    for (const TextLine& line : lines)
        add(line.text, introStyle, line.indent);
    paper.pages << page;
    return y + titleGap;
}

Row tableRow(const QStringList& texts, const TextStyle& style, double width, bool header)
{
    const double place = width * placeShare;
    const double value = (width - place) / 2;
    Row row;
    row.header = header;
    for (int i = 0; i < 3; ++i) {
        const double left = i == 0 ? 0 : place + (i - 1) * value;
        const bool isLabel = header || i == 0;
        row.cells << Cell{left, i == 0 ? place : value, {{texts.at(i), isLabel ? label : style, {}}}, isLabel};
    }
    return row;
}

TableSection tableSection(const CorrectionContent& content, const Words& words, double width)
{
    RowGroup group;
    group.rows << tableRow({words.column(0), words.column(1), words.column(2)}, label, width, true);
    const QString empty = words(u"empty"_s, u"（空）"_s);
    const auto shown = [&](const QString& text) { return text.isEmpty() ? empty : text; };
    for (const Correction& correction : content.corrections)
        group.rows << tableRow({correction.place, shown(correction.was), shown(correction.now)}, value, width, false);
    const QString heading = words(u"heading"_s, u"更正内容"_s);
    return {heading, heading, {group}, false};
}

TableSection opinionSection(const Words& words, double width, TextShaper& shaper)
{
    OpinionContent opinion;
    opinion.fixedText = words(u"declaration"_s, u"以上更正属实。"_s);
    opinion.units = QStringList{QString()};
    opinion.signatureLabel = words(u"signatureLabel"_s, u"单位负责人（签名）："_s);
    opinion.dateLabel = words(u"dateLabel"_s, u"年   月   日"_s);
    opinion.sealLabel = words(u"sealLabel"_s, u"单位公章"_s);
    opinion.role = u"applicant"_s;
    opinion.width = width;
    const QString heading = words(u"opinion"_s, u"单位意见"_s);
    RowGroup group;
    group.rows << opinionRow(opinion, shaper);
    return {heading, heading, {group}, false};
}

} // namespace

QString correctionTitle(const CallPack& pack)
{
    return Words(pack)(u"title"_s, u"更正说明"_s);
}

Paper layoutCorrection(const CorrectionContent& content, TextShaper& shaper)
{
    Paper paper;
    const Words words(content.pack);
    const PageArea area = formArea(content.pack);
    const double top = addHead(paper, content, area.area, shaper);
    TableLayout layout(shaper, paper, area, top);
    layout.add({tableSection(content, words, area.area.width()), opinionSection(words, area.area.width(), shaper)});
    layout.finish();
    paper.formPages = int(paper.pages.size());
    addFooters(paper, {content.id, content.toRevision, content.dataFingerprint, content.pack.print.value(u"footer"_s).toObject()});
    paper.missingCharacters = shaper.missingCharacters();
    paper.substitutedFonts = shaper.fonts().substituted();
    return paper;
}

} // namespace jz
