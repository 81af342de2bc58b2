// SPDX-License-Identifier: Apache-2.0
#include "model/print/correction_paper.h"

#include "model/print/dossier_paper.h"
#include "model/print/page_code.h"
#include "model/print/page_footer.h"
#include "model/print/paper_parts.h"
#include "model/print/table_layout.h"

namespace jz {

using namespace Qt::StringLiterals;
using namespace FormStyle;

namespace {

constexpr double placeShare = 0.24; ///< of the table's width

PaperWords wordsOf(const CallPack& pack)
{
    return {pack, u"correction"_s};
}

QString grouped(const QString& id)
{
    return id.left(5) + u'-' + id.mid(5);
}

QString intro(const CorrectionContent& content, const PaperWords& words)
{
    QString text = words(u"intro"_s, u"{unit}《{paper}》（编号 {id}）第 {from} 稿更正为第 {to} 稿，更正内容如下。未列出的内容没有改动。"_s);
    return text.replace(u"{unit}"_s, content.unit)
        .replace(u"{paper}"_s, content.subject)
        .replace(u"{id}"_s, grouped(shortId(content.dossier)))
        .replace(u"{from}"_s, QString::number(content.fromRevision))
        .replace(u"{to}"_s, QString::number(content.toRevision));
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

TableSection tableSection(const CorrectionContent& content, const PaperWords& words, double width)
{
    RowGroup group;
    group.rows << tableRow({words.column(0, u"栏目"_s), words.column(1, u"原为"_s), words.column(2, u"更正为"_s)}, label, width, true);
    const QString empty = words(u"empty"_s, u"（空）"_s);
    const auto shown = [&](const QString& text) { return text.isEmpty() ? empty : text; };
    for (const Correction& correction : content.corrections)
        group.rows << tableRow({correction.place, shown(correction.was), shown(correction.now)}, value, width, false);
    const QString heading = words(u"heading"_s, u"更正内容"_s);
    return {heading, heading, {group}, false};
}

} // namespace

QString correctionTitle(const CallPack& pack)
{
    return wordsOf(pack)(u"title"_s, u"更正说明"_s);
}

Paper layoutCorrection(const CorrectionContent& content, TextShaper& shaper)
{
    Paper paper;
    const PaperWords words = wordsOf(content.pack);
    const PageArea area = formArea(content.pack);
    const double top = addPaperHead(paper, correctionTitle(content.pack), intro(content, words), area.area, shaper);
    TableLayout layout(shaper, paper, area, top);
    layout.add({tableSection(content, words, area.area.width()), leaderSection(words, u"单位意见"_s, u"以上更正属实。"_s, area.area.width(), shaper)});
    layout.finish();
    finishPaper(paper, {content.id, content.toRevision, content.dataFingerprint, content.pack.print.value(u"footer"_s).toObject()}, shaper);
    return paper;
}

} // namespace jz
