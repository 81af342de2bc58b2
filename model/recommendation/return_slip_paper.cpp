// SPDX-License-Identifier: Apache-2.0
#include "model/recommendation/return_slip_paper.h"

#include "model/print/dossier_paper.h"
#include "model/print/page_footer.h"
#include "model/print/paper_parts.h"
#include "model/print/table_layout.h"
#include "model/recommendation/slip_words.h"

#include <array>

namespace jz {

using namespace Qt::StringLiterals;
using namespace FormStyle;

namespace {

/// Of the table's width: number, place, what is said.
constexpr std::array<double, 3> shares{0.08, 0.24, 0.68};

const TextStyle senderStyle{FontRole::FangSong, 12, 22, Align::Right, 0};

QList<CellText> paragraphs(const QString& text, const TextStyle& style)
{
    QList<CellText> texts;
    const QStringList lines = text.split(u'\n');
    for (const QString& line : lines)
        texts << CellText{line, style, {}};
    return texts;
}

Row tableRow(const std::array<QList<CellText>, 3>& cells, double width, bool header)
{
    Row row;
    row.header = header;
    double left = 0;
    for (size_t i = 0; i < shares.size(); ++i) {
        row.cells << Cell{left, width * shares.at(i), cells.at(i), header || i < 2};
        left += row.cells.last().width;
    }
    return row;
}

QList<CellText> noteTexts(const SlipNote& note, const CallPack& pack, const PaperWords& words)
{
    QList<CellText> texts = paragraphs(note.words, value);
    if (!note.quote.isEmpty())
        texts += paragraphs(words(u"quote"_s, u"所指："_s) + u"“"_s + note.quote + u"”"_s, value);
    if (note.hasProposal())
        texts += paragraphs(words(u"proposed"_s, u"建议改为："_s) + slipProposal(note, pack), value);
    return texts;
}

TableSection noteSection(const SlipPaperContent& content, const PaperWords& words, double width)
{
    const auto one = [](const QString& text, const TextStyle& style) { return QList<CellText>{{text, style, {}}}; };
    RowGroup group;
    group.rows << tableRow({one(words.column(0, u"序号"_s), label), one(words.column(1, u"栏目"_s), label), one(words.column(2, u"意见"_s), label)}, width,
                           true);
    for (qsizetype i = 0; i < content.slip.notes.size(); ++i) {
        const SlipNote& note = content.slip.notes.at(i);
        group.rows << tableRow({one(QString::number(i + 1), center), one(slipPlace(note, content.dossier, content.pack), center),
                                noteTexts(note, content.pack, words)},
                               width, false);
    }
    const QString heading = words(u"heading"_s, u"逐栏意见"_s);
    return {heading, heading, {group}, false};
}

TableSection plainSection(const QString& heading, const QList<CellText>& texts, double width)
{
    Row row;
    row.cells << Cell{0, width, texts, false};
    RowGroup group;
    group.rows << row;
    return {heading, heading, {group}, false};
}

QList<CellText> senderTexts(const ReturnSlip& slip, const PaperWords& words)
{
    QList<CellText> texts;
    if (!slip.contact.isEmpty())
        texts << CellText{words(u"contact"_s, u"联系人："_s) + slip.contact, value, {}};
    texts << CellText{slip.from, senderStyle, {}} << CellText{slip.issued.toString(u"yyyy年M月d日"_s), senderStyle, {}};
    return texts;
}

} // namespace

Paper layoutReturnSlip(const SlipPaperContent& content, TextShaper& shaper)
{
    Paper paper;
    const PaperWords words(content.pack, u"returnSlip"_s);
    const PageArea area = formArea(content.pack);
    const double width = area.area.width();
    const double top = addPaperHead(paper, slipTitle(content.slip, content.pack), slipIntro(content.slip, content.pack), area.area, shaper);
    QList<TableSection> sections;
    QStringList letter{slipNextStep(content.slip, content.pack), content.slip.letter.trimmed()};
    letter.removeAll(QString());
    if (!letter.isEmpty())
        sections << plainSection(words(u"letter"_s, u"说明"_s), paragraphs(letter.join(u'\n'), prose), width);
    if (!content.slip.notes.isEmpty())
        sections << noteSection(content, words, width);
    sections << plainSection(words(u"sender"_s, u"发出单位"_s), senderTexts(content.slip, words), width);
    TableLayout layout(shaper, paper, area, top);
    layout.add(sections);
    layout.finish();
    finishPaper(paper, {content.id, content.slip.revision, content.dataFingerprint, content.pack.print.value(u"footer"_s).toObject()}, shaper);
    return paper;
}

} // namespace jz
