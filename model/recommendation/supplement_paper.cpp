// SPDX-License-Identifier: Apache-2.0
#include "model/recommendation/supplement_paper.h"

#include "model/print/dossier_paper.h"
#include "model/print/page_footer.h"
#include "model/print/paper_parts.h"
#include "model/recommendation/supplement_words.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

constexpr double lineGap = 5;     ///< mm, after the title and before whoever signs
constexpr double signInset = 0.12; ///< of the width: who signs stands so far from the right edge
constexpr double sealRoom = 40;   ///< mm that stay free of a page break for the seal over the name

const TextStyle titleStyle{FontRole::Title, 22, 36, Align::Center, 0};
const TextStyle numberStyle{FontRole::Kai, 16, 28, Align::Center, 0};
const TextStyle addresseeStyle{FontRole::FangSong, 16, 28, Align::Left, 0};
const TextStyle headingStyle{FontRole::Hei, 16, 28, Align::Left, 2};
const TextStyle bodyStyle{FontRole::FangSong, 16, 28, Align::Left, 2};
const TextStyle signStyle{FontRole::FangSong, 16, 28, Align::Right, 0};

/// Sets paragraphs one below the other, over as many pages as they take.
class Prose
{
public:
    Prose(Paper& paper, const QRectF& area, TextShaper& shaper) : m_paper(paper), m_area(area), m_shaper(shaper), m_y(area.top()) { m_paper.pages << Page(); }

    void add(const QString& text, const TextStyle& style)
    {
        const double height = toMm(style.pitch);
        const double right = style.align == Align::Right ? m_area.width() * signInset : 0;
        const QList<TextLine> lines = m_shaper.lines(text, style, m_area.width() - right);
        for (const TextLine& line : lines) {
            need(height);
            const QRectF place(m_area.left() + line.indent, m_y, m_area.width() - right - line.indent, height);
            m_paper.pages.last().blocks << Block{Block::Kind::Text, place, line.text, style, 0, {}};
            m_y += height;
        }
    }
    void skip(double mm) { m_y += mm; }
    /// Begins a page where less than that is left.
    void need(double mm)
    {
        if (m_y + mm <= m_area.bottom())
            return;
        m_paper.pages << Page();
        m_y = m_area.top();
    }

private:
    Paper& m_paper;
    QRectF m_area;
    TextShaper& m_shaper;
    double m_y;
};

} // namespace

Paper layoutSupplement(const SupplementPaperContent& content, TextShaper& shaper)
{
    Paper paper;
    const CallPack& pack = content.pack;
    const Supplement& supplement = content.supplement;
    const PaperWords words(pack, u"supplement"_s);
    Prose prose(paper, formArea(pack).area, shaper);
    prose.add(supplementTitle(supplement, pack), titleStyle);
    prose.add(words(u"number"_s, u"第{number}号"_s).replace(u"{number}"_s, QString::number(supplement.number)), numberStyle);
    prose.skip(lineGap);
    prose.add(words(u"addressee"_s, u"各申报单位："_s), addresseeStyle);
    prose.add(supplementIntro(supplement, pack), bodyStyle);
    const QList<SupplementPart> parts = supplementParts(supplement, pack);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        prose.need(2 * toMm(headingStyle.pitch)); // no heading at the foot of a page
        prose.add(numberedHeading(parts, i), headingStyle);
        for (const QString& line : parts.at(i).lines)
            prose.add(line, bodyStyle);
    }
    prose.add(words(u"closing"_s, u"特此通知。"_s), bodyStyle);
    if (!supplement.contact.isEmpty())
        prose.add(words(u"contact"_s, u"联系人："_s) + supplement.contact, bodyStyle);
    prose.need(sealRoom);
    prose.skip(2 * lineGap);
    prose.add(supplement.from, signStyle);
    prose.add(supplement.issued.toString(u"yyyy年M月d日"_s), signStyle);
    QJsonObject footer = pack.print.value(u"footer"_s).toObject();
    if (footer.contains(u"revision"_s))
        footer.insert(u"revision"_s, participantsNumber(pack));
    finishPaper(paper, {content.id, supplement.number, content.dataFingerprint, footer}, shaper);
    return paper;
}

} // namespace jz
